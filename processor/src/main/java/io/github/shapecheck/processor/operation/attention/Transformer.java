package io.github.shapecheck.processor.operation.attention;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.recurrent.Recurrent;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;

/** An encoder and a decoder: {@code Transformer}. Rules transformer-6 to transformer-9. */
public record Transformer() implements Rule {
  private static final TransformerLayer ENCODER = new TransformerLayer(false, false);
  private static final TransformerLayer DECODER = new TransformerLayer(true, false);

  @Override
  public void check(Call call) {
    Attention.checkHeads(call, "d_model", "nhead"); // transformer-6
    Spatial.requireAtLeast(call, "dim_feedforward", 0);
    Spatial.requireAtLeast(call, "num_encoder_layers", 0);
    Spatial.requireAtLeast(call, "num_decoder_layers", 0);
    Recurrent.checkRate(call);
  }

  @Override
  public Weights weights(Call call) {
    Dim dim = call.dim("d_model");
    Dim feedforward = call.dim("dim_feedforward");
    boolean bias = call.flag("bias");
    Weights norm = TransformerLayer.norm(dim, bias);
    Weights all = Weights.start();
    long encoders = call.integer("num_encoder_layers");
    TransformerLayer.repeat(all, "encoder.layers.", ENCODER.one(dim, feedforward, bias), encoders);
    all.addAll("encoder.norm.", norm);
    long decoders = call.integer("num_decoder_layers");
    TransformerLayer.repeat(all, "decoder.layers.", DECODER.one(dim, feedforward, bias), decoders);
    return all.addAll("decoder.norm.", norm);
  }

  @Override
  public Value apply(Call call) {
    AttentionInputs source = AttentionInputs.of(call, "src", "src", "src");
    AttentionInputs target = AttentionInputs.of(call, "tgt", "src", "src");
    checkBatch(call, source, target);
    Spatial.requireAtLeast(call, "num_encoder_layers", 1);
    Dim dim = call.dim("d_model");
    source.checkWidth(call, "query", "d_model", dim); // transformer-8
    target.checkWidth(call, "query", "d_model", dim);
    AttentionInputs self = AttentionInputs.of(call, "tgt", "tgt", "tgt");
    AttentionMasks.check(call, source, "src_mask", "src_key_padding_mask"); // transformer-9
    AttentionMasks.check(call, self, "tgt_mask", "tgt_key_padding_mask");
    AttentionMasks.check(call, target, "memory_mask", "memory_key_padding_mask");
    Dim wide = dim.times(call.dim("dim_feedforward")).times(2);
    Dim s = source.target();
    Dim t = target.target();
    Dim encoder = TransformerLayer.cross(dim, s, s).plus(wide.times(s));
    Dim decoder =
        TransformerLayer.cross(dim, t, t)
            .plus(TransformerLayer.cross(dim, t, s))
            .plus(wide.times(t));
    call.macs(
        encoder
            .times(call.dim("num_encoder_layers"))
            .plus(decoder.times(call.dim("num_decoder_layers"))));
    return target.query().as(target.query().shape());
  }

  /** Rule transformer-7: source and target have one rank and one batch. */
  private static void checkBatch(Call call, AttentionInputs source, AttentionInputs target) {
    boolean ranks = source.query().rank() == target.query().rank();
    if (ranks && (!source.batched() || !call.fails(source.batch(), Relation.EQ, target.batch()))) {
      return;
    }
    call.problem(
        ranks ? ProblemId.ATTENTION_EMBED : ProblemId.RANK,
        "tgt",
        "needs source and target of one batch but receives %s and %s"
            .formatted(source.query().shape(), target.query().shape()));
    if (!ranks) {
      throw call.abandon();
    }
  }
}
