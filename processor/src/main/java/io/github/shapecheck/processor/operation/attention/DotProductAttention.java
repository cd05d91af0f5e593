package io.github.shapecheck.processor.operation.attention;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.math.Elementwise;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/**
 * {@code scaled_dot_product_attention}: softmax(query key^T) value over the last two axes. Rules
 * dot-attention-1 to dot-attention-4.
 */
public final class DotProductAttention implements Rule {

  @Override
  public Value apply(Call call) {
    Tensor query = call.tensor("query");
    Tensor key = call.tensor("key");
    Tensor value = call.tensor("value");
    if (query.rank() < 2 || key.rank() < 2 || value.rank() < 2) { // dot-attention-1
      throw call.refuse(ProblemId.RANK, null, "needs at least 2 axes of query, key and value");
    }
    if (call.fails(query.dim(-1), Relation.EQ, key.dim(-1))) { // dot-attention-2
      String sizes = query.dim(-1) + " against " + key.dim(-1);
      call.problem(ProblemId.MATMUL, "key", "needs query and key of one width: " + sizes);
    }
    if (call.fails(key.dim(-2), Relation.EQ, value.dim(-2))) { // dot-attention-3
      String sizes = key.dim(-2) + " against " + value.dim(-2);
      call.problem(ProblemId.MATMUL, "value", "needs as many values as keys: " + sizes);
    }
    Shape batch =
        Broadcasting.shapes(
            call,
            leading(query.shape()),
            Broadcasting.shapes(call, leading(key.shape()), leading(value.shape())));
    Shape scores = batch.insert(-1, query.dim(-2)).insert(-1, key.dim(-2));
    Tensor mask = call.optionalTensor("attn_mask");
    if (mask != null) { // dot-attention-4
      if (mask.rank() < 2) {
        throw call.refuse(
            ProblemId.RANK, "attn_mask", "needs a mask [L, S] but receives " + mask.shape());
      }
      Shape common = Broadcasting.shapes(call, scores, mask.shape());
      if (!call.failed() && Elementwise.grows(call, scores, common)) {
        String message = "has a mask " + mask.shape() + " for scores " + scores;
        call.problem(ProblemId.BROADCAST, "attn_mask", message);
      }
    }
    Dim pairs = scores.numel();
    call.macs(pairs.times(query.dim(-1)).plus(pairs.times(value.dim(-1))));
    return query.as(batch.insert(-1, query.dim(-2)).insert(-1, value.dim(-1)));
  }

  private static Shape leading(Shape shape) {
    return Shape.of(shape.dims().subList(0, shape.rank() - 2));
  }
}
