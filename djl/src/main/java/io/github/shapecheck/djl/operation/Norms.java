package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Normalizations. */
final class Norms {
  private static final double EPSILON = 1e-5;
  private static final double FLOAT_EPSILON = Math.ulp(1f);

  private Norms() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(
        table,
        Norms::batch,
        "BatchNorm1d",
        "BatchNorm2d",
        "BatchNorm3d",
        "SyncBatchNorm",
        "batch_norm");
    Operation.put(
        table,
        Norms::instance,
        "InstanceNorm1d",
        "InstanceNorm2d",
        "InstanceNorm3d",
        "instance_norm");
    Operation.put(
        table, call -> group(call, call.integer("num_groups", 1)), "GroupNorm", "group_norm");
    Operation.put(table, Norms::layer, "LayerNorm", "layer_norm");
    Operation.put(table, Norms::rms, "RMSNorm", "rms_norm");
    Operation.put(table, Norms::local, "LocalResponseNorm", "CrossMapLRN2d", "local_response_norm");
    Operation.put(table, Norms::unit, "normalize");
    Operation.put(table, Norms::cosine, "CosineSimilarity", "cosine_similarity");
    Operation.put(table, Norms::distance, "PairwiseDistance", "pairwise_distance");
  }

  private static NDArray batch(Invocation call) {
    NDArray x = call.input();
    Shape channels = new Shape(x.getShape().get(1));
    Optional<NDArray> mean = call.optionalWeight("running_mean");
    boolean training =
        !call.isLayer() ? call.flag("training", false) : call.isTraining() || mean.isEmpty();
    return x.getNDArrayInternal()
        .batchNorm(
            x,
            mean.orElseGet(() -> x.getManager().zeros(channels)),
            call.optionalWeight("running_var").orElseGet(() -> x.getManager().ones(channels)),
            call.optionalWeight("weight").orElseGet(() -> x.getManager().ones(channels)),
            call.optionalWeight("bias").orElseGet(() -> x.getManager().zeros(channels)),
            1,
            (float) (1 - call.real("momentum", 0.1)),
            (float) call.real("eps", EPSILON),
            training)
        .get(0);
  }

  /** Each map by itself; of unbatched maps the first axis is the channels. */
  private static NDArray instance(Invocation call) {
    if (call.optionalWeight("running_mean").isPresent()) {
      throw call.failure("tracks statistics, which only batch norms do here");
    }
    NDArray x = call.input();
    int rank = x.getShape().dimension();
    boolean batched =
        rank > 2 && !(call.step().op().matches("InstanceNorm.d") && rank == axes(call) + 1);
    int[] axes = new int[rank - (batched ? 2 : 1)];
    Arrays.setAll(axes, i -> i + (batched ? 2 : 1));
    return scaled(call, standard(x, axes, call.real("eps", EPSILON)), batched ? 1 : 0);
  }

  private static int axes(Invocation call) {
    return call.step().op().charAt("InstanceNorm".length()) - '0';
  }

  private static NDArray group(Invocation call, long groups) {
    NDArray x = call.input();
    NDArray grouped = x.reshape(x.getShape().get(0), groups, -1);
    NDArray normal = standard(grouped, new int[] {2}, call.real("eps", EPSILON));
    return scaled(call, normal.reshape(x.getShape()), 1);
  }

  private static NDArray standard(NDArray x, int[] axes, double epsilon) {
    NDArray centred = x.sub(Reductions.mean(x, axes));
    return centred.div(Reductions.mean(centred.square(), axes).add((float) epsilon).sqrt());
  }

  /** Times the weight and plus the bias of the channels. */
  private static NDArray scaled(Invocation call, NDArray x, int axis) {
    long[] sizes = new long[x.getShape().dimension()];
    Arrays.fill(sizes, 1);
    sizes[axis] = x.getShape().get(axis);
    NDArray result = x;
    Optional<NDArray> weight = call.optionalWeight("weight");
    if (weight.isPresent()) {
      result = result.mul(weight.get().reshape(sizes));
    }
    Optional<NDArray> bias = call.optionalWeight("bias");
    return bias.isPresent() ? result.add(bias.get().reshape(sizes)) : result;
  }

  private static NDArray layer(Invocation call) {
    NDArray x = call.input();
    Shape shape = new Shape(call.integers("normalized_shape"));
    return x.getNDArrayInternal()
        .layerNorm(
            x,
            shape,
            call.optionalWeight("weight").orElseGet(() -> x.getManager().ones(shape)),
            call.optionalWeight("bias").orElseGet(() -> x.getManager().zeros(shape)),
            (float) call.real("eps", EPSILON))
        .get(0);
  }

  private static NDArray rms(Invocation call) {
    NDArray x = call.input();
    int[] axes = new int[call.integers("normalized_shape").length];
    Arrays.setAll(axes, i -> x.getShape().dimension() - axes.length + i);
    double epsilon = call.real("eps", FLOAT_EPSILON);
    NDArray normal = x.div(Reductions.mean(x.square(), axes).add((float) epsilon).sqrt());
    return call.optionalWeight("weight").map(normal::mul).orElse(normal);
  }

  private static NDArray local(Invocation call) {
    NDArray x = call.input();
    long size = call.integer("size", 1);
    long[] around = new long[2 * (x.getShape().dimension() - 1)];
    around[around.length - 2] = size / 2;
    around[around.length - 1] = (size - 1) / 2;
    NDArray squares = Pads.pad(x.square(), around, "constant", 0);
    NDList window = new NDList();
    for (long i = 0; i < size; i++) {
      window.add(Axis.slice(squares, 1, i, i + x.getShape().get(1)));
    }
    NDArray sum = window.get(0);
    for (int i = 1; i < window.size(); i++) {
      sum = sum.add(window.get(i));
    }
    double alpha = call.real("alpha", 1e-4) / size;
    return x.div(
        sum.mul(Constant.of((float) alpha))
            .add(call.real("k", 1))
            .pow(Constant.of(call.real("beta", 0.75))));
  }

  private static NDArray cosine(Invocation call) {
    NDArray x = call.tensor("x1");
    NDArray y = call.tensor("x2");
    int[] axis = {
      call.axis("dim", 1, Math.max(x.getShape().dimension(), y.getShape().dimension()))
    };
    float least = (float) call.real("eps", 1e-8);
    NDArray lengths =
        length(x, axis, 2)
            .maximum(Constant.of(least))
            .mul(length(y, axis, 2).maximum(Constant.of(least)));
    return x.mul(y).sum(axis, true).div(lengths).reshape(call.shape());
  }

  private static NDArray distance(Invocation call) {
    NDArray difference =
        call.tensor("x1").sub(call.tensor("x2")).add((float) call.real("eps", 1e-6));
    int[] axis = {difference.getShape().dimension() - 1};
    return length(difference, axis, call.real("p", 2)).reshape(call.shape());
  }

  static NDArray length(NDArray x, int[] axis, double p) {
    return p == 2
        ? x.square().sum(axis, true).sqrt()
        : x.abs().pow(Constant.of(p)).sum(axis, true).pow(Constant.of(1 / p));
  }

  private static NDArray unit(Invocation call) {
    NDArray x = call.input();
    double p = call.real("p", 2);
    int[] axis = {call.axis("dim", 1, x.getShape().dimension())};
    return x.div(length(x, axis, p).maximum(Constant.of((float) call.real("eps", 1e-12))));
  }
}
