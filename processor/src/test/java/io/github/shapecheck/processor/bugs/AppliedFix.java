package io.github.shapecheck.processor.bugs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applies a printed fix to a source in which every field and every forward line stands on a line of
 * its own.
 */
final class AppliedFix {
  private static final Pattern LINE = Pattern.compile("line (\\d+): (.*)");
  private static final Pattern ADD = Pattern.compile("([\\w.]+): add (@.*)");
  private static final Pattern INPUT = Pattern.compile("(\\w+): \\{(.*)}");
  private static final Pattern DTYPE = Pattern.compile("(\\w+): dtype = (\\w+)\\.class");
  private static final Pattern WHERE = Pattern.compile("(\\w+): where = (\".*\")");
  private static final Pattern WITH = Pattern.compile("([\\w.]+): with = (\".*\")");
  private static final Pattern MEMBERS = Pattern.compile("([\\w.]+): (\\w+ = .*)");

  private static final Pattern LAYER = Pattern.compile("([\\w.]+): (@.*)");
  private static final Pattern NEXT = Pattern.compile("; (?=[\\w.]+( \\d+)?: )");

  private AppliedFix() {}

  /** The repaired source; of a range of sizes the first or the last number is taken. */
  static String to(String source, String fix, boolean last) {
    String repaired = source;
    for (String change : NEXT.split(fix)) {
      repaired = one(repaired, change, last);
    }
    return repaired;
  }

  private static String one(String source, String fix, boolean last) {
    Matcher line = LINE.matcher(fix);
    if (line.matches()) {
      return replaceLine(source, Integer.parseInt(line.group(1)), line.group(2));
    }
    Matcher dtype = DTYPE.matcher(fix);
    if (dtype.matches()) {
      return onInput(
          source,
          dtype.group(1),
          text ->
              text.replaceFirst(", dtype = \\w+\\.class", "")
                  .replaceFirst(
                      "@Input\\((value = )?(\\{[^}]*})",
                      "@Input(value = $2, dtype = " + dtype.group(2) + ".class"));
    }
    Matcher where = WHERE.matcher(fix);
    if (where.matches()) {
      String promise = Matcher.quoteReplacement(", where = " + where.group(2));
      return onInput(
          source,
          where.group(1),
          text ->
              text.replaceFirst(", where = \"[^\"]*\"", "")
                  .replaceFirst("@Input\\((value = )?(\\{[^}]*})", "@Input(value = $2" + promise));
    }
    Matcher with = WITH.matcher(fix);
    if (with.matches()) {
      String text = Matcher.quoteReplacement("with = " + with.group(2));
      return onField(source, with.group(1), field -> field.replaceFirst("with = \"[^\"]*\"", text));
    }
    Matcher add = ADD.matcher(fix);
    if (add.matches() && source.contains("\nclass " + add.group(1) + " {")) {
      return source.replace(
          "\nclass " + add.group(1) + " {", "\n" + add.group(2) + "\nclass " + add.group(1) + " {");
    }
    if (add.matches()) {
      return onField(
          source,
          add.group(1),
          text -> text.replaceFirst("@", Matcher.quoteReplacement(add.group(2) + " @")));
    }
    Matcher layer = LAYER.matcher(fix);
    if (layer.matches()) {
      String other = Matcher.quoteReplacement(layer.group(2));
      return onField(
          source,
          layer.group(1),
          text -> text.replaceFirst("@\\w+(\\((\"[^\"]*\"|[^)\"])*\\))?", other));
    }
    Matcher input = INPUT.matcher(fix);
    if (input.matches()) {
      String sizes =
          input.group(2).replaceAll(last ? "\\d+\\.\\.(\\d+)" : "(\\d+)\\.\\.\\d+", "$1");
      return onInput(
          source,
          input.group(1),
          text -> text.replaceFirst("@Input\\((value = )?\\{[^}]*}", "@Input($1{" + sizes + "}"));
    }
    Matcher members = MEMBERS.matcher(fix);
    if (members.matches()) {
      return onField(source, members.group(1), text -> setAll(text, members.group(2)));
    }
    throw new IllegalArgumentException("no known form: " + fix);
  }

  private static String replaceLine(String source, int number, String text) {
    List<String> lines = new java.util.ArrayList<>(source.lines().toList());
    int first = lines.indexOf("@Forward(\"\"\"");
    lines.set(first + number, "    " + text.strip());
    return String.join("\n", lines) + "\n";
  }

  private interface Change {
    String apply(String text);
  }

  /** Changes the input of a name; the one without a name is x. */
  private static String onInput(String source, String name, Change change) {
    List<String> lines = new java.util.ArrayList<>(source.lines().toList());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean named = line.contains("name = \"");
      if (line.startsWith("@Input")
          && (named ? line.contains("name = \"" + name + "\"") : name.equals("x"))) {
        lines.set(i, change.apply(line));
        return String.join("\n", lines) + "\n";
      }
    }
    throw new IllegalArgumentException("no input " + name);
  }

  private static String onField(String source, String field, Change change) {
    List<String> lines = new java.util.ArrayList<>(source.lines().toList());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith(" " + field + ";")) {
        lines.set(i, change.apply(lines.get(i)));
        return String.join("\n", lines) + "\n";
      }
    }
    throw new IllegalArgumentException("no field " + field);
  }

  private static String setAll(String text, String settings) {
    String result = text.replaceFirst("\\((?!\\w+ = )([^)]+)\\)", "(value = $1)");
    for (String setting : settings.split(", (?=\\w+ = )")) {
      String[] sides = setting.split(" = ", 2);
      Pattern member = Pattern.compile("\\b" + sides[0] + " = (\\{[^}]*}|[^,){]*)");
      Matcher found = member.matcher(result);
      result =
          found.find()
              ? found.replaceFirst(Matcher.quoteReplacement(setting))
              : result.contains("()")
                  ? result.replaceFirst("\\(\\)", Matcher.quoteReplacement("(" + setting + ")"))
                  : result.replaceFirst("\\(", Matcher.quoteReplacement("(" + setting + ", "));
    }
    return result;
  }
}
