package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes counts and amounts of memory for people. */
final class Numbers {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private static final int LONG = 60;

  private Numbers() {}

  static String grouped(Dim count) {
    return count.isConstant() ? String.format(Locale.ROOT, "%,d", count.value()) : count.toString();
  }

  /** A count for one line of a summary: a long formula is not spelled out. */
  static String count(Dim count) {
    String text = grouped(count);
    return text.length() <= LONG ? text : "depends on " + String.join(", ", count.symbols());
  }

  /** Bytes in the largest unit that leaves at least 1; for one sample where only N is free. */
  static String memory(Dim bytes) {
    if (bytes.isConstant()) {
      return memory(bytes.value());
    }
    return bytes.isKnown() && bytes.symbols().equals(Set.of("N"))
        ? memory(bytes.at(Map.of("N", 1L))) + " (N = 1)"
        : count(bytes);
  }

  /** What a run takes, for one sample where only N is free. */
  static String memory(ShapeReport report) {
    boolean anyBatch = report.symbols().contains("N");
    if (report.symbols().size() > (anyBatch ? 1 : 0)) {
      return count(report.totals().activationBytes());
    }
    Memory memory = report.memory(1);
    return memory(memory.forward())
        + " forward, "
        + memory(memory.training())
        + " training, "
        + memory(memory.peak())
        + " at once"
        + (anyBatch ? " (N = 1)" : "");
  }

  private static String memory(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    String format = unit == 0 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, format, amount, UNITS[unit]);
  }
}
