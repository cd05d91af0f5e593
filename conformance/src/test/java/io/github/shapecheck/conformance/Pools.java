package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** MaxPool, AvgPool and LPPool. */
final class Pools {
  private Pools() {}

  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (int n = 1; n <= 3; n++) {
      int axes = n;
      kinds.add(new Kind("MaxPool" + n + "d", dice -> max(axes, dice), c -> max(axes, c)));
      kinds.add(new Kind("AvgPool" + n + "d", dice -> average(axes, dice), c -> average(axes, c)));
      kinds.add(new Kind("LPPool" + n + "d", dice -> power(axes, dice), c -> power(axes, c)));
    }
    return kinds;
  }

  private static Map<String, Object> window(int axes, boolean padded, Dice dice) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("k", dice.perAxis(axes, 1, 4));
    if (dice.chance(0.6)) {
      members.put("s", dice.perAxis(axes, 1, 4));
    }
    if (padded && dice.chance(0.6)) {
      members.put("p", dice.perAxis(axes, 0, dice.chance(0.7) ? 1 : 2));
    }
    if (dice.chance(0.5)) {
      members.put("ceilMode", dice.chance(0.9));
    }
    return members;
  }

  private static Case max(int axes, Dice dice) {
    Map<String, Object> members = window(axes, true, dice);
    if (dice.chance(0.4)) {
      members.put("d", dice.perAxis(axes, 1, 3));
    }
    if (dice.chance(0.2)) {
      members.put("returnIndices", true);
    }
    return Case.layer(
        "MaxPool" + axes + "d", members, Windows.input(axes, dice.between(1, 4), members, dice));
  }

  private static Case average(int axes, Dice dice) {
    Map<String, Object> members = window(axes, true, dice);
    if (dice.chance(0.2)) {
      members.put("countIncludePad", false);
    }
    if (axes > 1 && dice.chance(0.1)) {
      members.put("divisorOverride", dice.between(1, 5));
    }
    return Case.layer(
        "AvgPool" + axes + "d", members, Windows.input(axes, dice.between(1, 4), members, dice));
  }

  private static Case power(int axes, Dice dice) {
    Map<String, Object> members = window(axes, false, dice);
    members.put("norm", dice.pick(1.0, 2.0, 3.0));
    return Case.layer(
        "LPPool" + axes + "d", members, Windows.input(axes, dice.between(1, 4), members, dice));
  }

  /**
   * MaxPool1d without gradients computes a size of 0 where it should refuse; its form with indices,
   * which also runs whenever gradients are wanted, refuses.
   */
  private static Verdict.Accepted max(int axes, Case c) {
    String name =
        "torch.max_pool"
            + axes
            + "d"
            + (axes < 3 || c.flag("returnIndices", false) ? "_with_indices" : "");
    String call =
        "%s(x, %s, %s, %s, %s, %s)"
            .formatted(
                name,
                c.axes("k", axes),
                Python.list(c, "s", axes),
                c.axes("p", axes, 0),
                c.axes("d", axes, 1),
                Python.flag(c, "ceilMode", false));
    return LibTorch.script(c, call + (axes < 3 && !c.flag("returnIndices", false) ? "[0]" : ""));
  }

  private static Verdict.Accepted average(int axes, Case c) {
    String divisor = c.has("divisorOverride") ? ", " + c.number("divisorOverride") : "";
    return LibTorch.script(
        c,
        "torch.avg_pool%dd(x, %s, %s, %s, %s, %s%s)"
            .formatted(
                axes,
                c.axes("k", axes),
                Python.list(c, "s", axes),
                c.axes("p", axes, 0),
                Python.flag(c, "ceilMode", false),
                Python.flag(c, "countIncludePad", true),
                divisor));
  }

  /** lp_pool is an average of powers in PyTorch's Python layer as in LibTorch's C++ layer. */
  private static Verdict.Accepted power(int axes, Case c) {
    return LibTorch.script(
        c,
        "torch.avg_pool%dd(x.pow(%s), %s, %s, %s, %s)"
            .formatted(
                axes,
                c.real("norm", 0),
                c.axes("k", axes),
                Python.list(c, "s", axes),
                c.axes("p", axes, 0),
                Python.flag(c, "ceilMode", false)));
  }
}
