package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {64, 32, 40}, name = "x")
@Forward("""
    x = self.deconv(x)
    hm = self.hm(x)
    hm = torch.clamp(hm.sigmoid_(), min=1e-4, max=1 - 1e-4)
    hmax = F.max_pool2d(hm, 3, stride=1, padding=1)
    keep = (hmax == hm).float()
    hm = hm * keep
    batch, cat, height, width = hm.size()
    topk_scores, topk_inds = torch.topk(hm.view(batch, cat, -1), 100)
    topk_inds = topk_inds % (height * width)
    topk_ys = (topk_inds / width).int().float()
    topk_score, topk_ind = torch.topk(topk_scores.view(batch, -1), 100)
    topk_clses = (topk_ind / 100).int()
    topk_ys = topk_ys.view(batch, -1).gather(1, topk_ind)
    wh = self.wh(x).permute(0, 2, 3, 1).contiguous()
    wh = wh.view(wh.size(0), -1, wh.size(3))
    ind = topk_inds.view(batch, -1).gather(1, topk_ind)
    ind = ind.unsqueeze(2).expand(ind.size(0), ind.size(1), 2)
    wh = wh.gather(1, ind)
    return topk_score, topk_clses, topk_ys, wh
    """)
class CenterNetHead {
  static class Block {}

  @ConvTranspose2d(in = 64, out = 64, k = 4, s = 2, p = 1, bias = false) Block deconv;
  @Submodule(Layers.class) Block hm;
  @Submodule(Layers2.class) Block wh;

  @Params("")
  static class Layers {
    @Conv2d(in = 64, out = 64, k = 3, p = 1) Block l0;
    @ReLU Block l1;
    @Conv2d(in = 64, out = 80, k = 1) Block l2;
  }

  @Params("")
  static class Layers2 {
    @Conv2d(in = 64, out = 64, k = 3, p = 1) Block l0;
    @ReLU Block l1;
    @Conv2d(in = 64, out = 2, k = 1) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 144722
sizes N=2 N=3
x_1 2,64,64,80 3,64,64,80
hm.l0 2,64,64,80 3,64,64,80
hm.l1 2,64,64,80 3,64,64,80
hm.l2 2,80,64,80 3,80,64,80
sigmoid_ 2,80,64,80 3,80,64,80
clamp 2,80,64,80 3,80,64,80
hmax 2,80,64,80 3,80,64,80
eq 2,80,64,80 3,80,64,80
float 2,80,64,80 3,80,64,80
hm 2,80,64,80 3,80,64,80
view 2,80,5120 3,80,5120
topk 2,80,100;2,80,100; 3,80,100;3,80,100;
topk_inds 2,80,100 3,80,100
div 2,80,100 3,80,100
int 2,80,100 3,80,100
float_1 2,80,100 3,80,100
view_1 2,8000 3,8000
topk_1 2,100;2,100; 3,100;3,100;
div_1 2,100 3,100
int_1 2,100 3,100
view_2 2,8000 3,8000
gather 2,100 3,100
wh.l0 2,64,64,80 3,64,64,80
wh.l1 2,64,64,80 3,64,64,80
wh.l2 2,2,64,80 3,2,64,80
permute 2,64,80,2 3,64,80,2
contiguous 2,64,80,2 3,64,80,2
wh 2,5120,2 3,5120,2
view_3 2,8000 3,8000
gather_1 2,100 3,100
unsqueeze 2,100,1 3,100,1
expand 2,100,2 3,100,2
wh_1 2,100,2 3,100,2
*/
