package zoo.geometry;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {20, 8}, name = "x")
@Input(value = {20, 20}, name = "adj")
@Forward("""
    def forward(self, x, adj):
        B, N, C = adj.size()
        out = torch.matmul(adj, x)
        out = out / adj.sum(dim=-1, keepdim=True).clamp(min=1)
        out = self.lin_rel(out) + self.lin_root(x)
        out = self.bn1(out.view(-1, 16)).view(B, N, 16)
        s = torch.softmax(self.assign(x), dim=-1)
        out_adj = torch.matmul(torch.matmul(s.transpose(1, 2), adj), s)
        out = torch.matmul(s.transpose(1, 2), out.relu())
        link_loss = adj - torch.matmul(s, s.transpose(1, 2))
        link_loss = torch.norm(link_loss, p=2)
        link_loss = link_loss / adj.numel()
        ent_loss = (-s * torch.log(s + 1e-15)).sum(dim=-1).mean()
        # normalised adjacency
        idx = torch.arange(5)
        a = out_adj.clone()
        a[:, idx, idx] = 1
        deg_inv_sqrt = a.sum(dim=-1).clamp(min=1).pow(-0.5)
        a = deg_inv_sqrt.unsqueeze(-1) * a * deg_inv_sqrt.unsqueeze(-2)
        h = self.gin_out(self.gin((1 + self.eps) * out + a @ out))
        # mincut
        mincut_num = torch.einsum('ijj->i', out_adj)
        d_flat = torch.einsum('ijk->ij', adj)
        d = torch.eye(N).unsqueeze(0) * d_flat.unsqueeze(2).expand(B, N, N)
        mincut_den = torch.einsum('ijj->i', torch.matmul(torch.matmul(s.transpose(1, 2), d), s))
        mincut_loss = -(mincut_num / mincut_den)
        ss = torch.matmul(s.transpose(1, 2), s)
        i_s = torch.eye(5).type_as(ss)
        ortho_loss = torch.norm(ss / torch.norm(ss, dim=(-1, -2), keepdim=True) - i_s / torch.norm(i_s), dim=(-1, -2))
        return self.classify(h.mean(dim=1)), link_loss + ent_loss, torch.mean(mincut_loss) + torch.mean(ortho_loss)
    """)
class DiffPool {
  static class Block {}

  @Parameter({1}) Block eps;
  @Linear(in = 8, out = 16, bias = false) Block lin_rel;
  @Linear(in = 8, out = 16) Block lin_root;
  @BatchNorm1d(16) Block bn1;
  @Linear(in = 8, out = 5) Block assign;
  @Linear(in = 16, out = 32) @ReLU Block gin;
  @Linear(in = 32, out = 16) Block gin_out;
  @Linear(in = 16, out = 6) Block classify;
}

/* PyTorch 1.13.0:
parameters 1524
sizes N=2 N=3
out 2,20,8 3,20,8
sum 2,20,1 3,20,1
clamp 2,20,1 3,20,1
div 2,20,8 3,20,8
lin_rel 2,20,16 3,20,16
lin_root 2,20,16 3,20,16
add 2,20,16 3,20,16
view 40,16 60,16
bn1 40,16 60,16
view_1 2,20,16 3,20,16
assign 2,20,5 3,20,5
softmax 2,20,5 3,20,5
transpose 2,5,20 3,5,20
matmul 2,5,20 3,5,20
matmul_1 2,5,5 3,5,5
transpose_1 2,5,20 3,5,20
relu 2,20,16 3,20,16
matmul_2 2,5,16 3,5,16
transpose_2 2,5,20 3,5,20
matmul_3 2,20,20 3,20,20
sub 2,20,20 3,20,20
link_loss () ()
link_loss_1 () ()
neg 2,20,5 3,20,5
add_1 2,20,5 3,20,5
log 2,20,5 3,20,5
mul 2,20,5 3,20,5
sum_1 2,20 3,20
mean () ()
idx 5 5
a 2,5,5 3,5,5
setitem 2,5,5 3,5,5
sum_2 2,5 3,5
clamp_1 2,5 3,5
pow 2,5 3,5
unsqueeze 2,5,1 3,5,1
mul_1 2,5,5 3,5,5
unsqueeze_1 2,1,5 3,1,5
mul_2 2,5,5 3,5,5
add_2 1 1
mul_3 2,5,16 3,5,16
matmul_4 2,5,16 3,5,16
add_3 2,5,16 3,5,16
gin 2,5,32 3,5,32
gin_1 2,5,32 3,5,32
gin_out 2,5,16 3,5,16
mincut_num 2 3
d_flat 2,20 3,20
eye 20,20 20,20
unsqueeze_2 1,20,20 1,20,20
unsqueeze_3 2,20,1 3,20,1
expand 2,20,20 3,20,20
mul_4 2,20,20 3,20,20
transpose_3 2,5,20 3,5,20
matmul_5 2,5,20 3,5,20
matmul_6 2,5,5 3,5,5
einsum 2 3
div_1 2 3
neg_1 2 3
transpose_4 2,5,20 3,5,20
matmul_7 2,5,5 3,5,5
eye_1 5,5 5,5
type_as 5,5 5,5
norm 2,1,1 3,1,1
div_2 2,5,5 3,5,5
norm_1 () ()
div_3 5,5 5,5
sub_1 2,5,5 3,5,5
norm_2 2 3
mean_1 2,16 3,16
classify 2,6 3,6
add_4 () ()
mean_2 () ()
mean_3 () ()
add_5 () ()
*/
