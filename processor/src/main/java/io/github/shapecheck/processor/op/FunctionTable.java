package io.github.shapecheck.processor.op;

/** The functional forms of the layers, with PyTorch's parameters. */
final class FunctionTable {
  private FunctionTable() {}

  static void fill(Catalogue.Table table) {
    for (int axes = 1; axes <= 3; axes++) {
      String d = axes + "d";
      table.function(
          "conv" + d,
          "input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1",
          new Convolution(axes));
      table.function(
          "max_pool" + d,
          "input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False,"
              + " return_indices=False",
          new Pooling(Pooling.Kind.MAX, axes));
      table.function(
          "avg_pool" + d,
          "input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True,"
              + " divisor_override=None",
          new Pooling(Pooling.Kind.AVERAGE, axes));
    }
    table.function("linear", "input, weight, bias=None", new Linear());
    table.function("relu", "input, inplace=False", new Pointwise());
  }
}
