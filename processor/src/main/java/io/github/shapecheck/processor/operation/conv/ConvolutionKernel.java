package io.github.shapecheck.processor.operation.conv;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ProposedNumbers;
import io.github.shapecheck.processor.operation.ReportedProblem;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.math.BigInteger;
import java.util.List;

/**
 * The kernels of a convolution, whether a layer declares them or a function receives them as a
 * weight tensor.
 *
 * @param in the channels of the input, all groups together
 * @param out the channels of the output
 * @param cells the kernel's size on each axis
 */
public record ConvolutionKernel(Dim in, Dim out, Dim[] cells, Dim groups, boolean transposed) {
  private static final Dim ZERO = Dim.of(0);

  /** Reads the kernels of a call; {@code in = 0} takes the channels that arrive. */
  static ConvolutionKernel of(Call call, int axes, boolean transposed) {
    Dim groups = call.dim("groups");
    if (call.isLayer()) {
      Dim in = call.dim("in_channels");
      return new ConvolutionKernel(
          call.infers("in_channels") ? arriving(call, axes) : in,
          call.dim("out_channels"),
          Spatial.each(call, "kernel_size", axes),
          groups,
          transposed);
    }
    Tensor weight = call.tensor("weight", axes + 2, axes + 2);
    Dim[] cells = weight.shape().dims().subList(2, axes + 2).toArray(new Dim[0]);
    Dim first = weight.dim(0);
    Dim second = weight.dim(1).times(groups);
    return transposed
        ? new ConvolutionKernel(first, second, cells, groups, true)
        : new ConvolutionKernel(second, first, cells, groups, false);
  }

  private static Dim arriving(Call call, int axes) {
    return call.knows("input") && call.has("input") && call.get("input") instanceof Tensor input
        ? (input.rank() > axes ? input.dim(-axes - 1) : Dim.unknown())
        : Dim.unknown();
  }

  /**
   * Rules conv-1 and conv-2: groups, channels and kernel are positive, and groups divide both
   * channel counts.
   */
  void checkGroups(Call call) {
    Spatial.requireAtLeast(call, "groups", 1);
    if (!call.isLayer()) {
      checkTensors(call);
      return;
    }
    Spatial.requireAtLeast(call, "in_channels", 0);
    Spatial.requireAtLeast(call, "out_channels", 1);
    Spatial.requireAtLeast(call, "kernel_size", 1);
    checkDivides(call, "in_channels", in);
    checkDivides(call, "out_channels", out);
  }

  /**
   * Rule conv-2 of a function: groups divide the weight's first axis, a bias is one for each
   * output.
   */
  private void checkTensors(Call call) {
    Dim first = transposed ? in : out;
    boolean sound = groups.isConstant() && groups.value() > 0;
    if (sound
        && (call.fails(first, Relation.GE, groups)
            || call.fails(first.mod(groups.value()), Relation.EQ, ZERO))) {
      call.problem(
          ProblemId.CONV_GROUPS,
          "groups",
          "has " + groups + " groups, which do not divide the weight's first axis of " + first);
    }
    for (Dim cell : cells) {
      if (call.fails(cell, Relation.GE, Dim.of(1))) {
        call.problem(ProblemId.POSITIVE, "weight", "needs a kernel of at least 1, not " + cell);
        break;
      }
    }
    Tensor bias = call.optionalTensor("bias");
    if (bias != null && (bias.rank() != 1 || call.fails(bias.dim(0), Relation.EQ, out))) {
      call.problem(
          ProblemId.BROADCAST, "bias", "needs a bias [" + out + "] but receives " + bias.shape());
    }
  }

  private void checkDivides(Call call, String parameter, Dim channels) {
    if (!groups.isConstant()
        || groups.value() < 1
        || !call.fails(channels.mod(groups.value()), Relation.EQ, ZERO)) {
      return;
    }
    ReportedProblem reported =
        call.problem(
            ProblemId.CONV_GROUPS,
            "groups",
            "has %s groups, which do not divide %s = %s",
            groups,
            call.label(parameter),
            channels);
    boolean each = out.minus(in).equals(ZERO);
    List<Dim> near = ProposedNumbers.nearestDivisors(commonDivisor(), groups.value());
    reported.set("groups", near.subList(0, Math.min(each ? 1 : 2, near.size())));
    if (each) {
      reported.set("groups", in); // each channel by itself
    }
    reported.set("groups", Dim.of(1));
  }

  private Dim commonDivisor() {
    return in.isConstant() && out.isConstant()
        ? Dim.of(BigInteger.valueOf(in.value()).gcd(BigInteger.valueOf(out.value())).longValue())
        : Dim.unknown();
  }

  /** Rule conv-6: the kernel is as deep as the input has channels. */
  void checkInput(Call call, Tensor input) {
    Dim channels = input.dim(-cells.length - 1);
    if (call.isLayer() && call.infers("in_channels")) {
      if (call.fails(channels, Relation.GE, Dim.of(1))) {
        call.problem(ProblemId.POSITIVE, "in_channels", "receives no channel");
      }
      checkDivides(call, "in_channels", channels);
    }
    if (!call.fails(channels, Relation.EQ, in)) {
      return;
    }
    if (channels.symbols().contains("N")) { // batch-1
      call.problem(
          ProblemId.RANK,
          null,
          "takes %s for one sample with %s channels, but N is the batch: a batch needs %s"
              + " axes, and its samples their channels in front",
          input.shape(),
          channels,
          cells.length + 2);
    } else {
      call.problem(
              ProblemId.CONV_IN_CHANNELS,
              call.isLayer() ? "in_channels" : "weight",
              "expects " + Axes.count(in, "channel") + " but receives " + channels)
          .set("in_channels", channels);
    }
  }

  /**
   * The weight [out, in / groups, k...], transposed [in, out / groups, k...], and the bias [out].
   */
  Weights weights(Call call) {
    Dim depth =
        groups.isConstant() && groups.value() > 0
            ? (transposed ? out : in).floorDiv(groups)
            : Dim.unknown();
    Dim[] shape = new Dim[cells.length + 2];
    shape[0] = transposed ? in : out;
    shape[1] = depth;
    System.arraycopy(cells, 0, shape, 2, cells.length);
    return Weights.start().add("weight", shape).addIf(call.truth("bias"), "bias", out);
  }

  /**
   * Multiplications for one sample over so many positions (of the output, of the input where
   * transposed).
   */
  Dim macs(Dim positions) {
    if (!groups.isConstant() || groups.value() < 1) {
      return Dim.unknown();
    }
    return Shape.of(cells).numel().times(positions).times(in.times(out).floorDiv(groups));
  }
}
