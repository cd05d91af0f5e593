package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Proposes other numbers for those of the forward pass that are unlike the others in such a place,
 * and numbers near the ones that stand on the way.
 */
public final class LiteralEdits {
  private static final int MOST_UNLIKE = 40;
  private static final int MOST_NEAR = 80;
  private static final int LARGEST_INDEX = 9;
  private static final int MOST_STEPS = 8;

  private final LineEditing line;
  private final List<Literals.Literal> literals;
  private final List<Integer> lines;
  private final List<Long> sizes;

  private LiteralEdits(Failure failure, LineEditing line) {
    this.line = line;
    this.lines = lines(failure);
    this.sizes = sizes(failure);
    this.literals =
        Literals.of(line).stream()
            .filter(literal -> line.isOneLine(literal.number().span()))
            .toList();
  }

  /** Another number with what speaks for it. */
  private record Candidate(Literals.Literal literal, long number, long evidence) {}

  /** For numbers of which there are others in such places, the ones that stand there oftener. */
  public static Stream<Edit> unlikeOthers(Failure failure) {
    return failure.call().line().stream()
        .flatMap(line -> new LiteralEdits(failure, line).unlikeOthers());
  }

  /** Numbers near those on the way, those of the problem's own line first. */
  public static Stream<Edit> near(Failure failure) {
    return failure.call().line().stream().flatMap(line -> new LiteralEdits(failure, line).near());
  }

  private Stream<Edit> unlikeOthers() {
    List<Candidate> candidates = new ArrayList<>();
    int last = lines.isEmpty() ? 0 : lines.get(0);
    for (Literals.Literal literal : literals) {
      if (literal.line() <= last && !literal.role().isEmpty()) {
        Set<Long> others = new LinkedHashSet<>();
        alike(literal).forEach(other -> others.add(other.value()));
        others.remove(literal.value());
        for (long number : others) {
          long evidence = times(literal, number) - times(literal, literal.value()) + 1;
          if (evidence > 0) {
            candidates.add(new Candidate(literal, number, evidence));
          }
        }
      }
    }
    candidates.sort(
        Comparator.comparing(Candidate::evidence)
            .reversed()
            .thenComparing(candidate -> distance(candidate.literal())));
    return candidates.stream().limit(MOST_UNLIKE).map(this::edit);
  }

  private Stream<Literals.Literal> alike(Literals.Literal literal) {
    return literals.stream().filter(other -> other.role().equals(literal.role()));
  }

  private long times(Literals.Literal literal, long number) {
    return alike(literal).filter(other -> other.value() == number).count();
  }

  private int distance(Literals.Literal literal) {
    int place = lines.indexOf(literal.line());
    return place < 0 ? lines.size() : place;
  }

  private Stream<Edit> near() {
    return literals.stream()
        .filter(literal -> lines.contains(literal.line()))
        .sorted(Comparator.comparing(this::distance))
        .flatMap(literal -> numbers(literal).mapToObj(number -> new Candidate(literal, number, 0)))
        .limit(MOST_NEAR)
        .map(this::edit);
  }

  /** Another axis or count for a small number, for a larger one also what meets it. */
  private LongStream numbers(Literals.Literal literal) {
    long value = literal.value();
    boolean index = value <= LARGEST_INDEX || literal.role().contains("[]");
    LongStream few = index ? LongStream.of(1, 0) : LongStream.empty();
    LongStream near =
        LongStream.concat(
            LongStream.of(value - 1, value + 1, value - 2, value / 2, 2 * value), few);
    LongStream others =
        index
            ? LongStream.of(2, 3)
            : sizes.stream().mapToLong(size -> size).filter(size -> size > LARGEST_INDEX);
    return LongStream.concat(index ? near : others, index ? others : near)
        .filter(number -> number >= (literal.isOfSum() ? 1 : 0) && number != value)
        .distinct();
  }

  /** What meets in the problem, last axes first. */
  private static List<Long> sizes(Failure failure) {
    List<Dim> sizes = new ArrayList<>();
    for (Shape operand : failure.problem().facts().operands()) {
      sizes.addAll(operand.dims());
    }
    Collections.reverse(sizes);
    return sizes.stream().filter(Dim::isConstant).map(Dim::value).distinct().toList();
  }

  private Edit edit(Candidate candidate) {
    return line.number(candidate.literal().number(), Long.toString(candidate.number()));
  }

  /** The problem's line, then those of the steps on the way to it. */
  private static List<Integer> lines(Failure failure) {
    FailingCall call = failure.call();
    Set<Integer> lines = new LinkedHashSet<>();
    call.expression().ifPresent(expression -> lines.add(expression.span().line()));
    lines.add(failure.problem().place().line());
    call.before(failure.trace(), MOST_STEPS, step -> step.place().inForward()).stream()
        .filter(step -> step.place().origin().equals(origin(failure)))
        .map(step -> step.place().line())
        .forEach(lines::add);
    lines.addAll(makers(failure, lines));
    return new ArrayList<>(lines);
  }

  /** The lines that assign what these lines read, such as a size. */
  private static Set<Integer> makers(Failure failure, Set<Integer> readers) {
    LineEditing line = failure.call().line().orElseThrow();
    Set<String> names = new LinkedHashSet<>();
    for (int reader : readers) {
      line.expressions(reader).stream()
          .filter(Expression.Name.class::isInstance)
          .forEach(name -> names.add(((Expression.Name) name).id()));
    }
    Set<Integer> makers = new LinkedHashSet<>();
    for (Statement statement : line.statements()) {
      if (statement instanceof Statement.Assign assign
          && assign.targets().stream()
              .flatMap(target -> Subexpressions.of(target).stream())
              .anyMatch(target -> target instanceof Expression.Name n && names.contains(n.id()))) {
        makers.add(assign.span().line());
      }
    }
    return makers;
  }

  private static Object origin(Failure failure) {
    return failure.step().map(Step::place).orElse(failure.problem().place()).origin();
  }
}
