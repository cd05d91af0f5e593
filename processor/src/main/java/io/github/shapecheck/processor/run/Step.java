package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.op.Arithmetic;
import io.github.shapecheck.processor.op.Tensor;
import io.github.shapecheck.processor.op.Value;
import io.github.shapecheck.processor.op.Weights;
import io.github.shapecheck.processor.op.Window;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation that was executed.
 *
 * @param layer the field's path, null for a function
 * @param op the layer's type or the function's name
 * @param arguments the tensors that it read
 * @param value what it gave
 * @param weights the layer's own tensors
 * @param macs multiplications with additions, null where there are none
 * @param windows the kernel on each spatial axis, null where it has none
 * @param arithmetic how the sizes came about, null where they are those of the input
 */
public record Step(
    @Nullable String layer,
    String op,
    List<Tensor> arguments,
    Value value,
    Weights weights,
    @Nullable Dim macs,
    @Nullable List<Window> windows,
    @Nullable Arithmetic arithmetic,
    Place place) {
  /** The tensors that it gave, in order. */
  public List<Tensor> outputs() {
    List<Tensor> outputs = new ArrayList<>(1);
    collect(value, outputs);
    return outputs;
  }

  static void collect(Value value, List<Tensor> into) {
    if (value instanceof Tensor tensor) {
      into.add(tensor);
    } else if (value instanceof Value.Sequence sequence) {
      for (Value item : sequence.items()) {
        collect(item, into);
      }
    }
  }

  /** What the way to a problem calls it: the layer's path or the function. */
  public String label() {
    return layer == null ? op : layer;
  }
}
