package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 75, 75}, name = "x")
@Forward("""
    s = self.base(x)
    t = F.relu(self.extra(s), inplace=True)
    l0 = self.loc0(s).permute(0, 2, 3, 1).contiguous()
    c0 = self.conf0(s).permute(0, 2, 3, 1).contiguous()
    l1 = self.loc1(t).permute(0, 2, 3, 1).contiguous()
    c1 = self.conf1(t).permute(0, 2, 3, 1).contiguous()
    loc = torch.cat([l0.view(l0.size(0), -1), l1.view(l1.size(0), -1)], 1)
    conf = torch.cat([c0.view(c0.size(0), -1), c1.view(c1.size(0), -1)], 1)
    return loc.view(loc.size(0), -1, 4), F.softmax(conf.view(conf.size(0), -1, 21), dim=-1)
    """)
class SsdHead {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 3, s = 2, p = 1) @ReLU @MaxPool2d(k = 2, ceilMode = true) Block base;
  @Conv2d(in = 64, out = 128, k = 3, s = 2, p = 1) Block extra;
  @Conv2d(in = 64, out = 16, k = 3, p = 1) Block loc0;
  @Conv2d(in = 64, out = 84, k = 3, p = 1) Block conf0;
  @Conv2d(in = 128, out = 24, k = 3, p = 1) Block loc1;
  @Conv2d(in = 128, out = 126, k = 3, p = 1) Block conf1;
}

/* PyTorch 1.13.0:
parameters 306298
sizes N=2 N=3
base 2,64,38,38 3,64,38,38
base_1 2,64,38,38 3,64,38,38
base_2 2,64,19,19 3,64,19,19
extra 2,128,10,10 3,128,10,10
relu 2,128,10,10 3,128,10,10
loc0 2,16,19,19 3,16,19,19
permute 2,19,19,16 3,19,19,16
contiguous 2,19,19,16 3,19,19,16
conf0 2,84,19,19 3,84,19,19
permute_1 2,19,19,84 3,19,19,84
contiguous_1 2,19,19,84 3,19,19,84
loc1 2,24,10,10 3,24,10,10
permute_2 2,10,10,24 3,10,10,24
contiguous_2 2,10,10,24 3,10,10,24
conf1 2,126,10,10 3,126,10,10
permute_3 2,10,10,126 3,10,10,126
contiguous_3 2,10,10,126 3,10,10,126
view 2,5776 3,5776
view_1 2,2400 3,2400
cat 2,8176 3,8176
view_2 2,30324 3,30324
view_3 2,12600 3,12600
cat_1 2,42924 3,42924
view_4 2,2044,4 3,2044,4
view_5 2,2044,21 3,2044,21
softmax 2,2044,21 3,2044,21
*/
