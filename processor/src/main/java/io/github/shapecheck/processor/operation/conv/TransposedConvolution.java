package io.github.shapecheck.processor.operation.conv;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Choice;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.ProposedNumbers;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Transposed convolution: {@code ConvTranspose2d}, {@code F.conv_transpose1d} and their like. Rules
 * conv-transpose-1 to conv-transpose-7.
 */
public record TransposedConvolution(int axes) implements Rule {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Call call) {
    ConvolutionKernel.of(call, axes, true).checkGroups(call); // conv-transpose-1
    Spatial.requireAtLeast(call, "stride", 1); // conv-transpose-2
    Spatial.requireAtLeast(call, "dilation", 1);
    Spatial.requireAtLeast(call, "padding", 0);
    Spatial.requireAtLeast(call, "output_padding", 0);
    Dim[] extra = call.axes("output_padding", axes);
    for (int i = 0; i < axes; i++) { // conv-transpose-3
      Dim stride = call.axes("stride", axes)[i];
      Dim dilation = call.axes("dilation", axes)[i];
      if (call.fails(extra[i], Relation.LT, stride)
          && call.fails(extra[i], Relation.LT, dilation)) {
        call.problem(
                ProblemId.OUTPUT_PADDING,
                "output_padding",
                "has an output padding of %s, which must be below its stride of %s or its"
                    + " dilation of %s",
                extra[i],
                stride,
                dilation)
            .set(
                "output_padding",
                ProposedNumbers.axis(
                    call, "output_padding", axes, i, stride.max(dilation).minus(1)));
        break;
      }
    }
    if (call.knows("padding_mode") && !Choice.of(call, "padding_mode").equals("zeros")) {
      call.problem( // conv-transpose-4
          ProblemId.ARGUMENT, "padding_mode", "pads with zeros only, as PyTorch does");
    }
  }

  @Override
  public Weights weights(Call call) {
    return ConvolutionKernel.of(call, axes, true).weights(call);
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireRank(call, input, axes); // conv-transpose-5
    ConvolutionKernel kernel = ConvolutionKernel.of(call, axes, true);
    kernel.checkInput(call, input); // conv-transpose-6
    Elements.requireFloating(call, input);
    List<Dim> inputs = input.shape().dims().subList(input.rank() - axes, input.rank());
    boolean restores = call.knows("output_size") && call.has("output_size");
    Dim[] wanted = restores ? Spatial.outputSize(call, axes, input.rank()) : new Dim[0];
    List<Dim> sizes = new ArrayList<>(axes);
    List<String> formulas = new ArrayList<>(axes);
    List<Window> windows = new ArrayList<>(axes);
    for (int i = 0; i < axes; i++) {
      windows.add(window(call, kernel, inputs.get(i), i));
      Spatial.requireCell(call, input, i, axes);
      Dim size = size(call, kernel, inputs.get(i), i);
      size = restores ? restored(call, size, wanted[i], i) : size;
      sizes.add(atLeastOne(call, size, i));
    }
    call.record().windows = windows;
    call.record().arithmetic =
        () -> {
          for (int i = 0; i < axes && formulas.size() < axes; i++) {
            formulas.add(formula(call, kernel, inputs.get(i), i) + " = " + sizes.get(i));
          }
          return formulas;
        };
    call.macs(kernel.macs(Shape.of(inputs).numel()));
    return input.as(Spatial.result(input, kernel.out(), sizes));
  }

  /** The kernel as it slides over the output. */
  private Window window(Call call, ConvolutionKernel kernel, Dim input, int axis) {
    return Window.of(
        input,
        kernel.cells()[axis],
        call.axes("stride", axes)[axis],
        call.axes("padding", axes)[axis],
        call.axes("dilation", axes)[axis]);
  }

  /**
   * Rule conv-transpose-7: {@code (size - 1) * stride - 2 * padding + dilation * (kernel - 1) +
   * output_padding + 1}.
   */
  private Dim size(Call call, ConvolutionKernel kernel, Dim input, int axis) {
    Dim extent = call.axes("dilation", axes)[axis].times(kernel.cells()[axis].minus(1));
    return input
        .minus(ONE)
        .times(call.axes("stride", axes)[axis])
        .minus(call.axes("padding", axes)[axis].times(2))
        .plus(extent)
        .plus(call.axes("output_padding", axes)[axis])
        .plus(ONE);
  }

  private String formula(Call call, ConvolutionKernel kernel, Dim input, int axis) {
    return "("
        + input
        + " - 1)*"
        + call.axes("stride", axes)[axis]
        + " - 2*"
        + call.axes("padding", axes)[axis]
        + " + "
        + call.axes("dilation", axes)[axis]
        + "*("
        + kernel.cells()[axis]
        + "-1) + "
        + call.axes("output_padding", axes)[axis]
        + " + 1";
  }

  private Dim atLeastOne(Call call, Dim size, int axis) {
    if (!call.fails(size, Relation.GE, ONE)) {
      return size;
    }
    call.problem(
        ProblemId.OUTPUT_TOO_SMALL,
        call.isLayer() ? "padding" : null,
        "gives a " + Axes.name(axis, axes) + " of " + size);
    return Dim.unknown();
  }

  /**
   * Rule conv-transpose-8: a given size is at least the usual one and less than a stride above it.
   */
  private Dim restored(Call call, Dim least, Dim size, int axis) {
    Dim stride = call.axes("stride", axes)[axis];
    Dim usual = least.minus(call.axes("output_padding", axes)[axis]);
    Dim most = usual.plus(stride).minus(ONE);
    if (call.fails(size, Relation.GE, usual) || call.fails(size, Relation.LE, most)) {
      call.problem(
          ProblemId.OUTPUT_PADDING,
          "output_size",
          "can give a %s from %s to %s, not %s",
          Axes.name(axis, axes),
          usual,
          most,
          size);
    }
    return size;
  }
}
