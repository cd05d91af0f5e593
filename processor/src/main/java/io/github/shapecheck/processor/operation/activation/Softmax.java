package io.github.shapecheck.processor.operation.activation;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;

/**
 * Exponentials that sum to 1 along an axis: {@code Softmax}, {@code F.log_softmax} and their like.
 * Rules softmax-1 to softmax-3.
 */
public record Softmax() implements Rule {
  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    if (call.has("dim")) { // softmax-1; without it PyTorch picks an axis that exists: softmax-2
      call.axis("dim", input.rank());
    }
    if (call.knows("dtype") && call.has("dtype") && call.get("dtype") instanceof Value.Type type) {
      return input.as(type.dtype());
    }
    Elements.requireFloating(call, input); // softmax-3
    return input.as(input.shape());
  }

  /** Softmax of logits with noise: {@code F.gumbel_softmax}. */
  public static Value gumbel(Call call) {
    Tensor logits = call.tensor("logits");
    Elements.requireFloating(call, logits);
    call.axis("dim", logits.rank());
    return logits.as(logits.shape());
  }

  /** Softmax over the channels of an image. Rule softmax-4. */
  public static Value overChannels(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireRank(call, input, 2);
    Elements.requireFloating(call, input);
    return input.as(input.shape());
  }

  /** Half of an axis gated by the other half: {@code GLU}. Rules glu-1 to glu-3. */
  public static Value gate(Call call) {
    Tensor input = call.tensor("input", 1, Call.ANY); // glu-1
    int axis = call.axis("dim", input.rank()); // glu-2
    Dim size = input.dim(axis);
    if (call.fails(size.mod(2), Relation.EQ, Dim.of(0))) {
      call.problem(
          ProblemId.DIVISIBLE,
          "dim",
          "halves axis " + axis + ", whose size must be even but is " + size);
    }
    return input.as(input.shape().with(axis, size.floorDiv(2))); // glu-3
  }
}
