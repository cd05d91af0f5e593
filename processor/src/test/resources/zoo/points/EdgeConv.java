package zoo.points;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 128}, name = "x")
@Forward("""
    inner = -2 * torch.matmul(x.transpose(2, 1), x)
    xx = torch.sum(x ** 2, dim=1, keepdim=True)
    pairwise_distance = -xx - inner - xx.transpose(2, 1)
    idx = pairwise_distance.topk(k=20, dim=-1)[1]  # (batch_size, num_points, k)

    batch_size, num_points, k = idx.size()
    idx_base = torch.arange(0, batch_size).view(-1, 1, 1) * num_points
    idx = idx + idx_base
    idx = idx.view(-1)
    _, num_dims, _ = x.size()
    x = x.transpose(2, 1).contiguous()
    feature = x.view(batch_size * num_points, -1)[idx, :]
    feature = feature.view(batch_size, num_points, k, num_dims)
    x = x.view(batch_size, num_points, 1, num_dims).repeat(1, 1, k, 1)
    feature = torch.cat((feature - x, x), dim=3).permute(0, 3, 1, 2).contiguous()

    x = self.conv1(feature)
    x = x.max(dim=-1, keepdim=False)[0]
    x1 = F.adaptive_max_pool1d(x, 1).view(batch_size, -1)
    x2 = F.adaptive_avg_pool1d(x, 1).view(batch_size, -1)
    return self.linear(torch.cat((x1, x2), 1))
    """)
class EdgeConv {
  static class Block {}

  @Conv2d(in = 6, out = 64, k = 1, bias = false) @BatchNorm2d(64) @LeakyReLU(negativeSlope = 0.2) Block conv1;
  @Linear(in = 128, out = 40) Block linear;
}

/* PyTorch 1.13.0:
parameters 5672
sizes N=2 N=3
transpose 2,128,3 3,128,3
matmul 2,128,128 3,128,128
mul 2,128,128 3,128,128
pow 2,3,128 3,3,128
sum 2,1,128 3,1,128
neg 2,1,128 3,1,128
sub 2,128,128 3,128,128
transpose_1 2,128,1 3,128,1
sub_1 2,128,128 3,128,128
idx 2,128,20;2,128,20; 3,128,20;3,128,20;
arange 2 3
view 2,1,1 3,1,1
mul_1 2,1,1 3,1,1
idx_1 2,128,20 3,128,20
idx_2 5120 7680
transpose_2 2,128,3 3,128,3
contiguous 2,128,3 3,128,3
view_1 256,3 384,3
getitem 5120,3 7680,3
feature 2,128,20,3 3,128,20,3
view_2 2,128,1,3 3,128,1,3
repeat 2,128,20,3 3,128,20,3
sub_2 2,128,20,3 3,128,20,3
cat 2,128,20,6 3,128,20,6
permute 2,6,128,20 3,6,128,20
contiguous_1 2,6,128,20 3,6,128,20
conv1 2,64,128,20 3,64,128,20
conv1_1 2,64,128,20 3,64,128,20
conv1_2 2,64,128,20 3,64,128,20
x_1 2,64,128;2,64,128; 3,64,128;3,64,128;
adaptive_max_pool1d 2,64,1 3,64,1
view_3 2,64 3,64
adaptive_avg_pool1d 2,64,1 3,64,1
view_4 2,64 3,64
cat_1 2,128 3,128
linear 2,40 3,40
*/
