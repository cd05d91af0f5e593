package io.github.shapecheck.processor.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes numbers wrong, alone and in a text. */
record Misspelling(Random random) {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{1,9}(?![\\w.])");

  /** Another number than the one that is written. */
  long other(long number) {
    long[] others = {number + 1, number + 2, number - 1, number * 2, number + 13, number / 2};
    long other = number;
    while (other == number || other < 0) {
      other = others[random.nextInt(others.length)];
    }
    return other;
  }

  /** The number that stands in a text where another one stood. */
  static String changed(String before, String after) {
    Matcher old = NUMBER.matcher(before);
    Matcher now = NUMBER.matcher(after);
    while (old.find() && now.find()) {
      if (!old.group().equals(now.group())) {
        return now.group();
      }
    }
    return after;
  }

  /** The texts with one number wrong, for each number. */
  List<String> variants(String text) {
    List<String> variants = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      variants.add(
          text.substring(0, matcher.start())
              + other(Long.parseLong(matcher.group()))
              + text.substring(matcher.end()));
    }
    return variants;
  }
}
