package io.github.shapecheck.processor.operation.recurrent;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.create.ListedNumbers;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Numbers;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Sequences one behind the other, each as long as the longest: what values decide. As in PyTorch a
 * tuple of the data, the samples of each time step, and their order. Rules packed-1 to packed-6.
 *
 * @param data all time steps of all samples, {@code [N * T, ...]}
 */
public record PackedSequence(Tensor data, Dim time, Dim batch) {
  /** What a value holds; null if it is no packed sequence. */
  public static @Nullable PackedSequence of(Value value) {
    if (!(value instanceof Value.Sequence tuple) || !tuple.tuple() || tuple.items().size() != 4) {
      return null;
    }
    Dim time = count(tuple.items().get(1));
    Dim batch = count(tuple.items().get(2));
    return tuple.items().get(0) instanceof Tensor data
            && data.rank() > 0
            && time != null
            && batch != null
            && batch.equals(count(tuple.items().get(3)))
        ? new PackedSequence(data, time, batch)
        : null;
  }

  private static @Nullable Dim count(Value value) {
    return value instanceof Tensor tensor && tensor.rank() == 1 && tensor.dtype() == DType.INT64
        ? tensor.dim(0)
        : null;
  }

  /** The same with other data. */
  Value with(Tensor other) {
    Tensor order = Tensor.of(Shape.of(batch), DType.INT64);
    return Value.Sequence.tuple(other, Tensor.of(Shape.of(time), DType.INT64), order, order);
  }

  /** {@code pack_padded_sequence}. */
  static Value pack(Call call) {
    Tensor padded = call.tensor("input", 2, Call.ANY); // packed-1
    int first = call.flag("batch_first") ? 0 : 1;
    Dim batch = padded.dim(first);
    Dim time = padded.dim(1 - first);
    Numbers lengths = lengths(call, batch);
    if (lengths != null) { // packed-3
      boolean fits =
          !call.fails(lengths.smallest(), Relation.GE, Dim.of(1))
              && !call.fails(lengths.largest(), Relation.LE, time);
      if (!fits) {
        String range = "has sequences of %s to %s of %s steps";
        call.problem(
            ProblemId.RANGE, "lengths", range, lengths.smallest(), lengths.largest(), time);
      }
      time = fits ? lengths.largest() : time;
    }
    Shape rest = padded.shape().remove(0).remove(0);
    PackedSequence packed = new PackedSequence(padded, time, batch);
    return packed.with(padded.as(rest.insert(0, batch.times(time))));
  }

  /** packed-2: one length for each sample; a list may be for one batch only. */
  private static @Nullable Numbers lengths(Call call, Dim batch) {
    Value lengths = call.get("lengths");
    Dim count;
    Numbers known = null;
    if (lengths instanceof Tensor tensor) {
      count = tensor.rank() == 1 ? tensor.dim(0) : Dim.of(-1);
      known = tensor.numbers();
    } else if (lengths instanceof Value.Sequence list) {
      count = batch.isConstant() ? Dim.of(list.items().size()) : batch;
      known = ListedNumbers.numbers(list);
    } else if (lengths instanceof Value.Pieces pieces) {
      count = pieces.count();
      known = pieces.first().numbers();
    } else {
      return null;
    }
    if (call.fails(count, Relation.EQ, batch)) {
      String wanted = "needs a length for each of " + batch + " samples but receives ";
      String received = lengths instanceof Tensor tensor ? "" + tensor.shape() : "" + count;
      call.problem(ProblemId.ARGUMENT, "lengths", "%s", wanted + received);
    }
    return known;
  }

  /** packed-4: {@code pad_packed_sequence} gives the padded sequences and their lengths. */
  static Value pad(Call call) {
    PackedSequence packed = packed(call, "sequence");
    Dim time = packed.time;
    if (call.has("total_length")) {
      Dim total = call.dim("total_length");
      if (call.fails(total, Relation.GE, time)) {
        String message = "pads to " + total + " steps sequences of " + time;
        call.problem(ProblemId.RANGE, "total_length", message);
      } else {
        time = total;
      }
    }
    Shape rest = packed.data.shape().remove(0);
    Shape padded = rest.insert(0, time).insert(call.flag("batch_first") ? 0 : 1, packed.batch);
    Tensor lengths = Tensor.of(Shape.of(packed.batch), DType.INT64);
    return Value.Sequence.tuple(packed.data.as(padded), lengths);
  }

  private static PackedSequence packed(Call call, String parameter) {
    Value given = call.get(parameter);
    PackedSequence packed = of(given);
    if (packed != null) {
      return packed;
    }
    boolean lost = given instanceof Value.Unknown || given.allTensors().isEmpty();
    throw lost
        ? call.abandon()
        : call.refuse(
            ProblemId.ARGUMENT, parameter, "needs a packed sequence but receives %s", given.kind());
  }

  /** packed-5: {@code PackedSequence(data, batch_sizes)}, of other data. */
  static Value made(Call call) {
    Tensor data = call.tensor("data", 1, Call.ANY);
    Elements.requireIndices(call, call.tensor("batch_sizes"));
    Dim time = call.tensor("batch_sizes", 1, 1).dim(0);
    boolean ordered = call.get("sorted_indices") instanceof Tensor;
    Dim batch = ordered ? call.tensor("sorted_indices", 1, 1).dim(0) : data.dim(0).floorDiv(time);
    if (call.fails(data.dim(0), Relation.EQ, batch.times(time))) {
      String rows = "needs " + batch.times(time) + " rows of data but receives ";
      call.problem(ProblemId.ARGUMENT, "data", rows + Axes.of(data.shape()));
    }
    return new PackedSequence(data, time, batch).with(data);
  }
}
