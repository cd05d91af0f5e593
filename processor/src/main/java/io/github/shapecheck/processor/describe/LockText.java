package io.github.shapecheck.processor.describe;

import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ModelOutput;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a report down to be committed and compared: one input, step, unused layer or output a
 * line.
 */
public final class LockText {
  private static final int SHOWN = 8;

  private LockText() {}

  /** The lines of a report. */
  public static List<String> of(ShapeReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# The shapes of " + report.model() + "; -Ashapecheck.lock.update=true rewrites this.");
    for (ModelInput input : report.inputs()) {
      lines.add("input " + input.name() + ": " + input.shape() + " " + input.dtype());
    }
    Set<String> owners = new HashSet<>();
    for (Step step : report.steps()) {
      owners.add(step.owner());
      lines.add(line(step));
    }
    for (Layer layer : report.layers()) {
      if (!owners.contains(layer.path())) {
        lines.add("unused " + layer.path() + ": " + layer.type() + " " + layer.params());
      }
    }
    for (ModelOutput output : report.results()) {
      lines.add("output " + output.from() + ": " + output.shape());
    }
    lines.add("parameters: " + report.totals().params());
    return lines.stream().map(l -> l.replace('\n', ' ').replace('\r', ' ')).toList();
  }

  private static String line(Step step) {
    String from = String.join(", ", step.from());
    String results =
        step.results().stream()
            .map(r -> r.shape() + (r.dtype().equals("float32") ? "" : " " + r.dtype()))
            .collect(Collectors.joining(", "));
    String weights =
        step.weights().stream()
            .map(w -> " " + w.name() + " " + w.shape())
            .collect(Collectors.joining(",", "  with", ""));
    return step.name()
        + ": "
        + step.op()
        + "("
        + from
        + ") -> "
        + results
        + (step.weights().isEmpty() ? "" : weights);
  }

  /**
   * The lines that differ, {@code -} for the committed and {@code +} for the present; "" if none.
   */
  public static String difference(List<String> committed, List<String> present) {
    int same = 0;
    int shorter = Math.min(committed.size(), present.size());
    while (same < shorter && committed.get(same).equals(present.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < shorter - same
        && committed
            .get(committed.size() - 1 - tail)
            .equals(present.get(present.size() - 1 - tail))) {
      tail++;
    }
    return shown("\n- ", committed.subList(same, committed.size() - tail))
        + shown("\n+ ", present.subList(same, present.size() - tail));
  }

  private static String shown(String sign, List<String> lines) {
    String text = lines.stream().limit(SHOWN).map(l -> sign + l).collect(Collectors.joining());
    return lines.size() <= SHOWN ? text : text + sign + "and " + (lines.size() - SHOWN) + " more";
  }
}
