import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
class Outer {
  @Forward("""
     x = conv;x)
     if self.bounded:
     return x
     """)
  static class Optional { @Conv2d(in = 3, out = 6, k = 3) Object conv; }
  @Forward("return self.pool(super().forward(x))")
  static class Pooled extends Optional { @MaxPool2d(2) Object pool; }
}
