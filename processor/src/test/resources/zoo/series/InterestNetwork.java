package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {}, name = "target", dtype = long.class)
@Input(value = {15}, name = "hist", dtype = long.class)
@Forward("""
    def forward(self, target, hist):
        query = self.item_emb(target)
        keys = self.item_emb(hist)
        mask = (hist != 0)
        q = query.unsqueeze(1).expand_as(keys)
        din = torch.cat([q, keys, q - keys, q * keys], dim=-1)
        scores = self.att_out(self.att(din)).transpose(1, 2)
        paddings = torch.ones_like(scores) * (-2 ** 32 + 1)
        scores = torch.where(mask.unsqueeze(1), scores, paddings)
        scores = torch.softmax(scores, dim=-1)
        interest = torch.matmul(scores, keys).squeeze(1)

        seqs = keys * (24 ** 0.5)
        positions = torch.arange(hist.shape[1]).unsqueeze(0).repeat(hist.shape[0], 1)
        seqs += self.pos_emb(positions)
        seqs *= ~(hist == 0).unsqueeze(-1)
        tl = seqs.shape[1]
        attention_mask = ~torch.tril(torch.ones((tl, tl), dtype=torch.bool))
        seqs = torch.transpose(seqs, 0, 1)
        Q = self.attention_layernorm(seqs)
        mha_outputs, _ = self.attention_layer(Q, seqs, seqs, attn_mask=attention_mask)
        seqs = Q + mha_outputs
        seqs = torch.transpose(seqs, 0, 1)
        outputs = self.conv2(F.relu(self.conv1(seqs.transpose(-1, -2))))
        seqs = outputs.transpose(-1, -2) + seqs
        log_feats = self.last_layernorm(seqs)
        final_feat = log_feats[:, -1, :]
        item_embs = self.item_emb(target)
        logits = (item_embs * final_feat).sum(dim=-1)
        ctr = torch.sigmoid(self.out(torch.cat([query, interest, final_feat], -1))).view(-1)
        pos_logits = item_embs.matmul(self.item_emb.weight.transpose(0, 1))
        return ctr, logits, pos_logits
    """)
class InterestNetwork {
  static class Block {}

  @Embedding(num = 200, dim = 24) Block item_emb;
  @Embedding(num = 15, dim = 24) Block pos_emb;
  @Linear(in = 96, out = 36) @Sigmoid Block att;
  @Linear(in = 36, out = 1) Block att_out;
  @LayerNorm({24}) Block attention_layernorm;
  @MultiheadAttention(dim = 24, heads = 2) Block attention_layer;
  @Conv1d(in = 24, out = 24, k = 1) Block conv1;
  @Conv1d(in = 24, out = 24, k = 1) Block conv2;
  @LayerNorm({24}) Block last_layernorm;
  @Linear(in = 72, out = 1) Block out;
}

/* PyTorch 1.13.0:
parameters 12458
sizes N=2 N=3
query 2,24 3,24
keys 2,15,24 3,15,24
mask 2,15 3,15
unsqueeze 2,1,24 3,1,24
expand_as 2,15,24 3,15,24
sub 2,15,24 3,15,24
mul 2,15,24 3,15,24
cat 2,15,96 3,15,96
att 2,15,36 3,15,36
att_1 2,15,36 3,15,36
att_out 2,15,1 3,15,1
transpose 2,1,15 3,1,15
ones_like 2,1,15 3,1,15
mul_1 2,1,15 3,1,15
unsqueeze_1 2,1,15 3,1,15
where 2,1,15 3,1,15
scores 2,1,15 3,1,15
matmul 2,1,24 3,1,24
squeeze 2,24 3,24
seqs 2,15,24 3,15,24
arange 15 15
unsqueeze_2 1,15 1,15
repeat 2,15 3,15
pos_emb 2,15,24 3,15,24
add_ 2,15,24 3,15,24
eq 2,15 3,15
unsqueeze_3 2,15,1 3,15,1
bitwise_not 2,15,1 3,15,1
mul_ 2,15,24 3,15,24
ones 15,15 15,15
tril 15,15 15,15
bitwise_not_1 15,15 15,15
seqs_1 15,2,24 15,3,24
Q 15,2,24 15,3,24
attention_layer 15,2,24;2,15,15; 15,3,24;3,15,15;
seqs_2 15,2,24 15,3,24
seqs_3 2,15,24 3,15,24
transpose_1 2,24,15 3,24,15
conv1 2,24,15 3,24,15
relu 2,24,15 3,24,15
conv2 2,24,15 3,24,15
transpose_2 2,15,24 3,15,24
add 2,15,24 3,15,24
log_feats 2,15,24 3,15,24
final_feat 2,24 3,24
item_embs 2,24 3,24
mul_2 2,24 3,24
sum 2 3
cat_1 2,72 3,72
out 2,1 3,1
sigmoid 2,1 3,1
view 2 3
transpose_3 24,200 24,200
matmul_1 2,200 3,200
*/
