package zoo.geometry;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 24, 17, 2}, name = "x")
@Forward("""
    # data normalization
    N, C, T, V, M = x.size()
    x = x.permute(0, 4, 3, 1, 2).contiguous()
    x = x.view(N * M, V * C, T)
    x = self.data_bn(x)
    x = x.view(N, M, V, C, T)
    x = x.permute(0, 1, 3, 4, 2).contiguous()
    x = x.view(N * M, C, T, V)
    x = self.conv(x)
    n, kc, t, v = x.size()
    x = x.view(n, 3, kc // 3, t, v)
    x = torch.einsum('nkctv,kvw->nctw', (x, self.A * self.edge_importance))
    x = self.tcn(x.contiguous())
    gate = self.filter_conv(x)
    filt, g = gate.chunk(2, dim=1)
    x2 = torch.tanh(filt) * torch.sigmoid(g)
    adp = F.softmax(F.relu(torch.mm(self.nodevec1, self.nodevec2)), dim=1)
    h = torch.einsum('ncvl,vw->ncwl', (x2.transpose(2, 3), adp)).contiguous()
    h = torch.cat([x2, h.transpose(2, 3)], dim=1)
    h = self.mlp(h) + 0 * x[:, :1, -h.size(2):, :]
    # global pooling
    x = F.avg_pool2d(h, h.size()[2:])
    x = x.view(N, M, -1, 1, 1).mean(dim=1)
    x = self.fcn(x.squeeze(-1).unsqueeze(-1))
    return x.view(x.size(0), -1)
    """)
class SpatioTemporal {
  static class Block {}

  @Parameter({3, 17, 17}) Block edge_importance;
  @Parameter({17, 10}) Block nodevec1;
  @Parameter({10, 17}) Block nodevec2;
  @Buffer({3, 17, 17}) Block A;
  @BatchNorm1d(51) Block data_bn;
  @Conv2d(in = 3, out = 48, k = 1) Block conv;
  @BatchNorm2d(16) @ReLU @Conv2d(in = 16, out = 16, k = {9, 1}, s = {2, 1}, p = {4, 0}) Block tcn;
  @Conv2d(in = 16, out = 32, k = {2, 1}, d = {2, 1}) Block filter_conv;
  @Conv2d(in = 32, out = 24, k = 1) Block mlp;
  @Conv2d(in = 24, out = 60, k = 1) Block fcn;
}

/* PyTorch 1.13.0:
parameters 7201
sizes N=2 N=3
permute 2,2,17,3,24 3,2,17,3,24
contiguous 2,2,17,3,24 3,2,17,3,24
x_1 4,51,24 6,51,24
x_2 4,51,24 6,51,24
x_3 2,2,17,3,24 3,2,17,3,24
permute_1 2,2,3,24,17 3,2,3,24,17
contiguous_1 2,2,3,24,17 3,2,3,24,17
x_4 4,3,24,17 6,3,24,17
x_5 4,48,24,17 6,48,24,17
x_6 4,3,16,24,17 6,3,16,24,17
mul 3,17,17 3,17,17
einsum 4,16,24,17 6,16,24,17
contiguous_2 4,16,24,17 6,16,24,17
tcn 4,16,24,17 6,16,24,17
tcn_1 4,16,24,17 6,16,24,17
tcn_2 4,16,12,17 6,16,12,17
gate 4,32,10,17 6,32,10,17
chunk 4,16,10,17;4,16,10,17; 6,16,10,17;6,16,10,17;
tanh 4,16,10,17 6,16,10,17
sigmoid 4,16,10,17 6,16,10,17
mul_1 4,16,10,17 6,16,10,17
mm 17,17 17,17
relu 17,17 17,17
softmax 17,17 17,17
transpose 4,16,17,10 6,16,17,10
einsum_1 4,16,17,10 6,16,17,10
contiguous_3 4,16,17,10 6,16,17,10
transpose_1 4,16,10,17 6,16,10,17
cat 4,32,10,17 6,32,10,17
mlp 4,24,10,17 6,24,10,17
getitem 4,1,10,17 6,1,10,17
mul_2 4,1,10,17 6,1,10,17
add 4,24,10,17 6,24,10,17
x_7 4,24,1,1 6,24,1,1
view 2,2,24,1,1 3,2,24,1,1
mean 2,24,1,1 3,24,1,1
squeeze 2,24,1 3,24,1
unsqueeze 2,24,1,1 3,24,1,1
fcn 2,60,1,1 3,60,1,1
view_1 2,60 3,60
*/
