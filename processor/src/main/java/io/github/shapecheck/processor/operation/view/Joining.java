package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.math.Elementwise;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Undetermined;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tensors joined along an axis, old or new: cat and stack. Rules join-1 to join-4. */
public final class Joining {
  private static final Shape NOTHING = Shape.of(0L);

  private Joining() {}

  /** The tensors of a tuple or list. */
  public static List<Tensor> tensors(Call call) {
    return tensors(call, "tensors");
  }

  /** As {@link #tensors(Call)} from another parameter. */
  public static List<Tensor> tensors(Call call, String name) {
    Value value = call.get(name);
    List<Tensor> tensors = new ArrayList<>();
    if (!(value instanceof Value.Sequence sequence)) {
      boolean lost = value instanceof Value.Unknown || Undetermined.mayPick(value);
      if (!lost && !(value instanceof Value.Pieces)) {
        call.problem(ProblemId.ARGUMENT, name, "needs a list of tensors, not " + value.kind());
      }
      throw call.abandon();
    }
    for (Value item : sequence.items()) {
      if (item instanceof Tensor tensor) {
        tensors.add(tensor);
        continue;
      }
      if (!(item instanceof Value.Unknown || Undetermined.mayPick(item))) {
        call.problem(ProblemId.ARGUMENT, name, "joins tensors, not " + item.kind());
      }
      throw call.abandon();
    }
    if (tensors.isEmpty()) {
      throw call.refuse(ProblemId.ARGUMENT, name, "needs at least one tensor");
    }
    return tensors;
  }

  public static Value cat(Call call) {
    if (call.get("tensors") instanceof Value.Pieces pieces) {
      return cat(call, pieces, call.axis("dim", pieces.first().rank()));
    }
    List<Tensor> tensors = tensors(call);
    for (Tensor tensor : tensors) {
      if (!tensor.shape().equals(NOTHING)) {
        return cat(call, tensors, call.axis("dim", tensor.rank()));
      }
    }
    return cat(call, tensors, 0);
  }

  /** join-5: of the pieces of a free axis all are like the first but for the last. */
  private static Value cat(Call call, Value.Pieces pieces, int axis) {
    requireOne(call, pieces);
    if (isOne(call, pieces, axis)) {
      return cat(call, List.of(pieces.last()), axis);
    }
    Tensor both = (Tensor) cat(call, List.of(pieces.first(), pieces.last()), axis);
    Dim piece = pieces.first().dim(axis);
    Dim sum = piece.times(pieces.count().minus(1)).plus(pieces.last().dim(axis));
    call.record().arithmetic =
        () ->
            List.of(
                "(%s - 1) * %s + %s = %s"
                    .formatted(pieces.count(), piece, pieces.last().dim(axis), sum));
    return both.as(both.shape().with(axis, sum));
  }

  /** A single piece may be smaller than the others would be, which then do not matter. */
  private static boolean isOne(Call call, Value.Pieces pieces, int axis) {
    Shape first = pieces.first().shape();
    Shape last = pieces.last().shape();
    for (int i = 0; i < first.rank(); i++) {
      if (i != axis && !first.dim(i).equals(last.dim(i))) {
        return call.choose(pieces.exactly(1));
      }
    }
    return false;
  }

  private static void requireOne(Call call, Value.Pieces pieces) {
    if (call.fails(pieces.atLeast(1))) {
      throw call.refuse(ProblemId.ARGUMENT, "tensors", "needs at least one tensor");
    }
  }

  /** join-1: all sizes agree but those along the axis, which add up; [0] joins anything. */
  static Value cat(Call call, List<Tensor> all, int axis) {
    List<Tensor> tensors = all.stream().filter(tensor -> !tensor.shape().equals(NOTHING)).toList();
    if (tensors.isEmpty()) {
      return all.get(0).as(NOTHING);
    }
    Shape shape = tensors.get(0).shape();
    if (shape.rank() == 0) {
      throw call.refuse(ProblemId.CAT, null, "cannot join single numbers: use stack");
    }
    DType type = all.get(0).dtype();
    for (Tensor tensor : all) {
      type = type.promote(tensor.dtype());
    }
    if (axis >= shape.rank() && !call.knows("dim")) {
      throw call.refuse(ProblemId.CAT, null, "cannot join " + shape + " along axis " + axis);
    }
    int at = axis < shape.rank() ? axis : call.axis("dim", shape.rank());
    for (int i = 1; i < tensors.size(); i++) {
      shape = joined(call, shape, tensors.get(i).shape(), at);
    }
    Dim sum = shape.dim(at);
    call.record().arithmetic =
        () ->
            List.of(
                tensors.stream()
                        .map(tensor -> tensor.dim(at).toString())
                        .collect(Collectors.joining(" + "))
                    + " = "
                    + sum);
    return Tensor.of(shape, type);
  }

  private static Shape joined(Call call, Shape shape, Shape next, int axis) {
    if (next.rank() != shape.rank()) {
      throw call.refuse(
          ProblemId.CAT,
          null,
          "cannot join " + next + " to " + shape + ": they differ in their axes");
    }
    Shape result = shape;
    for (int i = 0; i < shape.rank(); i++) {
      if (i != axis && call.fails(shape.dim(i), Relation.EQ, next.dim(i))) {
        call.problem(
            ProblemId.CAT,
            null,
            "cannot join %s to %s along axis %s: %s against %s on axis %s",
            next,
            shape,
            axis,
            next.dim(i),
            shape.dim(i),
            i);
        result = result.with(i, Dim.unknown());
      }
    }
    return result.with(axis, shape.dim(axis).plus(next.dim(axis)));
  }

