package io.github.shapecheck.report;

import java.util.List;

/** Says which names there are when one is asked for that is not. */
final class Names {
  private static final int MANY = 20;

  private Names() {}

  static String unknown(String kind, String name, List<String> known) {
    if (known.isEmpty()) {
      return "no " + kind + " " + name + ": there are none";
    }
    String list = String.join(", ", known.subList(0, Math.min(MANY, known.size())));
    return "no " + kind + " " + name + " among " + list + (known.size() > MANY ? ", ..." : "");
  }
}
