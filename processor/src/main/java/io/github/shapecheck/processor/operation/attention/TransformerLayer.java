package io.github.shapecheck.processor.operation.attention;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.recurrent.Recurrent;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;

/**
 * A stack of transformer layers: {@code TransformerEncoderLayer}, {@code TransformerDecoder} and
 * their like. Rules transformer-1 to transformer-5.
 *
 * @param decoder whether it also looks at a memory
 * @param stack whether it holds several layers
 */
public record TransformerLayer(boolean decoder, boolean stack) implements Rule {
  @Override
  public void check(Call call) {
    Attention.checkHeads(call, "d_model", "nhead"); // transformer-1
    Spatial.requireAtLeast(call, "dim_feedforward", 0);
    if (stack) {
      Spatial.requireAtLeast(call, "num_layers", 0);
    }
    Recurrent.checkRate(call);
  }

  @Override
  public Weights weights(Call call) {
    Dim dim = call.dim("d_model");
    boolean bias = call.flag("bias");
    Weights one = one(dim, call.dim("dim_feedforward"), bias);
    if (!stack) {
      return one;
    }
    Weights all = repeat(Weights.start(), "layers.", one, call.integer("num_layers"));
    return call.flag("norm") ? all.addAll("norm.", norm(dim, true)) : all;
  }

  /** The weights of so many equal layers. */
  static Weights repeat(Weights all, String prefix, Weights one, long count) {
    for (long i = 0; i < Math.min(count, 10_000); i++) {
      all.addAll(prefix + i + ".", one);
    }
    return all;
  }

  static Weights norm(Dim dim, boolean bias) {
    return Weights.start().add("weight", dim).addIf(bias, "bias", dim);
  }

  /** The weights of one layer, in PyTorch's order. */
  Weights one(Dim dim, Dim feedforward, boolean bias) {
    Weights attention = Attention.weights(dim, dim, dim, bias).plain();
    Weights weights = Weights.start().addAll("self_attn.", attention);
    if (decoder) {
      weights.addAll("multihead_attn.", attention);
    }
    weights
        .add("linear1.weight", feedforward, dim)
        .addIf(bias, "linear1.bias", feedforward)
        .add("linear2.weight", dim, feedforward)
        .addIf(bias, "linear2.bias", dim)
        .addAll("norm1.", norm(dim, bias))
        .addAll("norm2.", norm(dim, bias));
    return decoder ? weights.addAll("norm3.", norm(dim, bias)) : weights;
  }

  @Override
  public Value apply(Call call) {
    String main = decoder ? "tgt" : "src";
    AttentionInputs self = AttentionInputs.of(call, main, main, main);
    Dim dim = call.dim("d_model");
    self.checkWidth(call, "query", "d_model", dim); // transformer-2
    String mask = main.equals("tgt") ? "tgt_mask" : call.knows("mask") ? "mask" : "src_mask";
    AttentionMasks.check(call, self, mask, main + "_key_padding_mask"); // transformer-3
    Dim macs = macs(call, self.target(), self.target());
    if (stack) { // transformer-5
      Spatial.requireAtLeast(call, "num_layers", decoder ? 0 : 1);
    }
    if (decoder) {
      AttentionInputs memory = AttentionInputs.of(call, main, "memory", "memory");
      memory.checkShapes(call); // transformer-4
      memory.checkWidth(call, "key", "d_model", dim);
      AttentionMasks.check(call, memory, "memory_mask", "memory_key_padding_mask");
      macs = macs.plus(cross(dim, self.target(), memory.source()));
    }
    call.macs(stack ? macs.times(call.dim("num_layers")) : macs);
    return self.query().as(self.query().shape()); // transformer-5
  }

  private static Dim macs(Call call, Dim time, Dim source) {
    Dim dim = call.dim("d_model");
    return cross(dim, time, source)
        .plus(dim.times(call.dim("dim_feedforward")).times(2).times(time));
  }

  /**
   * Query and output maps over the target, key and value maps over the source, scores and their
   * sum.
   */
  static Dim cross(Dim dim, Dim target, Dim source) {
    Dim square = dim.times(dim).times(2);
    return square
        .times(target)
        .plus(square.times(source))
        .plus(target.times(source).times(dim).times(2));
  }
}
