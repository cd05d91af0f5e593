package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.describe.Description;
import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A report with numbers for its free sizes is the report of the model with these numbers. */
class ReportAtTest {
  private static final Pattern PROMISE = Pattern.compile("promise where = \"([^\"]+)\"");
  private static final int MODELS = Integer.getInteger("shapecheck.models", 30);
  private static final long SEED = Long.getLong("shapecheck.seed", 0);
  private static final int POINTS = 25;
  private static final List<String> BETWEEN =
      List.of(
          "H == W",
          "H >= W",
          "W == 2 * H",
          "H + W <= 40",
          "H % 4 == W % 4",
          "H == W + 1 and W % 2 == 1",
          "W % 2 == 0 and H < 30",
          "H * W == 144",
          "H % W == 0",
          "W <= H + 3 and H >= 5",
          "H // 2 == W // 3",
          "(H + W) % 3 == 0",
          "W * 3 >= 2 * H and W <= 24");

  private int compared;
  private int refused;
  private int elsewhere;
  private int fields;
  private boolean unchecked;
  private final Map<String, List<String>> differences = new TreeMap<>();

  @Test
  void aReportWithNumbersIsTheReportOfTheModelWithThem() {
    List<RandomModels> kinds =
        List.of(
            new RandomModels(77 + SEED),
            RandomModels.withPieces(79 + SEED),
            RandomModels.ofPrograms(80 + SEED));
    Random random = new Random(78 + SEED);
    for (int i = 0; i < MODELS; i++) {
      RandomModels models = kinds.get(i % kinds.size()).next();
      String where = i % 2 == 0 ? "" : BETWEEN.get(random.nextInt(BETWEEN.size()));
      Trace trace = run(models, where);
      if (trace.hasErrors()) {
        where = promise(trace).orElse(where);
        trace = run(models, where);
      }
      if (!trace.hasErrors()) {
        unchecked = trace.problems().stream().anyMatch(p -> p.id() == ProblemId.UNCHECKED);
        ShapeReport report = Description.of(trace, "Net", AcceptedSizes.of(trace));
        for (int j = 0; j < POINTS; j++) {
          long h = random.nextInt(36) + 1L;
          List<Long> likely = j % 2 == 0 ? partners(where, h) : List.of();
          likely = likely.stream().filter(one -> one < 120).toList();
          boolean some = likely.isEmpty();
          long w = some ? random.nextInt(36) + 1L : likely.get(random.nextInt(likely.size()));
          check(models, report, where, h, w);
        }
        accepts(models, report, where);
      }
    }
    assertEquals(Map.of(), differences);
    assertTrue(compared > 5 * MODELS, compared + " compared");
    assertTrue(fields > 5 * MODELS, fields + " receptive fields");
    assertTrue(refused > MODELS, refused + " refused");
    assertTrue(elsewhere * 20 < compared, elsewhere + " another way of " + compared);
  }

  private static Trace run(RandomModels models, String where) {
    ModelBuilder free = models.free();
    return Interpreter.run((where.isEmpty() ? free : free.promise(where)).build());
  }

  /** The widths that go with a height. */
  private static List<Long> partners(String where, long h) {
    return LongStream.range(1, 500)
        .filter(w -> where.isEmpty() || holds(where, Map.of("H", h, "W", w)))
        .boxed()
        .toList();
  }

  /** A height is admitted if it is with some width. */
  private void accepts(RandomModels models, ShapeReport report, String where) {
    String accepts = report.inputs().get(0).accepts().get(2);
    if (accepts.contains("searched")) {
      return;
    }
    SizeSet heights = SizeSet.parse(accepts);
    for (long h = 1; h < 40; h++) {
      long height = h;
      List<Long> widths = partners(where, h);
      boolean promised = heights.contains(h);
      boolean right =
          promised
              ? !widths.isEmpty()
              : widths.stream()
                  .limit(9)
                  .allMatch(w -> Interpreter.run(models.at(height, w).build()).hasErrors());
      differ("accepts", "true", "" + right, models + "\n" + where + " " + accepts + " at " + h);
    }
  }

  private static Optional<String> promise(Trace trace) {
    return trace.problems().stream()
        .map(problem -> PROMISE.matcher(problem.message()))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private void check(RandomModels models, ShapeReport report, String where, long h, long w) {
    Map<String, Long> sizes = Map.of("H", h, "W", w);
    Trace plain = Interpreter.run(models.at(h, w).build());
    boolean admitted = !plain.hasErrors() && (where.isEmpty() || holds(where, sizes));
    String context = models + "\n" + where + " at " + h + " x " + w;
    ShapeReport at;
    try {
      at = report.at(sizes);
    } catch (IllegalArgumentException why) {
      boolean lost = unchecked && why.getMessage().contains("not every shape is known");
      boolean told = !admitted || lost || why.getMessage().contains("another way");
      differ("refusal", "", told ? "" : why.getMessage(), context);
      elsewhere += admitted && why.getMessage().contains("another way") ? 1 : 0;
      refused += admitted ? 0 : 1;
      return;
    }
    if (!admitted) {
      differ("refusal", plain.problems().toString(), "", context);
      return;
    }
    ShapeReport expected = Description.of(plain, "Net", List.of());
    if (report.steps().stream().anyMatch(ReportAtTest::isRepeated)) {
      differ("totals", text(expected), text(at), context);
      return; // one step stands for many
    }
    differ("totals", text(expected), text(at), context);
    differ("steps", "" + expected.steps().size(), "" + at.steps().size(), context);
    for (int i = 0; i < Math.min(at.steps().size(), expected.steps().size()); i++) {
      Step one = expected.steps().get(i);
      Step other = at.steps().get(i);
      differ(one.op(), text(one), text(other), context);
      if (other.field().isPresent()) { // H = 1 may leave one axis where formulas merge two
        differ("field of " + one.op(), spans(one.field()), spans(other.field()), context);
        fields++;
      }
    }
    compared++;
  }

  private static boolean isRepeated(Step step) {
    return step.results().stream().anyMatch(result -> !result.times().equals(Dim.of(1)));
  }

  private void differ(String kind, String expected, String actual, String context) {
    if (!expected.equals(actual)) {
      differences
          .computeIfAbsent(kind, it -> new ArrayList<>())
          .add("expected " + expected + "\n but is  " + actual + "\nof " + context);
    }
  }

  /** Where the fields lie and how far apart. */
  private static String spans(Optional<ReceptiveField> field) {
    return field.map(f -> f.size() + " from " + f.offset() + " by " + f.jump()).orElse("none");
  }

  private static boolean holds(String where, Map<String, Long> sizes) {
    try {
      return Condition.parse(where).test(sizes);
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  private static String text(ShapeReport report) {
    return report.outputs() + " " + report.totals() + " " + report.layers() + report.memory(3);
  }

  private static String text(Step step) {
    return step.name()
        + " "
        + step.results()
        + " "
        + step.macs()
        + " "
        + step.weights()
        + " "
        + step.from()
        + " "
        + step.attributes()
        + " "
        + step.view();
  }
}
