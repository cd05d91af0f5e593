package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.operation.Abandoned;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.value.Value;

/** Checks the numbers that a layer declares and counts its weights. */
public final class LayerNumbers {
  private LayerNumbers() {}

  /** Checks a layer's numbers, once, before anything is applied to it. */
  public static void check(Scope scope, LayerInstance layer) {
    Recorder recorder = scope.recorder();
    recorder.blame.checked(layer.declaration(), scope.module().uses());
    Value[] values = layer.numbers().clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = i < layer.type().constructor().size() ? Value.UNKNOWN : Value.NONE;
      }
    }
    Call call = new CheckSite(scope, layer).call(values);
    try {
      layer.type().operation().rule().check(call);
    } catch (Abandoned reported) {
      // what is wrong has been told
    } catch (ArithmeticException overflow) {
      call.problem(ProblemId.SIZE_OVERFLOW, null, "has numbers beyond 2^63");
    }
    if (!weights(recorder, layer, call).isKnown()) {
      recorder.inferred.add(layer.key());
    }
  }

  /** The weights of a layer; numbers inferred from its first input are kept. */
  public static Weights weights(Recorder recorder, LayerInstance layer, Call call) {
    Weights known = recorder.layers.get(layer.key());
    if (known != null && known.isKnown()) {
      if (recorder.inferred.contains(layer.key()) && !call.failed()) {
        requireSame(layer, known, call);
      }
      return known;
    }
    Weights weights;
    try {
      weights = layer.type().operation().rule().weights(call);
      weights.requireCountable();
    } catch (Abandoned reported) {
      weights = Weights.NONE;
    } catch (ArithmeticException overflow) {
      call.problem(ProblemId.SIZE_OVERFLOW, null, "has more weights than 2^63");
      weights = Weights.NONE;
    }
    recorder.layers.put(layer.key(), weights);
    return weights;
  }

  /** Rule infer-1: a number that was left to be inferred is the same for every use. */
  private static void requireSame(LayerInstance layer, Weights first, Call call) {
    for (Weights.Weight now : layer.type().operation().rule().weights(call).all()) {
      Weights.Weight before = first.get(now.name());
      if (before != null && now.shape().isKnown() && !now.shape().equals(before.shape())) {
        call.problem(
            idOf(layer.type().operation().kind()),
            null,
            ("infers its numbers from what arrives first, %s %s, but now receives"
                    + " what needs %s")
                .formatted(before.name(), before.shape(), now.shape()));
        return;
      }
    }
  }

  private static ProblemId idOf(Kind layer) {
    return switch (layer) {
      case LINEAR -> ProblemId.LINEAR_IN;
      case CONVOLUTION, TRANSPOSED_CONVOLUTION -> ProblemId.CONV_IN_CHANNELS;
      default -> ProblemId.FEATURES;
    };
  }
}
