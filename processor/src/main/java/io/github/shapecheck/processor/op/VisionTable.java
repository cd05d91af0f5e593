package io.github.shapecheck.processor.op;

/** Functions of vision, attention and sound beyond the layers' own. */
final class VisionTable {
  private VisionTable() {}

  static void fill(Catalogue.Table table) {
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
    fillSpectra(table, same);
    ShiftedWindows.fill(table);
  }

  /** Fourier transforms that keep the shape. */
  private static void fillSpectra(Catalogue.Table table, Rule same) {
    Rule complex =
        call -> {
          Tensor input = call.tensor("input");
          return input.as(input.shape()).as(DType.COMPLEX64);
        };
    for (String name : new String[] {"fft", "ifft"}) {
      table.function(name, "input, *, dim=-1, norm=None", complex);
      table.function(name + "2", "input, *, dim=None, norm=None", complex);
      table.function(name + "n", "input, *, dim=None, norm=None", complex);
    }
    table.function("fftshift", "input, dim=None", same);
    table.function("ifftshift", "input, dim=None", same);
  }
}
