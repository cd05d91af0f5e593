package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The adaptive and fractional pools and the unpools, whose output size is given rather than
 * computed.
 */
final class SizedPools {
  private SizedPools() {}

  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (int n = 1; n <= 3; n++) {
      int axes = n;
      kinds.add(
          new Kind(
              "AdaptiveAvgPool" + n + "d",
              d -> adaptive("Avg", axes, d),
              c -> adaptive("avg", axes, c)));
      kinds.add(
          new Kind(
              "AdaptiveMaxPool" + n + "d",
              d -> adaptive("Max", axes, d),
              c -> adaptive("max", axes, c)));
      kinds.add(new Kind("MaxUnpool" + n + "d", d -> unpool(axes, d), c -> unpool(axes, c)));
      if (n > 1) {
        kinds.add(
            new Kind(
                "FractionalMaxPool" + n + "d", d -> fractional(axes, d), c -> fractional(axes, c)));
      }
    }
    return kinds;
  }

  private static Operand sample(int axes, long low, long high, Dice dice) {
    List<Long> shape = new ArrayList<>();
    if (dice.chance(0.7)) {
      shape.add(dice.between(1, 3));
    }
    shape.add(dice.between(1, 4));
    shape.addAll(dice.numbers(axes, low, high));
    return Operand.of("x", shape);
  }

  private static Case adaptive(String name, int axes, Dice dice) {
    Map<String, Object> members = new LinkedHashMap<>();
    List<Long> sizes = dice.perAxis(axes, 1, 6);
    if (axes > 1 && dice.chance(0.2)) {
      List<Long> kept = new ArrayList<>(sizes);
      kept.set(0, -1L);
      sizes = kept;
    }
    members.put("value", sizes);
    if (name.equals("Max") && dice.chance(0.3)) {
      members.put("returnIndices", true);
    }
    return Case.layer(
        "Adaptive" + name + "Pool" + axes + "d",
        members,
        sample(axes, dice.chance(0.1) ? 0 : 1, 7, dice));
  }

  private static Verdict.Accepted adaptive(String name, int axes, Case c) {
    List<Long> sizes = c.axes("value", axes);
    Refusal.unless(
        axes == 1 || c.input(0).rank() > axes,
        "functional.adaptive_" + name + "_pool: _list_with_default");
    String call = "torch.adaptive_%s_pool%dd(x, %s)".formatted(name, axes, Python.keeping(sizes));
    return LibTorch.script(
        c, call + (name.equals("max") && !c.flag("returnIndices", false) ? "[0]" : ""));
  }

  private static Case fractional(int axes, Dice dice) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("k", dice.perAxis(axes, 1, 3));
    if (dice.chance(0.5)) {
      members.put("outputSize", dice.perAxis(axes, 1, 6));
    } else {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < axes; i++) {
        ratios.add(dice.pick(0.3, 0.5, 0.61, 0.7, 0.9, 0.99, 1.0));
      }
      members.put("outputRatio", ratios);
    }
    if (dice.chance(0.2)) {
      members.put("returnIndices", true);
    }
    return Case.layer("FractionalMaxPool" + axes + "d", members, sample(axes, 2, 9, dice));
  }

  private static Verdict.Accepted fractional(int axes, Case c) {
    Operand x = c.input(0);
    Refusal.unless(
        x.rank() >= axes + 1, "functional.fractional_max_pool: input.size(-" + (axes + 1) + ")");
    List<Long> sizes = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      if (c.has("outputRatio")) {
        double ratio = c.reals("outputRatio").get(axis);
        Refusal.unless(
            ratio > 0 && ratio < 1,
            "FractionalMaxPool.__init__: output_ratio must be between 0 and 1");
        sizes.add((long) (x.size(axis - axes) * ratio));
      } else {
        sizes.add(c.axes("outputSize", axes).get(axis));
      }
    }
    long batch = x.rank() == axes + 1 ? 1 : x.size(0);
    String call =
        "torch.fractional_max_pool%dd(x, %s, %s, torch.rand(%d, %d, %d, dtype=x.dtype))"
            .formatted(axes, c.axes("k", axes), sizes, batch, x.size(-axes - 1), axes);
    return LibTorch.script(c, call + (c.flag("returnIndices", false) ? "" : "[0]"));
  }

  private static Case unpool(int axes, Dice dice) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("k", dice.perAxis(axes, 1, 4));
    if (dice.chance(0.6)) {
      members.put("s", dice.perAxis(axes, 1, 4));
    }
    if (dice.chance(0.3)) {
      members.put("p", dice.perAxis(axes, 0, 2));
    }
    Operand x = sample(axes, 1, 5, dice);
    Operand indices = x.named("i").as(Operand.Type.LONG);
    Case c = Case.layer("MaxUnpool" + axes + "d", members, x, indices);
    return GivenSizes.drawn(c, unpooled(axes, c), dice);
  }

  private static List<Long> unpooled(int axes, Case c) {
    List<Long> k = c.axes("k", axes);
    List<Long> s = c.has("s") ? c.axes("s", axes) : k;
    List<Long> sizes = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      long steps = (c.input(0).size(axis - axes) - 1) * s.get(axis);
      sizes.add(steps + k.get(axis) - 2 * c.axes("p", axes, 0).get(axis));
    }
    return sizes;
  }

  /** The size is computed in Python, functional._unpool_output_size. */
  private static Verdict.Accepted unpool(int axes, Case c) {
    Operand x = c.input(0);
    Refusal.unless(x.rank() >= axes, "functional._unpool_output_size: input.size()");
    List<Long> k = c.axes("k", axes);
    List<Long> s = c.has("s") ? c.axes("s", axes) : k;
    List<Long> p = c.axes("p", axes, 0);
    List<Long> sizes = unpooled(axes, c);
    List<Long> given = GivenSizes.of(c, axes, 2);
    for (int axis = 0; given != null && axis < axes; axis++) {
      Refusal.unless(
          Math.abs(given.get(axis) - sizes.get(axis)) < s.get(axis),
          "functional._unpool_output_size: output_size");
    }
    sizes = given == null ? sizes : given;
    if (axes == 1) {
      return LibTorch.script(
          c,
          "torch.max_unpool2d(x.unsqueeze(-1), i.unsqueeze(-1), [%d, 1]).squeeze(-1)"
              .formatted(sizes.get(0)));
    }
    return LibTorch.script(
        c,
        axes == 2
            ? "torch.max_unpool2d(x, i, %s)".formatted(sizes)
            : "torch.max_unpool3d(x, i, %s, %s, %s)".formatted(sizes, s, p));
  }
}
