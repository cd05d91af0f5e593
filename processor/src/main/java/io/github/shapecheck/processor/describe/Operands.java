package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A step as the passes read it: its numbers, its shapes. */
record Operands(Step step) {
  /** Whether there are tensors on both sides whose shapes can be compared. */
  boolean hasTensors() {
    return !step.arguments().isEmpty() && !step.outputs().isEmpty();
  }

  Shape input() {
    return step.arguments().get(0).shape();
  }

  Shape output() {
    return step.outputs().get(0).shape();
  }

  /** The axes that an argument names, counted from the front; none where it is absent. */
  List<Integer> axes(String name, int rank) {
    List<Integer> axes = new ArrayList<>();
    for (Dim dim : numbers(name)) {
      if (dim.isConstant() && dim.value() >= -rank && dim.value() < rank) {
        axes.add((int) (dim.value() < 0 ? dim.value() + rank : dim.value()));
      }
    }
    return axes;
  }

  /** The integers of an argument; none where it is absent or something else. */
  List<Dim> numbers(String name) {
    List<Dim> numbers = new ArrayList<>();
    Value value = step.call().knows(name) ? step.call().get(name) : Value.NONE;
    if (value instanceof Value.Sequence sequence) {
      for (Value item : sequence.items()) {
        if (item instanceof Value.Int number) {
          numbers.add(number.value());
        }
      }
    } else if (value instanceof Value.Int number) {
      numbers.add(number.value());
    }
    return numbers;
  }

  /** Whether any argument's shape is not known, after an error. */
  boolean isVague() {
    return Stream.of(step.arguments(), step.outputs())
        .flatMap(List::stream)
        .anyMatch(tensor -> !tensor.shape().isKnown());
  }
}