  /** join-2: equal shapes along a new axis. */
  public static Value stack(Call call) {
    Dim count;
    List<Tensor> tensors;
    if (call.get("tensors") instanceof Value.Pieces pieces) { // join-5
      requireOne(call, pieces);
      boolean one = isOne(call, pieces, -1);
      tensors = one ? List.of(pieces.last()) : List.of(pieces.first(), pieces.last());
      count = one ? Dim.of(1) : pieces.count();
    } else {
      tensors = tensors(call);
      count = Dim.of(tensors.size());
    }
    int axis = call.axis("dim", tensors.get(0).rank() + 1);
    return stacked(call, tensors, axis, count);
  }

  /** join-6: sequences of any lengths, padded to the longest and stacked. */
  static Value padded(Call call) {
    Tensor batch =
        call.get("sequences") instanceof Tensor ? call.tensor("sequences", 1, Call.ANY) : null;
    List<Tensor> tensors =
        batch == null ? tensors(call, "sequences") : List.of(batch.as(batch.shape().remove(0)));
    Shape first = tensors.get(0).shape();
    if (first.rank() == 0) {
      throw call.refuse(ProblemId.RANK, "sequences", "pads sequences but receives a single number");
    }
    Dim longest = first.dim(0);
    Shape rest = first.remove(0);
    for (Tensor tensor : tensors) {
      if (tensor.rank() != first.rank() || differs(call, rest, tensor.shape().remove(0))) {
        String both = tensor.shape() + " beside " + first;
        throw call.refuse(
            ProblemId.STACK, null, "cannot pad " + both + ": they differ in more than length");
      }
      longest = longest.max(tensor.dim(0));
    }
    Dim count = batch == null ? Dim.of(tensors.size()) : batch.dim(0);
    Shape shape = rest.insert(0, longest).insert(call.flag("batch_first") ? 0 : 1, count);
    return tensors.get(0).as(shape);
  }

  /** Whether a shape cannot be written into another: sizes of 1 fit. */
  private static boolean differs(Call call, Shape into, Shape shape) {
    for (int i = 0; i < into.rank(); i++) {
      boolean one = shape.dim(i).equals(Dim.of(1));
      if (!one && call.fails(into.dim(i), Relation.EQ, shape.dim(i))) {
        return true;
      }
    }
    return false;
  }

  /** The tensors as one, along a new axis. Rule join-2. */
  public static Tensor stacked(Call call, List<Tensor> tensors, int axis) {
    return stacked(call, tensors, axis, Dim.of(tensors.size()));
  }

  private static Tensor stacked(Call call, List<Tensor> tensors, int axis, Dim count) {
    Shape shape = tensors.get(0).shape();
    DType type = tensors.get(0).dtype();
    for (Tensor tensor : tensors) {
      type = type.promote(tensor.dtype());
      if (Elementwise.grows(call, shape, tensor.shape())) {
        throw call.refuse(
            ProblemId.STACK,
            null,
            "cannot stack " + tensor.shape() + " on " + shape + ": not equal");
      }
    }
    return Tensor.of(shape.insert(axis, count), type);
  }

  /** join-3: along the first axis, or the second, or the third, which are added where missing. */
  public static Value stackAlong(Call call, int axis) {
    if (call.get("tensors") instanceof Value.Pieces pieces) { // join-5
      Value.Pieces same = pieces.of(extended(pieces.first(), axis), extended(pieces.last(), axis));
      return cat(call, same, along(pieces.first(), axis));
    }
    List<Tensor> given = tensors(call);
    List<Tensor> tensors = given.stream().map(tensor -> extended(tensor, axis)).toList();
    return cat(call, tensors, along(given.get(0), axis)); // the first alone says along which axis
  }

  private static int along(Tensor first, int axis) {
    return axis == 1 && first.rank() < 2 ? 0 : axis;
  }

  private static Tensor extended(Tensor tensor, int axis) {
    Shape shape = tensor.shape();
    if (shape.rank() == 0) {
      shape = Shape.of(1L);
    }
    if (axis != 1 && shape.rank() < 2) {
      shape = shape.insert(0, Dim.of(1));
    }
    return tensor.as(axis == 2 && shape.rank() < 3 ? shape.insert(-1, Dim.of(1)) : shape);
  }

  /** join-4: vectors become columns. */
  public static Value columns(Call call) {
    if (call.get("tensors") instanceof Value.Pieces pieces) {
      return cat(call, pieces.of(column(pieces.first()), column(pieces.last())), 1);
    }
    return cat(call, tensors(call).stream().map(Joining::column).toList(), 1);
  }

  private static Tensor column(Tensor tensor) {
    return tensor.rank() > 1 ? tensor : tensor.as(Shape.of(tensor.shape().numel(), Dim.of(1)));
  }

  /** series-6: matrices along a diagonal; their sizes add up. */
  static Value blocks(Call call) {
    Dim rows = Dim.of(0);
    Dim columns = Dim.of(0);
    List<Tensor> tensors = new ArrayList<>(tensors(call));
    for (Tensor tensor : tensors) {
      rows = rows.plus(tensor.rank() < 2 ? Dim.of(1) : tensor.dim(0));
      columns = columns.plus(tensor.rank() == 0 ? Dim.of(1) : tensor.dim(-1));
    }
    return tensors.get(0).as(Shape.of(rows, columns));
  }
}
