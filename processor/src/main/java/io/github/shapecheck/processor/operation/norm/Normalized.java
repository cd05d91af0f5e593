package io.github.shapecheck.processor.operation.norm;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.List;

/** What layers share that normalize channels: their number, weights and running statistics. */
public final class Normalized {
  private static final Dim ZERO = Dim.of(0);

  private Normalized() {}

  /** The declared number of channels; 0 takes what arrives on an axis. */
  static Dim features(Call call, int axis) {
    Dim features = call.dim("num_features");
    if (!call.infers("num_features")) {
      return features;
    }
    boolean arrives = call.knows("input") && call.get("input") instanceof Tensor;
    if (!arrives) {
      return Dim.unknown();
    }
    Tensor input = call.tensor("input");
    return axis < input.rank() && -axis <= input.rank() ? input.dim(axis) : Dim.unknown();
  }

  /**
   * Weight and bias where affine; running mean, variance and a counter where statistics are kept.
   */
  static Weights weights(Call call, Dim features) {
    boolean affine = call.flag("affine");
    boolean tracks = call.flag("track_running_stats");
    return Weights.start()
        .addIf(affine, "weight", features)
        .addIf(affine, "bias", features)
        .bufferIf(tracks, "running_mean", features)
        .bufferIf(tracks, "running_var", features)
        .bufferIf(tracks, "num_batches_tracked");
  }

  /**
   * The declared number against the channels that arrive; PyTorch looks only where a tensor of that
   * size exists.
   */
  static void checkFeatures(Call call, Dim channels) {
    Dim features = call.dim("num_features");
    boolean has = call.flag("affine") || call.flag("track_running_stats");
    if (call.infers("num_features") || !has || !call.fails(features, Relation.EQ, channels)) {
      return;
    }
    call.problem(
            ProblemId.FEATURES,
            "num_features",
            "expects " + Axes.count(features, "channel") + " but receives " + channels)
        .set("num_features", channels);
  }

  /** PyTorch multiplies an input without values by the first weight, and looks at nothing else. */
  static void checkEmpty(Call call, Dim weights) {
    Dim features = call.dim("num_features");
    Dim count = call.infers("num_features") ? weights : features;
    if (call.flag("affine") && count.equals(ZERO)) {
      call.problem(ProblemId.ZERO_SIZE, null, "has no weight for a channel");
    }
  }

  /** A function's statistics and weights hold one value for each channel. */
  static void checkVectors(Call call, Dim channels) {
    for (String name : List.of("running_mean", "running_var", "weight", "bias")) {
      Tensor tensor = call.optionalTensor(name);
      if (tensor != null && call.fails(tensor.shape().numel(), Relation.EQ, channels)) {
        call.problem(
            ProblemId.FEATURES,
            name,
            "needs a " + name + " of " + channels + " channels but receives " + tensor.shape());
      }
    }
  }
}
