package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Activations and dropouts: most keep the shape of any input, a few look at an axis. */
final class Activations {
  private Activations() {}

  static List<Kind> kinds() {
    Map<String, String> pointwise = new LinkedHashMap<>();
    pointwise.put("Identity", "x");
    pointwise.put("ReLU", "torch.relu(x)");
    pointwise.put("ReLU6", "torch.relu6(x)");
    pointwise.put("LeakyReLU", "torch.leaky_relu(x)");
    pointwise.put("RReLU", "torch.rrelu(x)");
    pointwise.put("ELU", "torch.elu(x)");
    pointwise.put("SELU", "torch.selu(x)");
    pointwise.put("CELU", "torch.celu(x)");
    pointwise.put("GELU", "torch.gelu(x)");
    pointwise.put("SiLU", "torch.silu(x)");
    pointwise.put("Mish", "torch.mish(x)");
    pointwise.put("Sigmoid", "torch.sigmoid(x)");
    pointwise.put("LogSigmoid", "torch.log_sigmoid(x)");
    pointwise.put("Hardsigmoid", "torch.hardsigmoid(x)");
    pointwise.put("Hardswish", "torch.hardswish(x)");
    pointwise.put("Hardtanh", "torch.hardtanh(x)");
    pointwise.put("Hardshrink", "torch.hardshrink(x)");
    pointwise.put("Softshrink", "torch.softshrink(x)");
    pointwise.put("Softplus", "torch.softplus(x)");
    pointwise.put("Softsign", "x / (x.abs() + 1)");
    pointwise.put("Tanh", "torch.tanh(x)");
    pointwise.put("Tanhshrink", "x - x.tanh()");
    pointwise.put("Threshold", "torch.threshold(x, 0.1, 20.0)");
    pointwise.put("Dropout", "torch.dropout(x, 0.5, True)");
    pointwise.put("AlphaDropout", "torch.alpha_dropout(x, 0.5, True)");
    pointwise.put("FeatureAlphaDropout", "torch.feature_alpha_dropout(x, 0.5, True)");
    pointwise.put("Dropout2d", "torch.feature_dropout(x, 0.5, True)");
    List<Kind> kinds = new ArrayList<>();
    pointwise.forEach(
        (name, text) ->
            kinds.add(new Kind(name, d -> any(name, d), c -> LibTorch.script(c, text))));
    kinds.add(new Kind("Dropout1d", d -> any("Dropout1d", d), Activations::rows));
    kinds.add(new Kind("Dropout3d", d -> any("Dropout3d", d), Activations::volumes));
    kinds.add(new Kind("Softmax2d", d -> any("Softmax2d", d), Activations::channels));
    for (String name : List.of("Softmax", "Softmin", "LogSoftmax")) {
      String call =
          name.equals("LogSoftmax")
              ? "torch.log_softmax(x, %d)"
              : name.equals("Softmin") ? "torch.softmax(-x, %d)" : "torch.softmax(x, %d)";
      kinds.add(
          new Kind(name, d -> along(name, d), c -> LibTorch.script(c, call.formatted(dim(c)))));
    }
    kinds.add(
        new Kind(
            "GLU",
            d -> along("GLU", d),
            c -> LibTorch.script(c, "torch.glu(x, " + c.number("dim", -1) + ")")));
    return kinds;
  }

  private static Case any(String name, Dice dice) {
    List<Long> shape = dice.numbers((int) dice.between(0, 5), dice.chance(0.15) ? 0 : 1, 5);
    return Case.layer(name, Map.of(), Operand.of("x", shape));
  }

  private static Case along(String name, Dice dice) {
    int rank = (int) dice.between(0, 4);
    List<Long> shape = dice.numbers(rank, dice.chance(0.15) ? 0 : 1, 6);
    Members members = new Members().maybe(dice.chance(0.8), "dim", dice.between(-rank - 1, rank));
    return Case.layer(name, members.map(), Operand.of("x", shape));
  }

  /** Without a dim: functional._get_softmax_dim. */
  private static long dim(Case c) {
    int rank = c.input(0).rank();
    return c.number("dim", rank == 0 || rank == 1 || rank == 3 ? 0 : 1);
  }

  private static Verdict rows(Case c) {
    int rank = c.input(0).rank();
    Refusal.unless(rank == 2 || rank == 3, "functional.dropout1d: expected 2D or 3D input");
    return LibTorch.script(c, "torch.feature_dropout(x, 0.5, True)");
  }

  /** functional.dropout3d puts a batch in front of everything but rank 5. */
  private static Verdict volumes(Case c) {
    boolean single = c.input(0).rank() != 5;
    return LibTorch.script(
        c,
        single
            ? "torch.feature_dropout(x.unsqueeze(0), 0.5, True).squeeze(0)"
            : "torch.feature_dropout(x, 0.5, True)");
  }

  private static Verdict channels(Case c) {
    int rank = c.input(0).rank();
    Refusal.unless(
        rank == 3 || rank == 4, "Softmax2d.forward: requires a 3D or 4D tensor as input");
    return LibTorch.script(c, "torch.softmax(x, -3)");
  }
}
