package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/** Attention of several heads with the projections of torch.nn.MultiheadAttention. */
final class Heads {
  private final Invocation call;
  private final String prefix;
  private final boolean batchFirst;
  private final long count;

  /** What comes out, and the weights of every head. */
  record Result(NDArray output, NDArray weights) {}

  /** For weights whose names begin with a prefix. */
  Heads(Invocation call, String prefix, boolean batchFirst) {
    this.call = call;
    this.prefix = prefix;
    this.batchFirst = batchFirst;
    this.count = call.integer("num_heads", call.integer("nhead", 8));
  }

  Result attend(
      NDList queryKeyValue, Optional<NDArray> mask, Optional<NDArray> padding, double dropout) {
    boolean batched = queryKeyValue.get(0).getShape().dimension() == 3;
    NDArray query = split(queryKeyValue.get(0), 0, batched); // [N, heads, L, E / heads]
    NDArray key = split(queryKeyValue.get(1), 1, batched);
    NDArray value = split(queryKeyValue.get(2), 2, batched);
    long given = key.getShape().get(2);
    if (call.flag("add_bias_kv", false)) {
      key = extended(key, call.weight(prefix + "bias_k"));
      value = extended(value, call.weight(prefix + "bias_v"));
    }
    if (call.flag("add_zero_attn", false)) {
      NDArray zeros = key.getManager().zeros(new Shape(count * key.getShape().get(3)));
      key = extended(key, zeros);
      value = extended(value, zeros);
    }
    long added = key.getShape().get(2) - given;
    float scale = (float) (1 / Math.sqrt(query.getShape().get(3)));
    NDArray scores = query.mul(Constant.of(scale)).matMul(key.swapAxes(2, 3));
    if (mask.isPresent()) {
      NDArray m = Pads.pad(mask.get(), new long[] {0, added}, "constant", 0);
      boolean perHead = m.getShape().dimension() == 3;
      scores = scores.add(perHead ? m.reshape(scores.getShape()) : m);
    }
    if (padding.isPresent()) {
      NDArray hidden = padding.get().reshape(-1, 1, 1, given);
      scores = scores.add(Pads.pad(hidden, new long[] {0, added}, "constant", 0));
    }
    NDArray weights = scores.softmax(-1);
    NDArray dropped =
        call.isTraining() && dropout > 0
            ? weights.getNDArrayInternal().dropout(weights, (float) dropout, true).get(0)
            : weights;
    NDArray joined = dropped.matMul(value).swapAxes(1, 2); // [N, L, heads, E / heads]
    long length = joined.getShape().get(1);
    NDArray rows = joined.reshape(joined.getShape().get(0), length, -1);
    NDArray output =
        linear(
            rows,
            call.weight(prefix + "out_proj.weight"),
            call.optionalWeight(prefix + "out_proj.bias"));
    NDArray placed = !batched ? output.squeeze(0) : batchFirst ? output : output.swapAxes(0, 1);
    return new Result(placed, weights);
  }

  /** Projects the queries, keys or values and gives each head its part. */
  private NDArray split(NDArray x, int which, boolean batched) {
    NDArray rows = !batched ? x.expandDims(0) : batchFirst ? x : x.swapAxes(0, 1);
    Optional<NDArray> packed = call.optionalWeight(prefix + "in_proj_weight");
    String name = new String[] {"q", "k", "v"}[which] + "_proj_weight";
    NDArray weight = packed.isPresent() ? third(packed.get(), which) : call.weight(prefix + name);
    Optional<NDArray> bias = call.optionalWeight(prefix + "in_proj_bias").map(b -> third(b, which));
    NDArray projected = linear(rows, weight, bias);
    long n = projected.getShape().get(0);
    long length = projected.getShape().get(1);
    return projected.reshape(n, length, count, -1).swapAxes(1, 2);
  }

  /** One more place behind all, the same for each sample. */
  private NDArray extended(NDArray x, NDArray place) {
    Shape shape = x.getShape();
    NDArray one = place.reshape(1, count, 1, -1);
    NDArray all = one.broadcast(new Shape(shape.get(0), count, 1, shape.get(3)));
    return Axis.concat(new NDList(x, all), 2);
  }

  private static NDArray third(NDArray packed, int which) {
    long size = packed.getShape().get(0) / 3;
    return Axis.slice(packed, 0, which * size, (which + 1) * size);
  }

  static NDArray linear(NDArray x, NDArray weight, Optional<NDArray> bias) {
    return x.getNDArrayInternal().linear(x, weight, bias.orElse(null)).get(0);
  }
}
