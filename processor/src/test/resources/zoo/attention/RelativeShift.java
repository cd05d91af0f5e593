package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {10, 32}, name = "w", batchAxis = 1)
@Input(value = {6, 32}, name = "mems", batchAxis = 1)
@Params("n_head = 4, d_head = 8")
@Forward("""
    def forward(self, w, mems):
        qlen, bsz = w.size(0), w.size(1)
        cat = torch.cat([mems, w], 0)
        klen = cat.size(0)
        pos_seq = torch.arange(klen - 1, -1, -1.0, device=w.device, dtype=w.dtype)
        sinusoid_inp = torch.ger(pos_seq, self.inv_freq)
        r = torch.cat([sinusoid_inp.sin(), sinusoid_inp.cos()], dim=-1)[:, None, :]
        w_heads = self.qkv_net(cat)
        r_head_k = self.r_net(r)
        w_head_q, w_head_k, w_head_v = torch.chunk(w_heads, 3, dim=-1)
        w_head_q = w_head_q[-qlen:]
        rlen = r.size(0)
        w_head_q = w_head_q.view(qlen, bsz, self.n_head, self.d_head)
        w_head_k = w_head_k.view(klen, bsz, self.n_head, self.d_head)
        w_head_v = w_head_v.view(klen, bsz, self.n_head, self.d_head)
        r_head_k = r_head_k.view(rlen, self.n_head, self.d_head)

        #### compute attention score
        rw_head_q = w_head_q + self.r_w_bias
        AC = torch.einsum('ibnd,jbnd->ijbn', (rw_head_q, w_head_k))
        rr_head_q = w_head_q + self.r_r_bias
        BD = torch.einsum('ibnd,jnd->ijbn', (rr_head_q, r_head_k))
        # _rel_shift
        zero_pad = torch.zeros((BD.size(0), 1, *BD.size()[2:]), device=BD.device, dtype=BD.dtype)
        x_padded = torch.cat([zero_pad, BD], dim=1)
        x_padded = x_padded.view(BD.size(1) + 1, BD.size(0), *BD.size()[2:])
        BD = x_padded[1:].view_as(BD)

        attn_score = AC + BD
        attn_score.mul_(1 / (self.d_head ** 0.5))
        dec_attn_mask = torch.triu(w.new_ones(qlen, klen), diagonal=1 + klen - qlen).byte()[:, :, None]
        attn_score = attn_score.float().masked_fill(dec_attn_mask[:, :, :, None].bool(), -float('inf'))
        attn_prob = F.softmax(attn_score, dim=1)
        attn_vec = torch.einsum('ijbn,jbnd->ibnd', (attn_prob, w_head_v))
        attn_vec = attn_vec.contiguous().view(attn_vec.size(0), attn_vec.size(1), self.n_head * self.d_head)
        return self.layer_norm(w + self.o_net(attn_vec))
    """)
class RelativeShift {
  static class Block {}

  @Parameter({4, 8}) Block r_w_bias;
  @Parameter({4, 8}) Block r_r_bias;
  @Buffer({16}) Block inv_freq;
  @Linear(in = 32, out = 96, bias = false) Block qkv_net;
  @Linear(in = 32, out = 32, bias = false) Block r_net;
  @Linear(in = 32, out = 32, bias = false) Block o_net;
  @LayerNorm({32}) Block layer_norm;
}

/* PyTorch 1.13.0:
parameters 5248
sizes N=2 N=3
cat 16,2,32 16,3,32
pos_seq 16 16
sinusoid_inp 16,16 16,16
sin 16,16 16,16
cos 16,16 16,16
cat_1 16,32 16,32
getitem 16,1,32 16,1,32
w_heads 16,2,96 16,3,96
r_head_k 16,1,32 16,1,32
chunk 16,2,32;16,2,32;16,2,32; 16,3,32;16,3,32;16,3,32;
w_head_q 10,2,32 10,3,32
w_head_q_1 10,2,4,8 10,3,4,8
w_head_k 16,2,4,8 16,3,4,8
w_head_v 16,2,4,8 16,3,4,8
r_head_k_1 16,4,8 16,4,8
rw_head_q 10,2,4,8 10,3,4,8
AC 10,16,2,4 10,16,3,4
rr_head_q 10,2,4,8 10,3,4,8
BD 10,16,2,4 10,16,3,4
zero_pad 10,1,2,4 10,1,3,4
x_padded 10,17,2,4 10,17,3,4
x_padded_1 17,10,2,4 17,10,3,4
getitem_1 16,10,2,4 16,10,3,4
view_as 10,16,2,4 10,16,3,4
attn_score 10,16,2,4 10,16,3,4
mul_ 10,16,2,4 10,16,3,4
new_ones 10,16 10,16
triu 10,16 10,16
byte 10,16 10,16
getitem_2 10,16,1 10,16,1
float 10,16,2,4 10,16,3,4
getitem_3 10,16,1,1 10,16,1,1
bool 10,16,1,1 10,16,1,1
masked_fill 10,16,2,4 10,16,3,4
attn_prob 10,16,2,4 10,16,3,4
attn_vec 10,2,4,8 10,3,4,8
contiguous 10,2,4,8 10,3,4,8
view 10,2,32 10,3,32
o_net 10,2,32 10,3,32
add 10,2,32 10,3,32
layer_norm 10,2,32 10,3,32
*/
