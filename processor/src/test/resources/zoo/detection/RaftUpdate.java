package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 9, 14}, name = "h")
@Input(value = {40, 9, 14}, name = "x")
@Input(value = {2, 9, 14}, name = "flow")
@Forward("""
    def forward(self, h, x, flow):
        # horizontal
        hx = torch.cat([h, x], dim=1)
        z = torch.sigmoid(self.convz1(hx))
        r = torch.sigmoid(self.convr1(hx))
        q = torch.tanh(self.convq1(torch.cat([r * h, x], dim=1)))
        h = (1 - z) * h + z * q

        # vertical
        hx = torch.cat([h, x], dim=1)
        z = torch.sigmoid(self.convz2(hx))
        r = torch.sigmoid(self.convr2(hx))
        q = torch.tanh(self.convq2(torch.cat([r * h, x], dim=1)))
        h = (1 - z) * h + z * q

        # Upsample flow field [H/8, W/8, 2] -> [H, W, 2] using convex combination
        mask = .25 * self.mask2(self.mask(h))
        N, _, H, W = flow.shape
        mask = mask.view(N, 1, 9, 8, 8, H, W)
        mask = torch.softmax(mask, dim=2)

        up_flow = F.unfold(8 * flow, [3, 3], padding=1)
        up_flow = up_flow.view(N, 2, 9, 1, 1, H, W)

        up_flow = torch.sum(mask * up_flow, dim=2)
        up_flow = up_flow.permute(0, 1, 4, 2, 5, 3)
        return up_flow.reshape(N, 2, 8 * H, 8 * W)
    """)
class RaftUpdate {
  static class Block {}

  @Conv2d(in = 72, out = 32, k = {1, 5}, p = {0, 2}) Block convz1;
  @Conv2d(in = 72, out = 32, k = {1, 5}, p = {0, 2}) Block convr1;
  @Conv2d(in = 72, out = 32, k = {1, 5}, p = {0, 2}) Block convq1;
  @Conv2d(in = 72, out = 32, k = {5, 1}, p = {2, 0}) Block convz2;
  @Conv2d(in = 72, out = 32, k = {5, 1}, p = {2, 0}) Block convr2;
  @Conv2d(in = 72, out = 32, k = {5, 1}, p = {2, 0}) Block convq2;
  @Conv2d(in = 32, out = 48, k = 3, p = 1) @ReLU Block mask;
  @Conv2d(in = 48, out = 576, k = 1) Block mask2;
}

/* PyTorch 1.13.0:
parameters 111408
sizes N=2 N=3
hx 2,72,9,14 3,72,9,14
convz1 2,32,9,14 3,32,9,14
sigmoid 2,32,9,14 3,32,9,14
convr1 2,32,9,14 3,32,9,14
sigmoid_1 2,32,9,14 3,32,9,14
mul 2,32,9,14 3,32,9,14
cat 2,72,9,14 3,72,9,14
convq1 2,32,9,14 3,32,9,14
tanh 2,32,9,14 3,32,9,14
sub 2,32,9,14 3,32,9,14
mul_1 2,32,9,14 3,32,9,14
mul_2 2,32,9,14 3,32,9,14
add 2,32,9,14 3,32,9,14
hx_1 2,72,9,14 3,72,9,14
convz2 2,32,9,14 3,32,9,14
sigmoid_2 2,32,9,14 3,32,9,14
convr2 2,32,9,14 3,32,9,14
sigmoid_3 2,32,9,14 3,32,9,14
mul_3 2,32,9,14 3,32,9,14
cat_1 2,72,9,14 3,72,9,14
convq2 2,32,9,14 3,32,9,14
tanh_1 2,32,9,14 3,32,9,14
sub_1 2,32,9,14 3,32,9,14
mul_4 2,32,9,14 3,32,9,14
mul_5 2,32,9,14 3,32,9,14
add_1 2,32,9,14 3,32,9,14
mask 2,48,9,14 3,48,9,14
mask_1 2,48,9,14 3,48,9,14
mask2 2,576,9,14 3,576,9,14
mul_6 2,576,9,14 3,576,9,14
mask_2 2,1,9,8,8,9,14 3,1,9,8,8,9,14
mask_3 2,1,9,8,8,9,14 3,1,9,8,8,9,14
mul_7 2,2,9,14 3,2,9,14
unfold 2,18,126 3,18,126
up_flow 2,2,9,1,1,9,14 3,2,9,1,1,9,14
mul_8 2,2,9,8,8,9,14 3,2,9,8,8,9,14
sum 2,2,8,8,9,14 3,2,8,8,9,14
up_flow_1 2,2,9,8,14,8 3,2,9,8,14,8
reshape 2,2,72,112 3,2,72,112
*/
