package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code weight_norm} and {@code spectral_norm}: a weight that is computed of other tensors. */
final class NormalizedWeights {
  private static final List<String> ENDS = List.of("_g", "_v", "_orig", "_u");

  /** {@code WeightNorm.apply(module, "weight", 0)}, and of spectral_norm the same. */
  static final Map<String, ClassObject> CLASSES =
      Map.of("WeightNorm", type("weight_norm"), "SpectralNorm", type("spectral_norm"));

  private NormalizedWeights() {}

  private static ClassObject type(String function) {
    ClassObject type = ClassObject.builtin(function, Types.OBJECT);
    Builtin.define(type, "apply", in -> made(in, function, true));
    return type;
  }

  /**
   * The module with the weight's parts in its place.
   *
   * @param named whether the parts are called as in {@code torch.nn.utils}; those of {@code
   *     torch.nn.utils.parametrizations} are modules of their own, of which only the numbers are
   *     counted
   */
  static Value made(Invocation in, String function, boolean named) {
    if (!(in.object(0) instanceof ModuleObject module)) {
      return in.object(0);
    }
    NetworkHost network = NetworkHost.of(in);
    if (network.isInSequence()) { // which counts weights once it is whole
      Registration.check(network.recorder(), module, NetworkHost.module(in.frame()));
    }
    String name = in.text(in.get(1, "name", new Value.Text("weight")));
    LayerInstance layer = module.layer();
    if (layer == null) {
      return module;
    }
    Weights.Weight weight =
        network.recorder().layers.getOrDefault(layer.key(), Weights.NONE).get(name);
    if (weight == null || weight.shape().rank() == 0) {
      return module;
    }
    boolean spectral = function.equals("spectral_norm");
    Shape shape = weight.shape();
    if (named) {
      module.set(name, Tensor.of(shape));
    }
    if (spectral && named) {
      boolean transposed = layer.type().operation().kind() == Kind.TRANSPOSED_CONVOLUTION;
      int axis = in.get(4, "dim", Value.NONE).dim() == null && transposed ? 1 : 0;
      module.attributes().put(name + "_orig", network.recorder().parameter(Tensor.of(shape)));
      module.setBuffer(name + "_u", Tensor.of(Shape.of(shape.dim(axis))));
      module.setBuffer(name + "_v", Tensor.of(Shape.of(shape.remove(axis).numel())));
    } else if (!spectral) {
      module
          .attributes()
          .put(name + "_g", network.recorder().parameter(Tensor.of(sizes(in, shape))));
      if (named) {
        module.attributes().put(name + "_v", network.recorder().parameter(Tensor.of(shape)));
      }
    }
    return module;
  }

  /** One size for each place of an axis, the first unless told otherwise; None: one for all. */
  private static Shape sizes(Invocation in, Shape shape) {
    Value given = in.get(2, "dim", Value.Int.of(0));
    if (given instanceof Value.None) {
      return Shape.scalar();
    }
    Dim place = given.dim();
    int axis =
        place != null && place.isConstant() ? Math.floorMod((int) place.value(), shape.rank()) : 0;
    List<Dim> sizes = new ArrayList<>(Collections.nCopies(shape.rank(), Dim.of(1)));
    sizes.set(axis, shape.dim(axis));
    return Shape.of(sizes);
  }

  /** The module whose weight a parametrization without parameters computes. */
  static Value parametrized(Invocation in) {
    String name = in.text(1);
    Value own = in.attribute(in.object(0), name);
    Value made = in.call(in.object(2), own);
    boolean learns =
        in.object(2) instanceof ModuleObject module && !Registration.tensors(module).isEmpty();
    if (!(in.object(0) instanceof ModuleObject layer)
        || learns
        || !(own instanceof Tensor before)
        || !(made instanceof Tensor after)
        || !before.shape().equals(after.shape())) {
      throw in.error(
          "NotImplementedError",
          learns
              ? "a parametrization with parameters of its own is not followed"
              : "a parametrization gives " + made.kind() + " for " + own.kind());
    }
    layer.set(name, after);
    layer
        .attributes()
        .put(
            "parametrizations." + name + ".original",
            NetworkHost.of(in).recorder().parameter(before));
    return layer;
  }

  /** The module with its plain weight again. */
  static Value removed(Invocation in) {
    if (in.object(0) instanceof ModuleObject module) {
      String name = in.text(in.get(1, "name", new Value.Text("weight")));
      module.attributes().remove(name);
      module.replaced().remove(name);
      ENDS.forEach(end -> module.attributes().remove(name + end));
      ENDS.forEach(end -> module.buffers().remove(name + end));
      ENDS.forEach(end -> module.replaced().remove(name + end)); // the buffers were set
    }
    return in.object(0);
  }
}
