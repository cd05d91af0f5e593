package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {30, 48}, name = "x")
@Params("heads = 6")
@Forward("""
    b, n, d = x.shape
    h = self.heads
    q, k, v = map_qkv = self.to_qkv(x).view(b, n, 3, h, d // h).permute(2, 0, 3, 1, 4)
    # FAVOR+
    data_normalizer = q.shape[-1] ** -0.25
    ratio = self.projection.shape[0] ** -0.5
    data_dash = torch.einsum('bhid,jd->bhij', (data_normalizer * q), self.projection)
    diag_data = (torch.sum(q ** 2, dim=-1) / 2.0 * data_normalizer ** 2).unsqueeze(dim=-1)
    q_prime = ratio * (torch.exp(data_dash - diag_data - torch.amax(data_dash, dim=-1, keepdim=True)) + 1e-4)
    k_prime = F.relu(torch.einsum('...id,jd->...ij', k, self.projection)) + 1e-3
    k_cumsum = k_prime.sum(dim=-2)
    D_inv = 1. / torch.einsum('...nd,...d->...n', q_prime, k_cumsum.type_as(q_prime))
    context = torch.einsum('...nd,...ne->...de', k_prime, v)
    favor = torch.einsum('...de,...nd,...n->...ne', context, q_prime, D_inv)

    # elu feature map
    Q = F.elu(q) + 1
    K = F.elu(k) + 1
    KV = torch.einsum("bhsd,bhsm->bhmd", K, v)
    Z = 1 / (torch.einsum("bhld,bhd->bhl", Q, K.sum(dim=2)) + 1e-6)
    linear = torch.einsum("bhld,bhmd,bhl->bhlm", Q, KV, Z)

    # Linformer
    keys = torch.einsum('bhnd,nk->bhkd', k, self.proj_k)
    values = torch.einsum('bhnd,nk->bhkd', v, self.proj_k)
    dots = torch.einsum('bhnd,bhkd->bhnk', q, keys) * (d ** -0.5)
    linformer = torch.einsum('bhnk,bhkd->bhnd', dots.softmax(dim=-1), values)

    out = (favor + linear + linformer).transpose(1, 2).reshape(b, n, -1)
    return self.to_out(out)
    """)
class LinearAttention {
  static class Block {}

  @Parameter({20, 8}) Block projection;
  @Parameter({30, 10}) Block proj_k;
  @Linear(in = 48, out = 144, bias = false) Block to_qkv;
  @Linear(in = 48, out = 48) Block to_out;
}

/* PyTorch 1.13.0:
parameters 9724
sizes N=2 N=3
to_qkv 2,30,144 3,30,144
view 2,30,3,6,8 3,30,3,6,8
permute 3,2,6,30,8 3,3,6,30,8
unbind 2,6,30,8;2,6,30,8;2,6,30,8; 3,6,30,8;3,6,30,8;3,6,30,8;
mul 2,6,30,8 3,6,30,8
einsum 2,6,30,20 3,6,30,20
pow 2,6,30,8 3,6,30,8
sum 2,6,30 3,6,30
div 2,6,30 3,6,30
mul_1 2,6,30 3,6,30
unsqueeze 2,6,30,1 3,6,30,1
sub 2,6,30,20 3,6,30,20
amax 2,6,30,1 3,6,30,1
sub_1 2,6,30,20 3,6,30,20
exp 2,6,30,20 3,6,30,20
add 2,6,30,20 3,6,30,20
mul_2 2,6,30,20 3,6,30,20
einsum_1 2,6,30,20 3,6,30,20
relu 2,6,30,20 3,6,30,20
add_1 2,6,30,20 3,6,30,20
k_cumsum 2,6,20 3,6,20
type_as 2,6,20 3,6,20
einsum_2 2,6,30 3,6,30
div_1 2,6,30 3,6,30
context 2,6,20,8 3,6,20,8
favor 2,6,30,8 3,6,30,8
elu 2,6,30,8 3,6,30,8
add_2 2,6,30,8 3,6,30,8
elu_1 2,6,30,8 3,6,30,8
add_3 2,6,30,8 3,6,30,8
KV 2,6,8,8 3,6,8,8
sum_1 2,6,8 3,6,8
einsum_3 2,6,30 3,6,30
add_4 2,6,30 3,6,30
div_2 2,6,30 3,6,30
linear 2,6,30,8 3,6,30,8
keys 2,6,10,8 3,6,10,8
values 2,6,10,8 3,6,10,8
einsum_4 2,6,30,10 3,6,30,10
mul_3 2,6,30,10 3,6,30,10
softmax 2,6,30,10 3,6,30,10
einsum_5 2,6,30,8 3,6,30,8
add_5 2,6,30,8 3,6,30,8
add_6 2,6,30,8 3,6,30,8
transpose 2,30,6,8 3,30,6,8
reshape 2,30,48 3,30,48
to_out 2,30,48 3,30,48
*/
