package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Parameter;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** One wrong number that two layers read is one mistake. */
class Consequences {}

@Input({3, 18, 16})
class ThroughNorm {
  @Conv2d(out = 127, k = 3) Block conv;
  @BatchNorm2d(128) Block norm; // BUG: 128 [features] norm expects 128 channels but receives 127
  //   fix: conv: out = 128
  @Conv2d(in = 128, out = 4, k = 3) Block next;
}

@Input({3, 18, 16})
class TwoMistakes {
  @Conv2d(out = 128, k = 3) Block conv;
  @BatchNorm2d(127) Block norm; // BUG: 127 [features] norm expects 127 channels but receives 128
  //   fix: norm: value = 128
  @Conv2d(in = 129, out = 4, k = 3) Block next; // BUG: in = <129> [conv-in-channels] next ...
  //   fix: next: in = 128
}

@Input({12})
@Forward({"h = a(x)", "mean = m(h)", "std = s(h)", "return mean + std"})
class ReadTwice {
  @Linear(out = 31) Block a;
  @Linear(in = 32, out = 4) Block m; // BUG: in = <32> [linear-in] m expects 32 features but receives 31
  //   fix: a: out = 32
  @Linear(in = 32, out = 4) Block s;
}

/** Queries of the wrong width meet two biases: where they come from is one mistake. */
@Input({6, 9})
@Forward("q = fc(x); a = q + self.u; b = self.v * q; return a + b") // BUG: "q = fc(x); a = q + self.u; b = self.v * q; return a + b" [broadcast] add cannot bring [N, 6, 5] and [4] together: 5 against 4 on axis 2
//   fix: fc: out = 4
class OneWidthForTwo {
  @Linear(in = 9, out = 5) Block fc;
  @Parameter({4}) Block u;
  @Parameter({4}) Block v;
}

/** Word vectors of two widths: the products of two lines fail for one number. */
@Forward("u = self.u(word); v = self.v(others); return u * v[:, 0], v.bmm(u.unsqueeze(2))") // BUG: "u = self.u(word); v = self.v(others); return u * v[:, 0], v.bmm(u.unsqueeze(2))" [broadcast] mul cannot bring [N, 31] and [N, 30] together: 31 against 30 on axis 1
//   fix: u: dim = 30
class TwoWidths {
  @Input(value = {}, dtype = long.class) Block word;
  @Input(value = {7}, dtype = long.class) Block others;
  @Embedding(num = 50, dim = 31) Block u;
  @Embedding(num = 50, dim = 30) Block v;
}

/** A cell whose state and reader agree on another number than its own. */
@Input(value = {9}, name = "x")
@Input(value = {8}, name = "h")
@Forward({"h = cell(x, h)", "return read(h)"})
class OneCell {
  @GRUCell(in = 9, hidden = 7) Block cell; // BUG: 7 [state] cell needs the state of shape [N, 7] but receives [N, 8]
  //   fix: cell: hidden = 8
  @Linear(in = 8, out = 3) Block read;
}

/** What does not multiply is not also told not to broadcast. */
@Input({5, 14, 9})
@Forward("return x @ torch.ones(9, 7, 5, 12)") // BUG: "return x @ torch.ones(9, 7, 5, 12)" [matmul] matmul cannot multiply [N, 5, 14, 9] by [9, 7, 5, 12]: 9 columns against 5 rows
class OneProduct {}

/** Pieces that do not add up say nothing of the sizes that were meant. */
@Input({6})
@Forward("a, b = torch.split(x, [5, 3], dim=1); return fc(a) + fc(b)") // BUG: "a, b = torch.split(x, [5, 3], dim=1); return fc(a) + fc(b)" [split] split has pieces that add up to 8 of an axis of 6
//   fix: line 1: a, b = torch.split(x, [3, 3], dim=1); return fc(a) + fc(b)
class TwoPieces {
  @Linear(in = 3, out = 4) Block fc;
}

/** One width too small at the source of three convolutions. */
@Input({3, 18, 26})
@Forward("y = cv1(x); a, b = y.chunk(2, 1); c = m1(b); d = m2(c); return head(cv2(torch.cat([a, b, c, d], 1)))")
class OneWidthForThree {
  @Conv2d(in = 3, out = 20, k = 1) Block cv1;
  @Conv2d(in = 12, out = 12, k = 3, p = 1) Block m1; // BUG: in = <12> [conv-in-channels] m1 expects 12 channels but receives 10
  //   fix: cv1: out = 24
  @Conv2d(in = 12, out = 12, k = 3, p = 1) Block m2;
  @Conv2d(in = 48, out = 16, k = 1) Block cv2;
  @Conv2d(in = 16, out = 5, k = 1) Block head;
}

/** A parameter of the wrong width that three terms use. */
@Input({7, 24})
@Forward("a = q(x) * scale; b = k(x) + scale; c = v(x) - scale; return a + b + c") // BUG: "a = q(x) * scale; b = k(x) + scale; c = v(x) - scale; return a + b + c" [broadcast] mul cannot bring [N, 7, 18] and [20] together: 18 against 20 on axis 2
//   fix: scale: value = {18}
class OneScale {
  @Parameter({20}) Block scale;
  @Linear(in = 24, out = 18) Block q;
  @Linear(in = 24, out = 18) Block k;
  @Linear(in = 24, out = 18) Block v;
}

/** Two maps of scores are masked by one expression. */
@Input({9, 24})
@Forward("m = torch.tril(torch.ones(11, 11)) == 0; s = (x @ x.mT).masked_fill(m, -1e9); t = (2 * x @ x.mT).masked_fill(m, -1e9); return s + t") // BUG: "m = torch.tril(torch.ones(11, 11)) == 0; s = (x @ x.mT).masked_fill(m, -1e9); t = (2 * x @ x.mT).masked_fill(m, -1e9); return s + t" [broadcast] masked_fill cannot bring [N, 9, 9] and [11, 11] together: 9 against 11 on axis 2
//   fix: line 1: m = torch.tril(torch.ones(9, 9)) == 0; ...
class OneMask {}

/** Two heads over one tensor of the wrong width. */
@Input({3, 14, 22})
@Forward("y = conv(x).mean([2, 3]); return names(y), boxes(y)")
class TwoHeads {
  @Conv2d(in = 3, out = 20, k = 3) Block conv;
  @Linear(in = 24, out = 11) Block names; // BUG: in = <24> [linear-in] names expects 24 features but receives 20
  //   fix: conv: out = 24
  @Linear(in = 24, out = 4) Block boxes;
}
