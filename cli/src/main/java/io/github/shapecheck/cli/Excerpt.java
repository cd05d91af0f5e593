package io.github.shapecheck.cli;

/** A line of a file and a caret under a column of it; of a long line what is around the column. */
final class Excerpt {
  private static final int WIDEST = 400;
  private static final int BEFORE = 80;

  private Excerpt() {}

  static String of(String line, int column) {
    boolean fits = line.length() <= WIDEST;
    int from = fits ? 0 : Math.max(0, Math.min(column, line.length()) - BEFORE);
    String shown =
        line.substring(from, fits ? line.length() : Math.min(line.length(), from + WIDEST));
    return shown.replace('\t', ' ') + "\n" + " ".repeat(Math.max(0, column - from)) + "^";
  }
}
