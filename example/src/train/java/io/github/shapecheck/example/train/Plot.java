package io.github.shapecheck.example.train;

import java.util.List;
import java.util.Locale;

/** Draws curves as SVG. */
final class Plot {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 240;

  private Plot() {}

  /** Loss (falling) and accuracy (rising), each batch from left to right. */
  static String svg(List<Double> loss, List<Double> accuracy) {
    double most = loss.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-10 -20 500 280' font-family='sans-serif'>"
        + "<rect width='480' height='240' fill='none' stroke='#999'/>"
        + line(loss, most, "#c0392b")
        + line(accuracy, 1, "#2471a3")
        + "<text x='4' y='-6' fill='#c0392b'>loss, at most "
        + String.format(Locale.ROOT, "%.2f", most)
        + "</text><text x='340' y='-6' fill='#2471a3'>accuracy, up to 1</text></svg>\n";
  }

  private static String line(List<Double> values, double most, String colour) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double x = (double) WIDTH * i / Math.max(1, values.size() - 1);
      double y = HEIGHT - HEIGHT * Math.min(1, values.get(i) / most);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    return "<polyline fill='none' stroke='" + colour + "' points='" + points + "'/>";
  }
}
