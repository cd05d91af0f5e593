package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltLayer;
import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The function of {@code torch.nn.utils} that has put others in the place of a layer's weight. */
record Normalization(String function, String weight, String dim) {

  /** That of a layer; null for one that has its own weights. */
  static @Nullable Normalization of(BuiltModule module) {
    BuiltLayer layer = module.layer();
    for (String name : module.members().keySet()) {
      if (layer == null) {
        return null;
      }
      String weight = name.substring(0, Math.max(0, name.lastIndexOf('_')));
      if (name.endsWith("_g") && module.members().get(name) instanceof Member.Weight norms) {
        boolean plain = layer.replaced().equals(Set.of(weight));
        boolean named = plain && module.members().get(weight + "_v") instanceof Member.Weight;
        return !named && layer.weights().get(weight) == null
            ? null
            : new Normalization(
                named ? "weight_norm" : "parametrizations.weight_norm",
                weight,
                dim(norms.tensor().shape()));
      }
      if (layer.replaced().equals(Set.of(weight, weight + "_u", weight + "_v"))
          && name.endsWith("_orig")) {
        return new Normalization("spectral_norm", weight, "0");
      }
    }
    return null;
  }

  /** The axis along which every place has a norm of its own. */
  private static String dim(Shape norms) {
    for (int axis = 0; axis < norms.rank(); axis++) {
      if (!norms.dim(axis).equals(Dim.of(1))) {
        return Integer.toString(axis);
      }
    }
    return norms.rank() == 0 ? "None" : "0";
  }

  /** The call that makes the layer, inside that of the function. */
  String around(String call) {
    return "nn.utils."
        + function
        + "("
        + call
        + (weight.equals("weight") ? "" : ", name='" + weight + "'")
        + (dim.equals("0") ? "" : ", dim=" + dim)
        + ")";
  }
}
