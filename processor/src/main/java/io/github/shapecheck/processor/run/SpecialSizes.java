package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.promise.DomainDecider;
import io.github.shapecheck.processor.run.record.InputEdits;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holds the formulas of a model with free sizes against runs with numbers, for sizes that a branch
 * sends another way: an axis of 1 that {@code squeeze} removes, an axis too short to be cut in two.
 */
record SpecialSizes(Model model, Trace trace, Domain domain) {
  private static final int MOST_CHOICES = 8;
  private static final int MOST_OF_A_CHOICE = 4;
  private static final int MOST_RUNS = 16;
  private static final int MOST_RESULTS = 1000;
  private static final long USUAL = 24;

  /**
   * The choices with whose other way the model fails or gives another shape, and what happens then.
   */
  Map<Condition, String> broken(List<Condition> choices) {
    Map<Condition, String> broken = new HashMap<>();
    for (Condition choice : choices.subList(0, Math.min(MOST_CHOICES, choices.size()))) {
      List<Long> others = others(choice);
      Stream<Map<String, Long>> tried =
          others.isEmpty() || others.size() > MOST_OF_A_CHOICE
              ? sizes(choice).stream()
              : others.stream().map(size -> usual(Map.of(symbol(choice), size)));
      tried
          .flatMap(sizes -> difference(sizes).stream())
          .findFirst()
          .ifPresent(difference -> broken.put(choice, difference));
    }
    return broken;
  }

  private static String symbol(Condition way) {
    return way.symbols().stream().findFirst().orElse("N");
  }

  /**
   * For which sizes the steps are as the trace has them: the ways that were taken, without those
   * whose other way was tried for all of its few sizes and gave the same.
   */
  Condition unlike(List<Condition> ways) {
    Condition unlike = Condition.always();
    int runs = 0;
    for (Condition way : ways) {
      List<Long> others = others(way);
      runs += others.size();
      boolean same = !others.isEmpty() && runs <= MOST_RUNS;
      String symbol = symbol(way);
      for (int i = 0; same && i < others.size(); i++) {
        same = goesAlike(usual(Map.of(symbol, others.get(i))));
      }
      unlike = same ? unlike : unlike.and(domain.simplify(way));
    }
    return unlike;
  }

  /** The sizes that go the other way, if they are few and of one axis. */
  private List<Long> others(Condition way) {
    List<Long> others = new ArrayList<>();
    if (way.symbols().size() == 1) {
      String symbol = way.symbols().iterator().next();
      SizeSet sizes = domain.solve(way.negate(), symbol);
      Optional<Long> next = sizes.max().isPresent() ? sizes.min() : Optional.empty();
      while (next.isPresent() && others.size() <= MOST_RUNS) {
        others.add(next.get());
        next = sizes.next(next.get() + 1);
      }
    }
    return others;
  }

  private boolean goesAlike(Map<String, Long> sizes) {
    Map<String, Dim> numbers = numbers(sizes);
    Trace run = run(numbers);
    if (run.hasErrors() || run.steps().size() != trace.steps().size()) {
      return false;
    }
    try {
      for (int i = 0; i < run.steps().size(); i++) {
        List<String> expected = results(trace.steps().get(i).value(), numbers);
        if (!results(run.steps().get(i).value(), numbers).equals(expected)) {
          return false;
        }
      }
      return true;
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  private static List<String> results(Value value, Map<String, Dim> numbers) {
    if (value instanceof Value.Pieces pieces) {
      Dim count = pieces.count().with(numbers);
      List<String> all = new ArrayList<>();
      for (long i = 1; count.isConstant() && i < Math.min(count.value(), MOST_RESULTS); i++) {
        all.addAll(results(pieces.first(), numbers));
      }
      all.addAll(results(pieces.last(), numbers));
      return all;
    }
    return value.allTensors().stream()
        .map(tensor -> tensor.shape().with(numbers).toString())
        .toList();
  }

  /** The trace with a problem that tells of them. */
  Trace told(Map<Condition, String> broken, String where) {
    InputDeclaration input =
        model.root().inputs().stream()
            .filter(i -> i.sample().dims().stream().anyMatch(dim -> !dim.isConstant()))
            .findFirst()
            .orElseThrow();
    String first = broken.values().stream().sorted().findFirst().orElse("");
    Edit promise = where.isEmpty() ? null : InputEdits.promise(model.root(), where);
    String message = where.isEmpty() ? first : first + "; promise where = \"" + where + "\"";
    return trace.withMore(
        List.of(
            Problem.of(ProblemId.WHERE, Place.of(input.shapeOrigin()), message)
                .repairedBy(promise == null ? List.of() : List.of(promise))));
  }

  /** Values for all free sizes that take the other way. */
  private Optional<Map<String, Long>> sizes(Condition choice) {
    Map<String, Long> sizes = usual(domain.decide(choice).counterexample());
    boolean allowed =
        model.root().inputs().stream()
            .allMatch(input -> input.where().map(where -> where.test(sizes)).orElse(true));
    return allowed && !domain.decide(choice).isAlways() ? Optional.of(sizes) : Optional.empty();
  }

  /** The same with usual values for the other free sizes. */
  private Map<String, Long> usual(Map<String, Long> some) {
    Map<String, Long> sizes = new TreeMap<>(some);
    for (InputDeclaration input : model.root().inputs()) {
      for (Dim dim : input.sample().dims()) {
        for (String symbol : dim.symbols()) {
          long usual = domain.values(symbol).next(USUAL).orElse(1L);
          sizes.putIfAbsent(
              symbol, domain.values(symbol).max().map(m -> Math.min(m, usual)).orElse(usual));
        }
      }
    }
    return sizes;
  }

  private static Map<String, Dim> numbers(Map<String, Long> sizes) {
    Map<String, Dim> numbers = new HashMap<>();
    sizes.forEach((symbol, size) -> numbers.put(symbol, Dim.of(size)));
    return numbers;
  }

  private Trace run(Map<String, Dim> numbers) {
    return Interpreter.run(model.withSizes(numbers), new DomainDecider(Domain.batch()));
  }

  private Optional<String> difference(Map<String, Long> sizes) {
    Map<String, Dim> numbers = numbers(sizes);
    Trace run = run(numbers);
    String given =
        String.join(
            ", ", sizes.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList());
    Optional<String> failure =
        run.problems().stream()
            .filter(problem -> problem.id().isError())
            .map(problem -> "for " + given + " " + problem.message())
            .findFirst();
    String formulas = shapes(trace, numbers);
    String actual = shapes(run, numbers);
    boolean same = formulas.equals(actual);
    return failure.or(
        () ->
            same
                ? Optional.empty()
                : Optional.of("for " + given + " the model gives " + actual + ", not " + formulas));
  }

  private static String shapes(Trace trace, Map<String, Dim> numbers) {
    try {
      List<String> shapes =
          trace.outputs().stream().map(t -> t.shape().with(numbers).toString()).toList();
      return shapes.isEmpty() ? "no tensor" : String.join(", ", shapes);
    } catch (ArithmeticException noValue) {
      return "no value";
    }
  }
}
