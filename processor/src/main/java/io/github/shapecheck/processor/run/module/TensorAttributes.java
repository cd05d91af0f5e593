package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tensors, element types and results with names have behind a dot. */
public final class TensorAttributes {
  /** What results of several tensors are called. */
  private static final List<List<String>> RESULTS =
      List.of(
          List.of("values", "indices"),
          List.of("eigenvalues", "eigenvectors"),
          List.of("Q", "R"),
          List.of("sign", "logabsdet"),
          List.of("U", "S", "V"),
          List.of("U", "S", "Vh"),
          List.of("P", "L", "U"),
          List.of("solution", "residuals", "rank", "singular_values"),
          List.of("data", "batch_sizes", "sorted_indices", "unsorted_indices"));

  private TensorAttributes() {}

  /** An attribute or a method; null for none. */
  public static @Nullable Value of(Value target, String name) {
    if (target instanceof Tensor tensor) {
      Value value = ofTensor(tensor, name);
      Function method = value == null ? Catalogue.method(name) : null;
      return method == null ? value : new BoundMethod(new References.Named(method, null), tensor);
    }
    if (target instanceof Value.Type type) {
      return ofType(type, name);
    }
    if (target instanceof Value.Sequence sequence) {
      return RESULTS.stream()
          .filter(names -> names.size() == sequence.items().size() && names.contains(name))
          .findFirst()
          .map(names -> sequence.items().get(names.indexOf(name)))
          .orElse(null);
    }
    if (target instanceof Value.Constant constant) {
      return name.equals("type") ? new Value.Text("cpu") : constant;
    }
    return null;
  }

  private static @Nullable Value ofType(Value.Type type, String name) {
    return switch (name) {
      case "is_floating_point" -> new Value.Bool(type.dtype().isFloating());
      case "is_complex" -> new Value.Bool(type.dtype().isComplex());
      default -> TypeLimits.of(type.dtype(), name);
    };
  }

  private static Value astype(Tensor array, Value type) {
    Value known =
        type instanceof Value.Text text ? Constants.of(text.value()) : ImmutableValues.of(type);
    return known instanceof Value.Type t ? array.with(t.dtype()) : array;
  }

  /** Numbers that depend on a tensor's values: one, or a list of them. */
  private static Value number(Tensor tensor, String name) {
    return new Builtin(name, in -> numbers(tensor, 0, ""));
  }

  /** The one number of a tensor, however many axes it has. */
  private static Value item(Tensor tensor) {
    Dim count = tensor.shape().numel();
    boolean one = count.isConstant() && count.value() == 1;
    return one ? Opaque.in(tensor, "") : numbers(tensor, 0, "");
  }

  private static Value numbers(Tensor tensor, int axis, String which) {
    if (axis == tensor.rank()) {
      return Opaque.in(tensor, which);
    }
    Dim size = tensor.dim(axis);
    if (!size.isConstant() || size.value() > 10_000) {
      return Opaque.listOf(tensor);
    }
    List<Value> items = new ArrayList<>();
    for (long i = 0; i < size.value(); i++) {
      items.add(numbers(tensor, axis + 1, which + "_at" + i));
    }
    return new ListObject(items);
  }

  private static @Nullable Value ofTensor(Tensor tensor, String name) {
    return switch (name) {
      case "shape" -> {
        List<Dim> dims = tensor.shape().dims();
        yield Value.Sequence.size(
            Value.each(dims, dim -> dim.isKnown() ? new Value.Int(dim) : Value.UNKNOWN));
      }
      case "ndim" -> Value.Int.of(tensor.rank());
      case "dtype" -> new Value.Type(tensor.dtype());
      case "device", "layout" -> new Value.Constant(name);
      case "is_cuda", "requires_grad", "is_sparse", "is_quantized", "is_mkldnn" ->
          new Value.Bool(false);
      case "data", "grad" -> tensor;
      case "astype" -> new Builtin(name, in -> astype(tensor, in.get(0)));
      case "copy" -> new Builtin(name, in -> tensor);
      case "item" -> new Builtin(name, in -> item(tensor));
      case "tolist" -> number(tensor, name);
      case "register_hook", "backward" -> new Builtin(name, in -> Value.NONE);
      case "is_leaf", "is_meta", "is_nested" -> new Value.Bool(false);
      default -> null;
    };
  }
}
