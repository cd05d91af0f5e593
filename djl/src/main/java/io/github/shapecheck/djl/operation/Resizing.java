package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/** Maps of other sizes: interpolation, shuffles between channels and pixels, unfolded windows. */
final class Resizing {
  private Resizing() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(
        table,
        call -> interpolated(call, call.text("mode", "nearest"), call.flag("align_corners", false)),
        "Upsample",
        "interpolate",
        "upsample");
    Operation.put(
        table,
        call -> interpolated(call, "nearest", false),
        "UpsamplingNearest2d",
        "upsample_nearest");
    Operation.put(
        table,
        call -> interpolated(call, "bilinear", true),
        "UpsamplingBilinear2d",
        "upsample_bilinear");
    Operation.put(
        table,
        call -> toPixels(call.input(), call.integer("upscale_factor", 1)),
        "PixelShuffle",
        "pixel_shuffle");
    Operation.put(
        table,
        call -> toChannels(call.input(), call.integer("downscale_factor", 1)),
        "PixelUnshuffle",
        "pixel_unshuffle");
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          long groups = call.integer("groups", 1);
          long batch = x.getShape().get(0);
          return x.reshape(batch, groups, x.getShape().get(1) / groups, -1)
              .swapAxes(1, 2)
              .reshape(x.getShape());
        },
        "ChannelShuffle",
        "channel_shuffle");
    Operation.put(table, Resizing::windows, "Unfold", "unfold");
    Operation.put(table, Resizing::folded, "Fold", "fold");
  }

  private static NDArray interpolated(Invocation call, String mode, boolean corners) {
    return mode.equals("area")
        ? Pools.adaptive(call, call.rank() - 2, false)
        : new Interpolation(call, mode, corners).result();
  }

  private static NDArray toPixels(NDArray x, long factor) {
    Shape shape = x.getShape();
    int rank = shape.dimension();
    long height = shape.get(rank - 2);
    long width = shape.get(rank - 1);
    NDArray blocks = x.reshape(-1, factor, factor, height, width).transpose(0, 3, 1, 4, 2);
    long[] sizes = shape.getShape().clone();
    sizes[rank - 3] /= factor * factor;
    sizes[rank - 2] *= factor;
    sizes[rank - 1] *= factor;
    return blocks.reshape(sizes);
  }

  private static NDArray toChannels(NDArray x, long factor) {
    Shape shape = x.getShape();
    int rank = shape.dimension();
    long height = shape.get(rank - 2) / factor;
    long width = shape.get(rank - 1) / factor;
    NDArray blocks = x.reshape(-1, height, factor, width, factor).transpose(0, 2, 4, 1, 3);
    long[] sizes = shape.getShape().clone();
    sizes[rank - 3] *= factor * factor;
    sizes[rank - 2] = height;
    sizes[rank - 1] = width;
    return blocks.reshape(sizes);
  }

  /** The windows of a map as columns, or of one axis as a last axis (the tensor's method). */
  private static NDArray windows(Invocation call) {
    if (call.has("dimension")) {
      return alongOneAxis(call);
    }
    long[] kernel = call.perAxis("kernel_size", 2, 1);
    long[] dilation = call.perAxis("dilation", 2, 1);
    long[] padding = call.perAxis("padding", 2, 0);
    long[] stride = call.perAxis("stride", 2, 1);
    long[] around = {padding[1], padding[1], padding[0], padding[0]};
    NDArray x = Pads.pad(call.input(), around, "constant", 0);
    int rank = x.getShape().dimension();
    NDList parts = new NDList();
    for (long row = 0; row < kernel[0]; row++) {
      for (long column = 0; column < kernel[1]; column++) {
        NDArray part =
            strided(x, rank - 2, row * dilation[0], dilation[0] * (kernel[0] - 1), stride[0]);
        parts.add(
            strided(
                part, rank - 1, column * dilation[1], dilation[1] * (kernel[1] - 1), stride[1]));
      }
    }
    return ai.djl.ndarray.NDArrays.stack(parts, rank - 2).reshape(call.shape());
  }

  /** Each window's values are added where they came from: a transposed convolution by ones. */
  private static NDArray folded(Invocation call) {
    long[] size = call.perAxis("output_size", 2, 1);
    long[] kernel = call.perAxis("kernel_size", 2, 1);
    long[] dilation = call.perAxis("dilation", 2, 1);
    long[] padding = call.perAxis("padding", 2, 0);
    long[] stride = call.perAxis("stride", 2, 1);
    long[] count = new long[2];
    for (int i = 0; i < 2; i++) {
      count[i] = (size[i] + 2 * padding[i] - dilation[i] * (kernel[i] - 1) - 1) / stride[i] + 1;
    }
    Shape wanted = call.shape();
    long channels = wanted.get(wanted.dimension() - 3);
    NDArray columns = call.input().reshape(-1, channels, kernel[0], kernel[1], count[0], count[1]);
    NDArray sum = null;
    for (long row = 0; row < kernel[0]; row++) {
      for (long column = 0; column < kernel[1]; column++) {
        NDArray part = Axis.select(Axis.select(columns, 2, row), 2, column);
        NDArray spread = Convolutions.spread(Convolutions.spread(part, 2, stride[0]), 3, stride[1]);
        long top = row * dilation[0] - padding[0];
        long left = column * dilation[1] - padding[1];
        long[] around = {
          left,
          size[1] - left - spread.getShape().get(3),
          top,
          size[0] - top - spread.getShape().get(2)
        };
        NDArray placed = Pads.pad(spread, around, "constant", 0);
        sum = sum == null ? placed : sum.add(placed);
      }
    }
    return sum == null ? columns : sum.reshape(wanted);
  }

  private static NDArray strided(NDArray x, int axis, long from, long reach, long stride) {
    long count = (x.getShape().get(axis) - reach - 1) / stride + 1;
    return Axis.slice(x, axis, from, from + (count - 1) * stride + 1, stride);
  }

  private static NDArray alongOneAxis(Invocation call) {
    NDArray x = call.input();
    int axis = call.axis("dimension", 0, x.getShape().dimension());
    long size = call.integer("size", 1);
    long step = call.integer("step", 1);
    NDList parts = new NDList();
    for (long i = 0; i < size; i++) {
      parts.add(strided(x, axis, i, size - 1, step));
    }
    return ai.djl.ndarray.NDArrays.stack(parts, x.getShape().dimension());
  }
}
