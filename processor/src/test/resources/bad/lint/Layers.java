package bad.lint;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Layers that undo each other or do nothing, and those that only look so. */
class Layers {
  @Input({3, 12, 17})
  @Forward("""
      x = relu(norm1(conv1(x)))
      y = conv2(x)
      z = norm2(y)
      return y + z
      """)
  static class Bias {
    @Conv2d(in = 3, out = 8, k = 3, bias = true) Block conv1; // LINT: true [bias-before-norm] conv1 learns a bias of 8 values that norm1 subtracts again: set bias = false
    @BatchNorm2d(8) Block norm1;
    @Conv2d(in = 8, out = 8, k = 3) Block conv2;
    @InstanceNorm2d(8) Block norm2;
  }

  /**
   * One use with a norm behind it and one without; a norm over features that are not its channels.
   */
  @Input({6, 8})
  @Forward("return fc(norm(fc(x)))")
  static class KeptBias {
    @Linear(in = 8, out = 8) Block fc;
    @BatchNorm1d(6) Block norm;
  }

  @Input({12, 5})
  static class Groups {
    @Conv1d(in = 12, out = 12, k = 5) Block conv;
    @GroupNorm(groups = 12, channels = 12) Block norm; // LINT: groups = <12> [norm-of-one] norm normalizes single values of [N, 12, 1]: whatever comes in, only its bias goes out; use fewer groups
    @GroupNorm(groups = 6, channels = 12) Block fine;
  }

  @Input({12, 9})
  static class Dropping {
    @Dropout2d Block two; // LINT: @Dropout2d [channel-dropout] two drops whole channels of [N, C, H, W] but receives [N, 12, 9]: use Dropout1d
    @Dropout1d Block one;
    @Flatten Block flat;
    @Dropout1d Block samples; // LINT: @Dropout1d [channel-dropout] samples drops whole channels of [N, C, L] but receives [N, 108], of which it drops whole samples: use Dropout
    @Dropout Block all;
  }

  @Input({9, 12})
  static class Recurrences {
    @GRU(in = 12, hidden = 20, dropout = 0.25, batchFirst = true) Block one; // LINT: 0.25 [rnn-dropout] one drops out between layers but has only 1: dropout = 0.25 does nothing; set layers = 2 or put a @Dropout behind it
  }

  @Input({9, 12})
  static class Deep {
    @GRU(in = 12, hidden = 20, layers = 2, dropout = 0.25, batchFirst = true) Block two;
  }

  @Input(20)
  static class Stack {
    @Linear(in = 20, out = 30) Block fc1;
    @Dropout(0.1) Block drop;
    @Linear(in = 30, out = 10) Block fc2; // LINT: @Linear(in = 30, out = 10) [linear-linear] fc2 follows fc1 with nothing between but linear maps: both together are one Linear(in = 20, out = 10); put an activation such as @ReLU between them
    @Linear(in = 10, out = 4) @Tanh Block waist; // LINT: @Linear(in = 10, out = 4) [linear-linear] waist (Linear) follows fc2 ...
    @Linear(in = 4, out = 12) Block wide;
  }

  /** A factorization, two heads, and a view in between. */
  @Input({6, 20})
  @Forward("""
      x = up(down(x))
      a, b = left(x), right(x)
      return last(a.view(-1, 60)), b
      """)
  static class Apart {
    @Linear(in = 20, out = 4) Block down;
    @Linear(in = 4, out = 20) Block up;
    @Linear(in = 20, out = 10) Block left;
    @Linear(in = 20, out = 11) Block right;
    @Linear(in = 60, out = 3) Block last;
  }

  @Input({3, 12, 17})
  static class Map {
    @Conv2d(in = 3, out = 8, k = 3) @BatchNorm2d @ReLU Block conv; // LINT: @Conv2d(in = 3, out = 8, k = 3) [bias-before-norm] conv (Conv2d) learns a bias of 8 values that conv (BatchNorm2d) subtracts again: set bias = false
    @Linear(in = 15, out = 7) Block fc; // LINT: 15 [linear-on-map] fc maps the last axis of [N, 8, 10, 15], the width 15 of a map, and keeps the rest: flatten first, or permute if the channels are meant
  }

  /** Channels last, as in Swin and ConvNeXt, and tokens, as in ViT. */
  @Input({3, 12, 17})
  @Forward("""
      x = conv(x)
      y = channels(x.permute(0, 2, 3, 1))
      z = tokens(x.flatten(2).transpose(1, 2))
      return y, z
      """)
  static class ChannelsLast {
    @Conv2d(in = 3, out = 8, k = 3) Block conv;
    @Linear(in = 8, out = 7) Block channels;
    @Linear(in = 8, out = 6) Block tokens;
  }
}
