package io.github.shapecheck.processor.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A diagnostic that a source file announces in a comment, behind the line it is about or on lines
 * of their own in front of it:
 *
 * <pre>
 *   // BUG: 20 * 9 * 9 [linear-in] fc1 expects 1620 ... 2000
 *   //   fix: fc1: in = 2000
 *   &#64;Linear(in = 20 * 9 * 9, out = 500) Object fc1;
 * </pre>
 *
 * <p>{@code BUG} is an error, {@code LINT} a warning. Then comes the source text that the compiler
 * must point at (with context if need be: {@code s = <3>}), the id, and the message's first line,
 * where {@code ...} stands for anything. Further comment lines, indented by three, are lines of the
 * message.
 *
 * @param line counted from 1
 * @param column where the marked text starts, counted from 1
 * @param marked the source text, its first line at most
 */
record Expectation(
    CompilerMessage.Kind kind,
    int line,
    int column,
    String marked,
    String firstLine,
    List<String> details) {

  private static final Pattern COMMENT =
      Pattern.compile("^(.*?)// (BUG|LINT): (.+?) (\\[[a-z0-9-]+].*)$");
  private static final Pattern DETAIL = Pattern.compile("^\\s*//   (.*)$");

  /** Reads all announcements of a source text. */
  static List<Expectation> in(String source) {
    List<String> lines = source.lines().toList();
    List<Expectation> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.matches()) {
        List<String> details = new ArrayList<>();
        int next = i + 1;
        while (next < lines.size() && DETAIL.matcher(lines.get(next)).matches()) {
          details.add(lines.get(next++).replaceFirst(DETAIL.pattern(), "$1"));
        }
        int target = comment.group(1).isBlank() ? codeFrom(lines, next) : i;
        found.add(of(comment, target, lines.get(target), details));
      }
    }
    return found;
  }

  private static int codeFrom(List<String> lines, int from) {
    int line = from;
    while (lines.get(line).strip().startsWith("//")) {
      line++;
    }
    return line;
  }

  private static Expectation of(Matcher comment, int line, String code, List<String> details) {
    String place = comment.group(3);
    Matcher context = Pattern.compile("(.*)<(.+)>(.*)").matcher(place);
    boolean inContext = context.matches();
    String before = inContext ? context.group(1) : "";
    String marked = inContext ? context.group(2) : place;
    String text = inContext ? before + marked + context.group(3) : place;
    String own = COMMENT.matcher(code).matches() ? code.substring(0, code.indexOf(" //")) : code;
    int at = own.indexOf(text);
    if (at < 0 || own.indexOf(text, at + 1) >= 0) {
      throw new IllegalArgumentException("Not once in line " + (line + 1) + ": " + text);
    }
    return new Expectation(
        comment.group(2).equals("BUG") ? CompilerMessage.Kind.ERROR : CompilerMessage.Kind.WARNING,
        line + 1,
        at + before.length() + 1,
        marked,
        comment.group(4).strip(),
        details);
  }

  /** Whether a compiler's message is the announced one. */
  boolean isMetBy(CompilerMessage message, Compiler compiler) {
    return says(message) && message.line() == line && isMarkedBy(message, compiler);
  }

  /** Since 3.42 Eclipse's compiler knows no places in records; {@code -Dunplaced} says it may. */
  boolean isLostAs(CompilerMessage message) {
    return says(message) && message.line() < 0 && System.getProperty("unplaced") != null;
  }

  private boolean says(CompilerMessage message) {
    return message.kind() == kind
        && like(firstLine, message.firstLine())
        && details.stream()
            .allMatch(d -> message.lines().stream().anyMatch(l -> like(d.strip(), l.strip())));
  }

  private boolean isMarkedBy(CompilerMessage message, Compiler compiler) {
    long column = message.column();
    String text = message.marked().lines().findFirst().orElse("");
    if (compiler == Compiler.ECLIPSE) {
      // At the member's name before the value; for an item of an array at the annotation; for a
      // component of a record at its name.
      return column == this.column || message.marked().matches("\\w+|@[\\w.]+");
    }
    // javac's caret stands on the operator of "20 * 9 * 9".
    return text.equals(marked) && column >= this.column && column < this.column + marked.length();
  }

  private static boolean like(String pattern, String text) {
    String[] parts = pattern.split(Pattern.quote("..."), -1);
    StringBuilder regex = new StringBuilder();
    for (String part : parts) {
      regex.append(regex.isEmpty() ? "" : ".*").append(part.isEmpty() ? "" : Pattern.quote(part));
    }
    boolean open = parts.length == 1 && pattern.endsWith("]");
    return text.matches(regex + (open ? ".*" : ""));
  }

  @Override
  public String toString() {
    return line + ":" + column + " " + kind + " at " + marked + ": " + firstLine + " " + details;
  }
}
