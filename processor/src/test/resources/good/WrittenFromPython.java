package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Params;
import io.github.shapecheck.Sequential;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Linear;

/** What a Python class is written as: names in sequences, lists and dicts of modules, calls of methods. */
@Input({3, 14, 10})
@Output(6)
@Forward(
    """
    from math import sqrt

    def half(x):
        return x / sqrt(4)

    def forward(self, x):
        device = next(self.parameters()).device
        x = self.stem(x)
        for name in ("a", "b"):
            x = self.heads[name](x)
        x = self.block.doubled(half(x), 1)
        x = self.block.forward(x, 2, 3, scale=2)
        assert isinstance(self.stem.first, nn.Conv2d) and type(self.block).__name__ == "Block"
        return self.last(x.mean(dim=(2, 3)))

    def last(self, x):
        return half(self.fc(self.shrink(x)))

    @staticmethod
    def shrink(x):
        return x[:, :5]
    """)
class WrittenFromPython {
  @Sequential({"first = Conv2d(3, 7, 3)", "second = ReLU()"})
  Object stem;

  @Sequential("ModuleDict({'a': Conv2d(7, 7, 1), 'b': Sequential(OrderedDict([('c', ReLU())]))})")
  Object heads;

  @Submodule(value = Block.class, with = "width = 7")
  Object block;

  @Linear(in = 5, out = 6)
  Object fc;

  @Params("width, options = SimpleNamespace(deep=1)")
  @Forward(
      """
      def forward(self, x, *more, **options):
          if len(more) > self.options.deep and options["scale"] > 1:
              x = self(x) if False else self.forward(x)
          return self.conv(x)

      def doubled(self, x, deep):
          return self.forward(torch.cat([x, x], dim=0)) if deep > 2 else self.forward(x)
      """)
  static class Block {
    @Conv2d(k = 3, p = 1, with = "in = width, out = width")
    Object conv;
  }
}
