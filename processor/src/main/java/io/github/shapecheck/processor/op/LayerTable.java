package io.github.shapecheck.processor.op;

/**
 * The layers: annotation, constructor parameters with the members that carry them, forward
 * parameters, rule.
 */
final class LayerTable {
  private static final String CONVOLUTION =
      "in_channels:in=0, out_channels:out, kernel_size:k, stride:s=1, padding:p=0, dilation:d=1,"
          + " groups=1, bias=True, padding_kind:padding='explicit',"
          + " padding_mode:paddingMode='zeros'";
  private static final String MAX_POOL =
      "kernel_size:k|value, stride:s=None, padding:p=0, dilation:d=1,"
          + " return_indices:returnIndices=False, ceil_mode:ceilMode=False";
  private static final String AVERAGE_POOL =
      "kernel_size:k, stride:s=None, padding:p=0, ceil_mode:ceilMode=False,"
          + " count_include_pad:countIncludePad=True, divisor_override:divisorOverride=None";

  private LayerTable() {}

  static void fill(Catalogue.Table table) {
    for (int axes = 1; axes <= 3; axes++) {
      String d = axes + "d";
      table.layer("Conv" + d, CONVOLUTION, "input", new Convolution(axes));
      table.layer("MaxPool" + d, MAX_POOL, "input", new Pooling(Pooling.Kind.MAX, axes));
      table.layer("AvgPool" + d, AVERAGE_POOL, "input", new Pooling(Pooling.Kind.AVERAGE, axes));
    }
    table.layer("Linear", "in_features:in=0, out_features:out, bias=True", "input", new Linear());
    table.layer("ReLU", "inplace=False", "input", new Pointwise());
  }
}
