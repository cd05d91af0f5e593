package io.github.shapecheck.processor.describe;

import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.text.ReportText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Writes a report down to be committed and compared: its text without the reasons. */
public final class LockText {
  private static final int SHOWN = 8;

  private LockText() {}

  public static List<String> of(ShapeReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# The shapes of " + report.model() + "; -Ashapecheck.lock.update=true rewrites this.");
    for (String line : ReportText.write(report)) {
      if (!line.startsWith(" ")) {
        lines.add(line);
      }
    }
    lines.add("# parameters " + report.totals().params());
    return lines;
  }

  /**
   * The lines that differ, {@code -} for the committed and {@code +} for the present; "" if none.
   */
  public static String difference(List<String> committed, List<String> present) {
    if (committed.equals(present)) {
      return "";
    }
    String lines =
        shown("\n- ", without(committed, present)) + shown("\n+ ", without(present, committed));
    return lines.isEmpty() ? "\nthe same lines in another order" : lines;
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    left.removeAll(new HashSet<>(others));
    return left;
  }

  private static String shown(String sign, List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
      text.append(sign).append(line);
    }
    int more = lines.size() - SHOWN;
    return more <= 0 ? text.toString() : text + sign + "and " + more + " more";
  }
}
