package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Params;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Layers that are made in the forward pass, checkpoints, contexts without an effect on shapes. */
class InlineModules {
  @Input({3, 20, 25})
  @Output({5, 9, 11})
  @Forward(
      """
      x = nn.Sequential(nn.Conv2d(3, 6, 3), nn.ReLU(), nn.Conv2d(6, 5, 1))(x)
      with torch.no_grad():
          y = checkpoint(self.pool, x)
      with torch.no_grad(), torch.cuda.amp.autocast(enabled=False):
          z = torch.utils.checkpoint.checkpoint(self.pool, x, use_reentrant=False)
      return y + z
      """)
  static class Contexts {
    @MaxPool2d(2) Block pool;
  }

  @Input({3, 20, 25})
  @Output({3})
  @Forward(
      """
      def step(self, x, scale):
          return self.pool(x) * scale

      def forward(self, x):
          if self.saves_memory and self.training:
              x = checkpoint.checkpoint(self.step, x, 2)
          else:
              x = self.step(x, 2)
          with torch.no_grad():
              y = x.mean(dim=(2, 3))
          return y
      """)
  @Params("saves_memory = True")
  static class Saving {
    @MaxPool2d(2) Block pool;
  }

  @Input({3, 20, 25})
  @Output({5, 9, 11})
  @Forward("return checkpoint_sequential([self.conv, self.pool], 2, x)")
  static class Segments {
    @Conv2d(in = 3, out = 5, k = 3) Block conv;
    @MaxPool2d(2) Block pool;
  }
}
