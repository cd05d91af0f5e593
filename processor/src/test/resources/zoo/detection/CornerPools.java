package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {16, 12, 20}, name = "x")
@Input(value = {5}, name = "ind", dtype = long.class)
@Forward("""
    def forward(self, x, ind):
        top = x.flip(2).cummax(dim=2)[0].flip(2)
        left, _ = torch.cummax(torch.flip(self.p2(x), dims=[3]), dim=3)
        pool = self.p1(top) + left.flip([3])
        heat = torch.sigmoid(self.heat(pool))
        hmax = F.max_pool2d(heat, (3, 3), stride=1, padding=1)
        keep = (hmax == heat).float()
        heat = heat * keep
        batch, cat, height, width = heat.size()
        topk_scores, topk_inds = torch.topk(heat.view(batch, -1), 10)
        topk_clses = (topk_inds / (height * width)).int()
        topk_inds = topk_inds % (height * width)
        topk_ys = (topk_inds / width).int().float()
        feat = self.tag(pool).permute(0, 2, 3, 1).contiguous()
        feat = feat.view(feat.size(0), -1, feat.size(3))
        dim = feat.size(2)
        index = ind.unsqueeze(2).expand(ind.size(0), ind.size(1), dim)
        tags = feat.gather(1, index)
        return topk_scores, topk_clses, topk_ys, tags.squeeze(2)
    """)
class CornerPools {
  static class Block {}

  @Conv2d(in = 16, out = 16, k = 3, p = 1) Block p1;
  @Conv2d(in = 16, out = 16, k = 3, p = 1) Block p2;
  @Conv2d(in = 16, out = 8, k = 1) Block heat;
  @Conv2d(in = 16, out = 1, k = 1) Block tag;
}

/* PyTorch 1.13.0:
parameters 4793
sizes N=2 N=3
flip 2,16,12,20 3,16,12,20
cummax 2,16,12,20;2,16,12,20; 3,16,12,20;3,16,12,20;
flip_1 2,16,12,20 3,16,12,20
p2 2,16,12,20 3,16,12,20
flip_2 2,16,12,20 3,16,12,20
cummax_1 2,16,12,20;2,16,12,20; 3,16,12,20;3,16,12,20;
p1 2,16,12,20 3,16,12,20
flip_3 2,16,12,20 3,16,12,20
add 2,16,12,20 3,16,12,20
heat 2,8,12,20 3,8,12,20
sigmoid 2,8,12,20 3,8,12,20
hmax 2,8,12,20 3,8,12,20
eq 2,8,12,20 3,8,12,20
float 2,8,12,20 3,8,12,20
heat_1 2,8,12,20 3,8,12,20
view 2,1920 3,1920
topk 2,10;2,10; 3,10;3,10;
div 2,10 3,10
int 2,10 3,10
topk_inds 2,10 3,10
div_1 2,10 3,10
int_1 2,10 3,10
float_1 2,10 3,10
tag 2,1,12,20 3,1,12,20
permute 2,12,20,1 3,12,20,1
contiguous 2,12,20,1 3,12,20,1
feat 2,240,1 3,240,1
unsqueeze 2,5,1 3,5,1
expand 2,5,1 3,5,1
tags 2,5,1 3,5,1
squeeze 2,5 3,5
*/
