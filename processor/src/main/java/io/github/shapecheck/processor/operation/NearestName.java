package io.github.shapecheck.processor.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The name that a misspelled one was meant to be: by Levenshtein's distance, case not counted, for
 * names of sane length.
 */
public final class NearestName {
  private static final int LONGEST = 100;

  private NearestName() {}

  /** The nearest of some names, if it is near enough to be meant. */
  public static Optional<String> of(String name, List<String> names) {
    int limit = Math.max(1, name.length() / 3);
    return names.stream()
        .filter(other -> Math.abs(other.length() - name.length()) <= limit)
        .filter(other -> distance(name, other) <= limit)
        .min(
            Comparator.comparingInt((String other) -> distance(name, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A suggestion for a name that is none of some; empty where none is near. */
  public static String suggestion(String name, List<String> names) {
    return of(name, names).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private static int distance(String first, String second) {
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
