package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {30}, name = "x")
@Forward("""
    x = self.initial_bn(x)
    prior = torch.ones(x.shape).to(x.device)
    y = self.bn1(self.shared(x))
    y = torch.mul(y[:, :16], torch.sigmoid(y[:, 16:]))
    scale = torch.sqrt(torch.FloatTensor([0.5]).to(x.device))
    z = self.bn2(self.spec(y))
    y = torch.add(y, torch.mul(z[:, : 16], torch.sigmoid(z[:, 16:]))) * scale
    att = y[:, 8:]
    m = torch.mul(self.att_bn(self.att(att)), prior)
    # sparsemax
    input = m - m.max(dim=-1, keepdim=True)[0].expand_as(m)
    zs = torch.sort(input, dim=-1, descending=True)[0]
    rng = torch.arange(1, input.size(-1) + 1, dtype=input.dtype).view(1, -1)
    bound = 1 + rng * zs
    cumulative_sum_zs = torch.cumsum(zs, -1)
    is_gt = torch.gt(bound, cumulative_sum_zs).type(input.type())
    k = torch.max(is_gt * rng, -1, keepdim=True)[0]
    taus = (torch.sum(is_gt * zs, -1, keepdim=True) - 1) / k
    M = torch.max(torch.zeros_like(input), input - taus.expand_as(input))
    M_loss = torch.mean(torch.sum(torch.mul(M, torch.log(M + 1e-15)), dim=1))
    prior = torch.mul(1.3 - M, prior)
    masked_x = torch.mul(M, x)
    y = self.bn1(self.shared(masked_x))
    d = nn.ReLU()(F.glu(y, dim=1)[:, :8])
    return self.final_mapping(d), M_loss
    """)
class TabNetStep {
  static class Block {}

  @BatchNorm1d(30) Block initial_bn;
  @Linear(in = 30, out = 32, bias = false) Block shared;
  @BatchNorm1d(32) Block bn1;
  @Linear(in = 16, out = 32, bias = false) Block spec;
  @BatchNorm1d(32) Block bn2;
  @Linear(in = 8, out = 30, bias = false) Block att;
  @BatchNorm1d(30) Block att_bn;
  @Linear(in = 8, out = 2, bias = false) Block final_mapping;
}

/* PyTorch 1.13.0:
parameters 1976
sizes N=2 N=3
x_1 2,30 3,30
ones 2,30 3,30
to 2,30 3,30
shared 2,32 3,32
bn1 2,32 3,32
getitem 2,16 3,16
getitem_1 2,16 3,16
sigmoid 2,16 3,16
mul 2,16 3,16
FloatTensor 1 1
to_1 1 1
sqrt 1 1
spec 2,32 3,32
bn2 2,32 3,32
getitem_2 2,16 3,16
getitem_3 2,16 3,16
sigmoid_1 2,16 3,16
mul_1 2,16 3,16
add 2,16 3,16
mul_2 2,16 3,16
att 2,8 3,8
att_1 2,30 3,30
att_bn 2,30 3,30
mul_3 2,30 3,30
max 2,1;2,1; 3,1;3,1;
expand_as 2,30 3,30
sub 2,30 3,30
zs 2,30;2,30; 3,30;3,30;
arange 30 30
view 1,30 1,30
mul_4 2,30 3,30
add_1 2,30 3,30
cumulative_sum_zs 2,30 3,30
gt 2,30 3,30
type 2,30 3,30
mul_5 2,30 3,30
max_1 2,1;2,1; 3,1;3,1;
mul_6 2,30 3,30
sum 2,1 3,1
sub_1 2,1 3,1
div 2,1 3,1
zeros_like 2,30 3,30
expand_as_1 2,30 3,30
sub_2 2,30 3,30
max_2 2,30 3,30
add_2 2,30 3,30
log 2,30 3,30
mul_7 2,30 3,30
sum_1 2 3
mean () ()
sub_3 2,30 3,30
mul_8 2,30 3,30
masked_x 2,30 3,30
shared_1 2,32 3,32
bn1_1 2,32 3,32
glu 2,16 3,16
getitem_4 2,8 3,8
ReLU 2,8 3,8
final_mapping 2,2 3,2
*/
