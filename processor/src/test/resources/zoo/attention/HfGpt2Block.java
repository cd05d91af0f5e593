package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {20}, name = "input_ids", dtype = long.class)
@Params("n_head = 6, split_size = 48")
@Forward("""
    input_shape = input_ids.size()
    input_ids = input_ids.view(-1, input_shape[-1])
    position_ids = torch.arange(0, input_shape[-1], dtype=torch.long, device=input_ids.device)
    position_ids = position_ids.unsqueeze(0).view(-1, input_shape[-1])
    hidden_states = self.wte(input_ids) + self.wpe(position_ids)

    residual = hidden_states
    x = self.ln_1(hidden_states)
    query, key, value = self.c_attn(x).split(self.split_size, dim=2)
    query = query.view(*query.size()[:-1], self.n_head, query.size(-1) // self.n_head).permute(0, 2, 1, 3)
    key = key.view(key.size()[:-1] + (self.n_head, key.size(-1) // self.n_head)).permute(0, 2, 3, 1)
    value = value.view(value.size()[:-1] + (self.n_head, value.size(-1) // self.n_head)).permute(0, 2, 1, 3)
    w = torch.matmul(query, key)
    w = w / (float(value.size(-1)) ** 0.5)
    nd, ns = w.size(-2), w.size(-1)
    mask = self.bias[:, :, ns - nd : ns, :ns]
    w = torch.where(mask.bool(), w, torch.tensor(-1e4, dtype=w.dtype).to(w.device))
    w = nn.Softmax(dim=-1)(w)
    a = torch.matmul(w, value)
    a = a.permute(0, 2, 1, 3).contiguous()
    a = a.view(*a.size()[:-2], a.size(-2) * a.size(-1))
    hidden_states = self.c_proj(a) + residual

    h = self.c_fc(self.ln_2(hidden_states))
    h = 0.5 * h * (1 + torch.tanh(math.sqrt(2 / math.pi) * (h + 0.044715 * torch.pow(h, 3))))
    hidden_states = hidden_states + self.mlp_proj(h)
    lm_logits = F.linear(hidden_states, self.wte.weight)
    shift_logits = lm_logits[..., :-1, :].contiguous()
    shift_labels = input_ids[..., 1:].contiguous()
    loss = F.cross_entropy(shift_logits.view(-1, shift_logits.size(-1)), shift_labels.view(-1))
    return loss
    """)
class HfGpt2Block {
  static class Block {}

  @Buffer({1, 1, 64, 64}) Block bias;
  @Embedding(num = 300, dim = 48) Block wte;
  @Embedding(num = 64, dim = 48) Block wpe;
  @Submodule(Conv1D.class) Block c_attn;
  @Submodule(Conv1D2.class) Block c_proj;
  @LayerNorm({48}) Block ln_1;
  @LayerNorm({48}) Block ln_2;
  @Submodule(Conv1D3.class) Block c_fc;
  @Submodule(Conv1D4.class) Block mlp_proj;

  @Params("nf = 144")
  @Forward("""
      size_out = x.size()[:-1] + (self.nf,)
      x = torch.addmm(self.bias, x.view(-1, x.size(-1)), self.weight)
      x = x.view(size_out)
      return x
      """)
  static class Conv1D {
    @Parameter({48, 144}) Block weight;
    @Parameter({144}) Block bias;
  }

  @Params("nf = 48")
  @Forward("""
      size_out = x.size()[:-1] + (self.nf,)
      x = torch.addmm(self.bias, x.view(-1, x.size(-1)), self.weight)
      x = x.view(size_out)
      return x
      """)
  static class Conv1D2 {
    @Parameter({48, 48}) Block weight;
    @Parameter({48}) Block bias;
  }

  @Params("nf = 192")
  @Forward("""
      size_out = x.size()[:-1] + (self.nf,)
      x = torch.addmm(self.bias, x.view(-1, x.size(-1)), self.weight)
      x = x.view(size_out)
      return x
      """)
  static class Conv1D3 {
    @Parameter({48, 192}) Block weight;
    @Parameter({192}) Block bias;
  }

  @Params("nf = 48")
  @Forward("""
      size_out = x.size()[:-1] + (self.nf,)
      x = torch.addmm(self.bias, x.view(-1, x.size(-1)), self.weight)
      x = x.view(size_out)
      return x
      """)
  static class Conv1D4 {
    @Parameter({192, 48}) Block weight;
    @Parameter({48}) Block bias;
  }
}

/* PyTorch 1.13.0:
parameters 45744
sizes N=2 N=3
input_ids_1 2,20 3,20
position_ids 20 20
unsqueeze 1,20 1,20
view 1,20 1,20
wte 2,20,48 3,20,48
wpe 1,20,48 1,20,48
add 2,20,48 3,20,48
x 2,20,48 3,20,48
view_1 40,48 60,48
addmm 40,144 60,144
x_1 2,20,144 3,20,144
split 2,20,48;2,20,48;2,20,48; 3,20,48;3,20,48;3,20,48;
view_2 2,20,6,8 3,20,6,8
permute 2,6,20,8 3,6,20,8
view_3 2,20,6,8 3,20,6,8
permute_1 2,6,8,20 3,6,8,20
view_4 2,20,6,8 3,20,6,8
permute_2 2,6,20,8 3,6,20,8
w 2,6,20,20 3,6,20,20
w_1 2,6,20,20 3,6,20,20
mask 1,1,20,20 1,1,20,20
bool 1,1,20,20 1,1,20,20
tensor () ()
to () ()
where 2,6,20,20 3,6,20,20
w_2 2,6,20,20 3,6,20,20
a 2,6,20,8 3,6,20,8
permute_3 2,20,6,8 3,20,6,8
contiguous 2,20,6,8 3,20,6,8
a_1 2,20,48 3,20,48
view_5 40,48 60,48
addmm_1 40,48 60,48
x_2 2,20,48 3,20,48
add_1 2,20,48 3,20,48
ln_2 2,20,48 3,20,48
view_6 40,48 60,48
addmm_2 40,192 60,192
x_3 2,20,192 3,20,192
mul 2,20,192 3,20,192
pow 2,20,192 3,20,192
mul_1 2,20,192 3,20,192
add_2 2,20,192 3,20,192
mul_2 2,20,192 3,20,192
tanh 2,20,192 3,20,192
add_3 2,20,192 3,20,192
mul_3 2,20,192 3,20,192
view_7 40,192 60,192
addmm_3 40,48 60,48
x_4 2,20,48 3,20,48
add_4 2,20,48 3,20,48
lm_logits 2,20,300 3,20,300
getitem 2,19,300 3,19,300
contiguous_1 2,19,300 3,19,300
getitem_1 2,19 3,19
contiguous_2 2,19 3,19
view_8 38,300 57,300
view_9 38 57
cross_entropy () ()
*/
