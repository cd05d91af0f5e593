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

  /** A count with its unit, {@code 1.33 M}; "" for 0, and {@code f(H, W)} where sizes are free. */
  static String brief(Dim count) {
    if (!count.symbols().isEmpty()) {
      return "f(" + String.join(", ", count.symbols()) + ")";
    }
    if (!count.isConstant() || count.value() < 1000) {
      return count.equals(Dim.of(0)) ? "" : grouped(count);
    }
    double amount = count.value();
    int unit = -1;
    while (amount >= 1000) {
      amount /= 1000;
      unit++;
    }
    int digits = amount < 10 ? 2 : amount < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + digits + "f %c", amount, "kMGTPE".charAt(unit));
  }

  /** A count in full and, if it is large, with its unit too: {@code 1,329,000 (1.33 M)}. */
  static String both(Dim count) {
    boolean large = count.isConstant() && count.value() >= 100_000;
    return large ? grouped(count) + " (" + brief(count) + ")" : count(count);
  }

  /** A count for one line of a summary: a long formula is not spelled out. */
  static String count(Dim count) {
    String text = grouped(count);
    return text.length() <= LONG ? text : "depends on " + String.join(", ", count.symbols());
  }

  /** The bytes of so many parameters, {@code 5.2 KiB as float32}. */
  static String weights(Dim count) {
    return memory(Sum.guarded(() -> count.times(ElementType.bytes("float32")))) + " as float32";
  }

  /** Bytes in the largest unit that leaves at least 1; for one sample where only N is free. */
  static String memory(Dim bytes) {
    if (bytes.isConstant()) {
      return memory(bytes.value());
    }
    return bytes.isKnown() && bytes.symbols().equals(Set.of("N"))
        ? memory(bytes.at(Map.of("N", 1L))) + " (N = 1)"
        : inBytes(bytes);
  }

  private static String inBytes(Dim bytes) {
    String formula = count(bytes);
    return formula.equals(bytes.toString()) ? formula + " " + UNITS[0] : formula;
  }

  /** The same in few characters; "" for none. */
  static String briefMemory(Dim bytes) {
    boolean other = bytes.symbols().stream().anyMatch(s -> !s.equals("N"));
    if (other || bytes.equals(Dim.of(0))) {
      return brief(bytes);
    }
    return bytes.isKnown() ? memory(bytes.at(Map.of("N", 1L))) : bytes.toString();
  }

  /** What a run takes, for one sample where only N is free. */
  static String memory(ShapeReport report) {
    boolean anyBatch = report.symbols().contains("N");
    if (report.symbols().size() > (anyBatch ? 1 : 0)) {
      return inBytes(report.totals().activationBytes());
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
