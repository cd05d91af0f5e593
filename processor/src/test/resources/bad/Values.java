package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

/** What tensors' values decide, and what is not known while compiling. */
class Values {
  @Input({7, 20})
  @Forward("y = x\nif x.mean() > 0:\n    y = x.transpose(1, 2)\nreturn y.flatten(1)") // BUG: "y = x\nif x.mean() > 0:\n    y = x.transpose(1, 2)\nreturn y.flatten(1)" [ways-differ] a tensor's values decide here whether y is [N, 7, 20] or [N, 20, 7]
  static class Branch {}

  /** What nobody reads behind the branch may differ. */
  @Input({7, 20})
  @Forward(
      """
      def pooled(self, x):
          if x.sum() > 3:
              t = x.transpose(1, 2)
              y = t.sum(2)
          else:
              t = x
              y = t.sum(1)
          return y

      def forward(self, x):
          t = self.pooled(x)
          return t
      """)
  static class Temporary {}

  @Input({7, 20})
  @Forward("return x if x.max() > 3 else x[0]") // BUG: "return x if x.max() > 3 else x[0]" [ways-differ] a tensor's values decide here whether the value is [7, 20] or [N, 7, 20]
  static class Either {}

  @Input({7, 20})
  @Forward("for i in range(3):\n    while x.mean() > 2:\n        x = x[:, :, :-1]\nreturn x") // BUG: "for i in range(3):\n    while x.mean() > 2:\n        x = x[:, :, :-1]\nreturn x" [ways-differ] a tensor's values decide here whether x is [N, 7, 20] or [N, 7, 19]
  static class Loop {}

  @Input({7, 20})
  @Forward("if x.mean() > 0:\n    return x.sum(2)\nreturn x") // BUG: "if x.mean() > 0:\n    return x.sum(2)\nreturn x" [ways-differ] a tensor's values decide here whether the output is [N, 7, 20] or [N, 7]
  static class Return {}

  /** A number that a tensor holds is a size of its own. */
  @Input({7, 20})
  @Forward(
      """
      n = int(x.sum())
      y = torch.zeros(n, 3) + torch.arange(n).unsqueeze(1)
      first = x[:, :, :x.max().item()]
      row = x[:, n] * 2
      x = x.masked_fill(x > 0, torch.finfo(x.dtype).min)
      return torch.roll(x, n * 2, 1) + row.unsqueeze(1)
      """)
  static class Numbers {}

  @Input({7, 20})
  @Forward("n = int(x.sum())\nreturn torch.zeros(n, 3) + torch.zeros(7, 3)") // BUG: "n = int(x.sum())\nreturn torch.zeros(n, 3) + torch.zeros(7, 3)" [broadcast] add cannot bring [any_1, 3] and [7, 3] together: any_1 against 7 on axis 0; that fails for any_1 = 2, as a tensor's values may be
  static class OtherNumber {}

  @Input({7, 20})
  @Forward("return torch.zeros(np.fancy(3), 3)") // BUG: "return torch.zeros(np.fancy(3), 3)" [argument] zeros needs an integer for size but receives np.fancy, which is not evaluated: make it a parameter, which with gives a value
  static class Library {}
}
