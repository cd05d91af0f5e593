package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.DictView;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyRange;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Goes through the items of what has items. */
public record Iteration(Machine machine) {
  private static final int MOST_PIECES = 10_000;

  /** Goes through a list by place, so that what is added meanwhile comes too. */
  private static final class OfList implements Iterator<Value> {
    private final List<Value> items;
    private int next;

    OfList(List<Value> items) {
      this.items = items;
    }

    @Override
    public boolean hasNext() {
      return next < items.size();
    }

    @Override
    public Value next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return items.get(next++);
    }
  }

  public Iterator<Value> of(Frame frame, Value value, @Nullable Span span) {
    if (value instanceof ListObject list) {
      return new OfList(list.items());
    }
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().iterator();
    }
    if (value instanceof RangeObject range) {
      return range.iterator();
    }
    if (value instanceof ManyRange range) {
      throw new ManyIteration(frame).refusal(range.count(), span);
    }
    if (value instanceof IteratorObject iterator) {
      return iterator.items();
    }
    if (value instanceof DictObject dict) {
      return unchanged(dict.keys(), dict::size);
    }
    if (value instanceof DictView view) {
      return unchanged(view.items(), view.dict()::size);
    }
    if (value instanceof SetObject set) {
      return unchanged(set.items(), set::size);
    }
    if (value instanceof Value.Text text) {
      return text.value().codePoints().mapToObj(Iteration::letter).iterator();
    }
    if (value instanceof InstanceObject instance) {
      return ofInstance(frame, instance, span);
    }
    if (value instanceof ClassObject type && type.isSubclassOf(Types.ENUM)) {
      return Enumerations.members(type).iterator();
    }
    if (value instanceof Tensor tensor) {
      return ofTensor(frame, tensor, span);
    }
    if (value instanceof Value.Unknown || value instanceof Opaque) {
      throw new Lost(value);
    }
    List<Value> hosts = machine.host().items(frame, value, span == null ? Machine.NOWHERE : span);
    if (hosts != null) {
      return hosts.iterator();
    }
    throw machine.error("TypeError", ProblemId.UNPACK, value.kind() + " has no items");
  }

  /** Goes through what must not grow or shrink meanwhile. */
  private Iterator<Value> unchanged(List<Value> items, IntSupplier size) {
    machine.handle(items.size());
    Iterator<Value> all = items.iterator();
    return new Iterator<>() {
      private boolean ended;

      @Override
      public boolean hasNext() {
        if (!ended && size.getAsInt() != items.size()) {
          throw machine.error("RuntimeError", "what a loop goes through changed its size");
        }
        ended = ended || !all.hasNext();
        return !ended;
      }

      @Override
      public Value next() {
        return all.next();
      }
    };
  }

  private static Value letter(int codePoint) {
    return new Value.Text(Character.toString(codePoint));
  }

  private Iterator<Value> ofInstance(Frame frame, InstanceObject instance, @Nullable Span span) {
    Value made = frame.special(instance, "__iter__", span);
    if (made != null) {
      return made == instance ? byNext(frame, instance, span) : of(frame, made, span);
    }
    if (instance.base() != null) {
      return of(frame, instance.base(), span);
    }
    if (instance.type().find("__next__") != null) {
      return byNext(frame, instance, span);
    }
    Value item = instance.type().find("__getitem__");
    if (item == null) {
      throw machine.error("TypeError", ProblemId.UNPACK, instance.kind() + " has no items");
    }
    return untilRaised(
        "IndexError",
        index ->
            machine.call(frame, item, Arguments.of(List.of(instance, Value.Int.of(index))), span));
  }

  private Iterator<Value> byNext(Frame frame, InstanceObject instance, @Nullable Span span) {
    Value next = instance.type().find("__next__");
    if (next == null) {
      throw machine.error("TypeError", ProblemId.UNPACK, instance.kind() + " has no __next__");
    }
    return untilRaised(
        "StopIteration", i -> machine.call(frame, next, Arguments.of(instance), span));
  }

  private interface Items {
    Value at(int index);
  }

  /** Items one after the other until there is an exception of a kind. */
  private Iterator<Value> untilRaised(String end, Items items) {
    return new Iterator<>() {
      private int index;
      private @Nullable Value ready;

      @Override
      public boolean hasNext() {
        if (ready != null) {
          return true;
        }
        machine.enterTry();
        try {
          ready = items.at(index++);
          return true;
        } catch (Raised raised) {
          if (raised.exception().type().isSubclassOf(Types.exception(end))) {
            return false;
          }
          throw raised;
        } finally {
          machine.leaveTry();
        }
      }

      @Override
      public Value next() {
        if (!hasNext() || ready == null) {
          throw new NoSuchElementException();
        }
        Value item = ready;
        ready = null;
        return item;
      }
    };
  }

  private Iterator<Value> ofTensor(Frame frame, Tensor tensor, @Nullable Span span) {
    if (tensor.rank() == 0) {
      throw machine.error("TypeError", ProblemId.UNPACK, tensor.kind() + " has no items");
    }
    if (!tensor.dim(0).isKnown()) {
      throw new Lost(Value.UNKNOWN);
    }
    if (!tensor.dim(0).isConstant() || tensor.dim(0).value() > MOST_PIECES) {
      throw machine.error(
          "ValueError",
          ProblemId.UNPACK,
          tensor.kind() + " has " + tensor.dim(0) + " items, which cannot be told apart");
    }
    Value pieces = machine.operation(frame, "unbind", Arguments.of(tensor), span);
    if (pieces instanceof Value.Sequence sequence) {
      return new ArrayList<>(sequence.items()).iterator();
    }
    throw new Lost(Value.UNKNOWN);
  }
}
