package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.ASMoutput;
import org.bytedeco.pytorch.AdaptiveLogSoftmaxWithLossImpl;
import org.bytedeco.pytorch.AdaptiveLogSoftmaxWithLossOptions;
import org.bytedeco.pytorch.LongVector;

/** AdaptiveLogSoftmaxWithLoss. */
final class AdaptiveSoftmaxes {
  private AdaptiveSoftmaxes() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("AdaptiveLogSoftmaxWithLoss", AdaptiveSoftmaxes::draw, AdaptiveSoftmaxes::ask));
  }

  private static Case draw(Dice dice) {
    long in = dice.between(1, 9);
    List<Long> cutoffs = new ArrayList<>();
    long classes = dice.between(1, 3);
    for (long i = dice.between(1, 3); i > 0; i--) {
      cutoffs.add(classes);
      classes += dice.between(1, 3);
    }
    Members members =
        Members.of("in", in)
            .and("classes", classes)
            .and("cutoffs", cutoffs)
            .maybe(dice.chance(0.4), "divValue", dice.pick(1.0, 2.0, 1.5, 3.0))
            .maybe(dice.chance(0.3), "headBias", true);
    boolean single = dice.chance(0.3);
    long batch = dice.between(1, 4);
    return Case.layer(
        "AdaptiveLogSoftmaxWithLoss",
        members.map(),
        single ? Operand.of("x", in) : Operand.of("x", batch, in),
        Operand.of("y", single ? List.of() : List.of(batch)).as(Operand.Type.LONG));
  }

  /** The constructor's checks stand in PyTorch's module only. */
  private static Verdict ask(Case c) {
    List<Long> cutoffs = c.numbers("cutoffs");
    long least = 1;
    for (long cutoff : cutoffs) {
      Refusal.unless(cutoff >= least, "AdaptiveLogSoftmaxWithLoss.__init__: cutoffs");
      least = cutoff + 1;
    }
    Refusal.unless(!cutoffs.isEmpty() && least <= c.number("classes"), "__init__: cutoffs");
    Operand x = c.input(0);
    boolean narrow = c.number("in") < Math.pow(c.real("divValue", 4.0), cutoffs.size());
    if (narrow || c.number("in") < 1 || x.shape().contains(0L)) {
      return new Verdict.Unknown("LibTorch cannot draw weights for no features, PyTorch can");
    }
    int axes = c.input(1).rank();
    Refusal.unless(x.rank() == axes + 1, "forward: unexpected dimension");
    Refusal.unless(axes == 0 || x.size(0) == c.input(1).size(0), "forward: batch dimension");
    AdaptiveLogSoftmaxWithLossOptions o =
        new AdaptiveLogSoftmaxWithLossOptions(
            c.number("in"),
            c.number("classes"),
            new LongVector(cutoffs.stream().mapToLong(Long::longValue).toArray()));
    o.div_value().put(c.real("divValue", 4.0));
    o.head_bias().put(c.flag("headBias", false));
    AdaptiveLogSoftmaxWithLossImpl module = new AdaptiveLogSoftmaxWithLossImpl(o);
    ASMoutput answer = module.forward(LibTorch.tensor(x), LibTorch.tensor(c.input(1)));
    return LibTorch.answer("(" + Printed.sizes(answer.output()) + ", [])", module);
  }
}
