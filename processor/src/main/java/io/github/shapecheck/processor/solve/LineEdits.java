package io.github.shapecheck.processor.solve;

import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.op.Tensor;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposes other texts for the line of the forward pass in which a problem stands. */
final class LineEdits {
  private static final Dim BATCH = Dim.symbol("N");

  /** A whole number or a product of such, as {@code 16*5*5}, not part of a name or a decimal. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])\\d+(?:\\s*\\*\\s*\\d+)*(?![\\w.])");

  private static final Pattern VIEW =
      Pattern.compile("(\\w+)\\.(view|reshape)\\(\\s*-1\\s*(?:,\\s*[^()]*)?\\)");

  private static final Pattern SUGGESTION = Pattern.compile("did you mean (\\w+)\\?");

  private static final int MOST_VALUES = 24;

  private final Trace trace;
  private final Problem problem;
  private final Set<Edit> edits = new LinkedHashSet<>();

  private LineEdits(Trace trace, Problem problem) {
    this.trace = trace;
    this.problem = problem;
  }

  /** Edits to try, likely ones first. */
  static Set<Edit> of(Trace trace, Problem problem) {
    LineEdits lines = new LineEdits(trace, problem);
    lines.line(problem.place().line()).ifPresent(lines::propose);
    return lines.edits;
  }

  private Optional<String> line(int number) {
    Optional<ForwardDeclaration> forward = trace.model().root().forward();
    return forward
        .filter(f -> f.origin().equals(problem.place().origin()))
        .map(f -> f.program().lines())
        .filter(lines -> number > 0 && number <= lines.size())
        .map(lines -> lines.get(number - 1));
  }

  private void propose(String line) {
    int start = Math.min(problem.place().start(), line.length());
    int end = Math.min(Math.max(start, problem.place().end()), line.length());
    Matcher suggestion = SUGGESTION.matcher(problem.message());
    if (suggestion.find()) {
      String wrong = lastName(line.substring(start, end));
      replace(
          line, start + line.substring(start, end).lastIndexOf(wrong), wrong, suggestion.group(1));
    }
    Matcher view = VIEW.matcher(line);
    while (view.find()) {
      String name = view.group(1);
      String kept = name + "." + view.group(2) + "(" + name + ".size(0), -1)";
      add(line.substring(0, view.start()) + kept + line.substring(view.end()));
    }
    List<MatchResult> numbers = NUMBER.matcher(code(line)).results().toList();
    for (MatchResult number : numbers) {
      for (String value : values(number.group())) {
        replace(line, number.start(), number.group(), value);
      }
    }
  }

  private static String lastName(String text) {
    Matcher names = Pattern.compile("[A-Za-z_]\\w*").matcher(text);
    String last = "";
    while (names.find() && last.isEmpty()) {
      last = text.startsWith("self.") && names.group().equals("self") ? "" : names.group();
    }
    return last;
  }

  /** The line without its comment. */
  private static String code(String line) {
    int comment = line.indexOf('#');
    return comment < 0 ? line : line.substring(0, comment);
  }

  private void replace(String line, int start, String before, String after) {
    if (start >= 0 && line.startsWith(before, start) && !before.isEmpty()) {
      add(line.substring(0, start) + after + line.substring(start + before.length()));
    }
  }

  private void add(String text) {
    edits.add(new Edit.ReplaceLine(problem.place().line(), text.strip()));
  }

  /**
   * What a number could be instead: sizes of the tensors that the step read, their products, its
   * neighbours.
   */
  private Set<String> values(String before) {
    Set<String> values = new LinkedHashSet<>();
    int step = problem.step();
    List<Tensor> arguments =
        step >= 0 && step < trace.steps().size() ? trace.steps().get(step).arguments() : List.of();
    for (Tensor argument : arguments) {
      sizes(argument.shape(), before.contains("*"), values);
    }
    if (!before.contains("*") && before.length() < 6) {
      long number = Long.parseLong(before);
      for (long near : new long[] {number - 1, number + 1, 0, 1, 2, 3}) {
        values.add(Long.toString(near));
      }
      values.add("-1");
    }
    values.remove(before);
    return values;
  }

  private static void sizes(Shape shape, boolean product, Set<String> values) {
    List<Dim> known = new ArrayList<>(shape.dims());
    known.removeIf(dim -> !dim.isConstant());
    for (int from = 0; from < known.size() && values.size() < MOST_VALUES; from++) {
      StringBuilder factors = new StringBuilder();
      Dim all = Dim.of(1);
      for (Dim dim : known.subList(from, known.size())) {
        factors.append(factors.length() == 0 ? "" : "*").append(dim);
        all = all.times(dim);
      }
      values.add(product ? factors.toString() : all.toString());
    }
    known.forEach(dim -> values.add(dim.toString()));
    if (shape.isKnown()) {
      shape
          .numel()
          .dividedBy(BATCH)
          .filter(Dim::isConstant)
          .ifPresent(d -> values.add(d.toString()));
    }
  }
}
