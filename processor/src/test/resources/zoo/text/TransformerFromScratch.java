package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {24}, name = "x", dtype = long.class)
@Forward("""
    N, seq_length = x.shape
    positions = torch.arange(0, seq_length).expand(N, seq_length)
    mask = (x != 0).unsqueeze(1).unsqueeze(2)
    out = self.dropout(self.word_embedding(x) + self.position_embedding(positions))
    attention = self.attention(out, out, out, mask)
    x = self.dropout(self.norm1(attention + out))
    forward = self.feed_forward(x)
    out = self.dropout(self.norm2(forward + x))
    return self.fc(out)
    """)
class TransformerFromScratch {
  static class Block {}

  @Embedding(num = 8000, dim = 256) Block word_embedding;
  @Embedding(num = 100, dim = 256) Block position_embedding;
  @Submodule(SelfAttention.class) Block attention;
  @LayerNorm({256}) Block norm1;
  @LayerNorm({256}) Block norm2;
  @Submodule(Layers.class) Block feed_forward;
  @Dropout(0.1) Block dropout;
  @Linear(in = 256, out = 8000) Block fc;

  @Params("heads = 8, head_dim = 32")
  @Forward("""
      def forward(self, values, keys, query, mask):
          N = query.shape[0]
          value_len, key_len, query_len = values.shape[1], keys.shape[1], query.shape[1]
          values = self.values(values)
          keys = self.keys(keys)
          queries = self.queries(query)
          values = values.reshape(N, value_len, self.heads, self.head_dim)
          keys = keys.reshape(N, key_len, self.heads, self.head_dim)
          queries = queries.reshape(N, query_len, self.heads, self.head_dim)
          energy = torch.einsum("nqhd,nkhd->nhqk", [queries, keys])
          energy = energy.masked_fill(mask == 0, float("-1e20"))
          attention = torch.softmax(energy / (256 ** (1 / 2)), dim=3)
          out = torch.einsum("nhql,nlhd->nqhd", [attention, values]).reshape(
              N, query_len, self.heads * self.head_dim
          )
          return self.fc_out(out)
      """)
  static class SelfAttention {
    @Linear(in = 256, out = 256) Block values;
    @Linear(in = 256, out = 256) Block keys;
    @Linear(in = 256, out = 256) Block queries;
    @Linear(in = 256, out = 256) Block fc_out;
  }

  @Params("")
  static class Layers {
    @Linear(in = 256, out = 1024) Block l0;
    @ReLU Block l1;
    @Linear(in = 1024, out = 256) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 4919360
sizes N=2 N=3
arange 24 24
expand 2,24 3,24
ne 2,24 3,24
unsqueeze 2,1,24 3,1,24
unsqueeze_1 2,1,1,24 3,1,1,24
word_embedding 2,24,256 3,24,256
position_embedding 2,24,256 3,24,256
add 2,24,256 3,24,256
dropout 2,24,256 3,24,256
values 2,24,256 3,24,256
keys 2,24,256 3,24,256
queries 2,24,256 3,24,256
values_1 2,24,8,32 3,24,8,32
keys_1 2,24,8,32 3,24,8,32
queries_1 2,24,8,32 3,24,8,32
energy 2,8,24,24 3,8,24,24
eq 2,1,1,24 3,1,1,24
masked_fill 2,8,24,24 3,8,24,24
div 2,8,24,24 3,8,24,24
softmax 2,8,24,24 3,8,24,24
einsum 2,24,8,32 3,24,8,32
reshape 2,24,256 3,24,256
attention.fc_out 2,24,256 3,24,256
add_1 2,24,256 3,24,256
norm1 2,24,256 3,24,256
dropout_1 2,24,256 3,24,256
feed_forward.l0 2,24,1024 3,24,1024
feed_forward.l1 2,24,1024 3,24,1024
feed_forward.l2 2,24,256 3,24,256
add_2 2,24,256 3,24,256
norm2 2,24,256 3,24,256
dropout_2 2,24,256 3,24,256
fc 2,24,8000 3,24,8000
*/
