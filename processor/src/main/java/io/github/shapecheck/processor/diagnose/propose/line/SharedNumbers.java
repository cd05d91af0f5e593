package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Baseline;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the number of a Python program that several problems come from: what is said of each of
 * them changes where it is another one.
 */
public final class SharedNumbers {
  private static final int MOST_NUMBERS = 200;
  private static final int MOST_TRIED = 200;
  private static final int MOST_EDITS = 3;
  private static final int MOST_BEHIND = 4;

  /** A larger number may have to be another one by far before a quotient changes. */
  private static final int SMALL = 9;

  /** Widths are mostly multiples of it. */
  private static final int ROUND = 8;

  private final Trace trace;
  private final List<Problem> errors;
  private final Rerun rerun;
  private final List<Written> numbers = new ArrayList<>();
  private boolean looked;

  /** In the program of a trace, by runs of its own. */
  public SharedNumbers(Trace trace) {
    this(trace, 1);
  }

  /** The same, by runs that may use a part of the budget: one in so many. */
  public SharedNumbers(Trace trace, int share) {
    this.trace = trace;
    this.errors = trace.problems().stream().filter(problem -> problem.id().isError()).toList();
    this.rerun = new Rerun(trace, share);
  }

  /**
   * A number in a file.
   *
   * @param rest the problems that are told in the same words where it is another one
   */
  private record Written(PythonFile file, Expression.IntLiteral number, Set<Problem> rest) {
    /** What is asserted in a line says the same whatever number it is held against. */
    boolean isNoPartOf(Problem problem) {
      boolean here = problem.place().line() == number.span().line();
      return rest.contains(problem) && !(here && problem.id() == ProblemId.RAISES);
    }

    Stream<Candidate> as(long value) {
      return Stream.ofNullable(
              new PythonScope(file, null, null).replaced(number.span(), Long.toString(value)))
          .map(edit -> new Candidate(edit, number, value));
    }
  }

  /** An edit with the number that it changes. */
  private record Candidate(Edit edit, Expression.IntLiteral number, long to) {
    /** How much less round it is, or less by far: little is left of a program without it. */
    int loss() {
      int round = (number.value() % ROUND == 0 ? 1 : 0) - (to % ROUND == 0 ? 1 : 0);
      return to == 0 ? 2 : number.value() > SMALL ? round : 0;
    }

    /** By what it is multiplied or divided. */
    double ratio() {
      double ratio = (to + 1.0) / (number.value() + 1.0);
      return Math.max(ratio, 1 / ratio);
    }
  }

  /** Takes down the numbers that are read until all errors are told. */
  private record Reading(Set<Problem> open, Set<Expression> numbers) implements Baseline.End {
    @Override
    public boolean at(Problem problem, List<Place> uses) {
      return open.removeIf(problem::isToldAgainBy) && open.isEmpty();
    }

    @Override
    public void read(Expression.IntLiteral number) {
      numbers.add(number);
    }
  }

  /** A size with the one that it should be. */
  private record Gap(long is, long needed) {}

  /** Edits that repair both problems and bring at most one to light, the likeliest first. */
  public List<Edit> ofBoth(Problem one, Problem other) {
    List<Edit> both = List.of();
    for (int more = 0; more <= 1 && both.isEmpty(); more++) {
      rerun.allow(more);
      both =
          of(List.of(one, other), edit -> rerun.repairs(edit, one) && rerun.repairs(edit, other));
    }
    return both;
  }

  /** Edits that repair a problem and may bring some to light, the likeliest first. */
  public List<Edit> of(Problem problem) {
    rerun.allow(MOST_BEHIND);
    return of(List.of(problem), edit -> rerun.repairs(edit, problem));
  }

  /** What has been spent, in steps. */
  public long spent() {
    return rerun.spent();
  }

  /** Edits of one number with which the model has no errors. */
  public List<Edit> ofAll() {
    return of(errors, edit -> rerun.withoutErrors(edit).isPresent());
  }

  private List<Edit> of(List<Problem> problems, Predicate<Edit> isRight) {
    look();
    rerun.startOver();
    Set<Gap> gaps = new LinkedHashSet<>();
    problems.forEach(problem -> add(problem, gaps));
    Map<Candidate, Boolean> failing = new LinkedHashMap<>();
    candidates(problems, gaps).stream()
        .limit(MOST_TRIED)
        .filter(it -> isRight.test(it.edit()))
        .forEach(it -> met(it.edit(), problems).ifPresent(run -> failing.put(it, run.hasErrors())));
    List<Candidate> right =
        failing.keySet().stream()
            .sorted(
                Comparator.<Candidate, Boolean>comparing(failing::get)
                    .thenComparing(Candidate::loss)
                    .thenComparing(it -> !it.edit().isOfLine(problems.get(0).place().line()))
                    .thenComparing(Candidate::ratio))
            .toList();
    Map<Expression, Candidate> ofEach = new LinkedHashMap<>();
    right.forEach(it -> ofEach.putIfAbsent(it.number(), it));
    return Stream.concat(ofEach.values().stream(), right.stream())
        .map(Candidate::edit)
        .distinct()
        .limit(MOST_EDITS)
        .toList();
  }

