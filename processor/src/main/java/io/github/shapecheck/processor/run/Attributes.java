package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code value.name} is for tensors, tuples, layers and modules. */
final class Attributes {
  private Attributes() {}

  /** The attribute, or null where there is none of that name. */
  static @Nullable Value of(Value target, String name, Members members, Recorder recorder) {
    if (target instanceof References.Self self) {
      return members.find(self.instance(), name);
    }
    if (target instanceof References.Modules modules) {
      return ofModules(modules, name, members);
    }
    if (target instanceof References.Layers layers) {
      return ofLayers(layers, name, recorder);
    }
    if (target instanceof Tensor tensor) {
      return ofTensor(tensor, name);
    }
    if (target instanceof Value.Type) {
      return ofType(name);
    }
    if (target instanceof Value.Sequence sequence && sequence.items().size() == 2) {
      return switch (name) {
        case "values" -> sequence.items().get(0);
        case "indices" -> sequence.items().get(1);
        default -> null;
      };
    }
    return null;
  }

  private static @Nullable Value ofModules(
      References.Modules modules, String name, Members members) {
    if (isNumber(name)) {
      return Items.of(modules, Value.Int.of(Long.parseLong(name)));
    }
    return modules.instances().size() == 1 ? members.find(modules.instances().get(0), name) : null;
  }

  private static @Nullable Value ofLayers(
      References.Layers layers, String name, Recorder recorder) {
    if (isNumber(name)) {
      return Items.of(layers, Value.Int.of(Long.parseLong(name)));
    }
    for (LayerInstance layer : layers.layers()) {
      Weights weights = recorder.layers.getOrDefault(layer.key(), Weights.NONE);
      Weights.Weight weight = weights.get(name);
      if (weight != null) {
        Leaf.Kind kind = weight.trainable() ? Leaf.Kind.PARAMETER : Leaf.Kind.BUFFER;
        return recorder.leaf(
            new Leaf(layer.path() + "." + name, kind, weight.shape(), DType.FLOAT32));
      }
      int index = layer.type().constructor().indexOf(name);
      index = index < 0 ? layer.type().constructor().indexOfMember(name) : index;
      if (index >= 0) {
        Value number = layer.numbers()[index];
        return number == null ? Value.UNKNOWN : number;
      }
      if (name.equals("bias")) {
        return Value.NONE;
      }
    }
    return null;
  }

  private static boolean isNumber(String name) {
    return !name.isEmpty() && name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** What an element type can hold, {@code torch.finfo(type).max}: no size comes of it. */
  private static @Nullable Value ofType(String name) {
    return switch (name) {
      case "min", "max", "eps", "tiny", "smallest_normal", "resolution" ->
          new Value.Real(Double.NaN);
      case "is_floating_point", "is_complex", "bits" -> Value.UNKNOWN;
      default -> null;
    };
  }

  private static @Nullable Value ofTensor(Tensor tensor, String name) {
    switch (name) {
      case "shape":
        List<Value> sizes = new ArrayList<>(tensor.rank());
        for (Dim dim : tensor.shape().dims()) {
          sizes.add(dim.isKnown() ? new Value.Int(dim) : Value.UNKNOWN);
        }
        return new Value.Sequence(sizes, true);
      case "ndim":
        return Value.Int.of(tensor.rank());
      case "dtype":
        return new Value.Type(tensor.dtype());
      case "device", "layout", "is_cuda", "requires_grad":
        return new Value.Constant(name);
      case "real", "imag":
        return tensor.dtype().isComplex() ? tensor.with(DType.FLOAT32) : tensor;
      case "data", "grad":
        return tensor;
      default:
        Function method = Catalogue.attribute(name);
        return method == null ? null : new References.Named(method);
    }
  }
}
