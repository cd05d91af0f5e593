package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.propose.failure.LineNumbers;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Proposes other numbers, and products of numbers, in the line where a problem stands. */
public final class NumberEdits {
  private static final Set<ProblemId> OF_INDICES =
      EnumSet.of(
          ProblemId.DIM_RANGE,
          ProblemId.INDEX_RANGE,
          ProblemId.SPLIT,
          ProblemId.ARGUMENT,
          ProblemId.POSITIVE,
          ProblemId.RANGE,
          ProblemId.POOL_PADDING,
          ProblemId.OUTPUT_PADDING);

  /** What no tensor has to do with. */
  private static final Set<ProblemId> OF_DECLARATIONS =
      EnumSet.of(
          ProblemId.HEADS, ProblemId.POSITIVE, ProblemId.POOL_PADDING, ProblemId.OUTPUT_PADDING);

  private static final List<String> SMALL = List.of("-1", "1", "2", "3", "0");
  private static final int LARGEST_INDEX = 9;

  /** More pairs of axes than a permutation has. */
  private static final int MOST_PAIRS = 100;

  private NumberEdits() {}

  /** Sizes of the tensors that the step read, or another index. */
  public static Stream<Edit> of(Failure failure) {
    Optional<LineEditing> line = LineEditing.at(failure.trace().model(), failure.problem().place());
    return line.stream()
        .flatMap(
            text ->
                Stream.concat(
                    ofPermutation(text, failure),
                    LineNumbers.of(text, failure.problem().place().line()).stream()
                        .flatMap(number -> edits(text, number, failure))));
  }

  /**
   * The axes that there are and that no other number of the call names: those first of which it
   * makes something else, then the nearest. What changes places does so mostly with its neighbour.
   */
  private static List<String> axes(
      LineEditing line, Expression.IntLiteral number, Failure failure) {
    Kind kind = failure.step().map(Step::kind).orElse(Kind.OTHER);
    List<Dim> sizes =
        failure.step().stream()
            .flatMap(step -> step.arguments().stream())
            .map(tensor -> tensor.shape().dims())
            .max(Comparator.comparing(List::size))
            .orElse(Collections.nCopies(LARGEST_INDEX, Dim.unknown()));
    int rank = sizes.size() + (kind == Kind.UNSQUEEZE ? 1 : 0);
    Set<Long> taken = new LinkedHashSet<>();
    beside(line, failure).stream()
        .filter(other -> !other.span().equals(number.span()))
        .forEach(other -> taken.add(other.value()));
    boolean pair = kind == Kind.PERMUTE && taken.size() == 1;
    boolean rows = kind == Kind.FLATTEN && taken.isEmpty(); // a row for each sample
    long near = pair ? taken.iterator().next() : rows ? 1 : number.value();
    return Stream.concat(
            LongStream.range(0, rank)
                .boxed()
                .filter(axis -> !taken.contains(axis))
                .sorted(
                    Comparator.comparing((Long axis) -> isLeft(kind, sizes, axis.intValue()))
                        .thenComparing(axis -> Math.abs(axis - near))),
            taken.contains(rank - 1L) ? Stream.of(-1L) : Stream.<Long>of())
        .map(String::valueOf)
        .toList();
  }

  /** The numbers of the call that failed. */
  private static List<Expression.IntLiteral> beside(LineEditing line, Failure failure) {
    return line.around(failure.problem().place(), Expression.Call.class).stream()
        .limit(1)
        .flatMap(call -> Subexpressions.partsOf(call).stream().skip(1))
        .flatMap(part -> Subexpressions.of(part).stream())
        .filter(Expression.IntLiteral.class::isInstance)
        .map(Expression.IntLiteral.class::cast)
        .toList();
  }

  /** Whether an operation leaves its tensor as it is with this axis, or mixes the samples up. */
  private static boolean isLeft(Kind kind, List<Dim> sizes, int axis) {
    return kind == Kind.SQUEEZE && !sizes.get(axis).equals(Dim.of(1))
        || kind == Kind.FLATTEN && axis == sizes.size() - 1
        || kind == Kind.PERMUTE && axis == 0;
  }

  /** How many pairs of axes a permutation puts the other way round: few, as people do. */
  private static long exchanged(List<Long> axes) {
    return IntStream.range(0, axes.size())
        .mapToLong(i -> axes.subList(0, i).stream().filter(axis -> axis > axes.get(i)).count())
        .sum();
  }

