package io.github.shapecheck.processor.operation.attention;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module that PyTorch makes of others, written in Python: their names as it registers them. */
public enum TransformerModule {
  BOTH("Transformer", "encoder decoder"),
  ENCODER("TransformerEncoder", "layers norm"),
  DECODER("TransformerDecoder", "layers norm"),
  ENCODER_LAYER(
      "TransformerEncoderLayer", "self_attn linear1 dropout linear2 norm1 norm2 dropout1 dropout2"),
  DECODER_LAYER(
      "TransformerDecoderLayer",
      "self_attn multihead_attn linear1 dropout linear2 norm1 norm2 norm3 dropout1 dropout2"
          + " dropout3");

  private final String layer;
  private final String parts;

  TransformerModule(String layer, String parts) {
    this.layer = layer;
    this.parts = parts;
  }

  /** The module that a layer of torch.nn is; null for others. */
  public static @Nullable TransformerModule of(String layer) {
    return Arrays.stream(values())
        .filter(each -> each.layer.equals(layer))
        .findFirst()
        .orElse(null);
  }

  /** Its name in torch.nn. */
  public String layer() {
    return layer;
  }

  /** The parts in the order in which PyTorch registers them. */
  public List<String> parts() {
    return List.of(parts.split(" "));
  }

  /** Whether it is one layer, with attention and a feed-forward block of its own. */
  public boolean isLayer() {
    return this == ENCODER_LAYER || this == DECODER_LAYER;
  }

  /** Whether it repeats a layer. */
  public boolean isStack() {
    return this == ENCODER || this == DECODER;
  }

  /** Whether it attends to a memory, too. */
  public boolean isDecoder() {
    return this == DECODER || this == DECODER_LAYER;
  }

  /** The layer of torch.nn that a part is; of {@code layers}, that each of them is. */
  public String layerOf(String part) {
    return switch (part.replaceAll("\\d", "")) {
      case "layers" -> (this == ENCODER ? ENCODER_LAYER : DECODER_LAYER).layer;
      case "encoder" -> ENCODER.layer;
      case "decoder" -> DECODER.layer;
      case "self_attn", "multihead_attn" -> "MultiheadAttention";
      case "linear" -> "Linear";
      case "norm" -> "LayerNorm";
      default -> "Dropout";
    };
  }
}
