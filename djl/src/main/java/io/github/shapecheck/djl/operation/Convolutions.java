package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/** Convolutions and their transposes, linear maps, embeddings. */
final class Convolutions {
  private Convolutions() {}

  static void fill(Map<String, Operation> table) {
    for (int axes = 1; axes <= 3; axes++) {
      int n = axes;
      Operation.put(table, call -> convolution(call, n), "Conv" + n + "d", "conv" + n + "d");
      Operation.put(
          table,
          call -> transposed(call, n),
          "ConvTranspose" + n + "d",
          "conv_transpose" + n + "d");
    }
    Operation.put(table, Convolutions::timeFirst, "conv_tbc");
    Operation.put(table, Convolutions::linear, "Linear", "linear");
    Operation.put(table, Convolutions::bilinear, "Bilinear", "bilinear");
    Operation.put(table, Convolutions::embedding, "Embedding", "embedding");
  }

  /** Along the first of [time, batch, channels], the kernels [size, in, out]. */
  private static NDArray timeFirst(Invocation call) {
    NDArray x = call.input().transpose(1, 2, 0);
    NDArray result =
        x.getNDArrayInternal()
            .convolution(
                x,
                call.weight("weight").transpose(2, 1, 0),
                call.weight("bias"),
                new Shape(1),
                new Shape(call.integer("pad", 0)),
                new Shape(1),
                1)
            .get(0);
    return result.transpose(2, 0, 1);
  }

  private static NDArray linear(Invocation call) {
    NDArray bias = call.optionalWeight("bias").orElse(null);
    return call.input()
        .getNDArrayInternal()
        .linear(call.input(), call.weight("weight"), bias)
        .get(0);
  }

  private static NDArray bilinear(Invocation call) {
    NDArray x = call.tensor("input1");
    NDArray y = call.tensor("input2");
    NDArray weight = call.weight("weight"); // [out, in1, in2]
    long out = weight.getShape().get(0);
    long in1 = weight.getShape().get(1);
    long in2 = weight.getShape().get(2);
    NDArray rows = x.reshape(-1, in1).matMul(weight.transpose(1, 0, 2).reshape(in1, out * in2));
    NDArray product = rows.reshape(-1, out, in2).mul(y.reshape(-1, 1, in2)).sum(new int[] {2});
    NDArray result = product.reshape(call.shape());
    return call.optionalWeight("bias").map(result::add).orElse(result);
  }

  private static NDArray embedding(Invocation call) {
    NDArray index = call.input();
    NDArray weight = call.weight("weight");
    NDArray rows = Axis.pick(weight, 0, index.flatten()).reshape(call.shape());
    if (!call.has("padding_idx")) {
      return rows;
    }
    NDArray padded = index.eq(call.axis("padding_idx", 0, (int) weight.getShape().get(0)));
    NDArray mask = padded.expandDims(index.getShape().dimension()).broadcast(call.shape());
    return NDArrays.where(mask, rows.stopGradient(), rows);
  }

  private static NDArray convolution(Invocation call, int axes) {
    NDArray weight = call.weight("weight");
    Batched batched = Batched.of(call.input(), axes);
    NDArray x = batched.x();
    long[] dilation = call.perAxis("dilation", axes, 1);
    long[] padding = new long[axes];
    String kind = call.text("padding_kind", call.text("padding", "explicit"));
    String mode = call.text("padding_mode", "zeros");
    long[] around = new long[2 * axes];
    for (int i = 0; i < axes; i++) {
      long total = dilation[i] * (weight.getShape().get(2 + i) - 1);
      boolean same = kind.equals("same");
      long left = same ? total / 2 : kind.equals("valid") ? 0 : call.perAxis("padding", axes, 0)[i];
      around[2 * (axes - 1 - i)] = left;
      around[2 * (axes - 1 - i) + 1] = same ? total - left : left;
      padding[i] = left;
    }
    boolean even = true;
    for (int i = 0; i < axes; i++) {
      even &= around[2 * i] == around[2 * i + 1];
    }
    if (!even || !mode.equals("zeros")) {
      x = Pads.pad(x, around, mode.equals("zeros") ? "constant" : mode, 0);
      padding = new long[axes];
    }
    NDArray result =
        x.getNDArrayInternal()
            .convolution(
                x,
                weight,
                call.optionalWeight("bias").orElse(null),
                new Shape(call.perAxis("stride", axes, 1)),
                new Shape(padding),
                new Shape(dilation),
                (int) call.integer("groups", 1))
            .get(0);
    return batched.restored(result);
  }

  /**
   * The engine has none: a convolution over the input with zeros between its values, by the kernel
   * turned round. The output's size is the report's, whatever {@code output_size} said.
   */
  private static NDArray transposed(Invocation call, int axes) {
    Batched batched = Batched.of(call.input(), axes);
    NDArray x = batched.x();
    NDArray weight = call.weight("weight");
    long[] stride = call.perAxis("stride", axes, 1);
    long[] padding = call.perAxis("padding", axes, 0);
    long[] dilation = call.perAxis("dilation", axes, 1);
    Shape wanted = call.shape();
    long[] around = new long[2 * axes];
    for (int i = 0; i < axes; i++) {
      x = spread(x, 2 + i, stride[i]);
      long reach = dilation[i] * (weight.getShape().get(2 + i) - 1);
      int from = 2 * (axes - 1 - i);
      around[from] = reach - padding[i];
      around[from + 1] =
          wanted.get(wanted.dimension() - axes + i) + padding[i] - x.getShape().get(2 + i);
    }
    NDArray padded = Pads.pad(x, around, "constant", 0);
    long groups = call.integer("groups", 1);
    NDArray result =
        padded
            .getNDArrayInternal()
            .convolution(
                padded,
                turned(weight, groups, axes),
                call.optionalWeight("bias").orElse(null),
                new Shape(call.perAxis("", axes, 1)),
                new Shape(new long[axes]),
                new Shape(dilation),
                (int) groups)
            .get(0);
    return batched.restored(result);
  }

  /** Puts zeros between the values of an axis. */
  static NDArray spread(NDArray x, int axis, long stride) {
    if (stride == 1) {
      return x;
    }
    Shape shape = x.getShape();
    NDArray zeros =
        x.getManager()
            .zeros(shape, x.getDataType())
            .expandDims(axis + 1)
            .repeat(axis + 1, stride - 1);
    NDArray wide =
        Axis.concat(new NDList(x.expandDims(axis + 1), zeros), axis + 1)
            .reshape(Axis.with(shape, axis, shape.get(axis) * stride));
    return Axis.slice(wide, axis, 0, (shape.get(axis) - 1) * stride + 1);
  }

  /** From [in, out / groups, ...] to [out, in / groups, ...], each kernel back to front. */
  private static NDArray turned(NDArray weight, long groups, int axes) {
    Shape shape = weight.getShape();
    long[] grouped = new long[3 + axes];
    long[] joined = new long[2 + axes];
    int[] order = new int[3 + axes];
    int[] spatial = new int[axes];
    grouped[0] = groups;
    grouped[1] = shape.get(0) / groups;
    grouped[2] = shape.get(1);
    joined[0] = groups * shape.get(1);
    joined[1] = grouped[1];
    order[1] = 2;
    order[2] = 1;
    for (int i = 0; i < axes; i++) {
      grouped[3 + i] = shape.get(2 + i);
      joined[2 + i] = shape.get(2 + i);
      order[3 + i] = 3 + i;
      spatial[i] = 2 + i;
    }
    return weight.reshape(grouped).transpose(order).reshape(joined).flip(spatial);
  }
}
