package io.github.shapecheck.processor.operation.attention;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * {@code F.multi_head_attention_forward}, which has its weights as tensors. Rules attention-11 to
 * attention-13.
 */
public final class AttentionFunction {
  private AttentionFunction() {}

  public static Value apply(Call call) {
    AttentionInputs inputs = AttentionInputs.of(call, "query", "key", "value");
    inputs.checkShapes(call);
    Dim dim = call.dim("embed_dim_to_check");
    inputs.checkWidth(call, "query", "embed_dim_to_check", dim); // attention-11
    checkHeads(call, dim);
    Dim keys = inputs.key().dim(-1);
    Dim values = inputs.value().dim(-1);
    if (call.flag("use_separate_proj_weight")) { // attention-12
      require(call, "q_proj_weight", Shape.of(dim, dim));
      require(call, "k_proj_weight", Shape.of(dim, keys));
      require(call, "v_proj_weight", Shape.of(dim, values));
    } else {
      inputs.checkWidth(call, "key", "key", dim);
      inputs.checkWidth(call, "value", "value", dim);
      require(call, "in_proj_weight", Shape.of(dim.times(3), dim));
    }
    require(call, "in_proj_bias", Shape.of(dim.times(3)));
    require(call, "out_proj_bias", Shape.of(out(call, dim)));
    AttentionMasks.check(call, inputs, "attn_mask", "key_padding_mask");
    Dim scores = inputs.target().times(inputs.source()).times(dim).times(2);
    call.macs(
        dim.times(dim)
            .times(2)
            .times(inputs.target())
            .plus(keys.plus(values).times(dim).times(inputs.source()))
            .plus(scores));
    return resized(Attention.result(call, inputs), out(call, dim));
  }

  private static void checkHeads(Call call, Dim dim) {
    Dim heads = call.dim("num_heads");
    boolean sound = heads.isConstant() && heads.value() > 0;
    if (!sound || call.fails(dim.mod(heads), Relation.EQ, Dim.of(0))) {
      call.problem(
          ProblemId.HEADS,
          "num_heads",
          "has " + heads + " heads, which do not divide its " + dim + " features");
    }
  }

  /** Rule attention-13: the output has as many features as the last map makes. */
  private static Dim out(Call call, Dim dim) {
    Tensor weight = call.tensor("out_proj_weight");
    if (weight.rank() != 2 || call.fails(weight.dim(1), Relation.EQ, dim)) {
      call.problem(
              ProblemId.ATTENTION_EMBED,
              "out_proj_weight",
              "needs an out_proj_weight of " + dim + " columns but receives " + weight.shape())
          .input(weight, Shape.of(dim, dim));
    }
    return weight.rank() > 0 ? weight.dim(0) : Dim.unknown();
  }

  private static Value resized(Value result, Dim features) {
    if (result instanceof Value.Sequence pair && pair.items().get(0) instanceof Tensor output) {
      return Value.Sequence.tuple(
          output.as(output.shape().with(-1, features)), pair.items().get(1));
    }
    return result;
  }

  private static void require(Call call, String parameter, Shape wanted) {
    @Nullable Tensor tensor = call.optionalTensor(parameter);
    if (tensor != null && !Shapes.same(call, tensor.shape(), wanted)) {
      call.problem(
              ProblemId.ATTENTION_EMBED,
              parameter,
              "needs " + parameter + " " + wanted + " but receives " + tensor.shape())
          .input(tensor, wanted);
    }
  }
}
