package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Parameter;
import io.github.shapecheck.Params;
import io.github.shapecheck.Sequential;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.Conv2d;

/** What a Python class is written as: names in sequences, lists and dicts of modules, calls of methods. */
@Input({3, 14, 10})
@Output(6)
@Forward(
    """
    from math import sqrt

    class Swish(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x * torch.sigmoid(x)

    class Half:
        def __init__(self, by):
            self.by = by

        def of(self, x):
            return x / sqrt(self.by)

    def half(x):
        return Half(4).of(x)

    def forward(self, x):
        device = next(self.parameters()).device
        x = self.stem(x) * self.stem[1].weight_g.sum()
        self.block.width = 7
        for name in ("a", "b"):
            x = self.heads[name](x)
        x = self.block.doubled(half(x), 1)
        x = self.block.forward(x, 2, 3, scale=2)
        assert isinstance(self.stem.first, nn.Conv2d) and type(self.block).__name__ == "Block"
        return self.last(x.mean(dim=(2, 3))) * self.registers.sum()

    def last(self, x):
        x = self.shrink(x)
        for scale in self.scales:
            x = x * scale
        for layer in [nn.Linear(5, 5), nn.Linear(5, 5, bias=False)]:
            x = x + layer(x)
        return Swish.apply(half(self.fc(x)))

    @staticmethod
    def shrink(x):
        return x[:, :5]
    """)
class WrittenFromPython {
  @Sequential({"first = Conv2d(3, 7, 3)", "in front = nn.utils.weight_norm(Conv2d(7, 7, 1))"})
  Object stem;

  @Sequential("ModuleDict({'a': Conv2d(7, 7, 1), 'b': Sequential(OrderedDict([('c', ReLU())]))})")
  Object heads;

  @Submodule(value = Block.class, with = "width = 7")
  Object block;

  @Sequential("nn.utils.spectral_norm(Linear(5, 6))")
  Object fc;

  @Sequential("ParameterList([Parameter(torch.empty(5)), Parameter(torch.empty(1, 5))])")
  Object scales;

  @Parameter({4, 0})
  Object registers;

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
