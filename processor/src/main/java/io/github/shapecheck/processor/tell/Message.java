package io.github.shapecheck.processor.tell;

import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The text of a message: what is wrong, the line of the forward pass, the way the tensor took, the
 * fixes. Plain ASCII.
 */
final class Message {
  private static final int WIDEST = 160;
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_FIX = 600;

  /** Longer ways are told without the arithmetic. */
  private static final int LONG_WAY = 3_000;

  /** No text is longer. */
  private static final int LONGEST = 4_000;

  private final Trace trace;
  private final ShapeHistory way;

  /** Messages about the problems of a trace. */
  Message(Trace trace) {
    this.trace = trace;
    this.way = new ShapeHistory(trace);
  }

  String of(Problem problem, List<Edit> fixes, boolean quoting) {
    StringBuilder text = new StringBuilder();
    String[] lines =
        hasLines(problem) ? problem.message().split("\\R") : new String[] {problem.message()};
    text.append('[').append(problem.id().id()).append("] ").append(oneLine(lines[0]));
    for (int i = 1; i < lines.length; i++) {
      text.append("\n    ").append(oneLine(lines[i]));
    }
    if (quoting && problem.place().inForward()) {
      quote(problem.place(), text);
    }
    StringBuilder rows = new StringBuilder();
    way(problem, true, rows);
    if (rows.length() > LONG_WAY) {
      rows.setLength(0);
      way(problem, false, rows);
    }
    text.append(rows);
    for (Edit fix : fixes) {
      String said = fix.toString();
      if (said.length() <= LONGEST_FIX) {
        text.append("\n  fix: ").append(plain(said));
      }
    }
    return ascii(cut(text.toString(), LONGEST));
  }

  /** Messages that we wrote over several lines; line breaks in others are the user's. */
  private static boolean hasLines(Problem problem) {
    return problem.id() == ProblemId.BUDGET || problem.id() == ProblemId.LOCK;
  }

  /** The line of the program with a caret under the part that is wrong. */
  private void quote(Place place, StringBuilder text) {
    String line = line(place);
    int start = Math.min(place.start(), line.length());
    int end = Math.max(start + 1, Math.min(place.end(), line.length()));
    int from = Math.max(0, Math.min(start - 20, line.length() - WIDEST));
    from = line.length() <= WIDEST ? line.length() - line.stripLeading().length() : from;
    String shown =
        line.substring(Math.min(from, start), Math.min(line.length(), from + WIDEST))
            .replace('\t', ' ');
    String label =
        place.origin() instanceof PythonFile file
            ? "    " + file.name() + ":" + place.line() + ": "
            : "    line " + place.line() + ": ";
    text.append('\n').append(label).append(shown);
    int caret = label.length() + start - Math.min(from, start);
    text.append('\n')
        .append(" ".repeat(caret))
        .append("^".repeat(Math.max(1, Math.min(end - start, WIDEST))));
  }

  private String line(Place place) {
    if (place.origin() instanceof PythonFile file) {
      List<String> lines = file.program().lines();
      return place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
    }
    return Stream.concat(Stream.of(trace.model().root()), trace.model().modules().values().stream())
        .map(ModuleDeclaration::forward)
        .flatMap(forward -> forward.stream())
        .filter(forward -> forward.origin().equals(place.origin()))
        .filter(forward -> place.line() <= forward.program().lines().size())
        .map(ForwardDeclaration::program)
        .map(program -> program.line(place.line()))
        .findFirst()
        .orElse("");
  }

  private void way(Problem problem, boolean arithmetic, StringBuilder text) {
    List<Row> rows = new ArrayList<>();
    for (ShapeHistory.Line line : way.to(problem)) {
      String rest = arithmetic ? line.arithmetic() : "";
      rows.add(new Row("    ", cut(line.name(), LONGEST_NAME), cut(line.shape(), WIDEST), rest));
    }
    if (rows.isEmpty()) {
      return;
    }
    String subject = problem.subject().isEmpty() ? "here" : cut(problem.subject(), LONGEST_NAME);
    String declared = cut(problem.facts().declared(), WIDEST);
    rows.add(new Row("  > ", subject, declared, "does not match"));
    int names = rows.stream().mapToInt(row -> row.name.length()).max().getAsInt();
    int shapes = rows.stream().mapToInt(row -> row.shape.length()).max().getAsInt();
    for (Row row : rows) {
      String line =
          row.indent
              + padded(row.name, names)
              + "  "
              + padded(row.shape, Math.min(shapes, 40))
              + "   "
              + row.rest;
      text.append('\n').append(line.stripTrailing());
    }
  }

  /** A line of the way that a tensor took. */
  private record Row(String indent, String name, String shape, String rest) {}

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String oneLine(String message) {
    return cut(message.replace('\n', ' ').replace('\r', ' '), LONGEST_LINE);
  }

  /** Text of at most so many characters. */
  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 3) + "...";
  }

  /** A fix without the comment behind it that these messages could not show as it is. */
  private static String plain(String fix) {
    return ascii(fix).equals(fix) ? fix : fix.replaceFirst("\\s*#[^#'\"]*$", "");
  }

  private static String ascii(CharSequence text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(c == '\n' || c >= ' ' && c < 127 ? c : '?');
    }
    return plain.toString();
  }
}
