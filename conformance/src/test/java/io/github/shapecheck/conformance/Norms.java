package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.BatchNorm1dImpl;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNorm3dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.GroupNormImpl;
import org.bytedeco.pytorch.GroupNormOptions;
import org.bytedeco.pytorch.Tensor;

/** BatchNorm, InstanceNorm and GroupNorm, in evaluation. */
final class Norms {
  private Norms() {}

  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (int n = 1; n <= 3; n++) {
      int axes = n;
      kinds.add(
          new Kind(
              "BatchNorm" + n + "d", d -> channels("BatchNorm", axes, d), c -> batch(axes, c)));
      kinds.add(
          new Kind(
              "InstanceNorm" + n + "d",
              d -> channels("InstanceNorm", axes, d),
              c -> instance(axes, c)));
    }
    kinds.add(new Kind("GroupNorm", Norms::group, Norms::group));
    return kinds;
  }

  private static Case channels(String name, int axes, Dice dice) {
    long channels = dice.between(1, 5);
    List<Long> shape = new ArrayList<>();
    if (dice.chance(name.equals("BatchNorm") ? 0.9 : 0.7)) {
      shape.add(dice.between(dice.chance(0.1) ? 0 : 1, 3));
    }
    shape.add(channels);
    if (axes > 1 || !name.equals("BatchNorm") || dice.chance(0.6)) {
      shape.addAll(dice.numbers(axes, dice.chance(0.1) ? 0 : 1, 4));
    }
    Members members =
        new Members()
            .maybe(dice.chance(0.9), "value", channels)
            .maybe(dice.chance(0.5), "affine", dice.chance(0.5))
            .maybe(dice.chance(0.4), "trackRunningStats", dice.chance(0.5));
    return Case.layer(name + axes + "d", members.map(), Operand.of("x", shape));
  }

  private static Verdict.Accepted batch(int axes, Case c) {
    long features = c.number("value", 0);
    if (features == 0) {
      Refusal.unless(c.input(0).rank() > 1, "_LazyNormBase.initialize_parameters: input.shape[1]");
      features = c.input(0).size(1);
    }
    BatchNormOptions o = new BatchNormOptions(features);
    o.affine().put(c.flag("affine", true));
    o.track_running_stats().put(c.flag("trackRunningStats", true));
    Tensor x = LibTorch.tensor(c.input(0));
    if (axes == 1) {
      BatchNorm1dImpl module = new BatchNorm1dImpl(o);
      module.eval();
      return LibTorch.answer(Printed.of(module.forward(x)), module);
    }
    if (axes == 2) {
      BatchNorm2dImpl module = new BatchNorm2dImpl(o);
      module.eval();
      return LibTorch.answer(Printed.of(module.forward(x)), module);
    }
    BatchNorm3dImpl module = new BatchNorm3dImpl(o);
    module.eval();
    return LibTorch.answer(Printed.of(module.forward(x)), module);
  }

  /**
   * LibTorch's C++ module knows no unbatched input, so the checks of PyTorch's module stand here.
   */
  private static Verdict.Accepted instance(int axes, Case c) {
    Operand x = c.input(0);
    Refusal.unless(x.rank() == axes + 1 || x.rank() == axes + 2, "InstanceNorm._check_input_dim");
    boolean single = x.rank() == axes + 1;
    long arriving = x.size(single ? 0 : 1);
    long features = c.number("value", 0) == 0 ? arriving : c.number("value");
    boolean affine = c.flag("affine", false);
    boolean tracking = c.flag("trackRunningStats", false);
    Refusal.unless(features >= 0, "_NormBase.__init__: torch.empty(num_features)");
    Refusal.unless(!affine || arriving == features, "_InstanceNorm.forward: expected input's size");
    long spatial = x.shape().subList(single ? 1 : 2, x.rank()).stream().reduce(1L, (a, b) -> a * b);
    Refusal.unless(spatial != 1, "functional._verify_spatial_size, in training");
    String weight = affine ? "torch.ones(" + features + ")" : "None";
    String statistics = tracking ? "torch.ones(" + features + ")" : "None";
    Verdict.Accepted answer =
        LibTorch.script(
            c,
            "torch.instance_norm(x%s, %s, %s, %s, %s, %s, 0.1, 1e-5, False)%s"
                .formatted(
                    single ? ".unsqueeze(0)" : "",
                    weight,
                    weight,
                    statistics,
                    statistics,
                    Python.of(!tracking),
                    single ? ".squeeze(0)" : ""));
    Map<String, List<Long>> weights = new LinkedHashMap<>();
    if (affine) {
      weights.put("weight", List.of(features));
      weights.put("bias", List.of(features));
    }
    return new Verdict.Accepted(answer.output(), weights);
  }

  private static Case group(Dice dice) {
    long groups = dice.between(1, 3);
    long channels = groups * dice.between(1, 3);
    List<Long> shape = new ArrayList<>(List.of(dice.between(1, 3), channels));
    shape.addAll(dice.numbers((int) dice.between(0, 3), dice.chance(0.1) ? 0 : 1, 4));
    Members members =
        Members.of("groups", groups)
            .and("channels", channels)
            .maybe(dice.chance(0.4), "affine", dice.chance(0.5));
    return Case.layer("GroupNorm", members.map(), Operand.of("x", shape));
  }

  private static Verdict.Accepted group(Case c) {
    Operand x = c.input(0);
    long groups = c.number("groups");
    Refusal.unless(
        groups != 0 && c.number("channels") % groups == 0, "GroupNorm.__init__: divisible");
    Refusal.unless(x.rank() >= 2, "functional.group_norm: expected at least 2 dimensions");
    long values = Math.floorDiv(x.size(0) * x.size(1), groups);
    values = x.shape().subList(2, x.rank()).stream().reduce(values, (a, b) -> a * b);
    Refusal.unless(values != 1, "functional._verify_batch_size");
    GroupNormOptions o = new GroupNormOptions(groups, c.number("channels"));
    o.affine().put(c.flag("affine", true));
    GroupNormImpl module = new GroupNormImpl(o);
    return LibTorch.answer(Printed.of(module.forward(LibTorch.tensor(x))), module);
  }
}
