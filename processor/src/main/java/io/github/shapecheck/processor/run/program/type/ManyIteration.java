package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.ManyItems;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.object.ManyRange;
import io.github.shapecheck.processor.run.object.UnfilledList;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what has as many items as a free size says. */
public final class ManyIteration {
  private static final int FEW = 9;

  private final Machine machine;
  private final Frame frame;

  public ManyIteration(Frame frame) {
    this.machine = frame.machine();
    this.frame = frame;
  }

  /** The items of a list whose length is a free size; other values as they are. */
  public static Value plain(Value value) {
    Value plain = ManyList.plain(value);
    if (plain != value && plain instanceof Value.Unknown) {
      throw new Lost(plain);
    }
    return plain;
  }

  /** The items of a value that has as many as a free size says; null for others. */
  public @Nullable ManyItems of(Value value, @Nullable Span span) {
    if (value instanceof ManyList list) {
      return of(plain(list), span);
    }
    if (value instanceof ManyRange range) {
      return new ManyItems(
          new Value.Int(range.first()), new Value.Int(range.last()), range.count());
    }
    if (value instanceof UnfilledList list) {
      return new ManyItems(list.get(Dim.of(0)), list.get(list.count().minus(1)), list.count());
    }
    if (value instanceof Value.Pieces pieces && isMany(pieces)) {
      return new ManyItems(pieces.first(), pieces.last(), pieces.count());
    }
    if (value instanceof Tensor tensor && tensor.rank() > 0 && isMany(tensor.dim(0))) {
      Arguments first = Arguments.of(List.of(tensor, Value.Int.of(0)));
      Value row = machine.operation(frame, "getitem", first, span);
      return new ManyItems(row, row, tensor.dim(0));
    }
    return value instanceof IteratorObject iterator ? iterator.many() : null;
  }

  /** The list of such items; null for others. */
  public @Nullable Value list(Value value, @Nullable Span span) {
    boolean whole = value instanceof IteratorObject iterator && iterator.many() != null;
    if (whole || value instanceof ManyRange) {
      return value;
    }
    ManyItems items = of(value, span);
    return items != null && items.first() instanceof Tensor row && row.equals(items.last())
        ? repeated(row, items.count(), span)
        : null;
  }

  /** What stands for items as a list that may change. */
  static Value listOf(Value items) {
    return items instanceof Value.Pieces pieces && pieces.first().equals(pieces.last())
        ? new ManyList(pieces.first(), pieces.count())
        : items;
  }

  /** A list of one value so many times, a number as a tensor of it; null for others. */
  public @Nullable Value repeated(Value item, Dim count, @Nullable Span span) {
    boolean number = item instanceof Value.Int || item instanceof Value.Real;
    if (number && isMany(count)) {
      Arguments one = Arguments.of(List.of(item));
      return repeated(machine.operation(frame, "tensor", one, span), count, span);
    }
    if (item instanceof Value.None && isMany(count)) {
      return new UnfilledList(count, item);
    }
    return item instanceof Tensor tensor && isMany(count)
        ? new Value.Pieces(tensor, tensor, Dim.of(1), count, count)
        : null;
  }

  /** Whether so many items are gone through together; where there may be none is another way. */
  public boolean isMany(Dim count) {
    return !count.isConstant()
        && count.isKnown()
        && machine.host().decider().choose(Condition.ge(count, Dim.of(1)));
  }

  /** A few pieces are gone through one by one. */
  private boolean isMany(Value.Pieces pieces) {
    return isMany(pieces.count()) && !machine.host().decider().proves(pieces.atLeast(FEW).negate());
  }

  /** {@code enumerate}, {@code zip}, {@code reversed} of such values; null for others. */
  public static @Nullable Value combined(String kind, Invocation in) {
    ManyIteration iteration = new ManyIteration(in.frame());
    ManyItems items =
        kind.equals("zip")
            ? iteration.rows(in, 0)
            : in.size() == 0 ? null : iteration.of(in.object(0), in.span());
    if (items == null) {
      return null;
    }
    ManyItems made =
        switch (kind) {
          case "enumerate" -> numbered(in, items);
          case "reversed" -> items.reversed();
          default -> items;
        };
    return new IteratorObject(kind, iteration.refusing(items), made);
  }

  /** Where something else than a loop goes through the items. */
  private Iterator<Value> refusing(ManyItems items) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        throw refusal(items.count(), null);
      }

      @Override
      public Value next() {
        throw refusal(items.count(), null);
      }
    };
  }

  /** What ends the program where the items are asked for one by one. */
  RuntimeException refusal(Dim count, @Nullable Span span) {
    return ManyRange.isBatch(count)
        ? machine.error(
            "ValueError",
            ProblemId.UNPACK,
            "the " + count + " samples of a batch are gone through by a loop only")
        : lost("a loop of " + count + " steps", span);
  }

  /** What ends a statement of which nothing is known from here on. */
  public Lost lost(String what, @Nullable Span span) {
    machine.host().unchecked(frame, what, span == null ? Machine.NOWHERE : span);
    return new Lost(Value.UNKNOWN);
  }

  private static ManyItems numbered(Invocation in, ManyItems items) {
    long start = in.integer(in.get(1, "start", Value.Int.of(0)));
    Dim last = items.count().plus(start).minus(1);
    return new ManyItems(
        Value.Sequence.tuple(Value.Int.of(start), items.first()),
        Value.Sequence.tuple(new Value.Int(last), items.last()),
        items.count());
  }

  /** Tuples of the items of several such arguments; null where the first is none. */
  @Nullable ManyItems rows(Invocation in, int from) {
    ManyItems items = in.size() <= from ? null : of(in.object(from), in.span());
    if (items == null) {
      return null;
    }
    Value[] firsts = new Value[in.size() - from];
    Value[] lasts = new Value[firsts.length];
    for (int i = 0; i < firsts.length; i++) {
      ManyItems others = i == 0 ? items : of(in.object(from + i), in.span());
      if (others == null || !others.count().equals(items.count())) {
        if (!ManyRange.isBatch(items.count())) {
          throw lost("a loop of " + items.count() + " steps", in.span());
        }
        throw machine.error(
            "ValueError",
            in.object(from + i).kind() + " has not the " + items.count() + " items of the other");
      }
      firsts[i] = others.first();
      lasts[i] = others.last();
    }
    return new ManyItems(Value.Sequence.tuple(firsts), Value.Sequence.tuple(lasts), items.count());
  }
}
