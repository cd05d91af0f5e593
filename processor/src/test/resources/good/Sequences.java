package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Params;
import io.github.shapecheck.Sequential;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Layers in PyTorch's own words, applied in source order. */
@Input({3, 20, 31})
@Output(7)
class Sequences {
  @Output({8, 9, 14})
  @Sequential({
    "nn.Conv2d(3, 8, kernel_size=3, bias=False)",
    "Sequential(BatchNorm2d(8), nn.ReLU(inplace=True))",
    "nn.MaxPool2d(2)"
  })
  Block stem;

  @Sequential({"AdaptiveAvgPool2d((2, 3))", "Flatten()", "Linear(48, 48 // 2)", "ReLU()", "Linear(24, 7)"}) Block head;
}

/** Its items, slices and length in forward text; several annotations on a field are one as well. */
@Input(6)
@Output(23)
@Forward({
  "for layer in self.mlp[:2]:",
  "    x = layer(x)",
  "x = self.mlp[2](x)",
  "x = x.reshape(x.size(0), len(self.mlp), -1)[:, :, :2].flatten(1)",
  "for layer in self.tail[:-1]:",
  "    x = layer(x)",
  "x = self.tail[-1](x)",
  "return torch.cat([x, self.half(x), self.half(x)[:, :len(self.tail)]], 1)"
})
class Items {
  @Sequential({"Linear(6, 11)", "ReLU()", "Linear(11, 12)"}) Block mlp;
  @Linear(in = 6, out = 13) @ReLU @Dropout(0.1) Block tail;
  @Submodule(value = Narrow.class, with = "wide = 13, narrow = 7") Block half;
}

@Params("wide, narrow = 5")
class Narrow {
  @Sequential({"Linear(wide, 2 * narrow)", "GELU()", "Linear(narrow * 2, narrow)"}) Block layers;
}

/** Annotated classes as items, nested ones too. */
@Input({3, 21, 31})
@Output({13, 11, 16})
@Forward({"y = self.layers(x)", "return y + self.layers[1][0].body[0].weight.sum() + self.layers.0.body.1.num_features"})
class Residuals {
  @Sequential({"Unit(3, 8)", "Sequential(Unit(8, narrow=13, stride=2), nn.ReLU())"}) Block layers;

  @Params("wide, narrow, stride = 1")
  static class Unit {
    @Sequential({"Conv2d(wide, narrow, 3, stride, 1, bias=False)", "BatchNorm2d(narrow)"}) Block body;
  }
}
