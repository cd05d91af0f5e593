package io.github.shapecheck.benchmark;

import java.util.List;
import java.util.Locale;

/** The middle of some measurements, and between which two numbers half of them lie. */
record Quartiles(double low, double middle, double high) {
  static Quartiles of(List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    int last = sorted.size() - 1;
    return new Quartiles(sorted.get(last / 4), sorted.get(last / 2), sorted.get(last * 3 / 4));
  }

  void print(String what) {
    System.out.printf(Locale.ROOT, "%-60s %8.2f  (%.2f .. %.2f)%n", what, middle, low, high);
  }
}