  /** The axis that a permutation lacks, in each place of one that it names twice. */
  private static Stream<Edit> ofPermutation(LineEditing line, Failure failure) {
    List<Expression.IntLiteral> numbers = beside(line, failure);
    List<Long> axes = numbers.stream().map(Expression.IntLiteral::value).toList();
    List<Long> missing =
        LongStream.range(0, axes.size()).boxed().filter(axis -> !axes.contains(axis)).toList();
    if (missing.size() != 1 || !failure.step().filter(s -> s.kind() == Kind.PERMUTE).isPresent()) {
      return Stream.of();
    }
    Map<Edit, Long> whole = new LinkedHashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      List<Long> others = new ArrayList<>(axes);
      others.set(i, missing.get(0));
      if (others.stream().distinct().count() == axes.size() && exchanged(others) > 0) {
        Edit edit = line.replaced(numbers.get(i).span(), missing.get(0).toString());
        whole.put(edit, MOST_PAIRS * torn(edit, failure) + exchanged(others));
      }
    }
    return whole.keySet().stream().sorted(Comparator.comparing(whole::get));
  }

  /** How many axes are cut by views, as where they stand in the wrong order. */
  private static long torn(Edit edit, Failure failure) {
    return failure.rerun().after(edit).stream()
        .flatMap(changed -> changed.steps().stream())
        .filter(step -> step.kind() == Kind.RESHAPE && step.arguments().size() == 1)
        .filter(step -> tears(step.arguments().get(0).shape(), step.outputs().get(0).shape()))
        .count();
  }

  /** Whether the axes of one shape are not those of the other one, folded or unfolded. */
  private static boolean tears(Shape from, Shape to) {
    Deque<Dim> left = new ArrayDeque<>(from.dims());
    Deque<Dim> right = new ArrayDeque<>(to.dims());
    while (!left.isEmpty() && !right.isEmpty()) {
      Dim one = left.pop();
      Dim other = right.pop();
      if (one.dividedBy(other).isPresent()) {
        one.dividedBy(other).filter(rest -> !rest.equals(Dim.of(1))).ifPresent(left::push);
      } else if (other.dividedBy(one).isPresent()) {
        other.dividedBy(one).ifPresent(right::push);
      } else {
        return true;
      }
    }
    return false;
  }

  /** The other numbers of the line, the nearest first, and the first and the last place. */
  private static List<String> beside(LineEditing line, Expression number) {
    long value = number instanceof Expression.IntLiteral literal ? literal.value() : 0;
    return Stream.concat(
            line.expressions(number.span().line()).stream()
                .filter(Expression.IntLiteral.class::isInstance)
                .map(other -> ((Expression.IntLiteral) other).value())
                .filter(other -> other > LARGEST_INDEX)
                .sorted(Comparator.comparing(other -> Math.abs(other - value))),
            Stream.of(0L, -1L))
        .map(String::valueOf)
        .toList();
  }

  private static Stream<Edit> edits(LineEditing line, Expression number, Failure failure) {
    Set<String> values = new LinkedHashSet<>();
    boolean index =
        number instanceof Expression.IntLiteral literal && literal.value() <= LARGEST_INDEX;
    if (failure.problem().id() == ProblemId.DIM_RANGE
        && number instanceof Expression.IntLiteral axis) {
      values.addAll(axes(line, axis, failure));
    } else if (index && OF_INDICES.contains(failure.problem().id())) {
      long value = ((Expression.IntLiteral) number).value();
      if (failure.problem().id() == ProblemId.INDEX_RANGE && value > 0) {
        values.add(Long.toString(value - 1)); // counted from 1
      }
      values.addAll(SMALL);
    } else if (!index && OF_INDICES.contains(failure.problem().id())) {
      values.addAll(beside(line, number));
    }
    if (!index && failure.problem().id() == ProblemId.VIEW) {
      beside(line, number).stream().filter(other -> !SMALL.contains(other)).forEach(values::add);
    }
    boolean declared = OF_DECLARATIONS.contains(failure.problem().id());
    for (Tensor argument :
        failure.step().filter(step -> !declared).map(Step::arguments).orElse(List.of())) {
      if (failure.problem().id() == ProblemId.PAD_TOO_BIG) {
        argument.shape().dims().stream()
            .filter(dim -> dim.isConstant() && dim.value() > 1)
            .forEach(dim -> values.add(Long.toString(dim.value() - 1)));
      } else {
        values.addAll(Sizes.of(argument.shape(), number instanceof Expression.Binary));
      }
    }
    if (failure.problem().id() == ProblemId.UNPOOL_SIZE) { // the size of the map that was pooled
      failure.trace().steps().stream()
          .flatMap(step -> step.arguments().stream())
          .forEach(pooled -> values.addAll(Sizes.of(pooled.shape(), false)));
    }
    values.remove(line.text(number));
    boolean axis = failure.problem().id() == ProblemId.DIM_RANGE;
    if (!index && !axis || failure.problem().id() == ProblemId.VIEW) {
      values.remove("1"); // a row for each value, or one number for all
    }
    return values.stream()
        .flatMap(
            value ->
                Stream.concat(
                    alike(line, number, value).stream(), Stream.of(line.number(number, value))));
  }

  /** The same change wherever the line says a larger number, as both sides of a mask. */
  private static Optional<Edit> alike(LineEditing line, Expression number, String value) {
    int where = number.span().line();
    List<Expression> same =
        line.expressions(where).stream()
            .filter(other -> other instanceof Expression.IntLiteral && line.isOneLine(other.span()))
            .filter(other -> line.text(other).equals(line.text(number)))
            .distinct()
            .toList();
    if (same.size() != 2
        || !same.get(0).equals(number)
        || ((Expression.IntLiteral) number).value() <= LARGEST_INDEX) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(line.program().line(where));
    Span second = same.get(1).span();
    text.replace(second.start(), second.end(), value);
    text.replace(number.span().start(), number.span().end(), value);
    return Optional.of(line.replaced(where, text.toString()));
  }
}
