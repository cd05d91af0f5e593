package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {10}, name = "x", dtype = long.class)
@Forward("""
    x = x + self.offsets.unsqueeze(0)
    embed_x = self.embedding(x)
    linear = torch.sum(self.fc(x), dim=1) + self.bias

    # compressed interaction network
    xs = list()
    x0, h = embed_x.unsqueeze(2), embed_x
    c = x0 * h.unsqueeze(1)
    batch_size, f0_dim, fin_dim, embed_dim = c.shape
    c = c.view(batch_size, f0_dim * fin_dim, embed_dim)
    c = F.relu(self.conv1(c))
    c, h = torch.split(c, c.shape[1] // 2, dim=1)
    xs.append(c)
    c = x0 * h.unsqueeze(1)
    batch_size, f0_dim, fin_dim, embed_dim = c.shape
    c = c.view(batch_size, f0_dim * fin_dim, embed_dim)
    c = F.relu(self.conv2(c))
    xs.append(c)
    cin = self.cin_fc(torch.sum(torch.cat(xs, dim=1), 2))

    # factorization machine
    square_of_sum = torch.sum(embed_x, dim=1) ** 2
    sum_of_square = torch.sum(embed_x ** 2, dim=1)
    fm = 0.5 * torch.sum(square_of_sum - sum_of_square, dim=1, keepdim=True)

    # cross network
    flat = embed_x.view(-1, 10 * 8)
    xl = flat
    xl = flat * self.cross_w(xl) + self.cross_b + xl
    x_l = flat.unsqueeze(2)
    xl_w = torch.matmul(self.kernels, x_l)
    dot_ = torch.mul(flat.unsqueeze(2), xl_w).squeeze(dim=2)
    deep = self.mlp_out(self.mlp(flat))
    logit = linear + fm + cin + deep + self.cross_out(torch.cat((xl, dot_), -1))
    return torch.sigmoid(logit.squeeze(1))
    """)
class XDeepFm {
  static class Block {}

  @Parameter({1}) Block bias;
  @Parameter({80}) Block cross_b;
  @Parameter({80, 80}) Block kernels;
  @Buffer({10}) Block offsets;
  @Embedding(num = 500, dim = 8) Block embedding;
  @Embedding(num = 500, dim = 1) Block fc;
  @Conv1d(in = 100, out = 16, k = 1) Block conv1;
  @Conv1d(in = 80, out = 16, k = 1) Block conv2;
  @Linear(in = 24, out = 1) Block cin_fc;
  @Linear(in = 80, out = 1, bias = false) Block cross_w;
  @Linear(in = 80, out = 32) @BatchNorm1d(32) @ReLU @Dropout(0.2) Block mlp;
  @Linear(in = 32, out = 1) Block mlp_out;
  @Linear(in = 160, out = 1) Block cross_out;
}

/* PyTorch 1.13.0:
parameters 16848
sizes N=2 N=3
unsqueeze 1,10 1,10
add 2,10 3,10
embed_x 2,10,8 3,10,8
fc 2,10,1 3,10,1
sum 2,1 3,1
add_1 2,1 3,1
unsqueeze_1 2,10,1,8 3,10,1,8
unsqueeze_2 2,1,10,8 3,1,10,8
mul 2,10,10,8 3,10,10,8
c 2,100,8 3,100,8
conv1 2,16,8 3,16,8
relu 2,16,8 3,16,8
split 2,8,8;2,8,8; 3,8,8;3,8,8;
unsqueeze_3 2,1,8,8 3,1,8,8
mul_1 2,10,8,8 3,10,8,8
c_1 2,80,8 3,80,8
conv2 2,16,8 3,16,8
relu_1 2,16,8 3,16,8
cat 2,24,8 3,24,8
sum_1 2,24 3,24
cin_fc 2,1 3,1
sum_2 2,8 3,8
pow 2,8 3,8
pow_1 2,10,8 3,10,8
sum_3 2,8 3,8
sub 2,8 3,8
sum_4 2,1 3,1
mul_2 2,1 3,1
flat 2,80 3,80
cross_w 2,1 3,1
mul_3 2,80 3,80
add_2 2,80 3,80
add_3 2,80 3,80
x_l 2,80,1 3,80,1
xl_w 2,80,1 3,80,1
unsqueeze_4 2,80,1 3,80,1
mul_4 2,80,1 3,80,1
squeeze 2,80 3,80
mlp 2,32 3,32
mlp_1 2,32 3,32
mlp_2 2,32 3,32
mlp_3 2,32 3,32
mlp_out 2,1 3,1
add_4 2,1 3,1
add_5 2,1 3,1
add_6 2,1 3,1
cat_1 2,160 3,160
cross_out 2,1 3,1
add_7 2,1 3,1
squeeze_1 2 3
sigmoid 2 3
*/
