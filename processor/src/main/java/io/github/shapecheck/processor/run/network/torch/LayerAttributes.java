package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.record.LayerConstructor;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What layers have behind a dot. */
public record LayerAttributes(Recorder recorder) {
  /** What a norm has, if only as None. */
  private static final Set<String> OF_NORMS =
      Set.of("weight", "running_mean", "running_var", "num_batches_tracked");

  /** A layer's number or tensor; null for none. */
  public @Nullable Value of(References.Layers layers, String name) {
    for (LayerInstance layer : layers.layers()) {
      Weights weights = recorder.layers.getOrDefault(layer.key(), Weights.NONE);
      Weights.Weight weight = weights.get(name);
      if (weight != null && recorder.isBuilding()) {
        return Tensor.of(weight.shape());
      }
      if (weight != null) {
        Leaf.Kind kind = weight.trainable() ? Leaf.Kind.PARAMETER : Leaf.Kind.BUFFER;
        return recorder.leaf(
            new Leaf(layer.path() + "." + name, kind, weight.shape(), DType.FLOAT32));
      }
      if (name.equals("bias") && !weights.all().isEmpty()) {
        return Value.NONE;
      }
      int index = layer.type().constructor().indexOf(name);
      index = index < 0 ? layer.type().constructor().indexOfMember(name) : index;
      if (index >= 0) {
        Value number = layer.numbers()[index];
        if (number instanceof Value.None && Role.of(name) == Role.STRIDE) {
          return of(layers, "kernel_size"); // a pool that was given none strides by its kernel
        }
        return number == null ? Value.UNKNOWN : perAxis(layer.type().operation(), name, number);
      }
      if (name.equals("bias")) {
        return Value.NONE;
      }
      Kind kind = layer.type().operation().kind();
      if (kind.isNorm() && OF_NORMS.contains(name)) {
        return Value.NONE;
      }
      if (kind.isConvolution() && name.equals("transposed")) {
        return new Value.Bool(kind == Kind.TRANSPOSED_CONVOLUTION);
      } else if (kind.isConvolution() && name.equals("output_padding")) {
        return perAxis(layer.type().operation(), name, Value.Int.of(0));
      }
      if (LayerConstructor.knows(layer.type().name(), name)) {
        return new Opaque("the " + name + " of " + layer.path());
      }
    }
    return null;
  }

  /** A convolution keeps its numbers as tuples, one number for each axis. */
  private static Value perAxis(Operation operation, String name, Value number) {
    Role role = Role.of(name);
    boolean each =
        operation.kind().isConvolution()
            && number.dim() != null
            && (role.isOfWindows() || role == Role.OUTPUT_PADDING);
    return each ? new Value.Sequence(Collections.nCopies(operation.axes(), number), true) : number;
  }
}
