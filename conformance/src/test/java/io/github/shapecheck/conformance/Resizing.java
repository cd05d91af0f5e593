package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Upsample and its two older forms. */
final class Resizing {
  private Resizing() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind(
            "Upsample",
            Resizing::upsample,
            c -> ask(c, c.text("mode", "NEAREST"), c.flag("alignCorners", false))),
        new Kind(
            "UpsamplingNearest2d",
            d -> older("UpsamplingNearest2d", d),
            c -> ask(c, "NEAREST", false)),
        new Kind(
            "UpsamplingBilinear2d",
            d -> older("UpsamplingBilinear2d", d),
            c -> ask(c, "BILINEAR", true)));
  }

  private static Members amount(int axes, Dice dice) {
    if (dice.chance(0.5)) {
      return Members.of("size", dice.perAxis(axes, 1, 9));
    }
    List<Double> scales = new ArrayList<>();
    for (int i = dice.chance(0.4) ? 1 : axes; i > 0; i--) {
      scales.add(dice.pick(0.5, 1.5, 2.0, 2.3, 0.7, 1.0 / 3, 0.1, 1.1, 2.0, 3.0));
    }
    return Members.of("scale", scales);
  }

  private static Operand image(int axes, Dice dice) {
    return Operand.of("x", dice.numbers(axes + 2, 1, 8));
  }

  private static Case upsample(Dice dice) {
    int axes = (int) dice.between(1, 3);
    String fitting =
        dice.pick(
            "NEAREST",
            "NEAREST_EXACT",
            List.of("LINEAR", "BILINEAR", "TRILINEAR").get(axes - 1),
            "AREA");
    String mode =
        dice.chance(0.85) ? fitting : dice.pick("LINEAR", "BILINEAR", "BICUBIC", "TRILINEAR");
    Members members =
        amount(axes, dice)
            .maybe(dice.chance(0.8), "mode", mode)
            .maybe(
                dice.chance(
                    mode.endsWith("R") && mode.contains("LIN") || mode.equals("BICUBIC")
                        ? 0.4
                        : 0.05),
                "alignCorners",
                true);
    return Case.layer("Upsample", members.map(), image(axes, dice));
  }

  private static Case older(String name, Dice dice) {
    return Case.layer(name, amount(2, dice).map(), image(2, dice));
  }

  /**
   * The choice of kernel and the size of mode "area" are made in Python, functional.interpolate.
   */
  static Verdict.Accepted ask(Case c, String mode, boolean corners) {
    int axes = c.input(0).rank() - 2;
    boolean linear = List.of("LINEAR", "BILINEAR", "BICUBIC", "TRILINEAR").contains(mode);
    Refusal.unless(
        !(corners || c.has("alignCorners")) || linear,
        "functional.interpolate: align_corners with mode " + mode);
    int wanted =
        List.of("", "LINEAR", "BILINEAR", "TRILINEAR")
            .indexOf(mode.equals("BICUBIC") ? "BILINEAR" : mode);
    Refusal.unless(axes >= 1 && axes <= 3, "functional.interpolate: input has 3D, 4D or 5D");
    Refusal.unless(
        wanted <= 0 || wanted == axes, "functional.interpolate: mode " + mode + " for this rank");
    List<Double> scales = c.reals("scale");
    List<Long> sizes = c.has("size") ? c.axes("size", axes) : null;
    int given = sizes != null ? sizes.size() : scales.size();
    Refusal.unless(
        given == axes || given == 1, "functional.interpolate: one number per spatial axis");
    Refusal.unless(
        sizes == null || !c.has("scale"),
        "functional.interpolate: only one of size or scale_factor");
    List<Double> each =
        sizes == null && given == 1 ? Collections.nCopies(axes, scales.get(0)) : scales;
    if (mode.equals("AREA")) {
      List<Long> area = new ArrayList<>();
      for (int i = 0; i < axes; i++) {
        area.add(
            sizes != null ? sizes.get(i) : (long) Math.floor(c.input(0).size(i + 2) * each.get(i)));
      }
      return LibTorch.script(c, "torch.adaptive_avg_pool%dd(x, %s)".formatted(axes, area));
    }
    String name =
        switch (mode) {
          case "NEAREST" -> "nearest" + axes + "d";
          case "NEAREST_EXACT" -> "_nearest_exact" + axes + "d";
          default ->
              mode.toLowerCase(java.util.Locale.ROOT) + List.of("1d", "2d", "3d").get(axes - 1);
        };
    String prefix = name.startsWith("_") ? "_upsample" : "upsample_";
    return LibTorch.script(
        c,
        "torch.%s%s(x, %s, %s%s)"
            .formatted(
                prefix,
                name,
                sizes == null ? "None" : sizes,
                linear ? Python.of(corners) + ", " : "",
                sizes == null ? each : "None"));
  }
}
