package published;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Params;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.*;

@Input({3, 224, 224})
@Forward("""
    x = pool(relu(bn1(conv1(x))))
    x = layer1(first1(x))
    x = layer2(first2(x))
    x = layer3(first3(x))
    x = layer4(first4(x))
    x = flatten(avg(x), 1)
    return fc(x)
    """)
class ResNet50 {
  @Conv2d(in = 3, out = 64, k = 7, s = 2, p = 3, bias = false) Object conv1;
  @BatchNorm2d(64) Object bn1;
  @MaxPool2d(k = 3, s = 2, p = 1) Object pool;
  @Submodule(value = First.class, with = "inplanes = 64, planes = 64, stride = 1") Object first1;
  @Submodule(value = Bottleneck.class, with = "planes = 64", repeat = 2) Object layer1;
  @Submodule(value = First.class, with = "inplanes = 256, planes = 128, stride = 2") Object first2;
  @Submodule(value = Bottleneck.class, with = "planes = 128", repeat = 3) Object layer2;
  @Submodule(value = First.class, with = "inplanes = 512, planes = 256, stride = 2") Object first3;
  @Submodule(value = Bottleneck.class, with = "planes = 256", repeat = 5) Object layer3;
  @Submodule(value = First.class, with = "inplanes = 1024, planes = 512, stride = 2") Object first4;
  @Submodule(value = Bottleneck.class, with = "planes = 512", repeat = 2) Object layer4;
  @AdaptiveAvgPool2d(1) Object avg;
  @Linear(in = 2048, out = 1000) Object fc;

  @Params("inplanes, planes, stride")
  @Forward("""
      out = relu(bn1(conv1(x)))
      out = relu(bn2(conv2(out)))
      out = bn3(conv3(out))
      return relu(out + bnd(down(x)))
      """)
  static class First {
    @Conv2d(k = 1, bias = false, with = "in = inplanes, out = planes") Object conv1;
    @BatchNorm2d(with = "value = planes") Object bn1;
    @Conv2d(k = 3, p = 1, bias = false, with = "in = planes, out = planes, s = stride") Object conv2;
    @BatchNorm2d(with = "value = planes") Object bn2;
    @Conv2d(k = 1, bias = false, with = "in = planes, out = planes * 4") Object conv3;
    @BatchNorm2d(with = "value = planes * 4") Object bn3;
    @Conv2d(k = 1, bias = false, with = "in = inplanes, out = planes * 4, s = stride") Object down;
    @BatchNorm2d(with = "value = planes * 4") Object bnd;
  }

  @Params("planes")
  @Forward("""
      out = relu(bn1(conv1(x)))
      out = relu(bn2(conv2(out)))
      out = bn3(conv3(out))
      return relu(out + x)
      """)
  static class Bottleneck {
    @Conv2d(k = 1, bias = false, with = "in = planes * 4, out = planes") Object conv1;
    @BatchNorm2d(with = "value = planes") Object bn1;
    @Conv2d(k = 3, p = 1, bias = false, with = "in = planes, out = planes") Object conv2;
    @BatchNorm2d(with = "value = planes") Object bn2;
    @Conv2d(k = 1, bias = false, with = "in = planes, out = planes * 4") Object conv3;
    @BatchNorm2d(with = "value = planes * 4") Object bn3;
  }
}
