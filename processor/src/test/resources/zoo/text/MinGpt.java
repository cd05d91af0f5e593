package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {128}, name = "idx", dtype = long.class)
@Input(value = {128}, name = "targets", dtype = long.class)
@Forward("""
    def forward(self, idx, targets):
        b, t = idx.size()
        pos = torch.arange(0, t, dtype=torch.long).unsqueeze(0)  # shape (1, t)
        tok_emb = self.wte(idx)
        pos_emb = self.wpe(pos)
        x = F.dropout(tok_emb + pos_emb, 0.1)
        x = self.h(x)
        x = self.ln_f(x)
        logits = self.lm_head(x)
        loss = F.cross_entropy(logits.view(-1, logits.size(-1)), targets.view(-1), ignore_index=-1)
        return logits, loss
    """)
class MinGpt {
  static class Block {}

  @Embedding(num = 1000, dim = 192) Block wte;
  @Embedding(num = 128, dim = 192) Block wpe;
  @Submodule(value = GptBlock.class, repeat = 3) Block h;
  @LayerNorm({192}) Block ln_f;
  @Linear(in = 192, out = 1000, bias = false) Block lm_head;

  @Params("n_head = 6, n_embd = 192")
  @Forward("""
      B, T, C = x.size()  # batch size, sequence length, embedding dimensionality (n_embd)

      # calculate query, key, values for all heads in batch
      q, k, v = self.c_attn(x).split(self.n_embd, dim=2)
      k = k.view(B, T, self.n_head, C // self.n_head).transpose(1, 2)  # (B, nh, T, hs)
      q = q.view(B, T, self.n_head, C // self.n_head).transpose(1, 2)  # (B, nh, T, hs)
      v = v.view(B, T, self.n_head, C // self.n_head).transpose(1, 2)  # (B, nh, T, hs)

      att = (q @ k.transpose(-2, -1)) * (1.0 / math.sqrt(k.size(-1)))
      att = att.masked_fill(self.bias[:, :, :T, :T] == 0, float('-inf'))
      att = F.softmax(att, dim=-1)
      y = att @ v  # (B, nh, T, T) x (B, nh, T, hs) -> (B, nh, T, hs)
      y = y.transpose(1, 2).contiguous().view(B, T, C)  # re-assemble all head outputs side by side

      # output projection
      y = self.c_proj(y)
      return y
      """)
  static class CausalSelfAttention {
    @Buffer({1, 1, 128, 128}) Block bias;
    @Linear(in = 192, out = 576) Block c_attn;
    @Linear(in = 192, out = 192) Block c_proj;
  }

  @Params("")
  @Forward("""
      x = x + self.attn(self.ln_1(x))
      m = self.c_proj(0.5 * self.c_fc(self.ln_2(x)) * (1.0 + torch.tanh(math.sqrt(2.0 / math.pi) * self.c_fc(x))))
      x = x + m
      return x
      """)
  static class GptBlock {
    @LayerNorm({192}) Block ln_1;
    @Submodule(CausalSelfAttention.class) Block attn;
    @LayerNorm({192}) Block ln_2;
    @Linear(in = 192, out = 768) Block c_fc;
    @Linear(in = 768, out = 192) Block c_proj;
  }
}

