package io.github.shapecheck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is accepted for the batch N runs in LibTorch for 2 and 3 and has the size that the formula
 * gives; what is refused does not run for every batch from 2 to 8.
 */
final class BatchTest {
  private static final Pattern KINDS =
      Pattern.compile(
          "(Conv|MaxPool|AvgPool|LPPool|Adaptive|BatchNorm|InstanceNorm|GroupNorm|LayerNorm|RMSNorm|Linear|PReLU"
              + "|Zero|Constant|Reflection|Replication|Circular|Upsampl|Pixel|Channel|Unfold|Fold|Softmax|LogSoftmax|GLU"
              + "|Embedding$|Bilinear|L1Loss|MSELoss|BCE|CrossEntropy|NLLLoss|cat|stack|broadcast|matmul|reduce|expand).*");
  private static final int CASES = Integer.getInteger("cases", 1500) / 15;

  @TestFactory
  Stream<DynamicTest> theBatchMayBeAnyNumber() {
    return Kinds.all().stream()
        .filter(kind -> KINDS.matcher(kind.name()).matches())
        .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check(kind)));
  }

  private static void check(Kind kind) {
    Dice dice = new Dice(Long.getLong("seed", 1) * 17 + kind.name().hashCode());
    String found =
        IntStream.range(0, CASES)
            .mapToObj(i -> kind.next(dice))
            .filter(c -> !c.inputs().isEmpty() && c.input(0).rank() > 0)
            .map(c -> disagreement(kind, c))
            .filter(text -> !text.isEmpty())
            .limit(3)
            .collect(Collectors.joining("\n"));
    assertEquals("", found, kind.name());
  }

  static String disagreement(Kind kind, Case drawn) {
    Trace trace =
        Interpreter.run(
            Shapecheck.model(drawn, drawn.inputs().stream().map(x -> batched(drawn, x)).toList()));
    if (!trace.hasErrors()) {
      return LongStream.of(2, 3)
          .mapToObj(
              n -> {
                Verdict ours = Shapecheck.verdict(trace, Map.of("N", n));
                Verdict torch = kind.judge(sized(drawn, n));
                boolean same =
                    torch.agrees(ours) || Exceptions.reason(sized(drawn, n), torch, ours) != null;
                return same
                    ? ""
                    : "N = "
                        + n
                        + ": "
                        + sized(drawn, n)
                        + "\n    LibTorch   "
                        + torch
                        + "\n    shapecheck "
                        + ours;
              })
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse("");
    }
    Verdict ours = Shapecheck.verdict(trace, Map.of());
    Set<Boolean> accepted =
        LongStream.rangeClosed(2, 8)
            .mapToObj(n -> sized(drawn, n))
            .map(c -> new Answer(c, kind.judge(c)))
            .filter(a -> Exceptions.reason(a.question(), a.torch(), ours) == null)
            .map(a -> a.torch() instanceof Verdict.Accepted)
            .collect(Collectors.toSet());
    return accepted.equals(Set.of(true))
        ? drawn + " runs for N = 2 to 8\n    shapecheck " + ours
        : "";
  }

  private record Answer(Case question, Verdict torch) {}

  /** Inputs that have the first input's batch have N in its stead. */
  private static boolean hasBatch(Case drawn, Operand x) {
    return x.rank() > 0 && x.size(0) == drawn.input(0).size(0);
  }

  private static InputDeclaration batched(Case drawn, Operand x) {
    List<Dim> dims = x.shape().stream().map(Dim::of).toList();
    boolean batch = hasBatch(drawn, x);
    return Shapecheck.declared(
        x, Shape.of(batch ? dims.subList(1, dims.size()) : dims), batch ? 0 : -1);
  }

  private static Case sized(Case drawn, long batch) {
    Case sized = drawn;
    for (int i = 0; i < drawn.inputs().size(); i++) {
      Operand x = drawn.input(i);
      sized = hasBatch(drawn, x) ? sized.with(i, x.with(0, batch)) : sized;
    }
    return sized;
  }
}
