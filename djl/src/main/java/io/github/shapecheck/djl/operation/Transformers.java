package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import io.github.shapecheck.djl.operation.TransformerLayer.Masks;
import java.util.Map;

/** Stacks of transformer layers. */
final class Transformers {
  private static final Masks SOURCE = new Masks("src_mask", "src_key_padding_mask");
  private static final Masks STACK = new Masks("mask", "src_key_padding_mask");
  private static final Masks TARGET = new Masks("tgt_mask", "tgt_key_padding_mask");
  private static final Masks MEMORY = new Masks("memory_mask", "memory_key_padding_mask");

  private Transformers() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(
        table,
        call -> new TransformerLayer(call, "").encoded(call.tensor("src"), SOURCE),
        "TransformerEncoderLayer");
    Operation.put(
        table,
        call ->
            new TransformerLayer(call, "")
                .decoded(call.tensor("tgt"), call.tensor("memory"), TARGET, MEMORY),
        "TransformerDecoderLayer");
    Operation.put(
        table,
        call -> encoded(call, "", call.integer("num_layers", 1), STACK),
        "TransformerEncoder");
    Operation.put(
        table,
        call -> decoded(call, "", call.integer("num_layers", 1), call.tensor("memory")),
        "TransformerDecoder");
    Operation.put(
        table,
        call -> {
          NDArray memory = encoded(call, "encoder.", call.integer("num_encoder_layers", 6), SOURCE);
          return decoded(call, "decoder.", call.integer("num_decoder_layers", 6), memory);
        },
        "Transformer");
  }

  private static NDArray encoded(Invocation call, String prefix, long layers, Masks masks) {
    NDArray x = call.tensor("src");
    for (long i = 0; i < layers; i++) {
      x = new TransformerLayer(call, prefix + "layers." + i + ".").encoded(x, masks);
    }
    return normed(call, prefix, x);
  }

  private static NDArray decoded(Invocation call, String prefix, long layers, NDArray memory) {
    NDArray x = call.tensor("tgt");
    for (long i = 0; i < layers; i++) {
      TransformerLayer layer = new TransformerLayer(call, prefix + "layers." + i + ".");
      x = layer.decoded(x, memory, TARGET, MEMORY);
    }
    return normed(call, prefix, x);
  }

  private static NDArray normed(Invocation call, String prefix, NDArray x) {
    return call.optionalWeight(prefix + "norm.weight").isPresent()
        ? new TransformerLayer(call, prefix).norm(x, "norm")
        : x;
  }
}
