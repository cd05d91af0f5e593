package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.LocalResponseNormImpl;
import org.bytedeco.pytorch.LocalResponseNormOptions;

/** LayerNorm and RMSNorm over the last axes, LocalResponseNorm across channels. */
final class ShapeNorms {
  private ShapeNorms() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("LayerNorm", d -> last("LayerNorm", d), c -> last("layer_norm", c)),
        new Kind("RMSNorm", d -> last("RMSNorm", d), c -> last("rms_norm", c)),
        new Kind("LocalResponseNorm", ShapeNorms::response, ShapeNorms::response));
  }

  private static Case last(String name, Dice dice) {
    List<Long> normalized = dice.numbers((int) dice.between(1, 3), 1, 5);
    List<Long> shape =
        new ArrayList<>(dice.numbers((int) dice.between(0, 3), dice.chance(0.05) ? 0 : 1, 4));
    shape.addAll(normalized);
    Members members =
        Members.of("value", normalized)
            .maybe(dice.chance(0.4), "affine", dice.chance(0.5))
            .maybe(name.equals("LayerNorm") && dice.chance(0.3), "bias", dice.chance(0.5));
    return Case.layer(name, members.map(), Operand.of("x", shape));
  }

  /**
   * LibTorch's C++ options have no bias of its own: the weights are PyTorch's by its Python source.
   */
  private static Verdict.Accepted last(String name, Case c) {
    List<Long> normalized = c.numbers("value");
    Map<String, List<Long>> weights = new LinkedHashMap<>();
    if (c.flag("affine", true)) {
      weights.put("weight", normalized);
      if (name.equals("layer_norm") && c.flag("bias", true)) {
        weights.put("bias", normalized);
      }
    }
    StringBuilder call = new StringBuilder("torch." + name + "(x, " + normalized);
    for (String weight :
        name.equals("layer_norm") ? List.of("weight", "bias") : List.of("weight")) {
      call.append(weights.containsKey(weight) ? ", torch.ones(" + normalized + ")" : ", None");
    }
    return new Verdict.Accepted(LibTorch.script(c, call + ")").output(), weights);
  }

  private static Case response(Dice dice) {
    List<Long> shape = dice.numbers((int) dice.between(2, 5), dice.chance(0.05) ? 0 : 1, 5);
    return Case.layer(
        "LocalResponseNorm", Members.of("value", dice.between(1, 6)).map(), Operand.of("x", shape));
  }

  private static Verdict.Accepted response(Case c) {
    Operand x = c.input(0);
    if (x.rank() > 2 && x.shape().contains(0L)) {
      return new Verdict.Accepted(
          x.shape().toString(), Map.of()); // functional.local_response_norm: numel() == 0
    }
    LocalResponseNormOptions o = new LocalResponseNormOptions(c.number("value"));
    LocalResponseNormImpl module = new LocalResponseNormImpl(o);
    return LibTorch.answer(Printed.of(module.forward(LibTorch.tensor(c.input(0)))), module);
  }
}
