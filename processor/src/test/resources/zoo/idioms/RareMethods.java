package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {6, 10}, name = "x")
@Input(value = {10, 4}, name = "y")
@Forward("""
    def forward(self, x, y):
        a = x.matmul(y).addcmul(x.matmul(y), x.matmul(self.w), value=0.5)
        a = a.mul_(2).sub_(1).div_(3).clamp_(min=-1).pow_(2).neg_().add_(a, alpha=0.1)
        b = torch.einsum('...ij,...jk->...ik', x, y)
        c = torch.einsum('bij,bjk', x, y)
        d = x.bmm(y).add(b).sub(c, alpha=2).multiply(2.0).true_divide(3).square()
        e = x.narrow(-1, 2, 4).select(1, 0).unsqueeze(-1).expand(-1, -1, 3)
        f = x.std(dim=(1, 2), keepdim=True, unbiased=False).squeeze(-1).squeeze(-1)
        g, h = torch.var_mean(x, dim=-1, keepdim=True)
        i = x.flatten(-2).unflatten(-1, (2, 3, 10)).movedim(-1, 1).swapdims(2, 3).transpose_(2, 3)
        j = x.logsumexp(1).softmax(-1).log_softmax(dim=-1).exp_()
        k = x.lerp(x.flip(1), 0.3).fmod(2).remainder(3).trunc().frac()
        l = x.index_fill(1, torch.tensor([0, 2]), 0.0).index_add(1, torch.tensor([1, 1]), x[:, :2])
        n = x.amax(dim=(1,)).argmin(-1, keepdim=True)
        o = x.take_along_dim(x.argsort(dim=1), dim=1)
        p = x.cumsum(-1).cumprod(-1).diff(dim=-1).nansum(-1)
        q = x.tril(-1).triu(-3).diagonal(0, 1, 2).norm(p=1, dim=-1)
        r = x.new_full((2, 3), 1.5).new_ones(4).new_zeros(5, 6).new_empty((7,)).t()
        s = torch.addmm(x.new_zeros(10), x[:, 0], self.lin.weight.T, beta=0.5, alpha=2)
        t = torch.baddbmm(torch.zeros(1, 1, 4), x, y).baddbmm(x, y, beta=0.1)
        u = x.view(x.size(0), 2, 3, 10).mT.reshape(-1, 20, 3).mH.contiguous()
        v = x.reshape_as(x).view_as(x).expand_as(x).type_as(x).to(x).float().double().half().bool().int().long().byte()
        w = x.bernoulli(0.5).logical_not().logical_and(x > 0).all(dim=-1).any().unsqueeze(0)
        z = x.quantile(0.5, dim=-1).nan_to_num().hypot(torch.tensor(3.)).atan2(torch.tensor(1.)).sinc()
        aa = x.roll((1, 2), (1, 2)).rot90(1, (1, 2)).fliplr().tile(1, 1, 2).repeat_interleave(2, -1)
        bb = x.split_with_sizes([4, 6], dim=-1)[1].hsplit(2)[0].dsplit(2)[1].unbind(1)[-1]
        cc = x.kthvalue(3, 1).values
        dd = torch.outer(x[0, 0], y[0, :, 0])
        ee = torch.tensordot(x, y, dims=([2], [1])).permute(0, 2, 1, 3)
        ff = x.ravel().view(-1, 60)
        gg = torch.cdist(x, x).clamp_max(1).clamp_min(0)
        return a + d, e, f, g + h, i, j, k + l, n, o, p, q, s, t, u, v, w, z, aa, bb, cc, dd, ee, ff, gg
    """)
class RareMethods {
  static class Block {}

  @Parameter({10, 4}) Block w;
  @Linear(in = 10, out = 10) Block lin;
}

