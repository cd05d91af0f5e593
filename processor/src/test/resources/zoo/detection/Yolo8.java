package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 16, 20}, name = "p3")
@Input(value = {48, 8, 10}, name = "p4")
@Params("nc = 7, reg_max = 16, no = 71")
@Forward("""
    def forward(self, p3, p4):
        p3 = self.c2f(torch.cat([self.up(p4), p3], 1))
        x0 = torch.cat((self.cv2_0(p3), self.cv3_0(p3)), 1)
        x1 = torch.cat((self.cv2_1(p4), self.cv3_1(p4)), 1)
        shape = x0.shape
        x_cat = torch.cat([x0.view(shape[0], self.no, -1), x1.view(shape[0], self.no, -1)], 2)
        box, cls = x_cat.split((self.reg_max * 4, self.nc), 1)
        sx = torch.arange(end=20, dtype=x0.dtype) + 0.5
        sy = torch.arange(end=16, dtype=x0.dtype) + 0.5
        sy, sx = torch.meshgrid(sy, sx, indexing="ij")
        a0 = torch.stack((sx, sy), -1).view(-1, 2)
        ty, tx = torch.meshgrid(torch.arange(8) + 0.5, torch.arange(10) + 0.5, indexing="ij")
        a1 = torch.stack((tx, ty), -1).view(-1, 2)
        anchors = torch.cat([a0, a1]).transpose(0, 1)
        strides = torch.cat([torch.full((16 * 20, 1), 8.0), torch.full((8 * 10, 1), 16.0)]).transpose(0, 1)
        distance = self.dfl(box)
        lt, rb = distance.chunk(2, 1)
        x1y1 = anchors.unsqueeze(0) - lt
        x2y2 = anchors.unsqueeze(0) + rb
        c_xy = (x1y1 + x2y2) / 2
        wh = x2y2 - x1y1
        dbox = torch.cat((c_xy, wh), 1) * strides
        return torch.cat((dbox, cls.sigmoid()), 1)
    """)
class Yolo8 {
  static class Block {}

  @Submodule(C2f.class) Block c2f;
  @Upsample(scale = 2.0) Block up;
  @Conv2d(in = 32, out = 64, k = 1) Block cv2_0;
  @Conv2d(in = 48, out = 64, k = 1) Block cv2_1;
  @Conv2d(in = 32, out = 7, k = 1) Block cv3_0;
  @Conv2d(in = 48, out = 7, k = 1) Block cv3_1;
  @Submodule(Dfl.class) Block dfl;

  @Params("")
  @Forward("""
      return x + self.cv2(self.cv1(x))
      """)
  static class Bottleneck5 {
    @Conv2d(in = 16, out = 16, k = 1, bias = false) @BatchNorm2d(16) @SiLU Block cv1;
    @Conv2d(in = 16, out = 16, k = 3, p = 1, bias = false) @BatchNorm2d(16) @SiLU Block cv2;
  }

  @Params("c = 16")
  @Forward("""
      y = list(self.cv1(x).chunk(2, 1))
      y.append(self.m0(y[-1]))
      y.append(self.m1(y[-1]))
      return self.cv2(torch.cat(y, 1))
      """)
  static class C2f {
    @Conv2d(in = 80, out = 32, k = 1, bias = false) @BatchNorm2d(32) @SiLU Block cv1;
    @Conv2d(in = 64, out = 32, k = 1, bias = false) @BatchNorm2d(32) @SiLU Block cv2;
    @Submodule(Bottleneck5.class) Block m0;
    @Submodule(Bottleneck5.class) Block m1;
  }

  @Params("c1 = 16")
  @Forward("""
      b, c, a = x.shape  # batch, channels, anchors
      return self.conv(x.view(b, 4, self.c1, a).transpose(2, 1).softmax(1)).view(b, 4, a)
      """)
  static class Dfl {
    @Conv2d(in = 16, out = 1, k = 1, bias = false) Block conv;
  }
}

/* PyTorch 1.13.0:
parameters 15822
sizes N=2 N=3
up 2,48,16,20 3,48,16,20
cat_1 2,80,16,20 3,80,16,20
c2f.cv1 2,32,16,20 3,32,16,20
c2f.cv1_1 2,32,16,20 3,32,16,20
c2f.cv1_2 2,32,16,20 3,32,16,20
chunk 2,16,16,20;2,16,16,20; 3,16,16,20;3,16,16,20;
c2f.m0.cv1 2,16,16,20 3,16,16,20
c2f.m0.cv1_1 2,16,16,20 3,16,16,20
c2f.m0.cv1_2 2,16,16,20 3,16,16,20
c2f.m0.cv2 2,16,16,20 3,16,16,20
c2f.m0.cv2_1 2,16,16,20 3,16,16,20
c2f.m0.cv2_2 2,16,16,20 3,16,16,20
add 2,16,16,20 3,16,16,20
c2f.m1.cv1 2,16,16,20 3,16,16,20
c2f.m1.cv1_1 2,16,16,20 3,16,16,20
c2f.m1.cv1_2 2,16,16,20 3,16,16,20
c2f.m1.cv2 2,16,16,20 3,16,16,20
c2f.m1.cv2_1 2,16,16,20 3,16,16,20
c2f.m1.cv2_2 2,16,16,20 3,16,16,20
add_1 2,16,16,20 3,16,16,20
cat 2,64,16,20 3,64,16,20
c2f.cv2 2,32,16,20 3,32,16,20
c2f.cv2_1 2,32,16,20 3,32,16,20
c2f.cv2_2 2,32,16,20 3,32,16,20
cv2_0 2,64,16,20 3,64,16,20
cv3_0 2,7,16,20 3,7,16,20
cat_2 2,71,16,20 3,71,16,20
cv2_1 2,64,8,10 3,64,8,10
cv3_1 2,7,8,10 3,7,8,10
cat_3 2,71,8,10 3,71,8,10
view 2,71,320 3,71,320
view_1 2,71,80 3,71,80
cat_4 2,71,400 3,71,400
split 2,64,400;2,7,400; 3,64,400;3,7,400;
arange 20 20
add_2 20 20
arange_1 16 16
add_3 16 16
meshgrid 16,20;16,20; 16,20;16,20;
stack 16,20,2 16,20,2
view_2 320,2 320,2
arange_2 8 8
add_4 8 8
arange_3 10 10
add_5 10 10
meshgrid_1 8,10;8,10; 8,10;8,10;
stack_1 8,10,2 8,10,2
view_3 80,2 80,2
cat_5 400,2 400,2
transpose 2,400 2,400
full 320,1 320,1
full_1 80,1 80,1
cat_6 400,1 400,1
transpose_1 1,400 1,400
view_4 2,4,16,400 3,4,16,400
transpose_2 2,16,4,400 3,16,4,400
softmax 2,16,4,400 3,16,4,400
dfl.conv 2,1,4,400 3,1,4,400
view_5 2,4,400 3,4,400
chunk_1 2,2,400;2,2,400; 3,2,400;3,2,400;
unsqueeze 1,2,400 1,2,400
sub 2,2,400 3,2,400
unsqueeze_1 1,2,400 1,2,400
add_6 2,2,400 3,2,400
add_7 2,2,400 3,2,400
div 2,2,400 3,2,400
wh 2,2,400 3,2,400
cat_7 2,4,400 3,4,400
mul 2,4,400 3,4,400
sigmoid 2,7,400 3,7,400
cat_8 2,11,400 3,11,400
*/
