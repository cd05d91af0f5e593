package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv1dImpl;
import org.bytedeco.pytorch.Conv1dOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.Conv3dImpl;
import org.bytedeco.pytorch.Conv3dOptions;
import org.bytedeco.pytorch.ConvPaddingMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.kCircular;
import org.bytedeco.pytorch.kReflect;
import org.bytedeco.pytorch.kReplicate;
import org.bytedeco.pytorch.kSame;
import org.bytedeco.pytorch.kValid;

/** Conv1d, Conv2d and Conv3d, through the modules of LibTorch. */
final class Convolutions {
  private Convolutions() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("Conv1d", dice -> draw(1, dice), Convolutions::one),
        new Kind("Conv2d", dice -> draw(2, dice), Convolutions::two),
        new Kind("Conv3d", dice -> draw(3, dice), Convolutions::three));
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
    if (dice.chance(0.6)) {
      members.put("s", dice.perAxis(axes, 1, 3));
    }
    if (dice.chance(0.6)) {
      members.put("d", dice.perAxis(axes, 1, 3));
    }
    if (groups > 1) {
      members.put("groups", groups);
    }
    if (dice.chance(0.3)) {
      members.put("bias", dice.chance(0.5));
    }
    if (dice.chance(0.2)) {
      members.put("padding", dice.pick("SAME", "VALID"));
      if (dice.chance(0.7)) {
        members.remove("s");
      }
    } else if (dice.chance(0.6)) {
      members.put("p", dice.perAxis(axes, 0, 3));
    }
    if (dice.chance(0.25)) {
      members.put("paddingMode", dice.pick("REFLECT", "REPLICATE", "CIRCULAR"));
    }
    return Case.layer("Conv" + axes + "d", members, Windows.input(axes, in, members, dice));
  }

  private static Verdict.Accepted one(Case c) {
    Conv1dOptions o = new Conv1dOptions(in(c, 1), c.number("out"), pointer(c.axes("k", 1)));
    o.stride().put(c.axes("s", 1, 1).get(0));
    o.dilation().put(c.axes("d", 1, 1).get(0));
    o.groups().put(c.number("groups", 1));
    o.bias().put(c.flag("bias", true));
    mode(o.padding_mode(), c);
    switch (c.text("padding", "EXPLICIT")) {
      case "SAME" -> {
        if (paddedBefore(c)) {
          o.padding().put(new kValid());
        } else {
          o.padding().put(new kSame());
        }
      }
      case "VALID" -> o.padding().put(new kValid());
      default -> o.padding().put(pointer(c.axes("p", 1, 0)));
    }
    Conv1dImpl module = new Conv1dImpl(o);
    return LibTorch.answer(Printed.of(module.forward(input(c, 1))), module);
  }

  private static Verdict.Accepted two(Case c) {
    Conv2dOptions o = new Conv2dOptions(in(c, 2), c.number("out"), pointer(c.axes("k", 2)));
    o.stride().put(array(c.axes("s", 2, 1)));
    o.dilation().put(array(c.axes("d", 2, 1)));
    o.groups().put(c.number("groups", 1));
    o.bias().put(c.flag("bias", true));
    mode(o.padding_mode(), c);
    switch (c.text("padding", "EXPLICIT")) {
      case "SAME" -> {
        if (paddedBefore(c)) {
          o.padding().put(new kValid());
        } else {
          o.padding().put(new kSame());
        }
      }
      case "VALID" -> o.padding().put(new kValid());
      default -> o.padding().put(pointer(c.axes("p", 2, 0)));
    }
    Conv2dImpl module = new Conv2dImpl(o);
    return LibTorch.answer(Printed.of(module.forward(input(c, 2))), module);
  }

  private static Verdict.Accepted three(Case c) {
    Conv3dOptions o = new Conv3dOptions(in(c, 3), c.number("out"), pointer(c.axes("k", 3)));
    o.stride().put(array(c.axes("s", 3, 1)));
    o.dilation().put(array(c.axes("d", 3, 1)));
    o.groups().put(c.number("groups", 1));
    o.bias().put(c.flag("bias", true));
    mode(o.padding_mode(), c);
    switch (c.text("padding", "EXPLICIT")) {
      case "SAME" -> {
        if (paddedBefore(c)) {
          o.padding().put(new kValid());
        } else {
          o.padding().put(new kSame());
        }
      }
      case "VALID" -> o.padding().put(new kValid());
      default -> o.padding().put(pointer(c.axes("p", 3, 0)));
    }
    Conv3dImpl module = new Conv3dImpl(o);
    return LibTorch.answer(Printed.of(module.forward(input(c, 3))), module);
  }

  /** The declared channels, or those that arrive, as LazyConv takes them. */
  static long in(Case c, int axes) {
    long in = c.number("in", 0);
    if (in != 0) {
      return in;
    }
    int rank = c.input(0).rank();
    Refusal.unless(rank == axes + 1 || rank == axes + 2, "_LazyConvXdMixin._get_in_channels");
    return c.input(0).size(rank == axes + 2 ? 1 : 0);
  }

  /**
   * The C++ layer pads the wrong axis for 'same' in another mode than zeros; the Python layer does
   * not.
   */
  private static boolean paddedBefore(Case c) {
    return c.text("padding", "EXPLICIT").equals("SAME")
        && !c.text("paddingMode", "ZEROS").equals("ZEROS");
  }

  private static Tensor input(Case c, int axes) {
    Tensor x = LibTorch.tensor(c.input(0));
    if (!paddedBefore(c)) {
      return x;
    }
    Refusal.unless(
        c.axes("s", axes, 1).stream().allMatch(s -> s == 1),
        "_ConvNd.__init__: 'same' with stride");
    List<Long> pads = new ArrayList<>();
    for (int axis = axes - 1; axis >= 0; axis--) {
      long total = c.axes("d", axes, 1).get(axis) * (c.axes("k", axes).get(axis) - 1);
      pads.add(Math.floorDiv(total, 2));
      pads.add(total - Math.floorDiv(total, 2));
    }
    String mode = c.text("paddingMode", "").toLowerCase(Locale.ROOT);
    return LibTorch.run(List.of("x"), List.of(x), "torch.pad(x, %s, \"%s\")".formatted(pads, mode))
        .toTensor();
  }

  private static void mode(ConvPaddingMode mode, Case c) {
    switch (c.text("paddingMode", "ZEROS")) {
      case "REFLECT" -> mode.put(new kReflect());
      case "REPLICATE" -> mode.put(new kReplicate());
      case "CIRCULAR" -> mode.put(new kCircular());
      default -> {}
    }
  }

  static LongPointer pointer(List<Long> numbers) {
    return new LongPointer(array(numbers));
  }

  static long[] array(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }
}
