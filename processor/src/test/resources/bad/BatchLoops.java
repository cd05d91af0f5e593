package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;
import stubs.Block;

/** Loops over the batch that cannot be followed. */
class BatchLoops {
  @Input({7, 5})
  @Forward("rows = []\nfor i in range(x.size(0)):\n    rows.append(x[:i])\nreturn torch.stack(rows)") // BUG: "rows = []\nfor i in range(x.size(0)):\n    rows.append(x[:i])\nreturn torch.stack(rows)" [argument] this loop over the batch appends a tensor [0, 7, 5] first and a tensor [N - 1, 7, 5] last; append tensors of one shape
  static class Ragged {}

  @Input({7, 5})
  @Forward("rows = []\nfor i in range(x.size(0)):\n    rows.append(x[i + 1])\nreturn torch.stack(rows)") // BUG: "rows = []\nfor i in range(x.size(0)):\n    rows.append(x[i + 1])\nreturn torch.stack(rows)" [index-range] getitem has no index N on an axis of size N
  static class Beyond {}

  @Input({7, 5})
  @Forward("n = 0\nfor row in x:\n    n += 1\nreturn x * n") // BUG: "n = 0\nfor row in x:\n    n += 1\nreturn x * n" [argument] this loop over the batch changes n with each step: the integer 1, then the integer 2
  static class Counts {}

  @Input({7, 5})
  @Forward("y = x\nfor row in x:\n    y = y + row\n    break\nreturn y") // BUG: "y = x\nfor row in x:\n    y = y + row\n    break\nreturn y" [argument] this loop over the batch ends before its last step; leave out the break
  static class Breaks {}

  @Input({7, 5})
  @Forward("for i in range(x.size(0)):\n    x = torch.cat([x, x], 1)\nreturn x") // BUG: "for i in range(x.size(0)):\n    x = torch.cat([x, x], 1)\nreturn x" [argument] this loop over the batch changes x with each step: a tensor [N, 14, 5], then a tensor [N, 28, 5]
  static class Grows {}

  @Input({7, 5})
  @Forward("rows = []\nfor i in range(x.size(0)):\n    rows.append(i)\nreturn x") // BUG: "rows = []\nfor i in range(x.size(0)):\n    rows.append(i)\nreturn x" [argument] this loop over the batch appends the integer 0 first and the integer N - 1 last; append tensors of one shape
  static class Numbers {}

  @Input({-1, 5})
  @Forward("outs = []\nfor t in range(x.size(1)):\n    outs.append(x[:, :t])\nreturn torch.cat(outs, 1)") // LINT: "outs = []\nfor t in range(x.size(1)):\n    outs.append(x[:, :t])\nreturn torch.cat(outs, 1)" [unchecked] the shape of what a loop of C steps gives is not known while compiling: nothing behind it is checked
  static class Time {}

  /** What pieces are is a tuple. */
  @Input({-1, 5})
  @Forward("rows = x.unbind(1)\nrows.append(x[:, 0])\nreturn torch.stack(rows, 1)") // BUG: "rows = x.unbind(1)\nrows.append(x[:, 0])\nreturn torch.stack(rows, 1)" [unknown-name] a list of C has no append
  static class Pieces {}

  @Input({-1, 5})
  @Forward("rows = []\nfor t in range(x.size(1)):\n    rows.append(x[:, t])\nrows.append(x)\nreturn torch.stack(rows, 1)") // LINT: "rows = []\nfor t in range(x.size(1)):\n    rows.append(x[:, t])\nrows.append(x)\nreturn torch.stack(rows, 1)" [unchecked] the shape of what a list of unknown length gives is not known while compiling: nothing behind it is checked
  static class Mixed {}

  /** No step, no row. */
  @Input({-1, 5}) // BUG: <{-1, 5}> [where] for C = 1 stack needs at least one tensor; promise where = "C >= 2"
  @Forward("outs = []\nfor t in range(1, x.size(1)):\n    outs.append(x[:, t])\nreturn torch.stack(outs, 1)")
  static class NoStep {}

  @Input({-1, 5})
  @Forward("while x.size(1) > 3:\n    x = x[:, ::2]\nreturn x") // LINT: "while x.size(1) > 3:\n    x = x[:, ::2]\nreturn x" [unchecked] the shape of what a loop that a free size ends gives is not known while compiling: nothing behind it is checked
  static class Halves {}

  /** What is halved is not counted. */
  @Input({-1, 5})
  @Forward("n = x.size(1)\nwhile n > 1:\n    n//=2\n    x = relu(x)\nreturn x") // LINT: "n = x.size(1)\nwhile n > 1:\n    n//=2\n    x = relu(x)\nreturn x" [unchecked] the shape of what a loop that a free size ends gives is not known while compiling: nothing behind it is checked
  static class Halved {}

  @Input({-1, 5}) // BUG: <{-1, 5}> [where] for C = 1 the model gives no tensor, not [N, 5]; promise where = "C >= 2"
  @Forward("s = 0\nfor t in range(1, x.size(1)):\n    s = x[:, t] + x[:, 0]\nreturn s")
  static class NoSum {}

  @Input({7, 5})
  @Forward("for a, b in zip(x, [1, 2]):\n    x = x + b\nreturn x") // BUG: "for a, b in zip(x, [1, 2]):\n    x = x + b\nreturn x" [argument] a list of 2 has not the N items of the other
  static class Uneven {}

  @Input({7, 5})
  @Forward("rows = sorted(range(x.size(0)))\nreturn x") // BUG: "rows = sorted(range(x.size(0)))\nreturn x" [unpack] the N samples of a batch are gone through by a loop only
  static class Listed {}

  /** A mistake in front of a loop hides none behind it. */
  @Input({7, 5})
  @Forward("y = fc(x)\nrows = []\nfor row in x:\n    rows.append(row)\nreturn torch.stack(rows).view(x.size(0), 36)") // BUG: "y = fc(x)\nrows = []\nfor row in x:\n    rows.append(row)\nreturn torch.stack(rows).view(x.size(0), 36)" [view] ...
  static class Both {
    @Linear(in = 4, out = 3) Block fc; // BUG: <4> [linear-in] ...
  }
}