/* PyTorch 1.13.0:
parameters 1743552
sizes N=2 N=3
arange 128 128
unsqueeze 1,128 1,128
tok_emb 2,128,192 3,128,192
pos_emb 1,128,192 1,128,192
add 2,128,192 3,128,192
dropout 2,128,192 3,128,192
h.0.ln_1 2,128,192 3,128,192
h.0.attn.c_attn 2,128,576 3,128,576
split 2,128,192;2,128,192;2,128,192; 3,128,192;3,128,192;3,128,192;
view 2,128,6,32 3,128,6,32
transpose 2,6,128,32 3,6,128,32
view_1 2,128,6,32 3,128,6,32
transpose_1 2,6,128,32 3,6,128,32
view_2 2,128,6,32 3,128,6,32
transpose_2 2,6,128,32 3,6,128,32
transpose_3 2,6,32,128 3,6,32,128
matmul 2,6,128,128 3,6,128,128
mul 2,6,128,128 3,6,128,128
getitem 1,1,128,128 1,1,128,128
eq 1,1,128,128 1,1,128,128
masked_fill 2,6,128,128 3,6,128,128
att 2,6,128,128 3,6,128,128
y 2,6,128,32 3,6,128,32
transpose_4 2,128,6,32 3,128,6,32
contiguous 2,128,6,32 3,128,6,32
view_3 2,128,192 3,128,192
y_1 2,128,192 3,128,192
add_1 2,128,192 3,128,192
h.0.ln_2 2,128,192 3,128,192
h.0.c_fc 2,128,768 3,128,768
mul_1 2,128,768 3,128,768
h.0.c_fc_1 2,128,768 3,128,768
mul_2 2,128,768 3,128,768
tanh 2,128,768 3,128,768
add_2 2,128,768 3,128,768
mul_3 2,128,768 3,128,768
h.0.c_proj 2,128,192 3,128,192
x 2,128,192 3,128,192
h.1.ln_1 2,128,192 3,128,192
h.1.attn.c_attn 2,128,576 3,128,576
split_1 2,128,192;2,128,192;2,128,192; 3,128,192;3,128,192;3,128,192;
view_4 2,128,6,32 3,128,6,32
transpose_5 2,6,128,32 3,6,128,32
view_5 2,128,6,32 3,128,6,32
transpose_6 2,6,128,32 3,6,128,32
view_6 2,128,6,32 3,128,6,32
transpose_7 2,6,128,32 3,6,128,32
transpose_8 2,6,32,128 3,6,32,128
matmul_1 2,6,128,128 3,6,128,128
mul_4 2,6,128,128 3,6,128,128
getitem_1 1,1,128,128 1,1,128,128
eq_1 1,1,128,128 1,1,128,128
masked_fill_1 2,6,128,128 3,6,128,128
att_1 2,6,128,128 3,6,128,128
y_2 2,6,128,32 3,6,128,32
transpose_9 2,128,6,32 3,128,6,32
contiguous_1 2,128,6,32 3,128,6,32
view_7 2,128,192 3,128,192
y_3 2,128,192 3,128,192
add_3 2,128,192 3,128,192
h.1.ln_2 2,128,192 3,128,192
h.1.c_fc 2,128,768 3,128,768
mul_5 2,128,768 3,128,768
h.1.c_fc_1 2,128,768 3,128,768
mul_6 2,128,768 3,128,768
tanh_1 2,128,768 3,128,768
add_4 2,128,768 3,128,768
mul_7 2,128,768 3,128,768
h.1.c_proj 2,128,192 3,128,192
x_1 2,128,192 3,128,192
h.2.ln_1 2,128,192 3,128,192
h.2.attn.c_attn 2,128,576 3,128,576
split_2 2,128,192;2,128,192;2,128,192; 3,128,192;3,128,192;3,128,192;
view_8 2,128,6,32 3,128,6,32
transpose_10 2,6,128,32 3,6,128,32
view_9 2,128,6,32 3,128,6,32
transpose_11 2,6,128,32 3,6,128,32
view_10 2,128,6,32 3,128,6,32
transpose_12 2,6,128,32 3,6,128,32
transpose_13 2,6,32,128 3,6,32,128
matmul_2 2,6,128,128 3,6,128,128
mul_8 2,6,128,128 3,6,128,128
getitem_2 1,1,128,128 1,1,128,128
eq_2 1,1,128,128 1,1,128,128
masked_fill_2 2,6,128,128 3,6,128,128
att_2 2,6,128,128 3,6,128,128
y_4 2,6,128,32 3,6,128,32
transpose_14 2,128,6,32 3,128,6,32
contiguous_2 2,128,6,32 3,128,6,32
view_11 2,128,192 3,128,192
y_5 2,128,192 3,128,192
add_5 2,128,192 3,128,192
h.2.ln_2 2,128,192 3,128,192
h.2.c_fc 2,128,768 3,128,768
mul_9 2,128,768 3,128,768
h.2.c_fc_1 2,128,768 3,128,768
mul_10 2,128,768 3,128,768
tanh_2 2,128,768 3,128,768
add_6 2,128,768 3,128,768
mul_11 2,128,768 3,128,768
h.2.c_proj 2,128,192 3,128,192
x_2 2,128,192 3,128,192
x_3 2,128,192 3,128,192
logits 2,128,1000 3,128,1000
view_12 256,1000 384,1000
view_13 256 384
cross_entropy () ()
*/
