package io.github.shapecheck.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/** Colours the lines of messages as compilers do. */
final class Colors {
  private static final Pattern HEADLINE =
      Pattern.compile("(.*?(?::\\d+)?: )?(error|warning): (.*)");
  private static final Pattern CARET = Pattern.compile(" *\\^+");

  private Colors() {}

  static String of(String line, Ansi ansi) {
    if (!ansi.enabled()) {
      return line;
    }
    Matcher headline = HEADLINE.matcher(line);
    if (headline.matches()) {
      String color = headline.group(2).equals("error") ? "31" : "35";
      String place = headline.group(1) == null ? "" : headline.group(1);
      return bold("1", place)
          + bold("1;" + color, headline.group(2) + ":")
          + " "
          + headline.group(3);
    }
    if (line.stripLeading().startsWith("fix: ") || CARET.matcher(line).matches()) {
      return bold("32", line);
    }
    return line.stripLeading().startsWith("> ") ? bold("1", line) : line;
  }

  private static String bold(String code, String text) {
    return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[m";
  }
}
