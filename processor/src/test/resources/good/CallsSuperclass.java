package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Params;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Forward passes that call those of their superclasses. */
class CallsSuperclass {
  @Input({3, 20, 25})
  @Output({6, 18, 23})
  @Forward(
      """
      def encode(self, x):
          return self.act(self.conv(x))

      def forward(self, x):
          self.skip = x
          return self.encode(x)
      """)
  static class Base {
    @Conv2d(in = 3, out = 6, k = 3) Block conv;
    @ReLU Block act;
  }

  /** The superclass calls the encode of its subclass, as in Python. */
  @Input({3, 20, 25})
  @Output({7, 9, 11})
  @Forward(
      """
      def encode(self, x):
          return self.pool(super().encode(x))

      def forward(self, x):
          y = super().forward(x)
          return self.head(y) * self.skip.mean()
      """)
  static class Derived extends Base {
    @MaxPool2d(2) Block pool;
    @Conv2d(in = 6, out = 7, k = 1) Block head;
  }

  @Forward(
      """
      x = conv(x)
      if self.bounded:
          x = bound(x)
      return x
      """)
  @Params("bounded = True")
  static class Optional {
    @Conv2d(in = 3, out = 6, k = 3) Block conv;
    @Tanh Block bound;
  }

  @Forward("return self.pool(super().forward(x))")
  @Params("bounded = False")
  static class Pooled extends Optional {
    @MaxPool2d(2) Block pool;
  }

  /** Without a forward pass the superclass's fields are applied in order. */
  static class Fields {
    @Conv2d(in = 3, out = 5, k = 4) Block conv;
    @ReLU Block act;
  }

  @Input({3, 20, 25})
  @Output({5, 17, 22})
  @Forward("return super().forward(x) * 2")
  static class OfFields extends Fields {}

  @Input({3, 20, 25})
  @Output({6, 9, 11})
  static class Model {
    @Submodule(Pooled.class) Block pooled;
  }
}
