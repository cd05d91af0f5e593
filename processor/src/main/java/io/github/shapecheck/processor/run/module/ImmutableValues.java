package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.LargeInteger;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.object.ManyRange;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Turns a program's values into those of the operations, which never change, and back. */
public final class ImmutableValues {
  private static final int MOST_ITEMS = 200_000;

  /** More outputs no report could hold. */
  private static final int MOST_OUTPUTS = 10_000;

  /** What holds itself has no end. */
  private static final int DEEPEST = 200;

  private int items;
  private int depth;

  private ImmutableValues() {}

  /** A value as operations take it; {@code Unknown} where it holds more than they look at. */
  public static Value of(Value value) {
    boolean plain =
        !(value instanceof Value.Reference
            || value instanceof Value.Sequence
            || value instanceof Value.Slice);
    if (plain) {
      return value;
    }
    ImmutableValues values = new ImmutableValues();
    Value frozen = values.frozen(value);
    return values.items > MOST_ITEMS ? Value.UNKNOWN : frozen;
  }

  private Value frozen(Value value) {
    if (++items > MOST_ITEMS) {
      return Value.UNKNOWN;
    }
    if (value instanceof ListObject list) {
      return new Value.Sequence(all(list.items()), false);
    }
    if (value instanceof Value.Sequence sequence) {
      return new Value.Sequence(all(sequence.items()), sequence.tuple());
    }
    if (value instanceof Value.Slice slice) {
      return new Value.Slice(frozen(slice.lower()), frozen(slice.upper()), frozen(slice.step()));
    }
    if (value instanceof RangeObject range && range.size() <= MOST_ITEMS) {
      List<Value> numbers = new ArrayList<>();
      range.iterator().forEachRemaining(numbers::add);
      return new Value.Sequence(numbers, false);
    }
    if (value instanceof ManyList list) {
      return ManyList.plain(list);
    }
    if (value instanceof ManyRange range) {
      return Tensor.of(Shape.of(range.count()), DType.INT64);
    }
    if (value instanceof SetObject set) {
      return new Value.Sequence(all(set.items()), false);
    }
    if (value instanceof Opaque opaque) {
      if (opaque.made()) {
        return Value.UNKNOWN;
      }
      Tensor listed = opaque.listed();
      return listed == null ? Value.Real.of(opaque.origin()) : listed;
    }
    if (value instanceof LargeInteger large) {
      return Value.Real.of(large.value());
    }
    if (value instanceof ClassObject type) {
      return type(type);
    }
    return value instanceof InstanceObject instance && instance.base() != null
        ? frozen(instance.base())
        : value;
  }

  /** Python's number types stand for element types. */
  private static Value type(ClassObject type) {
    return switch (type.name()) {
      case "float" -> new Value.Type(DType.FLOAT64);
      case "int" -> new Value.Type(DType.INT64);
      case "bool" -> new Value.Type(DType.BOOL);
      case "complex" -> new Value.Type(DType.COMPLEX64);
      default -> type;
    };
  }

  private List<Value> all(List<Value> values) {
    List<Value> frozen = new ArrayList<>();
    items = ++depth > DEEPEST ? MOST_ITEMS : items;
    for (Value value : values) {
      frozen.add(frozen(value));
      if (items > MOST_ITEMS) {
        break;
      }
    }
    depth--;
    return frozen;
  }

  /** What a program gets of an operation's result: a list that it may change. */
  public static Value thawed(Value value) {
    if (!(value instanceof Value.Sequence sequence)) {
      return value;
    }
    List<Value> thawed = Value.each(sequence.items(), ImmutableValues::thawed);
    return sequence.tuple() ? sequence.of(thawed) : new ListObject(thawed);
  }

  /** What a forward pass returned, its dicts and objects as the tensors in them. */
  public static Value output(Value value) {
    ImmutableValues values = new ImmutableValues();
    Value flat = values.flat(value);
    return values.items > MOST_OUTPUTS ? Value.UNKNOWN : flat;
  }

  private Value flat(Value value) {
    if (++items > MOST_OUTPUTS) {
      return Value.UNKNOWN;
    }
    List<Value> parts =
        value instanceof ListObject list
            ? list.items()
            : value instanceof Value.Sequence sequence
                ? sequence.items()
                : value instanceof DictObject dict
                    ? dict.values()
                    : value instanceof InstanceObject instance
                        ? List.copyOf(instance.attributes().values())
                        : null;
    if (parts == null) {
      return value;
    }
    List<Value> flat = new ArrayList<>();
    items = ++depth > DEEPEST ? MOST_OUTPUTS : items;
    parts.forEach(part -> flat.add(flat(part)));
    depth--;
    return new Value.Sequence(flat, !(value instanceof ListObject));
  }
}
