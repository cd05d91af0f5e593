package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One tensor that goes into a case: its name, its sizes and its element type. */
record Operand(String name, Type type, List<Long> shape) {

  /** Element types that the shape rules tell apart. */
  enum Type {
    FLOAT,
    LONG,
    BOOL
  }

  Operand {
    shape = List.copyOf(shape);
  }

  static Operand of(String name, long... shape) {
    return new Operand(name, Type.FLOAT, Arrays.stream(shape).boxed().toList());
  }

  static Operand of(String name, List<Long> shape) {
    return new Operand(name, Type.FLOAT, shape);
  }

  Operand as(Type other) {
    return new Operand(name, other, shape);
  }

  Operand named(String other) {
    return new Operand(other, type, shape);
  }

  Operand with(List<Long> other) {
    return new Operand(name, type, other);
  }

  Operand with(int axis, long size) {
    List<Long> changed = new ArrayList<>(shape);
    changed.set(axis, size);
    return with(changed);
  }

  int rank() {
    return shape.size();
  }

  /** The size of an axis, negative ones counted from the end. */
  long size(int axis) {
    return shape.get(axis < 0 ? axis + shape.size() : axis);
  }

  @Override
  public String toString() {
    return name
        + (type == Type.FLOAT ? "" : ":" + type.name().toLowerCase(java.util.Locale.ROOT))
        + shape;
  }
}