/* PyTorch 1.13.0:
parameters 150
sizes N=2 N=3
matmul 2,6,4 3,6,4
matmul_1 2,6,4 3,6,4
matmul_2 2,6,4 3,6,4
addcmul 2,6,4 3,6,4
mul_ 2,6,4 3,6,4
sub_ 2,6,4 3,6,4
div_ 2,6,4 3,6,4
clamp_ 2,6,4 3,6,4
pow_ 2,6,4 3,6,4
neg_ 2,6,4 3,6,4
add_ 2,6,4 3,6,4
b 2,6,4 3,6,4
c 6,4 6,4
bmm 2,6,4 3,6,4
add 2,6,4 3,6,4
sub 2,6,4 3,6,4
multiply 2,6,4 3,6,4
true_divide 2,6,4 3,6,4
square 2,6,4 3,6,4
narrow 2,6,4 3,6,4
select 2,4 3,4
unsqueeze 2,4,1 3,4,1
expand 2,4,3 3,4,3
std 2,1,1 3,1,1
squeeze 2,1 3,1
squeeze_1 2 3
var_mean 2,6,1;2,6,1; 3,6,1;3,6,1;
flatten 2,60 3,60
unflatten 2,2,3,10 3,2,3,10
movedim 2,10,2,3 3,10,2,3
swapdims 2,10,3,2 3,10,3,2
transpose_ 2,10,2,3 3,10,2,3
logsumexp 2,10 3,10
softmax 2,10 3,10
log_softmax 2,10 3,10
exp_ 2,10 3,10
flip 2,6,10 3,6,10
lerp 2,6,10 3,6,10
fmod 2,6,10 3,6,10
remainder 2,6,10 3,6,10
trunc 2,6,10 3,6,10
frac 2,6,10 3,6,10
tensor 2 2
index_fill 2,6,10 3,6,10
tensor_1 2 2
getitem 2,2,10 3,2,10
index_add 2,6,10 3,6,10
amax 2,10 3,10
argmin 2,1 3,1
argsort 2,6,10 3,6,10
take_along_dim 2,6,10 3,6,10
cumsum 2,6,10 3,6,10
cumprod 2,6,10 3,6,10
diff 2,6,9 3,6,9
nansum 2,6 3,6
tril 2,6,10 3,6,10
triu 2,6,10 3,6,10
diagonal 2,6 3,6
norm 2 3
new_full 2,3 2,3
new_ones 4 4
new_zeros 5,6 5,6
new_empty 7 7
t 7 7
new_zeros_1 10 10
getitem_1 2,10 3,10
T 10,10 10,10
addmm 2,10 3,10
zeros 1,1,4 1,1,4
baddbmm 2,6,4 3,6,4
baddbmm_1 2,6,4 3,6,4
view 2,2,3,10 3,2,3,10
mT 2,2,10,3 3,2,10,3
reshape 2,20,3 3,20,3
mH 2,3,20 3,3,20
contiguous 2,3,20 3,3,20
reshape_as 2,6,10 3,6,10
view_as 2,6,10 3,6,10
expand_as 2,6,10 3,6,10
type_as 2,6,10 3,6,10
to 2,6,10 3,6,10
float 2,6,10 3,6,10
double 2,6,10 3,6,10
half 2,6,10 3,6,10
bool 2,6,10 3,6,10
int 2,6,10 3,6,10
long 2,6,10 3,6,10
byte 2,6,10 3,6,10
bernoulli 2,6,10 3,6,10
logical_not 2,6,10 3,6,10
gt 2,6,10 3,6,10
logical_and 2,6,10 3,6,10
all 2,6 3,6
any () ()
unsqueeze_1 1 1
quantile 2,6 3,6
nan_to_num 2,6 3,6
tensor_2 () ()
hypot 2,6 3,6
tensor_3 () ()
atan2 2,6 3,6
sinc 2,6 3,6
roll 2,6,10 3,6,10
rot90 2,10,6 3,10,6
fliplr 2,10,6 3,10,6
tile 2,10,12 3,10,12
repeat_interleave 2,10,24 3,10,24
split_with_sizes 2,6,4;2,6,6; 3,6,4;3,6,6;
hsplit 2,3,6;2,3,6; 3,3,6;3,3,6;
dsplit 2,3,3;2,3,3; 3,3,3;3,3,3;
unbind 2,3;2,3;2,3; 3,3;3,3;3,3;
cc 2,10;2,10; 3,10;3,10;
getitem_2 10 10
getitem_3 10 10
outer 10,10 10,10
tensordot 2,6,2,4 3,6,3,4
permute 2,2,6,4 3,3,6,4
ravel 120 180
view_1 2,60 3,60
cdist 2,6,6 3,6,6
clamp_max 2,6,6 3,6,6
clamp_min 2,6,6 3,6,6
add_1 2,6,4 3,6,4
add_2 2,6,1 3,6,1
add_3 2,6,10 3,6,10
*/
