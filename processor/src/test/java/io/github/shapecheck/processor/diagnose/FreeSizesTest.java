package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.diagnose.rerun.TunableAxes;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreeSizesTest {
  private static List<String> errors(ModelBuilder model) {
    return Interpreter.run(model.build()).problems().stream()
        .filter(problem -> problem.id().isError())
        .map(Problem::message)
        .toList();
  }

  private static ModelBuilder head(String where) {
    return new ModelBuilder()
        .input("x", "[3, H, W]", where)
        .layer("conv", "Conv2d", "in = 3, out = 20, k = 5")
        .layer("pool", "MaxPool2d", "k = 2")
        .layer("fc", "Linear", "in = 2880, out = 10")
        .forward("x = pool(relu(conv(x)))", "return fc(flatten(x, 1))");
  }

  @Test
  void aFullyConnectedHeadPinsTheSize() {
    assertEquals(
        List.of(
            "fc expects 2880 features but receives 20*floor(H/2)*floor(W/2) - 40*floor(H/2)"
                + " - 40*floor(W/2) + 80; that fails for H = 6, W = 6; promise where ="
                + " \"H >= 28 and H <= 29 and W >= 28 and W <= 29\""),
        errors(head("")));
    assertTrue(errors(head("H == W")).get(0).endsWith("\"H == W and W >= 28 and W <= 29\""));
    assertEquals(List.of(), errors(head("28 <= H <= 29 and 28 <= W <= 29")));
  }

  @Test
  void anAdaptivePoolFreesTheHead() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, H, W]")
            .layer("conv", "Conv2d", "in = 3, out = 20, k = 3, p = 1")
            .layer("avg", "AdaptiveAvgPool2d", "value = {7, 6}")
            .layer("fc", "Linear", "in = 840, out = 10")
            .forward("x = avg(relu(conv(x)))", "return fc(flatten(x, 1))");
    assertEquals(List.of(), errors(model));
  }

  @Test
  void onePromiseForAllThatVaries() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, H, W]")
            .layer("a", "Conv2d", "in = 3, out = 20, k = 5")
            .layer("pool", "MaxPool2d", "k = {2, 3}")
            .layer("b", "Conv2d", "in = 20, out = 20, k = 7")
            .forward("return b(pool(a(x)))");
    assertEquals(1, errors(model).size());
    assertTrue(errors(model).get(0).endsWith("promise where = \"H >= 18 and W >= 25\""));
  }

  private static ModelBuilder unet(String where) {
    return new ModelBuilder()
        .input("x", "[3, H, W]", where)
        .layer("pool", "MaxPool2d", "k = 2")
        .layer("up", "Upsample", "scale = 2.0")
        .forward(
            "a = x",
            "b = pool(a)",
            "c = pool(b)",
            "d = pool(c)",
            "e = pool(d)",
            "y = cat([up(e), d], 1)",
            "y = cat([up(y), c], 1)",
            "y = cat([up(y), b], 1)",
            "return cat([up(y), a], 1)");
  }

  @Test
  void aUnetWithFourPoolingsNeedsMultiplesOf16() {
    assertEquals(1, errors(unet("")).size());
    assertTrue(errors(unet("")).get(0).endsWith("where = \"H % 16 == 0 and W % 16 == 0\""));
    assertEquals(List.of(), errors(unet("H % 16 == 0 and W % 16 == 0")));
    assertEquals(List.of(), errors(unet("H % 32 == 0 and W % 16 == 0 and W >= 64")));
    assertEquals(1, errors(unet("H % 8 == 0 and W % 16 == 0")).size());
  }

  @Test
  void aStridedConvolutionBesideAPooledBranch() {
    String floor = "cannot bring .* floor\\(\\(W - 1\\)/2\\) \\+ 1 against floor\\(W/2\\).*W = 5.*";
    assertPromise("H % 2 == 0 and W % 2 == 0", besideAPool("k = 2"));
    assertTrue(errors(besideAPool("k = 2")).get(0).matches(".*" + floor));
    assertEquals(List.of(), errors(besideAPool("k = 2, ceilMode = true")));
  }

  private static ModelBuilder besideAPool(String pool) {
    return new ModelBuilder()
        .input("[3, H, W]")
        .layer("conv", "Conv2d", "in = 3, out = 3, k = 3, s = 2, p = 1")
        .layer("pool", "MaxPool2d", pool)
        .forward("return conv(x) + pool(x)");
  }

  private static void assertPromise(String where, ModelBuilder model) {
    List<String> errors = errors(model);
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).endsWith("promise where = \"" + where + "\""), errors::toString);
  }

  @Test
  void sizesThatTakeAnotherWay() {
    ModelBuilder squeezed = new ModelBuilder().input("[2, H, W]").forward("return x.squeeze(3)");
    assertEquals(
        List.of(
            "for H = 24, W = 1 the model gives [N, 2, 24], not [N, 2, 24, 1]; promise where ="
                + " \"W >= 2\""),
        errors(squeezed));
    ModelBuilder cut =
        new ModelBuilder().input("[2, H, W]").forward("a, b = x.chunk(2, dim=2)", "return a");
    assertPromise("H >= 2", cut);
    assertEquals(List.of(), errors(cut.promise("H >= 2")));
  }

  @Test
  void pixelShuffle() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, H, W]")
            .layer("conv", "Conv2d", "in = 3, out = 12, k = 3, p = 1")
            .layer("down", "PixelUnshuffle", "value = 3")
            .layer("shuffle", "PixelShuffle", "value = 2")
            .forward("y = shuffle(conv(x))", "return down(y)");
    assertPromise("H % 3 == 0 and W % 3 == 0", model);
  }

  @Test
  void attentionOverAFreeLength() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[T, 64]")
            .layer("attn", "MultiheadAttention", "dim = 64, heads = 8, batchFirst = true")
            .layer("norm", "LayerNorm", "value = 64")
            .forward("y, _ = attn(x, x, x)", "return norm(x + y)");
    assertEquals(List.of(), errors(model));
    ModelBuilder hand =
        new ModelBuilder()
            .input("[T, 64]")
            .layer("qkv", "Linear", "in = 64, out = 192")
            .forward(
                "B, T, C = x.shape",
                "q, k, v = qkv(x).reshape(B, T, 3, 8, C // 8).permute(2, 0, 3, 1, 4)",
                "a = (q @ k.transpose(-2, -1)).softmax(dim=-1)",
                "return (a @ v).transpose(1, 2).reshape(B, T, C)");
    assertEquals(List.of(), errors(hand));
  }

  @Test
  void windowsOfSeven() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[H, W, 96]")
            .forward(
                "B, H, W, C = x.shape",
                "x = x.view(B, H // 7, 7, W // 7, 7, C)",
                "return x.permute(0, 1, 3, 2, 4, 5).reshape(-1, 49, C)");
    assertPromise("H % 7 == 0 and W % 7 == 0", model);
  }

  @Test
  void learnedPositionsPinTheImage() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, H, W]")
            .layer("patch", "Conv2d", "in = 3, out = 192, k = 16, s = 16")
            .layer("pos", "Embedding", "num = 196, dim = 192")
            .forward("x = patch(x).flatten(2).transpose(1, 2)", "return x + self.pos.weight");
    assertPromise("H >= 224 and H <= 239 and W >= 224 and W <= 239", model);
  }

  /**
   * What the formulas give at numbers is what the model with these numbers gives; promises are kept
   * and needed.
   */
  @Test
  void agreesWithPlainNumbers() {
    RandomModels models = new RandomModels(61);
    Random random = new Random(62);
    int promised = 0;
    for (int i = 0; i < 60; i++) {
      ModelBuilder free = models.next().free();
      Condition where = Condition.always();
      List<String> errors = errors(free);
      if (!errors.isEmpty()) {
        String message = errors.get(0);
        String text = message.substring(message.indexOf("where = \"") + 9, message.length() - 1);
        where = Condition.parse(text);
        promised++;
        assertEquals(1, errors.size(), () -> models + ": " + errors);
        assertEquals(List.of(), errors(free.promise(text)), () -> models + ": " + text);
      }
      Trace formulas = Interpreter.run(free.build());
      for (int j = 0; j < 20; j++) {
        Map<String, Long> sizes =
            Map.of("H", random.nextInt(50) + 1L, "W", random.nextInt(50) + 1L);
        Model numbers = TunableAxes.of(0, 1).with(free.build(), Dim.of(sizes.get("H")));
        Trace trace = Interpreter.run(TunableAxes.of(0, 2).with(numbers, Dim.of(sizes.get("W"))));
        if (holds(where, sizes)) {
          assertEquals(shapes(formulas, sizes), shapes(trace, sizes), () -> models + " " + sizes);
        }
      }
    }
    assertTrue(promised > 20, promised + " promises");
  }

  private static boolean holds(Condition where, Map<String, Long> sizes) {
    try {
      return where.test(sizes);
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  /** Of chains of windows alone the promise is the least that is needed, too. */
  @Test
  void promisesNoMoreThanNeeded() {
    Random random = new Random(63);
    for (int i = 0; i < 40; i++) {
      ModelBuilder free = windows(random);
      List<String> errors = errors(free);
      String message = errors.isEmpty() ? "where = \"0 == 0\"" : errors.get(0);
      Condition where =
          Condition.parse(
              message.substring(message.indexOf("where = \"") + 9, message.length() - 1));
      for (int j = 0; j < 20; j++) {
        Map<String, Long> sizes =
            Map.of("H", random.nextInt(40) + 1L, "W", random.nextInt(40) + 1L);
        Model numbers = TunableAxes.of(0, 1).with(free.build(), Dim.of(sizes.get("H")));
        Trace trace = Interpreter.run(TunableAxes.of(0, 2).with(numbers, Dim.of(sizes.get("W"))));
        assertEquals(where.test(sizes), !trace.hasErrors(), where + " at " + sizes);
      }
    }
  }

  private static List<String> shapes(Trace trace, Map<String, Long> sizes) {
    Map<String, Dim> numbers = new HashMap<>();
    sizes.forEach((name, size) -> numbers.put(name, Dim.of(size)));
    return trace.steps().stream()
        .flatMap(step -> step.outputs().stream())
        .map(tensor -> tensor.shape().with(numbers).toString())
        .toList();
  }

  private static ModelBuilder windows(Random random) {
    ModelBuilder model = new ModelBuilder().input("[3, H, W]");
    StringBuilder forward = new StringBuilder();
    for (int i = random.nextInt(4) + 1; i > 0; i--) {
      int kernel = random.nextInt(4) + 1;
      String window = "k = " + kernel + ", s = " + (random.nextInt(3) + 1);
      window += ", p = " + random.nextInt(kernel / 2 + 1);
      if (random.nextBoolean()) {
        model.layer("a" + i, "Conv2d", "in = 3, out = 3, " + window);
      } else {
        model.layer("a" + i, "MaxPool2d", "ceilMode = " + random.nextBoolean() + ", " + window);
      }
      forward.append("x = a").append(i).append("(x)\n");
    }
    return model.forward(forward.toString());
  }
}
