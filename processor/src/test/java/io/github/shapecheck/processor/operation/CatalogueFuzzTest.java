package io.github.shapecheck.processor.operation;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Calls every layer and every function with arguments that make no sense: each ends as a value or a
 * problem.
 */
class CatalogueFuzzTest {
  private static final int ROUNDS = Integer.getInteger("shapecheck.fuzz", 60);
  private static final String INPUTS =
      "a[N, 4, 6, 8] b[N, 6] c[4] d:long[N] e:long[N, 4, 6] f[] g[2, N, 3, 5, 7] h[N, H, W]"
          + " i:bool[N, 6] j[0, 3]";
  private static final String[] WORDS = {
    "a",
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
    "g",
    "h",
    "i",
    "j",
    "0",
    "1",
    "2",
    "3",
    "-1",
    "-2",
    "7",
    "9223372036854775807",
    "-4611686018427387904",
    "2147483648",
    "0.5",
    "-1.5",
    "1e300",
    "True",
    "False",
    "None",
    "'mean'",
    "'same'",
    "'reflect'",
    "'nearest'",
    "'ij,jk->ik'",
    "''",
    "(1, 2)",
    "(-1,)",
    "()",
    "(2, 3, 4)",
    "(1, 2, 3, 4)",
    "[a, b]",
    "[d, d]",
    "(h, h)",
    "((1, 2), (3, 4))",
    "torch.float32",
    "a.shape",
    "a.shape[0]",
    "h.size(1)",
    "h.shape[1] * 2",
    "(h.size(1), 3)",
    "(a, (b, c))",
    "nn.ReLU()",
    "..."
  };

  @Test
  void everyCallEndsAsAValueOrAProblem() {
    long seed = Long.getLong("shapecheck.seed", 20260101L);
    Random random = new Random(seed);
    List<String> crashes = new ArrayList<>();
    for (String name : Catalogue.layers()) {
      for (int i = 0; i < ROUNDS; i++) {
        String numbers = arguments(random, Catalogue.layer(name).constructor());
        run("nn." + name + "(" + numbers + ")(" + plain(random) + ")", crashes);
      }
    }
    for (String name : Catalogue.functions()) {
      Signature signature = signature(name);
      for (int i = 0; i < ROUNDS; i++) {
        boolean method = name.startsWith("Tensor.");
        String call = method ? word(random) + name.substring("Tensor".length()) : "F." + name;
        String inPlace = i % 4 == 3 ? "_" : "";
        run(call + inPlace + "(" + arguments(random, signature) + ")", crashes);
      }
    }
    if (!crashes.isEmpty()) {
      fail("seed " + seed + ": " + crashes.size() + "\n" + String.join("\n", crashes));
    }
  }

  private static Signature signature(String name) {
    Function function =
        name.startsWith("Tensor.")
            ? Catalogue.method(name.substring("Tensor.".length()))
            : Catalogue.function(name);
    return function == null ? Signature.of("") : function.signature();
  }

  private static void run(String expression, List<String> crashes) {
    try {
      String actual = new RuleRow("fuzz", INPUTS, expression, "").actual();
      if (actual.contains("internal")) {
        crashes.add(expression + ": " + actual);
      }
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      crashes.add(
          expression
              + ": "
              + e
              + (trace.length > 0
                  ? " at " + trace[0] + " " + trace[Math.min(1, trace.length - 1)]
                  : ""));
    }
  }

  /** A few positional arguments and a few by name. */
  private static String arguments(Random random, Signature signature) {
    List<String> names = signature.names();
    List<String> parts = new ArrayList<>();
    int positional = random.nextInt(Math.min(5, names.size() + 1) + 1);
    for (int i = 0; i < positional; i++) {
      parts.add(word(random));
    }
    for (int i = positional; i < names.size(); i++) {
      if (random.nextInt(3) == 0) {
        parts.add(names.get(i) + "=" + word(random));
      }
    }
    return String.join(", ", parts);
  }

  private static String plain(Random random) {
    return random.nextInt(3) == 0 ? word(random) + ", " + word(random) : word(random);
  }

  private static String word(Random random) {
    return WORDS[random.nextInt(WORDS.length)];
  }
}
