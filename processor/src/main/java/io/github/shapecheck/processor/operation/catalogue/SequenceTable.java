package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.attention.Attention;
import io.github.shapecheck.processor.operation.attention.AttentionFunction;
import io.github.shapecheck.processor.operation.attention.Transformer;
import io.github.shapecheck.processor.operation.attention.TransformerLayer;
import io.github.shapecheck.processor.operation.linear.Embedding;
import io.github.shapecheck.processor.operation.linear.EmbeddingBag;
import io.github.shapecheck.processor.operation.recurrent.Recurrent;
import io.github.shapecheck.processor.operation.recurrent.RecurrentCell;

/** Embeddings, recurrent layers, attention and transformers, as layers and as functions. */
public final class SequenceTable {
  private static final String RECURRENT =
      "input_size:in, hidden_size:hidden, num_layers:layers=1, bias=True,"
          + " batch_first:batchFirst=False, dropout=0.0, bidirectional=False";
  private static final String MODEL =
      "dim_feedforward:feedforward=2048, dropout=0.1, batch_first:batchFirst=False,"
          + " norm_first:normFirst=False, bias=True";
  private static final String ENCODED =
      "src, src_mask=None, src_key_padding_mask=None, is_causal=False";
  private static final String DECODED =
      "tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None,"
          + " memory_key_padding_mask=None, tgt_is_causal=False, memory_is_causal=False";

  private SequenceTable() {}

  static void fill(Table table) {
    embeddings(table);
    recurrent(table);
    attention(table);
    transformers(table);
  }

  private static void embeddings(Table table) {
    String sizes = "num_embeddings:num, embedding_dim:dim, padding_idx:paddingIdx=None";
    String scaling = "max_norm=None, norm_type=2.0, scale_grad_by_freq=False";
    table.layer("Embedding", sizes, "input", new Embedding());
    table.function(
        "embedding",
        "input, weight, padding_idx=None, " + scaling + ", sparse=False",
        new Embedding());
    table.layer(
        "EmbeddingBag",
        sizes + ", mode='mean', include_last_offset:includeLastOffset=False",
        "input, offsets=None, per_sample_weights=None",
        new EmbeddingBag());
    table.function(
        "embedding_bag",
        "input, weight, offsets=None, "
            + scaling
            + ", mode='mean', sparse=False, per_sample_weights=None, include_last_offset=False,"
            + " padding_idx=None",
        new EmbeddingBag());
  }

  private static void recurrent(Table table) {
    table.layer("RNN", RECURRENT, "input, hx=None", new Recurrent(1));
    table.layer("LSTM", RECURRENT + ", proj_size:proj=0", "input, hx=None", new Recurrent(4));
    table.layer("GRU", RECURRENT, "input, hx=None", new Recurrent(3));
    String cell = "input_size:in, hidden_size:hidden, bias=True";
    table.layer("RNNCell", cell, "input, hx=None", new RecurrentCell(1));
    table.layer("LSTMCell", cell, "input, hx=None", new RecurrentCell(4));
    table.layer("GRUCell", cell, "input, hx=None", new RecurrentCell(3));
  }

  private static void attention(Table table) {
    table.layer(
        "MultiheadAttention",
        "embed_dim:dim, num_heads:heads, dropout=0.0, bias=True, add_bias_kv:addBiasKv=False,"
            + " add_zero_attn:addZeroAttn=False, kdim=None, vdim=None,"
            + " batch_first:batchFirst=False",
        "query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None,"
            + " average_attn_weights=True, is_causal=False",
        new Attention());
    table.function(
        "multi_head_attention_forward",
        "query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k,"
            + " bias_v, add_zero_attn, dropout_p, out_proj_weight, out_proj_bias, training=True,"
            + " key_padding_mask=None, need_weights=True, attn_mask=None,"
            + " use_separate_proj_weight=False, q_proj_weight=None, k_proj_weight=None,"
            + " v_proj_weight=None, static_k=None, static_v=None, average_attn_weights=True,"
            + " is_causal=False",
        AttentionFunction::apply);
  }

  private static void transformers(Table table) {
    String one = "d_model:dim, nhead:heads, " + MODEL;
    String stack = "d_model:dim, nhead:heads, num_layers:layers, " + MODEL + ", norm=False";
    table.layer("TransformerEncoderLayer", one, ENCODED, new TransformerLayer(false, false));
    table.layer(
        "TransformerEncoder",
        stack,
        ENCODED.replace("src_mask", "mask"),
        new TransformerLayer(false, true));
    table.layer("TransformerDecoderLayer", one, DECODED, new TransformerLayer(true, false));
    table.layer("TransformerDecoder", stack, DECODED, new TransformerLayer(true, true));
    table.layer(
        "Transformer",
        "d_model:dim=512, nhead:heads=8, num_encoder_layers:encoderLayers=6,"
            + " num_decoder_layers:decoderLayers=6, "
            + MODEL,
        "src, tgt, src_mask=None, tgt_mask=None, memory_mask=None, src_key_padding_mask=None,"
            + " tgt_key_padding_mask=None, memory_key_padding_mask=None, src_is_causal=False,"
            + " tgt_is_causal=False, memory_is_causal=False",
        new Transformer());
  }
}
