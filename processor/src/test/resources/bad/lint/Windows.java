package bad.lint;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** What sliding windows leave out or never see, and what they may. */
class Windows {
  @Input({4, 7, 9})
  static class Border {
    @MaxPool2d(k = 2) Block pool; // LINT: k = <2> [dropped-border] pool never reads the last 1 row of 7 and the last 1 column of 9 (24% of [N, 4, 7, 9]): pad, set ceilMode = true or give it 6 or 8 rows
  }

  @Input({4, 27})
  static class Stride {
    @Conv1d(in = 4, out = 5, k = 3, s = 4) Block conv; // LINT: s = <4> [stride-gap] conv jumps over 6 positions of 27: kernel 3 moves by 4; use a stride of at most 3
  }

  @Input({4, 26, 9})
  static class Dilated {
    @Conv2d(in = 4, out = 5, k = 3, s = 2, d = 2) Block conv; // LINT: s = <2> [stride-gap] conv jumps over 12 rows of 26: kernel 3 with dilation 2 moves by 2; use a stride of at most 1
  }

  @Input({4, 13, 20})
  @Forward("return avg_pool2d(x, 5)") // LINT: "return avg_pool2d(x, 5)" [dropped-border] avg_pool2d never reads the last 3 rows of 13 (23% ...
  static class Function {}

  /**
   * ResNet's shortcut, its stem, one column of many, a free size, and what another branch reads.
   */
  @Input({3, 224, 198})
  static class NoBorder {
    @Conv2d(in = 3, out = 8, k = 7, s = 2, p = 3) Block stem;
    @MaxPool2d(k = 3, s = 2, p = 1) Block pool;
    @Conv2d(in = 8, out = 16, k = 1, s = 2) Block shortcut;
    @Conv2d(in = 16, out = 16, k = 3, s = 2, p = 1) Block conv;
    @Conv2d(in = 16, out = 16, k = 2, s = 1) Block wide;
  }

  @Input(value = {3, -1, 21}, where = "H >= 2")
  static class Free {
    @MaxPool2d(k = {2, 3}) Block pool;
  }

  @Input({3, 7, 9})
  @Forward("""
      a = max_pool2d(x, 2)
      b = conv(x)
      return a, b
      """)
  static class Branches {
    @Conv2d(in = 3, out = 4, k = 3, p = 1) Block conv;
  }

  @Input({3, 7, 9})
  static class Silenced {
    @SuppressWarnings("shapecheck:dropped-border")
    @MaxPool2d(k = 2) Block pool;
  }

  @Input({4, 12, 10})
  static class Padded {
    @Conv2d(in = 4, out = 5, k = 1, p = 2) Block conv; // LINT: p = <2> [kernel-in-padding] conv makes 4 rows of 16 from padding alone: kernel 1 spans 1 but the padding is 2; pad at most 0
    @Conv2d(in = 5, out = 6, k = 3, p = 2) Block full;
    @Conv2d(in = 6, out = 6, k = 3, p = 4, d = 4) Block atrous;
  }

  @Input({4, 1, 2})
  static class Small {
    @Conv2d(in = 4, out = 5, k = 3, p = 1) Block conv; // LINT: k = <3> [receptive-field] conv has a kernel of 3x3 over a map of 1x2: 6 of its 9 cells only ever see padding; give the model a larger input or the layer a smaller kernel
    @Conv2d(in = 5, out = 6, k = 1) Block point;
  }

  @Input({4, 5, 9})
  static class Overhanging {
    @Conv2d(in = 4, out = 5, k = 7, p = 3) Block conv; // LINT: k = <7> [receptive-field] conv has a kernel of 7x7 over a map of 5x9: each of its windows hangs over the edge; give the model a larger input or the layer a smaller kernel
    @Conv2d(in = 5, out = 6, k = {5, 7}, p = {2, 3}) Block fits;
  }

  /** DeepLab's rates over its own map; a kernel that just reaches every cell. */
  @Input({4, 33, 7})
  static class Reaching {
    @Conv2d(in = 4, out = 5, k = {3, 7}, p = {18, 3}, d = {18, 1}) Block conv;
  }

  @Input({4, 6, 3})
  static class Adaptive {
    @AdaptiveMaxPool2d({5, 4}) Block pool; // LINT: {5, 4} [adaptive-repeats] pool makes 5x4 of a map of 6x3 by repeating its cells; give the model a larger input or pool to at most 6x3
    @AdaptiveAvgPool2d(1) Block average;
  }
}
