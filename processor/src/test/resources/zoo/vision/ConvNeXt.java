package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 64, 96}, name = "x")
@Forward("""
    x = self.stage1(self.stem(x))
    x = self.stage2(self.down(x))
    x = self.norm(x.mean([-2, -1]))  # global average pooling
    return self.head(x)
    """)
class ConvNeXt {
  static class Block {}

  @Conv2d(in = 3, out = 48, k = 4, s = 4) Block stem;
  @Submodule(value = ConvNeXtBlock.class, repeat = 2) Block stage1;
  @Conv2d(in = 48, out = 96, k = 2, s = 2) Block down;
  @Submodule(value = ConvNeXtBlock2.class, repeat = 2) Block stage2;
  @LayerNorm({96}) Block norm;
  @Linear(in = 96, out = 21) Block head;

  @Params("")
  @Forward("""
      input = x
      x = self.dwconv(x)
      x = x.permute(0, 2, 3, 1)  # (N, C, H, W) -> (N, H, W, C)
      x = self.norm(x)
      x = self.pwconv1(x)
      x = self.act(x)
      x = self.pwconv2(x)
      x = self.gamma * x
      x = x.permute(0, 3, 1, 2)  # (N, H, W, C) -> (N, C, H, W)
      x = input + x
      return x
      """)
  static class ConvNeXtBlock {
    @Parameter({48}) Block gamma;
    @Conv2d(in = 48, out = 48, k = 7, p = 3, groups = 48) Block dwconv;
    @LayerNorm({48}) Block norm;
    @Linear(in = 48, out = 192) Block pwconv1;
    @GELU Block act;
    @Linear(in = 192, out = 48) Block pwconv2;
  }

  @Params("")
  @Forward("""
      input = x
      x = self.dwconv(x)
      x = x.permute(0, 2, 3, 1)  # (N, C, H, W) -> (N, H, W, C)
      x = self.norm(x)
      x = self.pwconv1(x)
      x = self.act(x)
      x = self.pwconv2(x)
      x = self.gamma * x
      x = x.permute(0, 3, 1, 2)  # (N, H, W, C) -> (N, C, H, W)
      x = input + x
      return x
      """)
  static class ConvNeXtBlock2 {
    @Parameter({96}) Block gamma;
    @Conv2d(in = 96, out = 96, k = 7, p = 3, groups = 96) Block dwconv;
    @LayerNorm({96}) Block norm;
    @Linear(in = 96, out = 384) Block pwconv1;
    @GELU Block act;
    @Linear(in = 384, out = 96) Block pwconv2;
  }
}

/* PyTorch 1.13.0:
parameters 224133
sizes N=2 N=3
stem 2,48,16,24 3,48,16,24
x_1 2,48,16,24 3,48,16,24
x_2 2,16,24,48 3,16,24,48
x_3 2,16,24,48 3,16,24,48
x_4 2,16,24,192 3,16,24,192
x_5 2,16,24,192 3,16,24,192
x_6 2,16,24,48 3,16,24,48
x_7 2,16,24,48 3,16,24,48
x_8 2,48,16,24 3,48,16,24
x_9 2,48,16,24 3,48,16,24
x_10 2,48,16,24 3,48,16,24
x_11 2,16,24,48 3,16,24,48
x_12 2,16,24,48 3,16,24,48
x_13 2,16,24,192 3,16,24,192
x_14 2,16,24,192 3,16,24,192
x_15 2,16,24,48 3,16,24,48
x_16 2,16,24,48 3,16,24,48
x_17 2,48,16,24 3,48,16,24
x_18 2,48,16,24 3,48,16,24
down 2,96,8,12 3,96,8,12
x_19 2,96,8,12 3,96,8,12
x_20 2,8,12,96 3,8,12,96
x_21 2,8,12,96 3,8,12,96
x_22 2,8,12,384 3,8,12,384
x_23 2,8,12,384 3,8,12,384
x_24 2,8,12,96 3,8,12,96
x_25 2,8,12,96 3,8,12,96
x_26 2,96,8,12 3,96,8,12
x_27 2,96,8,12 3,96,8,12
x_28 2,96,8,12 3,96,8,12
x_29 2,8,12,96 3,8,12,96
x_30 2,8,12,96 3,8,12,96
x_31 2,8,12,384 3,8,12,384
x_32 2,8,12,384 3,8,12,384
x_33 2,8,12,96 3,8,12,96
x_34 2,8,12,96 3,8,12,96
x_35 2,96,8,12 3,96,8,12
x_36 2,96,8,12 3,96,8,12
mean 2,96 3,96
norm 2,96 3,96
head 2,21 3,21
*/
