package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;

/** torch.nn.TransformerEncoderLayer and its decoder, alone or as one of several. */
final class TransformerLayer {
  private final Invocation call;
  private final String prefix;
  private final boolean normFirst;

  /** For weights whose names begin with a prefix. */
  TransformerLayer(Invocation call, String prefix) {
    this.call = call;
    this.prefix = prefix;
    this.normFirst = call.flag("norm_first", false);
  }

  /** The masks of one attention, by the names of their arguments. */
  record Masks(String scores, String padding) {}

  NDArray encoded(NDArray x, Masks masks) {
    NDArray attended = attended(x, masks);
    return fed(attended, "norm2");
  }

  NDArray decoded(NDArray x, NDArray memory, Masks own, Masks other) {
    NDArray attended = attended(x, own);
    NDArray query = normFirst ? norm(attended, "norm2") : attended;
    NDArray met = attention("multihead_attn.", new NDList(query, memory, memory), other);
    NDArray sum = attended.add(dropout(met));
    return fed(normFirst ? sum : norm(sum, "norm2"), "norm3");
  }

  private NDArray attended(NDArray x, Masks masks) {
    NDArray query = normFirst ? norm(x, "norm1") : x;
    NDArray sum = x.add(dropout(attention("self_attn.", new NDList(query, query, query), masks)));
    return normFirst ? sum : norm(sum, "norm1");
  }

  private NDArray fed(NDArray x, String norm) {
    NDArray hidden = linear(normFirst ? norm(x, norm) : x, "linear1");
    NDArray active =
        call.text("activation", "relu").equals("gelu")
            ? hidden.getNDArrayInternal().gelu()
            : hidden.getNDArrayInternal().relu();
    NDArray sum = x.add(dropout(linear(dropout(active), "linear2")));
    return normFirst ? sum : norm(sum, norm);
  }

  private NDArray attention(String name, NDList queryKeyValue, Masks masks) {
    Optional<NDArray> scores = call.optional(masks.scores()).map(m -> Attention.additive(m, true));
    Optional<NDArray> padding =
        call.optional(masks.padding()).map(m -> Attention.additive(m, true));
    Heads heads = new Heads(call, prefix + name, call.flag("batch_first", false));
    return heads.attend(queryKeyValue, scores, padding, call.real("dropout", 0.1)).output();
  }

  private NDArray linear(NDArray x, String name) {
    return Heads.linear(
        x, call.weight(prefix + name + ".weight"), call.optionalWeight(prefix + name + ".bias"));
  }

  NDArray norm(NDArray x, String name) {
    NDArray weight = call.weight(prefix + name + ".weight");
    NDArray bias = call.optionalWeight(prefix + name + ".bias").orElseGet(weight::zerosLike);
    float epsilon = (float) call.real("layer_norm_eps", 1e-5);
    return x.getNDArrayInternal().layerNorm(x, weight.getShape(), weight, bias, epsilon).get(0);
  }

  private NDArray dropout(NDArray x) {
    double p = call.real("dropout", 0.1);
    return call.isTraining() && p > 0
        ? x.getNDArrayInternal().dropout(x, (float) p, true).get(0)
        : x;
  }
}
