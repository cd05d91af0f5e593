package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.BatchItems;
import io.github.shapecheck.processor.run.object.BatchRange;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what has one item for each sample of the batch. */
public final class BatchIteration {
  private final Machine machine;
  private final Frame frame;

  public BatchIteration(Frame frame) {
    this.machine = frame.machine();
    this.frame = frame;
  }

  /** The items of a value that has one for each sample; null for others. */
  public @Nullable BatchItems of(Value value, @Nullable Span span) {
    if (value instanceof BatchRange range) {
      return new BatchItems(Value.Int.of(0), new Value.Int(range.count().minus(1)), range.count());
    }
    if (value instanceof Value.Pieces pieces && BatchRange.isBatch(pieces.count())) {
      return new BatchItems(pieces.first(), pieces.last(), pieces.count());
    }
    if (value instanceof Tensor tensor && tensor.rank() > 0 && BatchRange.isBatch(tensor.dim(0))) {
      Value row =
          machine
              .host()
              .operation(
                  frame,
                  "getitem",
                  Arguments.of(List.of(tensor, Value.Int.of(0))),
                  span == null ? Machine.NOWHERE : span);
      return new BatchItems(row, row, tensor.dim(0));
    }
    return value instanceof IteratorObject iterator ? iterator.batch() : null;
  }

  /** {@code enumerate}, {@code zip}, {@code reversed} of such values; null for others. */
  public static @Nullable Value combined(String kind, Invocation in) {
    BatchIteration iteration = new BatchIteration(in.frame());
    BatchItems items = in.size() == 0 ? null : iteration.of(in.object(0), in.span());
    if (items == null) {
      return null;
    }
    BatchItems made =
        switch (kind) {
          case "enumerate" -> numbered(in, items);
          case "reversed" -> items.reversed();
          default -> iteration.zipped(in, items);
        };
    return new IteratorObject(kind, iteration.refusing(items), made);
  }

  /** Where something else than a loop goes through the items. */
  private Iterator<Value> refusing(BatchItems items) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        throw machine.error("ValueError", ProblemId.UNPACK, refusal(items.count()));
      }

      @Override
      public Value next() {
        throw machine.error("ValueError", ProblemId.UNPACK, refusal(items.count()));
      }
    };
  }

  /** What is said where the items of the batch are asked for one by one. */
  static String refusal(Dim count) {
    return "the " + count + " samples of a batch are gone through by a loop only";
  }

  private static BatchItems numbered(Invocation in, BatchItems items) {
    long start = in.integer(in.get(1, "start", Value.Int.of(0)));
    Dim last = items.count().plus(start).minus(1);
    return new BatchItems(
        Value.Sequence.tuple(Value.Int.of(start), items.first()),
        Value.Sequence.tuple(new Value.Int(last), items.last()),
        items.count());
  }

  private BatchItems zipped(Invocation in, BatchItems items) {
    Value[] firsts = new Value[in.size()];
    Value[] lasts = new Value[in.size()];
    firsts[0] = items.first();
    lasts[0] = items.last();
    for (int i = 1; i < in.size(); i++) {
      BatchItems others = of(in.object(i), in.span());
      if (others == null) {
        throw machine.error(
            "ValueError", in.object(i).kind() + " has not as many items as the batch has samples");
      }
      firsts[i] = others.first();
      lasts[i] = others.last();
    }
    return new BatchItems(Value.Sequence.tuple(firsts), Value.Sequence.tuple(lasts), items.count());
  }
}
