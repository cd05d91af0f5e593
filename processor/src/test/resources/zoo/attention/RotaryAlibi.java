package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {-1, 64}, name = "x", axes = {"T", "D"})
@Params("n_heads = 8, n_kv_heads = 2, head_dim = 8")
@Forward("""
    bsz, q_len, _ = x.size()
    q = self.q_proj(x).view(bsz, q_len, self.n_heads, self.head_dim).transpose(1, 2)
    k = self.k_proj(x).view(bsz, q_len, self.n_kv_heads, self.head_dim).transpose(1, 2)
    v = self.v_proj(x).view(bsz, q_len, self.n_kv_heads, self.head_dim).transpose(1, 2)
    t = torch.arange(q_len, device=x.device).type_as(self.inv_freq)
    freqs = torch.einsum("i,j->ij", t, self.inv_freq)
    emb = torch.cat((freqs, freqs), dim=-1)
    cos, sin = emb.cos()[None, None, :, :], emb.sin()[None, None, :, :]
    q1, q2 = q[..., : q.shape[-1] // 2], q[..., q.shape[-1] // 2 :]
    q_embed = (q * cos) + (torch.cat((-q2, q1), dim=-1) * sin)
    k1, k2 = k.chunk(2, dim=-1)
    k_embed = (k * cos) + (torch.cat([-k2, k1], dim=-1) * sin)
    n_rep = self.n_heads // self.n_kv_heads
    k = k_embed[:, :, None, :, :].expand(bsz, self.n_kv_heads, n_rep, q_len, self.head_dim).reshape(bsz, self.n_heads, q_len, self.head_dim)
    v = torch.repeat_interleave(v, dim=1, repeats=n_rep)
    slopes = torch.tensor([2 ** -1.0, 2 ** -2.0, 2 ** -3.0, 2 ** -4.0, 2 ** -5.0, 2 ** -6.0, 2 ** -7.0, 2 ** -8.0])
    alibi = slopes.unsqueeze(1).unsqueeze(1) * torch.arange(q_len).unsqueeze(0).unsqueeze(0).expand(self.n_heads, -1, -1)
    causal_mask = torch.full((q_len, q_len), float("-inf"), device=x.device).triu(1)
    scores = torch.matmul(q_embed, k.transpose(2, 3)) / math.sqrt(self.head_dim)
    scores = scores + alibi + causal_mask
    probs = F.softmax(scores, dim=-1, dtype=torch.float32).to(q.dtype)
    out = torch.matmul(F.dropout(probs, p=0.1, training=self.training), v)
    out = out.transpose(1, 2).reshape(bsz, q_len, -1)
    return self.o_proj(out)
    """)
class RotaryAlibi {
  static class Block {}

  @Buffer({4}) Block inv_freq;
  @Linear(in = 64, out = 64, bias = false) Block q_proj;
  @Linear(in = 64, out = 16, bias = false) Block k_proj;
  @Linear(in = 64, out = 16, bias = false) Block v_proj;
  @Linear(in = 64, out = 64, bias = false) Block o_proj;
}

/* PyTorch 1.13.0:
parameters 10240
sizes N=2,T=11 N=3,T=6
q_proj 2,11,64 3,6,64
view 2,11,8,8 3,6,8,8
transpose 2,8,11,8 3,8,6,8
k_proj 2,11,16 3,6,16
view_1 2,11,2,8 3,6,2,8
transpose_1 2,2,11,8 3,2,6,8
v_proj 2,11,16 3,6,16
view_2 2,11,2,8 3,6,2,8
transpose_2 2,2,11,8 3,2,6,8
arange 11 6
type_as 11 6
freqs 11,4 6,4
emb 11,8 6,8
cos 11,8 6,8
getitem 1,1,11,8 1,1,6,8
sin 11,8 6,8
getitem_1 1,1,11,8 1,1,6,8
getitem_2 2,8,11,4 3,8,6,4
getitem_3 2,8,11,4 3,8,6,4
mul 2,8,11,8 3,8,6,8
neg 2,8,11,4 3,8,6,4
cat 2,8,11,8 3,8,6,8
mul_1 2,8,11,8 3,8,6,8
add 2,8,11,8 3,8,6,8
chunk 2,2,11,4;2,2,11,4; 3,2,6,4;3,2,6,4;
mul_2 2,2,11,8 3,2,6,8
neg_1 2,2,11,4 3,2,6,4
cat_1 2,2,11,8 3,2,6,8
mul_3 2,2,11,8 3,2,6,8
add_1 2,2,11,8 3,2,6,8
getitem_4 2,2,1,11,8 3,2,1,6,8
expand 2,2,4,11,8 3,2,4,6,8
reshape 2,8,11,8 3,8,6,8
v 2,8,11,8 3,8,6,8
slopes 8 8
unsqueeze 8,1 8,1
unsqueeze_1 8,1,1 8,1,1
arange_1 11 6
unsqueeze_2 1,11 1,6
unsqueeze_3 1,1,11 1,1,6
expand_1 8,1,11 8,1,6
mul_4 8,1,11 8,1,6
full 11,11 6,6
triu 11,11 6,6
transpose_3 2,8,8,11 3,8,8,6
matmul 2,8,11,11 3,8,6,6
div 2,8,11,11 3,8,6,6
add_2 2,8,11,11 3,8,6,6
add_3 2,8,11,11 3,8,6,6
softmax 2,8,11,11 3,8,6,6
to 2,8,11,11 3,8,6,6
dropout 2,8,11,11 3,8,6,6
matmul_1 2,8,11,8 3,8,6,8
transpose_4 2,11,8,8 3,6,8,8
reshape_1 2,11,64 3,6,64
o_proj 2,11,64 3,6,64
*/
