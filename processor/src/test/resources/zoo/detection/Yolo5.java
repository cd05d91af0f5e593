package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, -1, -1}, name = "x", where = "H % 16 == 0 and W % 16 == 0")
@Params("na = 3, no = 13")
@Forward("""
    x = self.focus(torch.cat([x[..., ::2, ::2], x[..., 1::2, ::2], x[..., ::2, 1::2], x[..., 1::2, 1::2]], 1))
    p3 = self.c3(self.conv1(x))
    p4 = self.sppf(self.conv2(p3))
    y = self.c3_up(torch.cat((self.up(p4), p3), dim=1))
    y = self.m(y)
    bs, _, ny, nx = y.shape  # x(bs,255,20,20) to x(bs,3,20,20,85)
    y = y.view(bs, self.na, self.no, ny, nx).permute(0, 1, 3, 4, 2).contiguous()
    yv, xv = torch.meshgrid(torch.arange(ny), torch.arange(nx), indexing="ij")
    grid = torch.stack((xv, yv), 2).expand((1, self.na, ny, nx, 2)) - 0.5
    xy, wh, conf = y.sigmoid().split((2, 2, 8 + 1), 4)
    xy = (xy * 2 + grid) * 8
    wh = (wh * 2) ** 2 * self.anchor_grid
    z = torch.cat((xy, wh, conf), 4)
    return z.view(bs, -1, self.no)
    """)
class Yolo5 {
  static class Block {}

  @Buffer({1, 3, 1, 1, 2}) Block anchor_grid;
  @Conv2d(in = 12, out = 24, k = 3, p = 1, bias = false) @BatchNorm2d(24) @SiLU Block focus;
  @Conv2d(in = 24, out = 32, k = 3, s = 2, p = 1, bias = false) @BatchNorm2d(32) @SiLU Block conv1;
  @Submodule(C3.class) Block c3;
  @Conv2d(in = 32, out = 48, k = 3, s = 2, p = 1, bias = false) @BatchNorm2d(48) @SiLU Block conv2;
  @Submodule(Sppf.class) Block sppf;
  @Upsample(scale = 2.0) Block up;
  @Submodule(C32.class) Block c3_up;
  @Conv2d(in = 32, out = 39, k = 1) Block m;

  @Params("")
  @Forward("""
      return x + self.cv2(self.cv1(x))
      """)
  static class Bottleneck5 {
    @Conv2d(in = 16, out = 16, k = 1, bias = false) @BatchNorm2d(16) @SiLU Block cv1;
    @Conv2d(in = 16, out = 16, k = 3, p = 1, bias = false) @BatchNorm2d(16) @SiLU Block cv2;
  }

  @Params("")
  @Forward("""
      return self.cv3(torch.cat((self.m(self.cv1(x)), self.cv2(x)), 1))
      """)
  static class C3 {
    @Conv2d(in = 32, out = 16, k = 1, bias = false) @BatchNorm2d(16) @SiLU Block cv1;
    @Conv2d(in = 32, out = 16, k = 1, bias = false) @BatchNorm2d(16) @SiLU Block cv2;
    @Conv2d(in = 32, out = 32, k = 1, bias = false) @BatchNorm2d(32) @SiLU Block cv3;
    @Submodule(value = Bottleneck5.class, repeat = 2) Block m;
  }

  @Params("")
  @Forward("""
      x = self.cv1(x)
      y1 = self.m(x)
      y2 = self.m(y1)
      return self.cv2(torch.cat((x, y1, y2, self.m(y2)), 1))
      """)
  static class Sppf {
    @Conv2d(in = 48, out = 24, k = 1, bias = false) @BatchNorm2d(24) @SiLU Block cv1;
    @Conv2d(in = 96, out = 48, k = 1, bias = false) @BatchNorm2d(48) @SiLU Block cv2;
    @MaxPool2d(k = 5, s = 1, p = 2) Block m;
  }

  @Params("")
  @Forward("""
      return self.cv3(torch.cat((self.m(self.cv1(x)), self.cv2(x)), 1))
      """)
  static class C32 {
    @Conv2d(in = 80, out = 16, k = 1, bias = false) @BatchNorm2d(16) @SiLU Block cv1;
    @Conv2d(in = 80, out = 16, k = 1, bias = false) @BatchNorm2d(16) @SiLU Block cv2;
    @Conv2d(in = 32, out = 32, k = 1, bias = false) @BatchNorm2d(32) @SiLU Block cv3;
    @Submodule(value = Bottleneck5.class, repeat = 2) Block m;
  }
}

