package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.BilinearImpl;
import org.bytedeco.pytorch.BilinearOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LinearOptions;

/** Linear, Bilinear and PReLU. */
final class Linears {
  private Linears() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("Linear", Linears::linear, Linears::linear),
        new Kind("Bilinear", Linears::bilinear, Linears::bilinear),
        new Kind("PReLU", Linears::prelu, Linears::prelu));
  }

  private static Case linear(Dice dice) {
    long in = dice.between(1, 6);
    List<Long> shape =
        new ArrayList<>(dice.numbers((int) dice.between(0, 3), dice.chance(0.05) ? 0 : 1, 4));
    shape.add(in);
    Members members =
        new Members()
            .maybe(dice.chance(0.9), "in", in)
            .and("out", dice.between(1, 6))
            .maybe(dice.chance(0.4), "bias", dice.chance(0.5));
    return Case.layer("Linear", members.map(), Operand.of("x", shape));
  }

  private static Verdict.Accepted linear(Case c) {
    long in = c.number("in", 0);
    if (in == 0) {
      Refusal.unless(c.input(0).rank() > 0, "LazyLinear.initialize_parameters: input.shape[-1]");
      in = c.input(0).size(-1);
    }
    if (in == 0) { // the C++ layer cannot draw weights for no features, the Python layer can
      String output =
          LibTorch.script(c, "torch.linear(x, torch.ones(%d, 0))".formatted(c.number("out")))
              .output();
      Map<String, List<Long>> weights =
          new LinkedHashMap<>(Map.of("weight", List.of(c.number("out"), 0L)));
      if (c.flag("bias", true)) {
        weights.put("bias", List.of(c.number("out")));
      }
      return new Verdict.Accepted(output, weights);
    }
    LinearOptions o = new LinearOptions(in, c.number("out"));
    o.bias().put(c.flag("bias", true));
    LinearImpl module = new LinearImpl(o);
    return LibTorch.answer(Printed.of(module.forward(LibTorch.tensor(c.input(0)))), module);
  }

  private static Case bilinear(Dice dice) {
    List<Long> lead = dice.numbers((int) dice.between(0, 2), 1, 4);
    long first = dice.between(1, 5);
    long second = dice.between(1, 5);
    Members members =
        Members.of("in1", first)
            .and("in2", second)
            .and("out", dice.between(1, 5))
            .maybe(dice.chance(0.4), "bias", dice.chance(0.5));
    return Case.layer(
        "Bilinear",
        members.map(),
        Operand.of("x", with(lead, first)),
        Operand.of("y", with(lead, second)));
  }

  static List<Long> with(List<Long> lead, long... last) {
    List<Long> shape = new ArrayList<>(lead);
    for (long size : last) {
      shape.add(size);
    }
    return shape;
  }

  private static Verdict.Accepted bilinear(Case c) {
    Refusal.unless(c.number("in1") > 0, "Bilinear.__init__: in1_features must be > 0");
    BilinearOptions o = new BilinearOptions(c.number("in1"), c.number("in2"), c.number("out"));
    o.bias().put(c.flag("bias", true));
    BilinearImpl module = new BilinearImpl(o);
    return LibTorch.answer(
        Printed.of(module.forward(LibTorch.tensor(c.input(0)), LibTorch.tensor(c.input(1)))),
        module);
  }

  private static Case prelu(Dice dice) {
    long channels = dice.between(1, 5);
    List<Long> shape =
        new ArrayList<>(dice.numbers((int) dice.between(0, 4), dice.chance(0.05) ? 0 : 1, 5));
    if (shape.size() > 1 && dice.chance(0.9)) {
      shape.set(1, channels);
    }
    Members members =
        new Members().maybe(dice.chance(0.8), "value", dice.chance(0.2) ? 1L : channels);
    return Case.layer("PReLU", members.map(), Operand.of("x", shape));
  }

  /** The C++ module fills its weight without looking at a negative count. */
  private static Verdict.Accepted prelu(Case c) {
    long count = c.number("value", 1);
    String output = LibTorch.script(c, "torch.prelu(x, torch.ones(" + count + "))").output();
    return new Verdict.Accepted(output, Map.of("weight", List.of(count)));
  }
}
