package io.github.shapecheck.processor.operation.conv;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.processor.operation.Windows;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolution over 1, 2 or 3 axes: {@code Conv1d}, {@code F.conv2d} and their like. Rules conv-1 to
 * conv-9.
 */
public record Convolution(int axes) implements Rule {
  private static final Dim ZERO = Dim.of(0);

  @Override
  public void check(Call call) {
    ConvolutionKernel kernel = ConvolutionKernel.of(call, axes, false);
    kernel.checkGroups(call); // conv-1, conv-2
    PaddingMode.requireKnown(call); // conv-7
    Spatial.requireAtLeast(call, "stride", 1); // conv-3
    Spatial.requireAtLeast(call, "dilation", 1); // conv-3
    if (same(call)) {
      for (Dim stride : call.axes("stride", axes)) { // conv-4
        if (call.fails(stride, Relation.EQ, Dim.of(1))) {
          call.problem(
                  ProblemId.CONV_SAME_STRIDE,
                  "stride",
                  "pads to the same size, which PyTorch allows for stride 1 only, not " + stride)
              .set("stride", Dim.of(1));
          break;
        }
      }
    } else if (!valid(call) && PaddingMode.of(call).equals("zeros")) {
      Spatial.requireAtLeast(call, "padding", 0); // conv-3: the other modes crop
    }
  }

  @Override
  public Weights weights(Call call) {
    return ConvolutionKernel.of(call, axes, false).weights(call);
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireRank(call, input, axes); // conv-5
    Spatial.requireFloating(call, input);
    ConvolutionKernel kernel = ConvolutionKernel.of(call, axes, false);
    kernel.checkInput(call, input); // conv-6
    List<Window> windows = windows(call, kernel, input);
    boolean same = same(call);
    List<Dim> sizes = new ArrayList<>(axes);
    for (int i = 0; i < axes; i++) {
      Window window = windows.get(i);
      boolean fits =
          PaddingMode.check(call, window, i, axes)
              && Spatial.requireCell(call, input, i, axes) // conv-8
              && kernelFits(call, window, i); // conv-7, conv-8
      sizes.add(!fits ? Dim.unknown() : same ? window.input() : window.floorOutput()); // conv-9
    }
    new Windows(call, axes).tell(windows, sizes, false);
    call.macs(kernel.macs(Shape.of(sizes).numel()));
    Shape shape = Spatial.result(input, kernel.out(), sizes);
    return input.as(shape);
  }

  private List<Window> windows(Call call, ConvolutionKernel kernel, Tensor input) {
    Dim[] stride = call.axes("stride", axes);
    Dim[] dilation = call.axes("dilation", axes);
    boolean same = same(call);
    boolean padded = !same && !valid(call);
    Dim[] padding = padded ? call.axes("padding", axes) : stride;
    List<Window> windows = new ArrayList<>(axes);
    for (int i = 0; i < axes; i++) {
      Dim cells = kernel.cells()[i];
      Dim before = padded ? padding[i] : ZERO;
      Dim after = before;
      if (same) { // conv-4: an odd total puts one more behind
        Dim total = dilation[i].times(cells.minus(1));
        before = total.floorDiv(2);
        after = total.minus(before);
      }
      windows.add(new Window(input.dim(i - axes), cells, stride[i], before, after, dilation[i]));
    }
    return windows;
  }

  /** Rule conv-8: the dilated kernel against the padded input, before any division. */
  private boolean kernelFits(Call call, Window window, int axis) {
    if (!window.isSound() || !call.fails(window.extent(), Relation.LE, window.padded())) {
      return true;
    }
    new Windows(call, axes).reportNoRoom(ProblemId.KERNEL_TOO_BIG, window, axis);
    return false;
  }

  private static boolean same(Call call) {
    return mode(call).equalsIgnoreCase("same");
  }

  private static boolean valid(Call call) {
    return mode(call).equalsIgnoreCase("valid");
  }

  /**
   * The annotation's {@code padding = Padding.SAME} and the function's {@code padding='same'} are
   * one thing.
   */
  private static String mode(Call call) {
    String parameter = call.isLayer() ? "padding_kind" : "padding";
    return call.has(parameter) && call.get(parameter) instanceof Value.Text text
        ? text.value()
        : "";
  }
}
