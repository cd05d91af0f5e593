package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells consequences from causes, so that one mistake gives one message. Behind a failed step a
 * layer is still held against what the failed one declares, but tensors that do not fit each other
 * are no news; and a layer whose numbers make no sense is not also told that its input does not fit
 * them.
 */
public final class Consequences {
  private static final Set<ProblemId> OF_BROKEN_NUMBERS =
      EnumSet.of(
          ProblemId.RANK,
          ProblemId.KERNEL_TOO_BIG,
          ProblemId.OUTPUT_TOO_SMALL,
          ProblemId.MEMBER_COUNT);
  private static final Set<ProblemId> OF_A_CALL_ITSELF =
      EnumSet.of(
          ProblemId.ARGUMENT,
          ProblemId.ARGUMENT_COUNT,
          ProblemId.MISSING_ARGUMENT,
          ProblemId.UNKNOWN_ARGUMENT,
          ProblemId.TUPLE);

  /** Wrong numbers that leave the layer's sizes as they would be. */
  private static final Set<ProblemId> WITHOUT_EFFECT_ON_SIZES =
      EnumSet.of(ProblemId.CONV_GROUPS, ProblemId.HEADS, ProblemId.DIVISIBLE);

  private final BitSet doubtful = new BitSet();
  private final Set<String> brokenLayers = new HashSet<>();
  private final Set<String> layersWithoutSizes = new HashSet<>();

  /** A layer's own numbers make no sense. */
  public void broken(LayerInstance layer, ProblemId why) {
    brokenLayers.add(layer.key());
    if (!WITHOUT_EFFECT_ON_SIZES.contains(why)) {
      layersWithoutSizes.add(layer.key());
    }
  }

  /** What a layer gave, its spatial sizes unknown where its own numbers are to blame. */
  public Value withoutSizes(Value value, LayerInstance layer) {
    if (!layersWithoutSizes.contains(layer.key()) || !(value instanceof Tensor tensor)) {
      return value;
    }
    Shape shape = tensor.shape();
    for (int axis = 2; axis < shape.rank(); axis++) {
      shape = shape.with(axis, Dim.unknown());
    }
    return tensor.as(shape);
  }

  /** A step was made: what it gives is doubtful if it failed or read something doubtful. */
  public void made(int step, boolean failed, List<Tensor> arguments) {
    if (failed || readsDoubtful(arguments)) {
      doubtful.set(step);
    }
  }

  /** Whether a layer's problem follows from numbers that were told of before. */
  public boolean followsFromNumbers(Problem problem, LayerInstance layer) {
    return OF_BROKEN_NUMBERS.contains(problem.id()) && brokenLayers.contains(layer.key());
  }

  /** Whether a function's problem follows from a step that failed before. */
  public boolean followsFromStep(Problem problem, List<Tensor> arguments) {
    return problem.id().isError()
        && !OF_A_CALL_ITSELF.contains(problem.id())
        && readsDoubtful(arguments);
  }

  /** Whether any of the tensors comes from a step that failed or from what such a step gave. */
  public boolean readsDoubtful(List<Tensor> arguments) {
    for (Tensor argument : arguments) {
      if (argument.source() >= 0 && doubtful.get(argument.source())) {
        return true;
      }
    }
    return false;
  }
}