/* PyTorch 1.13.0:
parameters 47111
sizes N=2,H=64,W=96 N=3,H=80,W=64
getitem 2,3,32,48 3,3,40,32
getitem_1 2,3,32,48 3,3,40,32
getitem_2 2,3,32,48 3,3,40,32
getitem_3 2,3,32,48 3,3,40,32
cat 2,12,32,48 3,12,40,32
focus 2,24,32,48 3,24,40,32
focus_1 2,24,32,48 3,24,40,32
focus_2 2,24,32,48 3,24,40,32
conv1 2,32,16,24 3,32,20,16
conv1_1 2,32,16,24 3,32,20,16
conv1_2 2,32,16,24 3,32,20,16
c3.cv1 2,16,16,24 3,16,20,16
c3.cv1_1 2,16,16,24 3,16,20,16
c3.cv1_2 2,16,16,24 3,16,20,16
c3.m.0.cv1 2,16,16,24 3,16,20,16
c3.m.0.cv1_1 2,16,16,24 3,16,20,16
c3.m.0.cv1_2 2,16,16,24 3,16,20,16
c3.m.0.cv2 2,16,16,24 3,16,20,16
c3.m.0.cv2_1 2,16,16,24 3,16,20,16
c3.m.0.cv2_2 2,16,16,24 3,16,20,16
add 2,16,16,24 3,16,20,16
c3.m.1.cv1 2,16,16,24 3,16,20,16
c3.m.1.cv1_1 2,16,16,24 3,16,20,16
c3.m.1.cv1_2 2,16,16,24 3,16,20,16
c3.m.1.cv2 2,16,16,24 3,16,20,16
c3.m.1.cv2_1 2,16,16,24 3,16,20,16
c3.m.1.cv2_2 2,16,16,24 3,16,20,16
add_1 2,16,16,24 3,16,20,16
c3.cv2 2,16,16,24 3,16,20,16
c3.cv2_1 2,16,16,24 3,16,20,16
c3.cv2_2 2,16,16,24 3,16,20,16
cat_1 2,32,16,24 3,32,20,16
c3.cv3 2,32,16,24 3,32,20,16
c3.cv3_1 2,32,16,24 3,32,20,16
c3.cv3_2 2,32,16,24 3,32,20,16
conv2 2,48,8,12 3,48,10,8
conv2_1 2,48,8,12 3,48,10,8
conv2_2 2,48,8,12 3,48,10,8
sppf.cv1 2,24,8,12 3,24,10,8
sppf.cv1_1 2,24,8,12 3,24,10,8
sppf.cv1_2 2,24,8,12 3,24,10,8
y1 2,24,8,12 3,24,10,8
y2 2,24,8,12 3,24,10,8
sppf.m 2,24,8,12 3,24,10,8
cat_2 2,96,8,12 3,96,10,8
sppf.cv2 2,48,8,12 3,48,10,8
sppf.cv2_1 2,48,8,12 3,48,10,8
sppf.cv2_2 2,48,8,12 3,48,10,8
up 2,48,16,24 3,48,20,16
cat_4 2,80,16,24 3,80,20,16
c3_up.cv1 2,16,16,24 3,16,20,16
c3_up.cv1_1 2,16,16,24 3,16,20,16
c3_up.cv1_2 2,16,16,24 3,16,20,16
c3_up.m.0.cv1 2,16,16,24 3,16,20,16
c3_up.m.0.cv1_1 2,16,16,24 3,16,20,16
c3_up.m.0.cv1_2 2,16,16,24 3,16,20,16
c3_up.m.0.cv2 2,16,16,24 3,16,20,16
c3_up.m.0.cv2_1 2,16,16,24 3,16,20,16
c3_up.m.0.cv2_2 2,16,16,24 3,16,20,16
add_2 2,16,16,24 3,16,20,16
c3_up.m.1.cv1 2,16,16,24 3,16,20,16
c3_up.m.1.cv1_1 2,16,16,24 3,16,20,16
c3_up.m.1.cv1_2 2,16,16,24 3,16,20,16
c3_up.m.1.cv2 2,16,16,24 3,16,20,16
c3_up.m.1.cv2_1 2,16,16,24 3,16,20,16
c3_up.m.1.cv2_2 2,16,16,24 3,16,20,16
add_3 2,16,16,24 3,16,20,16
c3_up.cv2 2,16,16,24 3,16,20,16
c3_up.cv2_1 2,16,16,24 3,16,20,16
c3_up.cv2_2 2,16,16,24 3,16,20,16
cat_3 2,32,16,24 3,32,20,16
c3_up.cv3 2,32,16,24 3,32,20,16
c3_up.cv3_1 2,32,16,24 3,32,20,16
c3_up.cv3_2 2,32,16,24 3,32,20,16
y 2,39,16,24 3,39,20,16
view 2,3,13,16,24 3,3,13,20,16
permute 2,3,16,24,13 3,3,20,16,13
contiguous 2,3,16,24,13 3,3,20,16,13
arange 16 20
arange_1 24 16
meshgrid 16,24;16,24; 20,16;20,16;
stack 16,24,2 20,16,2
expand 1,3,16,24,2 1,3,20,16,2
sub 1,3,16,24,2 1,3,20,16,2
sigmoid 2,3,16,24,13 3,3,20,16,13
split 2,3,16,24,2;2,3,16,24,2;2,3,16,24,9; 3,3,20,16,2;3,3,20,16,2;3,3,20,16,9;
mul 2,3,16,24,2 3,3,20,16,2
add_4 2,3,16,24,2 3,3,20,16,2
mul_1 2,3,16,24,2 3,3,20,16,2
mul_2 2,3,16,24,2 3,3,20,16,2
pow 2,3,16,24,2 3,3,20,16,2
mul_3 2,3,16,24,2 3,3,20,16,2
z 2,3,16,24,13 3,3,20,16,13
view_1 2,1152,13 3,960,13
*/
