package zoo.geometry;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 40}, name = "x")
@Forward("""
    batch_size = x.size(0)
    num_points = x.size(2)
    k = 8
    # knn
    inner = -2 * torch.matmul(x.transpose(2, 1), x)
    xx = torch.sum(x**2, dim=1, keepdim=True)
    pairwise_distance = -xx - inner - xx.transpose(2, 1)
    idx = pairwise_distance.topk(k=k, dim=-1)[1]
    # get_graph_feature
    idx_base = torch.arange(0, batch_size, device=x.device).view(-1, 1, 1) * num_points
    idx = idx + idx_base
    idx = idx.view(-1)
    _, num_dims, _ = x.size()
    xt = x.transpose(2, 1).contiguous()
    feature = xt.view(batch_size * num_points, -1)[idx, :]
    feature = feature.view(batch_size, num_points, k, num_dims)
    xt = xt.view(batch_size, num_points, 1, num_dims).repeat(1, 1, k, 1)
    feature = torch.cat((feature - xt, xt), dim=3).permute(0, 3, 1, 2).contiguous()
    x = self.conv1(feature)
    x1 = x.max(dim=-1, keepdim=False)[0]

    inner = -2 * torch.matmul(x1.transpose(2, 1), x1)
    xx = torch.sum(x1**2, dim=1, keepdim=True)
    idx = (-xx - inner - xx.transpose(2, 1)).topk(k=k, dim=-1)[1]
    idx = (idx + idx_base).view(-1)
    xt = x1.transpose(2, 1).contiguous()
    feature = torch.index_select(xt.view(batch_size * num_points, -1), 0, idx)
    feature = feature.view(batch_size, num_points, k, 16)
    xt = xt.unsqueeze(2).expand(-1, -1, k, -1)
    feature = torch.cat((feature - xt, xt), dim=3).permute(0, 3, 1, 2)
    x2 = self.conv2(feature).max(dim=-1).values

    x = torch.cat((x1, x2), dim=1)
    x = self.conv5(x)
    x1 = F.adaptive_max_pool1d(x, 1).view(batch_size, -1)
    x2 = F.adaptive_avg_pool1d(x, 1).view(batch_size, -1)
    x = torch.cat((x1, x2), 1)
    return self.linear1(x)
    """)
class Dgcnn {
  static class Block {}

  @Conv2d(in = 6, out = 16, k = 1, bias = false) @BatchNorm2d(16) @LeakyReLU(negativeSlope = 0.2) Block conv1;
  @Conv2d(in = 32, out = 24, k = 1, bias = false) @BatchNorm2d(24) @LeakyReLU(negativeSlope = 0.2) Block conv2;
  @Conv1d(in = 40, out = 64, k = 1, bias = false) @BatchNorm1d(64) @LeakyReLU(negativeSlope = 0.2) Block conv5;
  @Linear(in = 128, out = 40) Block linear1;
}

/* PyTorch 1.13.0:
parameters 8792
sizes N=2 N=3
transpose 2,40,3 3,40,3
matmul 2,40,40 3,40,40
mul 2,40,40 3,40,40
pow 2,3,40 3,3,40
sum 2,1,40 3,1,40
neg 2,1,40 3,1,40
sub 2,40,40 3,40,40
transpose_1 2,40,1 3,40,1
sub_1 2,40,40 3,40,40
idx 2,40,8;2,40,8; 3,40,8;3,40,8;
arange 2 3
view 2,1,1 3,1,1
mul_1 2,1,1 3,1,1
idx_1 2,40,8 3,40,8
idx_2 640 960
transpose_2 2,40,3 3,40,3
contiguous 2,40,3 3,40,3
view_1 80,3 120,3
getitem 640,3 960,3
feature 2,40,8,3 3,40,8,3
view_2 2,40,1,3 3,40,1,3
repeat 2,40,8,3 3,40,8,3
sub_2 2,40,8,3 3,40,8,3
cat 2,40,8,6 3,40,8,6
permute 2,6,40,8 3,6,40,8
contiguous_1 2,6,40,8 3,6,40,8
conv1 2,16,40,8 3,16,40,8
conv1_1 2,16,40,8 3,16,40,8
conv1_2 2,16,40,8 3,16,40,8
x1 2,16,40;2,16,40; 3,16,40;3,16,40;
transpose_3 2,40,16 3,40,16
matmul_1 2,40,40 3,40,40
mul_2 2,40,40 3,40,40
pow_1 2,16,40 3,16,40
sum_1 2,1,40 3,1,40
neg_1 2,1,40 3,1,40
sub_3 2,40,40 3,40,40
transpose_4 2,40,1 3,40,1
sub_4 2,40,40 3,40,40
topk 2,40,8;2,40,8; 3,40,8;3,40,8;
add 2,40,8 3,40,8
view_3 640 960
transpose_5 2,40,16 3,40,16
contiguous_2 2,40,16 3,40,16
view_4 80,16 120,16
index_select 640,16 960,16
feature_1 2,40,8,16 3,40,8,16
unsqueeze 2,40,1,16 3,40,1,16
expand 2,40,8,16 3,40,8,16
sub_5 2,40,8,16 3,40,8,16
cat_1 2,40,8,32 3,40,8,32
permute_1 2,32,40,8 3,32,40,8
conv2 2,24,40,8 3,24,40,8
conv2_1 2,24,40,8 3,24,40,8
conv2_2 2,24,40,8 3,24,40,8
max 2,24,40;2,24,40; 3,24,40;3,24,40;
x_1 2,40,40 3,40,40
conv5 2,64,40 3,64,40
conv5_1 2,64,40 3,64,40
conv5_2 2,64,40 3,64,40
adaptive_max_pool1d 2,64,1 3,64,1
view_5 2,64 3,64
adaptive_avg_pool1d 2,64,1 3,64,1
view_6 2,64 3,64
x_2 2,128 3,128
linear1 2,40 3,40
*/
