package io.github.shapecheck.processor.operation.attention;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;

/** The masks of an attention. Rules attention-6 to attention-8. */
public final class AttentionMasks {
  private AttentionMasks() {}

  static void check(Call call, AttentionInputs inputs, String mask, String padding) {
    Tensor attention = call.optionalTensor(mask);
    if (attention != null) {
      checkMask(call, inputs, attention, mask);
    }
    Tensor keys = call.optionalTensor(padding);
    if (keys != null) { // attention-7
      Shape wanted =
          inputs.batched() ? Shape.of(inputs.batch(), inputs.source()) : Shape.of(inputs.source());
      require(call, keys, wanted, padding);
    }
  }

  /** Rule attention-6: [T, S] for all heads, or [N * heads, T, S]. */
  private static void checkMask(
      Call call, AttentionInputs inputs, Tensor attention, String parameter) {
    Shape wanted = Shape.of(inputs.target(), inputs.source());
    if (attention.rank() == 3) {
      Dim heads = call.dim(call.knows("num_heads") ? "num_heads" : "nhead");
      wanted = wanted.insert(0, inputs.batch().times(heads));
    }
    require(call, attention, wanted, parameter);
  }

  private static void require(Call call, Tensor mask, Shape wanted, String parameter) {
    if (!Shapes.same(call, mask.shape(), wanted)) {
      call.problem(
          ProblemId.ATTENTION_EMBED,
          parameter,
          "needs its " + parameter + " of shape " + wanted + " but receives " + mask.shape());
    }
    if (mask.dtype() != DType.BOOL && !mask.dtype().isFloating()) { // attention-8
      call.problem(
          ProblemId.DTYPE,
          parameter,
          "needs a %s of bool or floating-point but receives %s"
              .formatted(parameter, mask.dtype().torchName()));
    }
  }
}
