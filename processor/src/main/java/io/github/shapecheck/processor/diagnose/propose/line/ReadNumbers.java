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
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/** Finds out which numbers of a Python program have a part in which of its errors. */
final class ReadNumbers {
  private static final int MOST = 200;

  /** So many are changed in one run at first. */
  private static final int TOGETHER = 4;

  private static final int SMALL = 9;

  private final List<Problem> errors;
  private final Rerun rerun;
  private final List<Written> found = new ArrayList<>();

  private ReadNumbers(List<Problem> errors, Rerun rerun) {
    this.errors = errors;
    this.rerun = rerun;
  }

  /**
   * A number in a file.
   *
   * @param rest the problems that are told in the same words where it is another one
   */
  record Written(PythonFile file, Expression.IntLiteral number, Set<Problem> rest) {
    /** What is asserted in a line says the same whatever number it is held against. */
    boolean isNoPartOf(Problem problem) {
      boolean here = problem.place().line() == number.span().line();
      return rest.contains(problem) && !(here && problem.id() == ProblemId.RAISES);
    }

    /** With another value; where it is added or subtracted nobody writes a 0. */
    Optional<Edit> as(long value) {
      String before = file.line(number.span().line()).substring(0, number.span().start()).strip();
      if (value == 0 && (before.endsWith("+") || before.endsWith("-"))) {
        return Optional.empty();
      }
      PythonScope all = new PythonScope(file, null, null);
      return Optional.ofNullable(all.replaced(number.span(), Long.toString(value)));
    }
  }

  /**
   * A run with other numbers that ends where all errors are told again.
   *
   * @param open those that are not told yet
   * @param others what numbers stand for that stand for something else
   * @param read the numbers that are read
   */
  private record Reading(Set<Problem> open, Map<Expression, Long> others, Set<Expression> read)
      implements Baseline.End {
    Reading(List<Problem> errors, Map<Expression, Long> others) {
      this(new HashSet<>(errors), others, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    @Override
    public boolean at(Problem problem, List<Place> uses) {
      return open.removeIf(problem::isToldAgainBy) && open.isEmpty();
    }

    @Override
    public long value(Expression.IntLiteral number) {
      read.add(number);
      return others.getOrDefault(number, number.value());
    }
  }

  /**
   * The numbers that are read until all errors of a trace are told, with what each is no part of.
   */
  static List<Written> of(Trace trace, List<Problem> errors, Rerun rerun) {
    ReadNumbers numbers = new ReadNumbers(errors, rerun);
    Reading reading = new Reading(errors, Map.of());
    Interpreter.run(trace.model(), Baseline.of(trace, reading));
    List<Written> read =
        trace.model().python().stream()
            .flatMap(python -> python.files().values().stream().distinct())
            .filter(file -> !file.isLibrary())
            .flatMap(ReadNumbers::numbers)
            .filter(written -> reading.read().contains(written.number()))
            .limit(MOST)
            .toList();
    for (int i = 0; i < read.size(); i += TOGETHER) {
      numbers.look(read.subList(i, Math.min(i + TOGETHER, read.size())));
    }
    return numbers.found;
  }

  /** Most numbers have no part in the problems: that is seen of several at once, else of halves. */
  private void look(List<Written> some) {
    Set<Problem> rest = rest(some.stream(), ReadNumbers::other);
    if (rest.size() == errors.size()) {
      rest = rest(some.stream().filter(it -> isSmall(it.number())), value -> value - 1);
    }
    if (some.size() == 1 || rest.size() == errors.size()) {
      for (Written written : some) {
        found.add(new Written(written.file(), written.number(), rest));
      }
    } else {
      look(some.subList(0, some.size() / 2));
      look(some.subList(some.size() / 2, some.size()));
    }
  }

  /** A larger number may have to be another one by far before a quotient changes. */
  static boolean isSmall(Expression.IntLiteral number) {
    return number.value() <= SMALL;
  }

  private static long other(long value) {
    return value > SMALL ? value / 2 : value + 1;
  }

  private static Stream<Written> numbers(PythonFile file) {
    return Substatements.of(file.program().statements()).stream()
        .flatMap(statement -> Substatements.read(statement).stream())
        .flatMap(read -> Subexpressions.of(read).stream())
        .filter(Expression.IntLiteral.class::isInstance)
        .map(number -> new Written(file, (Expression.IntLiteral) number, Set.of()));
  }

  /** What is told in the same words with other numbers. */
  private Set<Problem> rest(Stream<Written> some, LongUnaryOperator other) {
    Map<Expression, Long> others = new IdentityHashMap<>();
    some.map(Written::number).forEach(it -> others.put(it, other.applyAsLong(it.value())));
    Reading reading = new Reading(errors, others);
    Optional<Trace> changed = others.isEmpty() ? Optional.empty() : rerun.with(reading);
    Set<Problem> rest = new HashSet<>(errors);
    if (!reading.open().isEmpty()) {
      changed.ifPresent(
          run -> rest.removeIf(it -> run.problems().stream().noneMatch(it::isToldAgainBy)));
    }
    return rest;
  }
}
