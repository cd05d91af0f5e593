package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.ConvTranspose1dImpl;
import org.bytedeco.pytorch.ConvTranspose1dOptions;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.ConvTranspose2dOptions;
import org.bytedeco.pytorch.ConvTranspose3dImpl;
import org.bytedeco.pytorch.ConvTranspose3dOptions;
import org.bytedeco.pytorch.LongArrayRefOptional;

/** ConvTranspose1d, 2d and 3d, through the modules of LibTorch. */
final class TransposedConvolutions {
  private TransposedConvolutions() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("ConvTranspose1d", dice -> draw(1, dice), c -> one(sized(1, c))),
        new Kind("ConvTranspose2d", dice -> draw(2, dice), c -> two(sized(2, c))),
        new Kind("ConvTranspose3d", dice -> draw(3, dice), c -> three(sized(3, c))));
  }

  private static Case draw(int axes, Dice dice) {
    long groups = dice.pick(1L, 1L, 1L, 2L, 3L);
    long in = groups * dice.between(1, 3);
    Map<String, Object> members = new LinkedHashMap<>();
    if (dice.chance(0.95)) {
      members.put("in", in);
    }
    members.put("out", groups * dice.between(1, 3));
    members.put("k", dice.perAxis(axes, 1, 4));
    members.put("s", dice.perAxis(axes, 1, 4));
    if (dice.chance(0.6)) {
      members.put("p", dice.perAxis(axes, 0, 3));
    }
    if (dice.chance(0.6)) {
      members.put("outputPadding", dice.perAxis(axes, 0, dice.chance(0.7) ? 1 : 4));
    }
    if (dice.chance(0.4)) {
      members.put("d", dice.perAxis(axes, 1, 3));
    }
    if (groups > 1) {
      members.put("groups", groups);
    }
    if (dice.chance(0.3)) {
      members.put("bias", dice.chance(0.5));
    }
    if (dice.chance(0.03)) {
      members.put("paddingMode", dice.pick("REFLECT", "CIRCULAR"));
    }
    List<Long> shape = new ArrayList<>();
    if (dice.chance(0.75)) {
      shape.add(dice.between(1, 3));
    }
    shape.add(in);
    shape.addAll(dice.numbers(axes, 1, 5));
    Case c = Case.layer("ConvTranspose" + axes + "d", members, Operand.of("x", shape));
    return GivenSizes.drawn(c, least(axes, c), dice);
  }

  /** The spatial sizes without output padding. */
  private static List<Long> least(int axes, Case c) {
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      long reach = c.axes("d", axes, 1).get(i) * (c.axes("k", axes).get(i) - 1) + 1;
      long steps = (c.input(0).size(i - axes) - 1) * c.axes("s", axes, 1).get(i);
      sizes.add(steps - 2 * c.axes("p", axes, 0).get(i) + reach);
    }
    return sizes;
  }

  /** The output padding is computed in Python, _ConvTransposeNd._output_padding. */
  private static Case sized(int axes, Case c) {
    int others = c.input(0).rank() == axes + 2 ? 2 : 1;
    List<Long> given = GivenSizes.of(c, axes, others);
    if (given == null) {
      return c;
    }
    Refusal.unless(c.input(0).rank() >= axes + others, "_output_padding: input.size()");
    List<Long> paddings = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      // Without a batch the axes are counted from the front, whatever the rank.
      long reach = c.axes("d", axes, 1).get(i) * (c.axes("k", axes).get(i) - 1) + 1;
      long steps = (c.input(0).size(i + others) - 1) * c.axes("s", axes, 1).get(i);
      long least = steps - 2 * c.axes("p", axes, 0).get(i) + reach;
      long padding = given.get(i) - least;
      Refusal.unless(
          padding >= 0 && padding < c.axes("s", axes, 1).get(i), "_output_padding: output_size");
      paddings.add(padding);
    }
    return c.with("outputPadding", paddings);
  }

  private static void check(Case c) {
    Refusal.unless(
        c.text("paddingMode", "ZEROS").equals("ZEROS"), "_ConvTransposeNd.__init__: padding_mode");
  }

  private static Verdict.Accepted one(Case c) {
    check(c);
    ConvTranspose1dOptions o =
        new ConvTranspose1dOptions(
            Convolutions.in(c, 1), c.number("out"), Convolutions.pointer(c.axes("k", 1)));
    o.stride().put(c.axes("s", 1, 1).get(0));
    o.padding().put(c.axes("p", 1, 0).get(0));
    o.output_padding().put(c.axes("outputPadding", 1, 0).get(0));
    o.dilation().put(c.axes("d", 1, 1).get(0));
    o.groups().put(c.number("groups", 1));
    o.bias().put(c.flag("bias", true));
    ConvTranspose1dImpl module = new ConvTranspose1dImpl(o);
    return LibTorch.answer(
        Printed.of(module.forward(LibTorch.tensor(c.input(0)), new LongArrayRefOptional())),
        module);
  }

  private static Verdict.Accepted two(Case c) {
    check(c);
    ConvTranspose2dOptions o =
        new ConvTranspose2dOptions(
            Convolutions.in(c, 2), c.number("out"), Convolutions.pointer(c.axes("k", 2)));
    o.stride().put(Convolutions.array(c.axes("s", 2, 1)));
    o.padding().put(Convolutions.array(c.axes("p", 2, 0)));
    o.output_padding().put(Convolutions.array(c.axes("outputPadding", 2, 0)));
    o.dilation().put(Convolutions.array(c.axes("d", 2, 1)));
    o.groups().put(c.number("groups", 1));
    o.bias().put(c.flag("bias", true));
    ConvTranspose2dImpl module = new ConvTranspose2dImpl(o);
    return LibTorch.answer(
        Printed.of(module.forward(LibTorch.tensor(c.input(0)), new LongArrayRefOptional())),
        module);
  }

  private static Verdict.Accepted three(Case c) {
    check(c);
    ConvTranspose3dOptions o =
        new ConvTranspose3dOptions(
            Convolutions.in(c, 3), c.number("out"), Convolutions.pointer(c.axes("k", 3)));
    o.stride().put(Convolutions.array(c.axes("s", 3, 1)));
    o.padding().put(Convolutions.array(c.axes("p", 3, 0)));
    o.output_padding().put(Convolutions.array(c.axes("outputPadding", 3, 0)));
    o.dilation().put(Convolutions.array(c.axes("d", 3, 1)));
    o.groups().put(c.number("groups", 1));
    o.bias().put(c.flag("bias", true));
    ConvTranspose3dImpl module = new ConvTranspose3dImpl(o);
    return LibTorch.answer(
        Printed.of(module.forward(LibTorch.tensor(c.input(0)), new LongArrayRefOptional())),
        module);
  }
}
