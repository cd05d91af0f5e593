import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
@Forward("return conv(x)")
class Plain { @Conv2d(in = 3, out = 6, k = 3) Object conv; }
@Input({3, 8, 9}) @Forward("return pool(super().forward(x, x))")
class Pooled extends Plain { @MaxPool2d(2) Object pool; }
