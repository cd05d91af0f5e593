package published;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Params;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.*;

@Input({3, 224, 224})
@Forward("""
    x = relu6(bn(stem(x)))
    x = pbn(project(relu6(dbn(depth(x)))))
    x = b2(a2(x))
    x = b3(a3(x))
    x = b4(a4(x))
    x = b5(a5(x))
    x = b6(a6(x))
    x = a7(x)
    x = relu6(hbn(head(x)))
    x = x.mean([2, 3])
    return fc(dropout(x))
    """)
class MobileNetV2 {
  @Conv2d(in = 3, out = 32, k = 3, s = 2, p = 1, bias = false) Object stem;
  @BatchNorm2d(32) Object bn;
  @Conv2d(in = 32, out = 32, k = 3, p = 1, groups = 32, bias = false) Object depth;
  @BatchNorm2d(32) Object dbn;
  @Conv2d(in = 32, out = 16, k = 1, bias = false) Object project;
  @BatchNorm2d(16) Object pbn;
  @Submodule(value = Change.class, with = "inp = 16, oup = 24, stride = 2") Object a2;
  @Submodule(value = Inverted.class, with = "planes = 24") Object b2;
  @Submodule(value = Change.class, with = "inp = 24, oup = 32, stride = 2") Object a3;
  @Submodule(value = Inverted.class, with = "planes = 32", repeat = 2) Object b3;
  @Submodule(value = Change.class, with = "inp = 32, oup = 64, stride = 2") Object a4;
  @Submodule(value = Inverted.class, with = "planes = 64", repeat = 3) Object b4;
  @Submodule(value = Change.class, with = "inp = 64, oup = 96, stride = 1") Object a5;
  @Submodule(value = Inverted.class, with = "planes = 96", repeat = 2) Object b5;
  @Submodule(value = Change.class, with = "inp = 96, oup = 160, stride = 2") Object a6;
  @Submodule(value = Inverted.class, with = "planes = 160", repeat = 2) Object b6;
  @Submodule(value = Change.class, with = "inp = 160, oup = 320, stride = 1") Object a7;
  @Conv2d(in = 320, out = 1280, k = 1, bias = false) Object head;
  @BatchNorm2d(1280) Object hbn;
  @Dropout(0.2) Object dropout;
  @Linear(in = 1280, out = 1000) Object fc;

  @Params("inp, oup, stride")
  @Forward("""
      x = relu6(bn1(expand(x)))
      x = relu6(bn2(depth(x)))
      return bn3(project(x))
      """)
  static class Change {
    @Conv2d(k = 1, bias = false, with = "in = inp, out = inp * 6") Object expand;
    @BatchNorm2d(with = "value = inp * 6") Object bn1;
    @Conv2d(k = 3, p = 1, bias = false, with = "in = inp * 6, out = inp * 6, groups = inp * 6, s = stride") Object depth;
    @BatchNorm2d(with = "value = inp * 6") Object bn2;
    @Conv2d(k = 1, bias = false, with = "in = inp * 6, out = oup") Object project;
    @BatchNorm2d(with = "value = oup") Object bn3;
  }

  @Params("planes")
  @Forward("return x + inner(x)")
  static class Inverted {
    @Submodule(value = Change.class, with = "inp = planes, oup = planes, stride = 1") Object inner;
  }
}
