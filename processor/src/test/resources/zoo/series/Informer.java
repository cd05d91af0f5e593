package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 24}, name = "x")
@Forward("""
    B, L_Q, D = x.shape
    H, E = 4, D // 4
    Q = self.q(x).view(B, L_Q, H, E).transpose(2, 1)
    K = self.k(x).view(B, L_Q, H, E).transpose(2, 1)
    V = self.v(x).view(B, L_Q, H, E).transpose(2, 1)
    L_K = K.shape[2]
    sample_k, n_top = 10, 8
    K_expand = K.unsqueeze(-3).expand(B, H, L_Q, L_K, E)
    index_sample = torch.randint(L_K, (L_Q, sample_k))
    K_sample = K_expand[:, :, torch.arange(L_Q).unsqueeze(1), index_sample, :]
    Q_K_sample = torch.matmul(Q.unsqueeze(-2), K_sample.transpose(-2, -1)).squeeze(-2)
    M = Q_K_sample.max(-1)[0] - torch.div(Q_K_sample.sum(-1), L_K)
    M_top = M.topk(n_top, sorted=False)[1]
    Q_reduce = Q[torch.arange(B)[:, None, None], torch.arange(H)[None, :, None], M_top, :]
    scores = torch.matmul(Q_reduce, K.transpose(-2, -1)) * (1. / math.sqrt(E))
    V_sum = V.mean(dim=-2)
    contex = V_sum.unsqueeze(-2).expand(B, H, L_Q, V_sum.shape[-1]).clone()
    attn = torch.softmax(scores, dim=-1)
    contex[torch.arange(B)[:, None, None], torch.arange(H)[None, :, None], M_top, :] = torch.matmul(attn, V).type_as(contex)
    x = contex.transpose(2, 1).contiguous().view(B, L_Q, -1)
    x = self.downConv(x.permute(0, 2, 1))
    x = F.elu(self.norm(x))
    x = self.maxPool(x)
    return x.transpose(1, 2)
    """)
class Informer {
  static class Block {}

  @Linear(in = 24, out = 24) Block q;
  @Linear(in = 24, out = 24) Block k;
  @Linear(in = 24, out = 24) Block v;
  @Conv1d(in = 24, out = 24, k = 3, p = 2, paddingMode = PaddingMode.CIRCULAR) Block downConv;
  @BatchNorm1d(24) Block norm;
  @MaxPool1d(k = 3, s = 2, p = 1) Block maxPool;
}

/* PyTorch 1.13.0:
parameters 3600
sizes N=2 N=3
q 2,32,24 3,32,24
view 2,32,4,6 3,32,4,6
transpose 2,4,32,6 3,4,32,6
k 2,32,24 3,32,24
view_1 2,32,4,6 3,32,4,6
transpose_1 2,4,32,6 3,4,32,6
v 2,32,24 3,32,24
view_2 2,32,4,6 3,32,4,6
transpose_2 2,4,32,6 3,4,32,6
unsqueeze 2,4,1,32,6 3,4,1,32,6
expand 2,4,32,32,6 3,4,32,32,6
index_sample 32,10 32,10
arange 32 32
unsqueeze_1 32,1 32,1
getitem 2,4,32,10,6 3,4,32,10,6
unsqueeze_2 2,4,32,1,6 3,4,32,1,6
transpose_3 2,4,32,6,10 3,4,32,6,10
matmul 2,4,32,1,10 3,4,32,1,10
squeeze 2,4,32,10 3,4,32,10
max 2,4,32;2,4,32; 3,4,32;3,4,32;
sum 2,4,32 3,4,32
div 2,4,32 3,4,32
sub 2,4,32 3,4,32
M_top 2,4,8;2,4,8; 3,4,8;3,4,8;
arange_1 2 3
getitem_1 2,1,1 3,1,1
arange_2 4 4
getitem_2 1,4,1 1,4,1
getitem_3 2,4,8,6 3,4,8,6
transpose_4 2,4,6,32 3,4,6,32
matmul_1 2,4,8,32 3,4,8,32
mul 2,4,8,32 3,4,8,32
V_sum 2,4,6 3,4,6
unsqueeze_3 2,4,1,6 3,4,1,6
expand_1 2,4,32,6 3,4,32,6
clone 2,4,32,6 3,4,32,6
attn 2,4,8,32 3,4,8,32
matmul_2 2,4,8,6 3,4,8,6
type_as 2,4,8,6 3,4,8,6
arange_3 2 3
getitem_4 2,1,1 3,1,1
arange_4 4 4
getitem_5 1,4,1 1,4,1
setitem 2,4,32,6 3,4,32,6
transpose_5 2,32,4,6 3,32,4,6
contiguous 2,32,4,6 3,32,4,6
view_3 2,32,24 3,32,24
permute 2,24,32 3,24,32
downConv 2,24,34 3,24,34
norm 2,24,34 3,24,34
elu 2,24,34 3,24,34
x_1 2,24,17 3,24,17
transpose_6 2,17,24 3,17,24
*/
