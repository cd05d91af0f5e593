package io.github.shapecheck.processor.operation.attention;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;

/** Attention and transformers. */
public final class Attentions implements Family {
  @Override
  public String signatures() {
    return """
        nn.MultiheadAttention(embed_dim:dim, num_heads:heads, dropout=0.0, bias=True,
              add_bias_kv:addBiasKv=False, add_zero_attn:addZeroAttn=False, kdim=None, vdim=None,
              batch_first:batchFirst=False)(query, key, value, key_padding_mask=None,
              need_weights=True, attn_mask=None, average_attn_weights=True, is_causal=False)
        multi_head_attention_forward(query, key, value, embed_dim_to_check, num_heads,
              in_proj_weight, in_proj_bias, bias_k, bias_v, add_zero_attn, dropout_p,
              out_proj_weight, out_proj_bias, training=True, key_padding_mask=None,
              need_weights=True, attn_mask=None, use_separate_proj_weight=False,
              q_proj_weight=None, k_proj_weight=None, v_proj_weight=None, static_k=None,
              static_v=None, average_attn_weights=True, is_causal=False)
        scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0,
              is_causal=False, *, scale=None, enable_gqa=False)
        shifted_window_attention(input, qkv_weight, proj_weight, relative_position_bias,
              window_size, num_heads, shift_size, attention_dropout=0.0, dropout=0.0,
              qkv_bias=None, proj_bias=None, logit_scale=None, training=True)
        _get_relative_position_bias(relative_position_bias_table, relative_position_index,
              window_size)
        _patch_merging_pad(x)
        _unsqueeze(x, target_dim, expand_dim)
        _squeeze(x, target_dim, expand_dim, tensor_dim)
        nn.TransformerEncoderLayer(d_model:dim, nhead:heads, dim_feedforward:feedforward=2048,
              dropout=0.1, activation='relu', layer_norm_eps:layerNormEps=1e-5,
              batch_first:batchFirst=False, norm_first:normFirst=False, bias=True)(src, src_mask=None, src_key_padding_mask=None, is_causal=False)
        nn.TransformerEncoder(d_model:dim, nhead:heads, num_layers:layers,
              dim_feedforward:feedforward=2048, dropout=0.1, activation='relu',
              layer_norm_eps:layerNormEps=1e-5, batch_first:batchFirst=False,
              norm_first:normFirst=False, bias=True, norm=False)(src, mask=None,
              src_key_padding_mask=None, is_causal=False)
        nn.TransformerDecoderLayer(d_model:dim, nhead:heads, dim_feedforward:feedforward=2048,
              dropout=0.1, activation='relu', layer_norm_eps:layerNormEps=1e-5,
              batch_first:batchFirst=False, norm_first:normFirst=False, bias=True)(tgt, memory, tgt_mask=None, memory_mask=None,
              tgt_key_padding_mask=None, memory_key_padding_mask=None, tgt_is_causal=False,
              memory_is_causal=False)
        nn.TransformerDecoder(d_model:dim, nhead:heads, num_layers:layers,
              dim_feedforward:feedforward=2048, dropout=0.1, activation='relu',
              layer_norm_eps:layerNormEps=1e-5, batch_first:batchFirst=False,
              norm_first:normFirst=False, bias=True, norm=False)(tgt, memory, tgt_mask=None,
              memory_mask=None, tgt_key_padding_mask=None, memory_key_padding_mask=None,
              tgt_is_causal=False, memory_is_causal=False)
        nn.Transformer(d_model:dim=512, nhead:heads=8, num_encoder_layers:encoderLayers=6,
              num_decoder_layers:decoderLayers=6, dim_feedforward:feedforward=2048, dropout=0.1,
              activation='relu', layer_norm_eps:layerNormEps=1e-5, batch_first:batchFirst=False, norm_first:normFirst=False, bias=True)(src, tgt,
              src_mask=None, tgt_mask=None, memory_mask=None, src_key_padding_mask=None,
              tgt_key_padding_mask=None, memory_key_padding_mask=None, src_is_causal=False,
              tgt_is_causal=False, memory_is_causal=False)
        """;
  }

  @Override
  public Operation operation(String name) {
    return switch (name) {
      case "nn.MultiheadAttention" -> new Operation(name, Kind.ATTENTION, new Attention());
      case "multi_head_attention_forward" ->
          new Operation(name, Kind.ATTENTION, AttentionFunction::apply);
      case "scaled_dot_product_attention" ->
          new Operation(name, Kind.ATTENTION, new DotProductAttention());
      case "shifted_window_attention" ->
          new Operation(name, Kind.ATTENTION, ShiftedWindows::attention);
      case "_get_relative_position_bias" -> new Operation(name, Kind.OTHER, ShiftedWindows::bias);
      case "_unsqueeze" -> new Operation(name, Kind.UNSQUEEZE, ShiftedWindows::unsqueeze);
      case "_squeeze" -> new Operation(name, Kind.SQUEEZE, ShiftedWindows::squeeze);
      case "_patch_merging_pad" -> new Operation(name, Kind.OTHER, ShiftedWindows::merge);
      case "nn.TransformerEncoderLayer" ->
          new Operation(name, Kind.TRANSFORMER, new TransformerLayer(false, false));
      case "nn.TransformerEncoder" ->
          new Operation(name, Kind.TRANSFORMER, new TransformerLayer(false, true));
      case "nn.TransformerDecoderLayer" ->
          new Operation(name, Kind.TRANSFORMER, new TransformerLayer(true, false));
      case "nn.TransformerDecoder" ->
          new Operation(name, Kind.TRANSFORMER, new TransformerLayer(true, true));
      case "nn.Transformer" -> new Operation(name, Kind.TRANSFORMER, new Transformer());
      default -> throw new IllegalArgumentException(name);
    };
  }
}
