package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;

/** torch.nn.TransformerEncoderLayer, alone or as one of several. */
final class EncoderLayer {
  private final Invocation call;
  private final String prefix;

  /** For weights whose names begin with a prefix. */
  EncoderLayer(Invocation call, String prefix) {
    this.call = call;
    this.prefix = prefix;
  }

  NDArray apply(NDArray x) {
    boolean normFirst = call.flag("norm_first", false);
    NDArray attended = attention(normFirst ? norm(x, "norm1") : x);
    NDArray sum = x.add(dropout(attended));
    NDArray middle = normFirst ? sum : norm(sum, "norm1");
    NDArray hidden = linear(normFirst ? norm(middle, "norm2") : middle, "linear1");
    NDArray active =
        call.text("activation", "relu").equals("gelu")
            ? hidden.getNDArrayInternal().gelu()
            : hidden.getNDArrayInternal().relu();
    NDArray result = middle.add(dropout(linear(dropout(active), "linear2")));
    return normFirst ? result : norm(result, "norm2");
  }

  private NDArray attention(NDArray x) {
    Optional<NDArray> mask =
        call.optional("src_mask")
            .or(() -> call.optional("mask"))
            .map(m -> Attention.additive(m, true));
    Optional<NDArray> padding =
        call.optional("src_key_padding_mask").map(m -> Attention.additive(m, true));
    Heads heads = new Heads(call, prefix + "self_attn.", call.flag("batch_first", false));
    return heads.attend(new NDList(x, x, x), mask, padding, call.real("dropout", 0.1)).output();
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
