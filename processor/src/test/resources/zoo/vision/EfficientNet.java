package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 240, 200}, name = "x")
@Forward("""
    x = self.stem(x)
    x = self.block2(self.block1(x))
    x = self.block4(self.block3(x))
    x = F.silu(self.bn(self.head(x)))
    x = F.adaptive_avg_pool2d(x, 1).flatten(1)
    x = F.dropout(x, 0.2)
    return self.fc(x)
    """)
class EfficientNet {
  static class Block {}

  @Conv2d(in = 3, out = 32, k = 3, s = 2, p = 1, bias = false) @BatchNorm2d(32) @SiLU Block stem;
  @Submodule(MBConv.class) Block block1;
  @Submodule(MBConvSkip.class) Block block2;
  @Submodule(MBConv2.class) Block block3;
  @Submodule(MBConvSkip2.class) Block block4;
  @Conv2d(in = 40, out = 1280, k = 1, bias = false) Block head;
  @BatchNorm2d(1280) Block bn;
  @Linear(in = 1280, out = 1000) Block fc;

  @Params("")
  @Forward("""
      x_se = x.mean((2, 3), keepdim=True)
      x_se = F.silu(self.conv_reduce(x_se))
      return x * self.conv_expand(x_se).sigmoid()
      """)
  static class SqueezeExcite {
    @Conv2d(in = 192, out = 8, k = 1) Block conv_reduce;
    @Conv2d(in = 8, out = 192, k = 1) Block conv_expand;
  }

  @Params("")
  @Forward("""
      return self.project(self.se(self.depthwise(self.expand(x))))
      """)
  static class MBConv {
    @Conv2d(in = 32, out = 192, k = 1, bias = false) @BatchNorm2d(192) @SiLU Block expand;
    @Conv2d(in = 192, out = 192, k = 3, s = 2, p = 1, groups = 192, bias = false) @BatchNorm2d(192) @SiLU Block depthwise;
    @Submodule(SqueezeExcite.class) Block se;
    @Conv2d(in = 192, out = 24, k = 1, bias = false) @BatchNorm2d(24) Block project;
  }

  @Params("")
  @Forward("""
      x_se = x.mean((2, 3), keepdim=True)
      x_se = F.silu(self.conv_reduce(x_se))
      return x * self.conv_expand(x_se).sigmoid()
      """)
  static class SqueezeExcite2 {
    @Conv2d(in = 144, out = 6, k = 1) Block conv_reduce;
    @Conv2d(in = 6, out = 144, k = 1) Block conv_expand;
  }

  @Params("")
  @Forward("""
      out = self.expand(x)
      out = self.depthwise(out)
      out = self.se(out)
      out = self.project(out)
      out = F.dropout(out, p=0.2, training=self.training)
      return out + x
      """)
  static class MBConvSkip {
    @Conv2d(in = 24, out = 144, k = 1, bias = false) @BatchNorm2d(144) @SiLU Block expand;
    @Conv2d(in = 144, out = 144, k = 3, p = 1, groups = 144, bias = false) @BatchNorm2d(144) @SiLU Block depthwise;
    @Submodule(SqueezeExcite2.class) Block se;
    @Conv2d(in = 144, out = 24, k = 1, bias = false) @BatchNorm2d(24) Block project;
  }

  @Params("")
  @Forward("""
      return self.project(self.se(self.depthwise(self.expand(x))))
      """)
  static class MBConv2 {
    @Conv2d(in = 24, out = 144, k = 1, bias = false) @BatchNorm2d(144) @SiLU Block expand;
    @Conv2d(in = 144, out = 144, k = 5, s = 2, p = 2, groups = 144, bias = false) @BatchNorm2d(144) @SiLU Block depthwise;
    @Submodule(SqueezeExcite2.class) Block se;
    @Conv2d(in = 144, out = 40, k = 1, bias = false) @BatchNorm2d(40) Block project;
  }

  @Params("")
  @Forward("""
      x_se = x.mean((2, 3), keepdim=True)
      x_se = F.silu(self.conv_reduce(x_se))
      return x * self.conv_expand(x_se).sigmoid()
      """)
  static class SqueezeExcite3 {
    @Conv2d(in = 240, out = 10, k = 1) Block conv_reduce;
    @Conv2d(in = 10, out = 240, k = 1) Block conv_expand;
  }

