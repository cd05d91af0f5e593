package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Step;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proposes other texts for lines of the forward pass: where a problem stands, or where its tensor
 * lost its shape.
 */
final class LineEdits {
  /** A whole number or a product of such, as {@code 16*5*5}, not part of a name or a decimal. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])\\d+(?:\\s*\\*\\s*\\d+)*(?![\\w.])");

  private static final Pattern VIEW =
      Pattern.compile("(\\w+)\\.(view|reshape)\\(\\s*-1\\s*(?:,\\s*[^()]*)?\\)");

  private static final Pattern LAST_ARGUMENT =
      Pattern.compile("(\\.(?:view|reshape)\\(.*,\\s*)([A-Za-z_]\\w*)(\\s*\\))");

  private static final Pattern SUGGESTION = Pattern.compile("did you mean (\\w+)\\?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern SINGLE_TARGET = Pattern.compile("^(\\s*)(\\w+)(\\s*=[^=].*)$");

  private static final Set<ProblemId> OF_INDICES =
      EnumSet.of(
          ProblemId.DIM_RANGE,
          ProblemId.INDEX_RANGE,
          ProblemId.SPLIT,
          ProblemId.ARGUMENT,
          ProblemId.POSITIVE,
          ProblemId.RANGE);

  private static final List<String> CLOSING = List.of(")", "]", "))", "])", ")]");

  private static final List<String> SMALL = List.of("-1", "1", "2", "3");

  private final Trace trace;
  private final Problem problem;
  private final List<String> lines;
  private final Set<Edit> edits = new LinkedHashSet<>();
  private final List<Long> numbers = new ArrayList<>();

  private LineEdits(Trace trace, Problem problem) {
    this.trace = trace;
    this.problem = problem;
    this.lines = trace.model().root().forward().map(f -> f.program().lines()).orElse(List.of());
  }

  /** Edits for a problem of the model's own forward pass. */
  static LineEdits of(Trace trace, Problem problem) {
    LineEdits edits = new LineEdits(trace, problem);
    int own = edits.line(problem.place());
    if (own > 0) {
      edits.propose(own, edits.lines.get(own - 1));
    }
    if (own > 0 && problem.id() == ProblemId.SYNTAX) {
      CLOSING.forEach(sign -> edits.add(own, edits.lines.get(own - 1) + sign));
    }
    if (own > 0 && problem.id() == ProblemId.UNPACK) {
      edits.targets(own, edits.lines.get(own - 1));
    }
    if (problem.id() == ProblemId.TUPLE || problem.id() == ProblemId.ARGUMENT) {
      edits.unpack(own > 0 ? own : edits.lines.size());
    }
    edits.before();
    return edits;
  }

  /** Edits to try, likely ones first. */
  Set<Edit> edits() {
    return edits;
  }

  /** The numbers in the problem's line. */
  List<Long> numbers() {
    return numbers;
  }

  private int line(Place place) {
    boolean here =
        trace.model().root().forward().map(f -> f.origin().equals(place.origin())).orElse(false);
    return here && place.line() <= lines.size() ? place.line() : 0;
  }

  private void propose(int number, String line) {
    int start = Math.min(problem.place().start(), line.length());
    int end = Math.min(Math.max(start, problem.place().end()), line.length());
    Matcher suggestion = SUGGESTION.matcher(problem.message());
    if (suggestion.find()) {
      NAME.matcher(line)
          .results()
          .filter(name -> name.start() >= start && name.end() <= end)
          .filter(name -> problem.message().contains(name.group()))
          .forEach(name -> replace(number, name, suggestion.group(1)));
    }
    keepBatch(number, line);
    Matcher last = LAST_ARGUMENT.matcher(line);
    if (last.find()) {
      add(number, line.substring(0, last.start(2)) + "-1" + line.substring(last.end(2)));
    }
    for (MatchResult found : NUMBER.matcher(code(line)).results().toList()) {
      if (found.group().length() < 10 && !found.group().contains("*")) {
        numbers.add(Long.parseLong(found.group()));
      }
      values(found.group()).forEach(value -> replace(number, found, value));
    }
  }

  /** {@code x.view(-1, 400)} may merge samples, {@code x.view(x.size(0), -1)} never does. */
  private void keepBatch(int number, String line) {
    Matcher view = VIEW.matcher(line);
    while (view.find()) {
      String name = view.group(1);
      String kept = name + "." + view.group(2) + "(" + name + ".size(0), -1)";
      add(number, line.substring(0, view.start()) + kept + line.substring(view.end()));
    }
  }

  /** A layer with several results whose caller took one. */
  private void unpack(int last) {
    for (int number = last; number > 0; number--) {
      Matcher target = SINGLE_TARGET.matcher(lines.get(number - 1));
      if (target.matches()) {
        add(number, target.group(1) + target.group(2) + ", _" + target.group(3));
      }
    }
  }

  /** One name less or one more in front of the equals sign. */
  private void targets(int number, String line) {
    int equals = line.indexOf('=');
    if (equals > 0) {
      String names = line.substring(0, equals).strip();
      String rest = " " + line.substring(equals);
      if (names.contains(",")) {
        add(number, names.substring(0, names.lastIndexOf(',')) + rest);
      }
      add(number, names + ", _" + rest);
    }
  }

  /** Views further up, nearest first. */
  private void before() {
    for (int step = Math.min(problem.step(), trace.steps().size()) - 1; step >= 0; step--) {
      Step earlier = trace.steps().get(step);
      int number = line(earlier.place());
      if (number > 0 && earlier.kind() == Kind.RESHAPE) {
        keepBatch(number, lines.get(number - 1));
      }
    }
  }

  /** The line without its comment. */
  private static String code(String line) {
    int comment = line.indexOf('#');
    return comment < 0 ? line : line.substring(0, comment);
  }

  private void replace(int number, MatchResult found, String after) {
    String line = lines.get(number - 1);
    add(number, line.substring(0, found.start()) + after + line.substring(found.end()));
  }

  private void add(int number, String text) {
    if (!text.equals(lines.get(number - 1))) {
      edits.add(new Edit.ReplaceLine(number, text.strip()));
    }
  }

  /** What a number could be instead: sizes of the tensors that the step read, or another index. */
  private Set<String> values(String before) {
    Set<String> values = new LinkedHashSet<>();
    if (OF_INDICES.contains(problem.id()) && before.length() == 1) {
      values.addAll(SMALL);
    }
    int step = problem.step();
    List<Tensor> arguments =
        step >= 0 && step < trace.steps().size() ? trace.steps().get(step).arguments() : List.of();
    for (Tensor argument : arguments) {
      if (problem.id() == ProblemId.PAD_TOO_BIG) {
        argument.shape().dims().stream()
            .filter(dim -> dim.isConstant() && dim.value() > 1)
            .forEach(dim -> values.add(Long.toString(dim.value() - 1)));
      } else {
        values.addAll(Sizes.of(argument.shape(), before.contains("*")));
      }
    }
    values.remove(before);
    return values;
  }
}
