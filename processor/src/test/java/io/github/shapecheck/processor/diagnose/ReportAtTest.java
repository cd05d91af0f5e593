package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.describe.Description;
import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.shape.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A report with numbers for its free sizes is the report of the model with these numbers. */
class ReportAtTest {
  private static final Pattern PROMISE = Pattern.compile("promise where = \"([^\"]+)\"");
  private static final int MODELS = Integer.getInteger("shapecheck.models", 30);
  private static final int POINTS = 25;

  private int compared;
  private int refused;
  private int elsewhere;
  private int fields;
  private final Map<String, List<String>> differences = new TreeMap<>();

  @Test
  void aReportWithNumbersIsTheReportOfTheModelWithThem() {
    RandomModels maps = new RandomModels(77);
    RandomModels pieces = RandomModels.withPieces(79);
    Random random = new Random(78);
    for (int i = 0; i < MODELS; i++) {
      RandomModels models = (i % 2 == 0 ? maps : pieces).next();
      String where = "";
      Trace trace = Interpreter.run(models.free().build());
      if (trace.hasErrors()) {
        where = promise(trace).orElse("");
        trace = where.isEmpty() ? trace : Interpreter.run(models.free().promise(where).build());
      }
      if (!trace.hasErrors()) {
        ShapeReport report = Description.of(trace, "Net", AcceptedSizes.of(trace));
        for (int j = 0; j < POINTS; j++) {
          check(models, report, where, random.nextInt(36) + 1L, random.nextInt(36) + 1L);
        }
      }
    }
    assertEquals(Map.of(), differences);
    assertTrue(compared > 5 * MODELS, compared + " compared");
    assertTrue(fields > 5 * MODELS, fields + " receptive fields");
    assertTrue(refused > MODELS, refused + " refused");
    assertTrue(elsewhere * 20 < compared, elsewhere + " another way");
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
      boolean told = !admitted || why.getMessage().contains("another way");
      differ("refusal", "", told ? "" : why.getMessage(), context);
      elsewhere += admitted ? 1 : 0;
      refused += admitted ? 0 : 1;
      return;
    }
    if (!admitted) {
      differ("refusal", plain.problems().toString(), "", context);
      return;
    }
    ShapeReport expected = Description.of(plain, "Net", List.of());
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