  @Params("")
  @Forward("""
      out = self.expand(x)
      out = self.depthwise(out)
      out = self.se(out)
      out = self.project(out)
      out = F.dropout(out, p=0.2, training=self.training)
      return out + x
      """)
  static class MBConvSkip2 {
    @Conv2d(in = 40, out = 240, k = 1, bias = false) @BatchNorm2d(240) @SiLU Block expand;
    @Conv2d(in = 240, out = 240, k = 5, p = 2, groups = 240, bias = false) @BatchNorm2d(240) @SiLU Block depthwise;
    @Submodule(SqueezeExcite3.class) Block se;
    @Conv2d(in = 240, out = 40, k = 1, bias = false) @BatchNorm2d(40) Block project;
  }
}

/* PyTorch 1.13.0:
parameters 1409606
sizes N=2 N=3
stem 2,32,120,100 3,32,120,100
stem_1 2,32,120,100 3,32,120,100
stem_2 2,32,120,100 3,32,120,100
block1.expand 2,192,120,100 3,192,120,100
block1.expand_1 2,192,120,100 3,192,120,100
block1.expand_2 2,192,120,100 3,192,120,100
block1.depthwise 2,192,60,50 3,192,60,50
block1.depthwise_1 2,192,60,50 3,192,60,50
block1.depthwise_2 2,192,60,50 3,192,60,50
x_se 2,192,1,1 3,192,1,1
block1.se.conv_reduce 2,8,1,1 3,8,1,1
silu 2,8,1,1 3,8,1,1
block1.se.conv_expand 2,192,1,1 3,192,1,1
sigmoid 2,192,1,1 3,192,1,1
mul 2,192,60,50 3,192,60,50
block1.project 2,24,60,50 3,24,60,50
block1.project_1 2,24,60,50 3,24,60,50
block2.expand 2,144,60,50 3,144,60,50
block2.expand_1 2,144,60,50 3,144,60,50
block2.expand_2 2,144,60,50 3,144,60,50
block2.depthwise 2,144,60,50 3,144,60,50
block2.depthwise_1 2,144,60,50 3,144,60,50
block2.depthwise_2 2,144,60,50 3,144,60,50
x_se_1 2,144,1,1 3,144,1,1
block2.se.conv_reduce 2,6,1,1 3,6,1,1
silu_1 2,6,1,1 3,6,1,1
block2.se.conv_expand 2,144,1,1 3,144,1,1
sigmoid_1 2,144,1,1 3,144,1,1
mul_1 2,144,60,50 3,144,60,50
block2.project 2,24,60,50 3,24,60,50
block2.project_1 2,24,60,50 3,24,60,50
out 2,24,60,50 3,24,60,50
add 2,24,60,50 3,24,60,50
block3.expand 2,144,60,50 3,144,60,50
block3.expand_1 2,144,60,50 3,144,60,50
block3.expand_2 2,144,60,50 3,144,60,50
block3.depthwise 2,144,30,25 3,144,30,25
block3.depthwise_1 2,144,30,25 3,144,30,25
block3.depthwise_2 2,144,30,25 3,144,30,25
x_se_2 2,144,1,1 3,144,1,1
block3.se.conv_reduce 2,6,1,1 3,6,1,1
silu_2 2,6,1,1 3,6,1,1
block3.se.conv_expand 2,144,1,1 3,144,1,1
sigmoid_2 2,144,1,1 3,144,1,1
mul_2 2,144,30,25 3,144,30,25
block3.project 2,40,30,25 3,40,30,25
block3.project_1 2,40,30,25 3,40,30,25
block4.expand 2,240,30,25 3,240,30,25
block4.expand_1 2,240,30,25 3,240,30,25
block4.expand_2 2,240,30,25 3,240,30,25
block4.depthwise 2,240,30,25 3,240,30,25
block4.depthwise_1 2,240,30,25 3,240,30,25
block4.depthwise_2 2,240,30,25 3,240,30,25
x_se_3 2,240,1,1 3,240,1,1
block4.se.conv_reduce 2,10,1,1 3,10,1,1
silu_3 2,10,1,1 3,10,1,1
block4.se.conv_expand 2,240,1,1 3,240,1,1
sigmoid_3 2,240,1,1 3,240,1,1
mul_3 2,240,30,25 3,240,30,25
block4.project 2,40,30,25 3,40,30,25
block4.project_1 2,40,30,25 3,40,30,25
out_1 2,40,30,25 3,40,30,25
add_1 2,40,30,25 3,40,30,25
head 2,1280,30,25 3,1280,30,25
bn 2,1280,30,25 3,1280,30,25
silu_4 2,1280,30,25 3,1280,30,25
adaptive_avg_pool2d 2,1280,1,1 3,1280,1,1
flatten 2,1280 3,1280
x_1 2,1280 3,1280
fc 2,1000 3,1000
*/
