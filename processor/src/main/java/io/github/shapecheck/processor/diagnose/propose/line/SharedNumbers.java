package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.line.ReadNumbers.Written;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number of a Python program that several problems come from: what is said of each of
 * them changes where it is another one.
 */
public final class SharedNumbers {
  private static final int MOST_TRIED = 200;
  private static final int MOST_EDITS = 3;
  private static final int MOST_BEHIND = 4;

  /** Widths are mostly multiples of it. */
  private static final int ROUND = 8;

  private final Trace trace;
  private final List<Problem> errors;
  private final Rerun rerun;
  private @Nullable List<Written> numbers;
  private @Nullable List<Edit> ofAll;

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

  /** An edit with the number that it changes. */
  private record Candidate(Edit edit, Expression.IntLiteral number, long to) {
    static Optional<Candidate> of(Written read, long value) {
      return read.as(value).map(edit -> new Candidate(edit, read.number(), value));
    }

    /** How much less round it is, or less by far: little is left of a program without it. */
    int loss() {
      int round = (number.value() % ROUND == 0 ? 1 : 0) - (to % ROUND == 0 ? 1 : 0);
      return to == 0 ? 2 : ReadNumbers.isSmall(number) ? 0 : round;
    }

    /** By what it is multiplied or divided. */
    double ratio() {
      double ratio = (to + 1.0) / (number.value() + 1.0);
      return Math.max(ratio, 1 / ratio);
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
          of(
              List.of(one, other),
              edit ->
                  rerun.repairs(edit, one) && rerun.repairs(edit, other)
                      ? rerun.after(edit)
                      : Optional.empty());
    }
    return both;
  }

  /** Edits that repair a problem and may bring some to light, the likeliest first. */
  public List<Edit> of(Problem problem) {
    rerun.allow(MOST_BEHIND);
    return of(
        List.of(problem),
        edit -> rerun.repairs(edit, problem) ? rerun.after(edit) : Optional.empty());
  }

  /** What has been spent, in steps. */
  public long spent() {
    return rerun.spent();
  }

  /** Edits of one number with which the model has no errors. */
  public List<Edit> ofAll() {
    if (ofAll == null) {
      ofAll = of(errors, rerun::withoutErrors);
    }
    return ofAll;
  }

  private List<Edit> of(List<Problem> problems, Function<Edit, Optional<Trace>> repaired) {
    if (numbers == null) {
      rerun.startOver();
      numbers = ReadNumbers.of(trace, errors, rerun);
    }
    rerun.startOver();
    Set<Gap> gaps = new LinkedHashSet<>();
    problems.forEach(problem -> add(problem, gaps));
    Map<Candidate, Boolean> failing = new LinkedHashMap<>();
    for (Candidate candidate : candidates(numbers, problems, gaps)) {
      repaired
          .apply(candidate.edit())
          .filter(run -> isMet(run, problems))
          .ifPresent(run -> failing.put(candidate, run.hasErrors()));
    }
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
  private static List<Candidate> candidates(
      List<Written> numbers, List<Problem> problems, Set<Gap> gaps) {
    List<List<Candidate>> rounds = new ArrayList<>();
    for (Written read : numbers) {
      if (problems.stream().noneMatch(read::isNoPartOf)) {
        int round = 0;
        for (long value : values(read.number(), gaps)) {
          if (round == rounds.size()) {
            rounds.add(new ArrayList<>());
          }
          Candidate.of(read, value).ifPresent(rounds.get(round)::add);
          round++;
        }
      }
    }
    return rounds.stream().flatMap(List::stream).limit(MOST_TRIED).toList();
  }

  /** Whether what failed is still done: nothing is repaired by leaving it out. */
  private boolean isMet(Trace changed, List<Problem> problems) {
    return changed.steps().size() * 4 >= trace.steps().size() * 3
        && problems.stream().allMatch(problem -> isMet(problem, changed));
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
