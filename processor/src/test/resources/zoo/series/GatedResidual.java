package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {20, 5}, name = "x")
@Input(value = {16}, name = "context")
@Forward("""
    def forward(self, x, context):
        e = self.embed(x.transpose(1, 2)).transpose(1, 2)
        embedding = e.reshape(e.shape[0], e.shape[1], 5, 16)
        flat = torch.flatten(embedding, start_dim=2)
        h = F.elu(self.flat_fc1(flat) + self.context_fc(context)[:, None])
        h = self.flat_fc2(h)
        a, b = torch.chunk(self.flat_gate(h), 2, -1)
        h = self.norm(torch.sigmoid(a) * b + self.skip(flat))
        sparse_weights = F.softmax(h, dim=-1).unsqueeze(-2)
        combined = (embedding.transpose(-1, -2) * sparse_weights).sum(axis=-1)
        h0 = context.unsqueeze(0)
        out, (hn, cn) = self.lstm(combined, (h0, torch.zeros_like(h0)))
        v = self.v_layer(out)
        mask = torch.triu(torch.full((x.size(1), x.size(1)), True), 1)
        s0 = torch.bmm(self.q0(out), self.k0(out).permute((0, 2, 1))) / 8 ** 0.5
        s1 = torch.bmm(self.q1(out), self.k1(out).permute((0, 2, 1))) / 8 ** 0.5
        a0 = F.softmax(s0.masked_fill(mask, -1e9), dim=2)
        a1 = F.softmax(s1.masked_fill(mask, -1e9), dim=2)
        heads = torch.stack([torch.bmm(a0, v), torch.bmm(a1, v)], dim=2)
        outputs = torch.mean(heads, dim=2)
        return self.quantiles(self.w_h(outputs)), torch.stack([a0, a1], dim=2)
    """)
class GatedResidual {
  static class Block {}

  @Conv1d(in = 5, out = 80, k = 1, groups = 5) Block embed;
  @Linear(in = 80, out = 16) Block flat_fc1;
  @Linear(in = 16, out = 16, bias = false) Block context_fc;
  @Linear(in = 16, out = 5) Block flat_fc2;
  @Linear(in = 5, out = 10) Block flat_gate;
  @Linear(in = 80, out = 5) Block skip;
  @LayerNorm({5}) Block norm;
  @LSTM(in = 16, hidden = 16, batchFirst = true) Block lstm;
  @Linear(in = 16, out = 8) Block v_layer;
  @Linear(in = 16, out = 8) Block q0;
  @Linear(in = 16, out = 8) Block k0;
  @Linear(in = 16, out = 8) Block q1;
  @Linear(in = 16, out = 8) Block k1;
  @Linear(in = 8, out = 16, bias = false) Block w_h;
  @Linear(in = 16, out = 3) Block quantiles;
}

/* PyTorch 1.13.0:
parameters 5307
sizes N=2 N=3
transpose 2,5,20 3,5,20
embed 2,80,20 3,80,20
transpose_1 2,20,80 3,20,80
embedding 2,20,5,16 3,20,5,16
flat 2,20,80 3,20,80
flat_fc1 2,20,16 3,20,16
context_fc 2,16 3,16
getitem 2,1,16 3,1,16
add 2,20,16 3,20,16
elu 2,20,16 3,20,16
h 2,20,5 3,20,5
flat_gate 2,20,10 3,20,10
chunk 2,20,5;2,20,5; 3,20,5;3,20,5;
sigmoid 2,20,5 3,20,5
mul 2,20,5 3,20,5
skip 2,20,5 3,20,5
add_1 2,20,5 3,20,5
norm 2,20,5 3,20,5
softmax 2,20,5 3,20,5
unsqueeze 2,20,1,5 3,20,1,5
transpose_2 2,20,16,5 3,20,16,5
mul_1 2,20,16,5 3,20,16,5
sum 2,20,16 3,20,16
h0 1,2,16 1,3,16
zeros_like 1,2,16 1,3,16
lstm 2,20,16;1,2,16;1,2,16; 3,20,16;1,3,16;1,3,16;
v 2,20,8 3,20,8
full 20,20 20,20
triu 20,20 20,20
q0 2,20,8 3,20,8
k0 2,20,8 3,20,8
permute 2,8,20 3,8,20
bmm 2,20,20 3,20,20
div 2,20,20 3,20,20
q1 2,20,8 3,20,8
k1 2,20,8 3,20,8
permute_1 2,8,20 3,8,20
bmm_1 2,20,20 3,20,20
div_1 2,20,20 3,20,20
masked_fill 2,20,20 3,20,20
softmax_1 2,20,20 3,20,20
masked_fill_1 2,20,20 3,20,20
softmax_2 2,20,20 3,20,20
bmm_2 2,20,8 3,20,8
bmm_3 2,20,8 3,20,8
stack 2,20,2,8 3,20,2,8
outputs 2,20,8 3,20,8
w_h 2,20,16 3,20,16
quantiles 2,20,3 3,20,3
stack_1 2,20,2,20 3,20,2,20
*/