  /** The likeliest values of all numbers that the problems come from, then the next ones. */
  private List<Candidate> candidates(List<Problem> problems, Set<Gap> gaps) {
    List<List<Candidate>> rounds = new ArrayList<>();
    for (Written written : numbers) {
      if (problems.stream().noneMatch(written::isNoPartOf)) {
        int round = 0;
        for (long value : values(written.number(), gaps)) {
          if (round == rounds.size()) {
            rounds.add(new ArrayList<>());
          }
          written.as(value).forEach(rounds.get(round)::add);
          round++;
        }
      }
    }
    return rounds.stream().flatMap(List::stream).toList();
  }

  /** A run where what failed is still done: nothing is repaired by leaving it out. */
  private Optional<Trace> met(Edit edit, List<Problem> problems) {
    return rerun
        .after(edit)
        .filter(run -> run.steps().size() * 4 >= trace.steps().size() * 3)
        .filter(run -> problems.stream().allMatch(problem -> isMet(problem, run)));
  }

  private boolean isMet(Problem problem, Trace changed) {
    return trace
        .step(problem)
        .filter(failed -> failed.label().equals(problem.subject()) && isKnown(failed))
        .filter(
            failed ->
                changed.steps().stream().noneMatch(it -> isKnown(it) && it.isOfCallOf(failed)))
        .isEmpty();
  }

  private static boolean isKnown(Step step) {
    return !step.arguments().isEmpty()
        && step.arguments().stream().allMatch(it -> it.shape().isKnown());
  }

  private void look() {
    if (looked) {
      return;
    }
    looked = true;
    rerun.startOver();
    Set<Expression> read = read();
    trace.model().python().stream()
        .flatMap(python -> python.files().values().stream().distinct())
        .filter(file -> !file.isLibrary())
        .flatMap(SharedNumbers::numbers)
        .filter(written -> read.contains(written.number()))
        .limit(MOST_NUMBERS)
        .forEach(this::look);
  }

  /** The numbers that the program reads until all errors are told. */
  private Set<Expression> read() {
    Set<Expression> read = Collections.newSetFromMap(new IdentityHashMap<>());
    Interpreter.run(trace.model(), Baseline.of(trace, new Reading(new HashSet<>(errors), read)));
    return read;
  }

  private void look(Written written) {
    long value = written.number().value();
    Set<Problem> rest = new HashSet<>(errors);
    long[] others = value > SMALL ? new long[] {value / 2} : new long[] {value + 1, value - 1};
    for (long other : others) {
      if (rest.size() == errors.size()) {
        rest.retainAll(rest(written, other));
      }
    }
    numbers.add(new Written(written.file(), written.number(), rest));
  }

  private static Stream<Written> numbers(PythonFile file) {
    return Substatements.of(file.program().statements()).stream()
        .flatMap(statement -> Substatements.read(statement).stream())
        .flatMap(read -> Subexpressions.of(read).stream())
        .filter(Expression.IntLiteral.class::isInstance)
        .map(number -> new Written(file, (Expression.IntLiteral) number, Set.of()));
  }

  /** What is told in the same words with another number. */
  private Set<Problem> rest(Written written, long value) {
    return written
        .as(value)
        .findAny()
        .map(candidate -> rerun.toldAfter(candidate.edit(), errors))
        .orElseGet(() -> new HashSet<>(errors));
  }

  /** What makes a size as needed, then the numbers near it. */
  private static Set<Long> values(Expression.IntLiteral number, Set<Gap> gaps) {
    Set<Long> values = new LinkedHashSet<>();
    long is = number.value();
    for (Gap gap : gaps) {
      if (gap.is() > 0 && is * gap.needed() % gap.is() == 0) {
        values.add(is * gap.needed() / gap.is());
      }
      values.add(is + gap.needed() - gap.is());
    }
    values.addAll(List.of(is - 1, is + 1, is / 2, 2 * is, is - 2, is + 2, 1L, 2L, 3L, 4L, 0L));
    values.removeIf(value -> value < 0 || value == is);
    return values;
  }

  /** Sizes that do not go together, in either direction. */
  private static void add(Problem problem, Set<Gap> gaps) {
    List<Shape> operands = problem.facts().operands();
    for (Shape operand : operands) {
      problem
          .facts()
          .numbers()
          .forEach(number -> operand.dims().forEach(size -> add(number, size, gaps)));
    }
    for (int i = 1; i < operands.size(); i++) {
      for (int axis = 0; axis < Math.min(operands.get(0).rank(), operands.get(i).rank()); axis++) {
        add(operands.get(0).dim(axis), operands.get(i).dim(axis), gaps);
      }
    }
  }

  private static void add(Dim one, Dim other, Set<Gap> gaps) {
    if (one.isConstant() && other.isConstant() && !one.equals(other)) {
      gaps.add(new Gap(one.value(), other.value()));
      gaps.add(new Gap(other.value(), one.value()));
    }
  }
}
