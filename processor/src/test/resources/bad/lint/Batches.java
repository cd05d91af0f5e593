package bad.lint;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Samples that meet each other by mistake. */
class Batches {
  @Input({9, 12})
  @Forward("return attention(x, x, x)[0]")
  static class Attention {
    @MultiheadAttention(dim = 12, heads = 4, batchFirst = false) Block attention; // LINT: false [batch-as-time] attention takes the batch N of [N, 9, 12] for the time and 9 for the batch, so samples influence each other: set batchFirst = true
  }

  @Input(value = {9, 12}, batchAxis = 1)
  static class TimeFirst {
    @GRU(in = 12, hidden = 20) Block gru;
  }

  @Input(value = {9, 12}, batchAxis = 1)
  static class TimeFirstTold {
    @GRU(in = 12, hidden = 20, batchFirst = true) Block gru; // LINT: true [batch-as-time] gru takes the batch N of [9, N, 12] for the time and 9 for the batch, so samples influence each other: set batchFirst = false
  }

  @Input(12)
  @Forward("return gru(x)[0]") // LINT: "return gru(x)[0]" [batch-as-time] gru takes [N, 12] for one sequence of N steps: every sample becomes a step of the same sequence; give each its own with unsqueeze(1) and batchFirst = true
  static class Vector {
    @GRU(in = 12, hidden = 20, batchFirst = true) Block gru;
  }

  @Input(12)
  @Forward("return scaled_dot_product_attention(x, x, x)") // LINT: "return scaled_dot_product_attention(x, x, x)" [batch-as-time] scaled_dot_product_attention attends along axis 0 of [N, 12], the batch, so samples influence each other: the time stands in front of the features, and the batch before it
  static class Function {}

  @Input(20)
  @Forward("return softmax(x, -2)") // LINT: "return softmax(x, -2)" [softmax-over-batch] softmax sums to 1 along axis 0 of [N, 20], the batch, so a sample's result depends on the others: write dim = 1
  static class Competing {}

  /** Without dim PyTorch takes axis 0 for three axes, axis 1 for two or four. */
  @Input({9, 12})
  @Forward("return softmax(x)") // LINT: "return softmax(x)" [softmax-over-batch] softmax without dim sums to 1 along axis 0 of [N, 9, 12], the batch, so a sample's result depends on the others: write dim = -1
  static class Legacy {}

  /** Similarities of the samples are meant to compete along either axis. */
  @Input(20)
  @Forward("""
      s = x @ x.t()
      return softmax(s, dim=0), softmax(x)
      """)
  static class Contrast {}

  @Input({9, 12})
  @Forward("return x.reshape(12, -1, 9)") // LINT: "return x.reshape(12, -1, 9)" [view-as-transpose] reshape makes [12, N, 9] of [N, 9, 12] without moving any number, which mixes the axes: use permute(2, 0, 1)
  static class Reordered {}

  /** The last states of both directions, as people wrongly put them side by side. */
  @Input({9, 12})
  // LINT: {"out, h = gru(x)", "return h.view(-1, 40)"} [view-as-transpose] view makes [N, 40] of [2, N, 20] without moving any number, which mixes the samples: use transpose or permute to bring N to the front first
  //       line 2: return h.view(-1, 40)
  @Forward({"out, h = gru(x)", "return h.view(-1, 40)"})
  static class Directions {
    @GRU(in = 12, hidden = 20, bidirectional = true, batchFirst = true) Block gru;
  }

  /** Splitting, merging and axes of one move no numbers. */
  @Input({9, 12})
  @Forward("""
      a = x.view(-1, 9, 3, 4)
      b = x.reshape(-1, 108)
      c = x.unsqueeze(1).view(-1, 9, 1, 12)
      return a, b, c
      """)
  static class Views {}

  @Input({9, 1})
  @Forward("return x.squeeze(), x.squeeze(2)") // LINT: "return x.squeeze(), x.squeeze(2)" [squeeze-batch] squeeze of [N, 9, 1] drops the batch too when N = 1: write squeeze(2)
  static class Squeezing {}

  @Input(12)
  static class Norms {
    @Linear(in = 12, out = 20, bias = false) Block fc1;
    @BatchNorm1d(20) @ReLU Block norm1; // LINT: @BatchNorm1d(20) [batch-of-one] norm1 (BatchNorm1d) normalizes [N, 20] over the batch alone, as 1 more does: in training PyTorch refuses ...
    @Linear(in = 20, out = 15, bias = false) Block fc2;
    @BatchNorm1d(15) @ReLU Block norm2;
  }

  @Input({3, 12, 11})
  static class MapNorms {
    @Conv2d(in = 3, out = 20, k = 3, bias = false) @BatchNorm2d(20) Block norm;
  }

  @Input({9, 12})
  // LINT: {"x = fc(x)", "return x.view(-1, 5)"} [rows-per-sample] view makes 9 rows of each sample, and so the output [9*N, 5] has 9*N for N samples: if one is meant, keep the batch in front, as in view(x.size(0), -1)
  @Forward({"x = fc(x)", "return x.view(-1, 5)"})
  static class Rows {
    @Linear(in = 12, out = 5) Block fc;
  }

  @Input({9, 12})
  @Input(value = 9, name = "y", dtype = long.class)
  @Forward("""
      x = fc(x).view(-1, 5)
      return cross_entropy(x, y.view(-1)), x
      """)
  static class RowsWithLoss {
    @Linear(in = 12, out = 5) Block fc;
  }
}
