package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.Optional;

/** Scaled dot products of queries, keys and values, alone and with their projections. */
final class Attention {
  private Attention() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(table, Attention::dotProduct, "scaled_dot_product_attention");
    table.put("MultiheadAttention", Attention::multihead);
    Transformers.fill(table);
  }

  private static NDArray dotProduct(Invocation call) {
    if (call.flag("enable_gqa", false)) {
      throw call.failure("groups its queries");
    }
    NDArray query = call.tensor("query");
    NDArray key = call.tensor("key");
    double scale =
        call.real("scale", 1 / Math.sqrt(query.getShape().get(query.getShape().dimension() - 1)));
    int rank = key.getShape().dimension();
    NDArray scores = query.matMul(key.swapAxes(rank - 2, rank - 1)).mul(Constant.of((float) scale));
    if (call.flag("is_causal", false)) {
      scores = scores.add(causal(call, scores.getShape()));
    }
    if (call.has("attn_mask")) {
      scores = scores.add(additive(call.tensor("attn_mask"), false));
    }
    NDArray weights = scores.softmax(-1);
    double p = call.real("dropout_p", 0);
    if (p > 0) {
      weights = weights.getNDArrayInternal().dropout(weights, (float) p, true).get(0);
    }
    return weights.matMul(call.tensor("value"));
  }

  private static NDArray causal(Invocation call, Shape scores) {
    int rows = (int) scores.get(scores.dimension() - 2);
    int columns = (int) scores.get(scores.dimension() - 1);
    float[] mask = new float[rows * columns];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % columns > i / columns ? Float.NEGATIVE_INFINITY : 0;
    }
    return call.manager().create(mask, new Shape(rows, columns)).duplicate();
  }

  /** A mask as what is added to scores; {@code hides} says what True means. */
  static NDArray additive(NDArray mask, boolean hides) {
    if (mask.getDataType() != DataType.BOOLEAN) {
      return mask;
    }
    NDArray zero = mask.getManager().zeros(mask.getShape());
    NDArray hidden = zero.add(Float.NEGATIVE_INFINITY);
    return hides ? NDArrays.where(mask, hidden, zero) : NDArrays.where(mask, zero, hidden);
  }

  private static NDList multihead(Invocation call) {
    boolean batchFirst = call.flag("batch_first", false);
    Heads heads = new Heads(call, "", batchFirst);
    NDArray mask = call.has("attn_mask") ? additive(call.tensor("attn_mask"), true) : null;
    NDArray padding =
        call.has("key_padding_mask") ? additive(call.tensor("key_padding_mask"), true) : null;
    Heads.Result result =
        heads.attend(
            new NDList(call.tensor("query"), call.tensor("key"), call.tensor("value")),
            Optional.ofNullable(mask),
            Optional.ofNullable(padding),
            call.real("dropout", 0));
    if (call.step().results().size() == 1) {
      return new NDList(result.output());
    }
    NDArray weights = result.weights(); // [N, heads, L, S]
    return new NDList(
        result.output().reshape(call.shape(0)),
        (call.flag("average_attn_weights", true) ? weights.mean(new int[] {1}) : weights)
            .reshape(call.shape(1)));
  }
}
