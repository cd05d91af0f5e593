package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.attention.DotProductAttention;
import io.github.shapecheck.processor.operation.index.Writing;
import io.github.shapecheck.processor.operation.linear.Matrices;
import io.github.shapecheck.processor.operation.signal.Miscellany;
import io.github.shapecheck.processor.operation.signal.Series;
import io.github.shapecheck.processor.operation.signal.Spectra;
import io.github.shapecheck.processor.operation.vision.ShiftedWindows;
import io.github.shapecheck.processor.operation.vision.Vision;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;

/** Functions of vision, attention and sound beyond the layers' own. */
public final class VisionTable {
  private VisionTable() {}

  static void fill(Table table) {
    table.function(
        "grid_sample",
        "input, grid, mode='bilinear', padding_mode='zeros', align_corners=None",
        Vision::gridSample);
    table.function("affine_grid", "theta, size, align_corners=None", Vision::affineGrid);
    table.function("one_hot", "tensor, num_classes=-1", Vision::oneHot);
    table.function("broadcast_tensors", "*tensors", Vision::broadcastTensors);
    Rule same = call -> call.tensor("input").as(call.tensor("input").shape());
    table.function("stochastic_depth", "input, p, mode, training=True", same);
    table.function("drop_path", "input, drop_prob=0.0, training=False, scale_by_keep=True", same);
    table.function(
        "scaled_dot_product_attention",
        "query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, *, scale=None,"
            + " enable_gqa=False",
        new DotProductAttention());
    Spectra.fill(table);
    fillMiscellany(table);
    ShiftedWindows.fill(table);
  }

  private static void fillMiscellany(Table table) {
    table.function(
        "multinomial",
        "input, num_samples, replacement=False, *, generator=None",
        Miscellany::multinomial);
    Matrices.fill(table);
    Writing.fill(table);
    Series.fill(table);
    table.function("cross", "input, other, dim=None", Miscellany::cross);
    table.function("rot90", "input, k=1, dims=None", Miscellany::rotate);
    table.function("kron", "input, other", Miscellany::kron);
    table.function(
        "stft",
        "input, n_fft, hop_length=None, win_length=None, window=None, center=True,"
            + " pad_mode='reflect', normalized=False, onesided=None, return_complex=None",
        Miscellany::stft);
    Rule places = call -> Tensor.of(call.tensor("input").shape(), DType.INT64);
    table.function("bucketize", "input, boundaries, *, out_int32=False, right=False", places);
    table.function(
        "searchsorted",
        "sorted_sequence, input, *, out_int32=False, right=False, side=None",
        places);
    Rule counted =
        call ->
            Tensor.of(
                io.github.shapecheck.shape.Shape.of(io.github.shapecheck.shape.Dim.unknown()),
                DType.INT64);
    table.function("bincount", "input, weights=None, minlength=0", counted);
    table.function("FloatTensor", "*data", call -> Miscellany.legacy(call, DType.FLOAT32));
    table.function("Tensor", "*data", call -> Miscellany.legacy(call, DType.FLOAT32));
    table.function("LongTensor", "*data", call -> Miscellany.legacy(call, DType.INT64));
    table.function("BoolTensor", "*data", call -> Miscellany.legacy(call, DType.BOOL));
    fillPacking(table);
  }

  /** Packed sequences are taken for the padded ones that they hold. */
  private static void fillPacking(Table table) {
    Rule same = call -> call.get("input");
    table.function(
        "pack_padded_sequence", "input, lengths, batch_first=False, enforce_sorted=True", same);
    table.function(
        "pad_packed_sequence",
        "sequence, batch_first=False, padding_value=0.0, total_length=None",
        call -> {
          Tensor padded = call.tensor("sequence");
          if (padded.rank() < 2) {
            throw call.abandon(); // no packed sequence: the recurrent layer has said so
          }
          boolean first = call.flag("batch_first");
          Tensor lengths =
              Tensor.of(
                  io.github.shapecheck.shape.Shape.of(padded.dim(first ? 0 : 1)), DType.INT64);
          return Value.Sequence.tuple(padded.as(padded.shape()), lengths);
        });
  }
}
