package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Map;

/** Rows of a table looked up, those of a bag put together. */
final class Bags {
  private Bags() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(table, Bags::together, "EmbeddingBag", "embedding_bag");
  }

  private static NDArray together(Invocation call) {
    NDArray index = call.input().toType(DataType.INT64, false);
    NDArray weight = call.weight("weight");
    long bag = index.getShape().get(1);
    NDArray rows = Axis.pick(weight, 0, index.flatten()).reshape(-1, bag, weight.getShape().get(1));
    int[] within = {1};
    if (call.has("per_sample_weights")) {
      return rows.mul(call.tensor("per_sample_weights").expandDims(2)).sum(within);
    }
    return switch (call.text("mode", "mean")) {
      case "sum" -> rows.sum(within);
      case "max" -> rows.max(within);
      default -> rows.mean(within);
    };
  }
}
