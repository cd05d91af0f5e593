package io.github.shapecheck.processor.operation;

import java.util.Locale;

/**
 * How many letters two names are apart, case not counted: Levenshtein's distance, for names of sane
 * length.
 */
final class EditDistance {
  private static final int LONGEST = 100;

  private EditDistance() {}

  static int between(String first, String second) {
    if (first.length() > LONGEST || second.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    String left = first.toLowerCase(Locale.ROOT);
    String right = second.toLowerCase(Locale.ROOT);
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substitution = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
