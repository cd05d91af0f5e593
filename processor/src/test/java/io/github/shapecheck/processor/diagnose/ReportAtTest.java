package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.shapecheck.processor.describe.Description;
import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.shape.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

  @Test
  void aReportWithNumbersIsTheReportOfTheModelWithThem() {
    RandomModels models = new RandomModels(77);
    Random random = new Random(78);
    for (int i = 0; i < MODELS; i++) {
      models.next();
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
      if (admitted && !why.getMessage().contains("another way")) {
        fail(context, why);
      }
      elsewhere += admitted ? 1 : 0;
      refused += admitted ? 0 : 1;
      return;
    }
    assertTrue(admitted, context);
    ShapeReport expected = Description.of(plain, "Net", List.of());
    assertEquals(text(expected), text(at), context);
    for (int i = 0; i < at.steps().size(); i++) {
      Optional<ReceptiveField> field = at.steps().get(i).field();
      if (field.isPresent()) { // an adaptive pool's depends on the size in no way that is written
        assertEquals(spans(expected.steps().get(i).field()), spans(field), context);
        fields++;
      }
    }
    compared++;
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
    StringBuilder text = new StringBuilder();
    for (Step step : report.steps()) {
      text.append(step.name()).append(' ').append(step.outputs()).append(' ').append(step.macs());
      text.append('\n');
    }
    return text.append(report.outputs()).append(report.totals()).toString();
  }
}
