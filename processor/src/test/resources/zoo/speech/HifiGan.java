package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {80, 20}, name = "x")
@Params("num_kernels = 2")
@Forward("""
    x = self.conv_pre(x)
    x = F.leaky_relu(x, 0.1)
    x = self.up0(x)
    xs = self.resblock0(x)
    xs += self.resblock1(x)
    x = xs / self.num_kernels
    x = F.leaky_relu(x, negative_slope=0.1)
    x = self.up1(x)
    xs = self.resblock2(x)
    xs += self.resblock3(x)
    x = xs / self.num_kernels
    x = F.leaky_relu(x)
    x = self.conv_post(x)
    x = torch.tanh(x)
    return x
    """)
class HifiGan {
  static class Block {}

  @Conv1d(in = 80, out = 64, k = 7, p = 3) Block conv_pre;
  @ConvTranspose1d(in = 64, out = 32, k = 16, s = 8, p = 4) Block up0;
  @ConvTranspose1d(in = 32, out = 16, k = 4, s = 2, p = 1) Block up1;
  @Submodule(HifiBlock.class) Block resblock0;
  @Submodule(HifiBlock2.class) Block resblock1;
  @Submodule(HifiBlock3.class) Block resblock2;
  @Submodule(HifiBlock4.class) Block resblock3;
  @Conv1d(in = 16, out = 1, k = 7, p = 3) Block conv_post;

  @Params("")
  @Forward("""
      xt = F.leaky_relu(x, 0.1)
      xt = self.convs1(xt)
      xt = F.leaky_relu(xt, 0.1)
      xt = self.convs2(xt)
      x = xt + x
      return x
      """)
  static class HifiBlock {
    @Conv1d(in = 32, out = 32, k = 3, p = 3, d = 3) Block convs1;
    @Conv1d(in = 32, out = 32, k = 3, p = 1) Block convs2;
  }

  @Params("")
  @Forward("""
      xt = F.leaky_relu(x, 0.1)
      xt = self.convs1(xt)
      xt = F.leaky_relu(xt, 0.1)
      xt = self.convs2(xt)
      x = xt + x
      return x
      """)
  static class HifiBlock2 {
    @Conv1d(in = 32, out = 32, k = 7, p = 9, d = 3) Block convs1;
    @Conv1d(in = 32, out = 32, k = 7, p = 3) Block convs2;
  }

  @Params("")
  @Forward("""
      xt = F.leaky_relu(x, 0.1)
      xt = self.convs1(xt)
      xt = F.leaky_relu(xt, 0.1)
      xt = self.convs2(xt)
      x = xt + x
      return x
      """)
  static class HifiBlock3 {
    @Conv1d(in = 16, out = 16, k = 3, p = 3, d = 3) Block convs1;
    @Conv1d(in = 16, out = 16, k = 3, p = 1) Block convs2;
  }

  @Params("")
  @Forward("""
      xt = F.leaky_relu(x, 0.1)
      xt = self.convs1(xt)
      xt = F.leaky_relu(xt, 0.1)
      xt = self.convs2(xt)
      x = xt + x
      return x
      """)
  static class HifiBlock4 {
    @Conv1d(in = 16, out = 16, k = 11, p = 15, d = 3) Block convs1;
    @Conv1d(in = 16, out = 16, k = 11, p = 5) Block convs2;
  }
}

/* PyTorch 1.13.0:
parameters 98721
sizes N=2 N=3
x_1 2,64,20 3,64,20
x_2 2,64,20 3,64,20
x_3 2,32,160 3,32,160
xt 2,32,160 3,32,160
xt_1 2,32,160 3,32,160
xt_2 2,32,160 3,32,160
xt_3 2,32,160 3,32,160
x_4 2,32,160 3,32,160
xt_4 2,32,160 3,32,160
xt_5 2,32,160 3,32,160
xt_6 2,32,160 3,32,160
xt_7 2,32,160 3,32,160
x_5 2,32,160 3,32,160
add_ 2,32,160 3,32,160
x_6 2,32,160 3,32,160
x_7 2,32,160 3,32,160
x_8 2,16,320 3,16,320
xt_8 2,16,320 3,16,320
xt_9 2,16,320 3,16,320
xt_10 2,16,320 3,16,320
xt_11 2,16,320 3,16,320
x_9 2,16,320 3,16,320
xt_12 2,16,320 3,16,320
xt_13 2,16,320 3,16,320
xt_14 2,16,320 3,16,320
xt_15 2,16,320 3,16,320
x_10 2,16,320 3,16,320
add__1 2,16,320 3,16,320
x_11 2,16,320 3,16,320
x_12 2,16,320 3,16,320
x_13 2,1,320 3,1,320
x_14 2,1,320 3,1,320
*/
