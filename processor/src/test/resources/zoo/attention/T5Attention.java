package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {14, 40}, name = "hidden_states")
@Input(value = {9, 40}, name = "key_value_states")
@Params("n_heads = 5, inner_dim = 60, key_value_proj_dim = 12")
@Forward("""
    def forward(self, hidden_states, key_value_states):
        variance = hidden_states.to(torch.float32).pow(2).mean(-1, keepdim=True)
        normed = self.weight * (hidden_states * torch.rsqrt(variance + 1e-6))
        batch_size = normed.shape[0]
        query_length, key_length = normed.shape[1], key_value_states.shape[1]
        q = self.q(normed).view(batch_size, -1, self.n_heads, self.key_value_proj_dim).transpose(1, 2)
        k = self.k(key_value_states).view(batch_size, -1, self.n_heads, self.key_value_proj_dim).transpose(1, 2)
        v = self.v(key_value_states).view(batch_size, -1, self.n_heads, self.key_value_proj_dim).transpose(1, 2)
        scores = torch.matmul(q, k.transpose(3, 2))

        # compute_bias
        context_position = torch.arange(query_length, dtype=torch.long)[:, None]
        memory_position = torch.arange(key_length, dtype=torch.long)[None, :]
        relative_position = memory_position - context_position
        num_buckets = 32 // 2
        relative_buckets = (relative_position > 0).to(torch.long) * num_buckets
        relative_position = torch.abs(relative_position)
        max_exact = num_buckets // 2
        is_small = relative_position < max_exact
        relative_position_if_large = max_exact + (
            torch.log(relative_position.float() / max_exact)
            / math.log(128 / max_exact)
            * (num_buckets - max_exact)
        ).to(torch.long)
        relative_position_if_large = torch.min(
            relative_position_if_large, torch.full_like(relative_position_if_large, num_buckets - 1)
        )
        relative_buckets += torch.where(is_small, relative_position, relative_position_if_large)
        values = self.relative_attention_bias(relative_buckets.clamp(min=0))
        position_bias = values.permute([2, 0, 1]).unsqueeze(0)

        scores += position_bias
        attn_weights = nn.functional.softmax(scores.float(), dim=-1).type_as(scores)
        attn_output = torch.matmul(attn_weights, v)
        attn_output = attn_output.transpose(1, 2).contiguous().view(batch_size, -1, self.inner_dim)
        hidden_states = hidden_states + self.o(attn_output)
        hidden_gelu = F.gelu(self.wi_0(hidden_states))
        return self.wo(hidden_gelu * self.wi_1(hidden_states))
    """)
class T5Attention {
  static class Block {}

  @Parameter({40}) Block weight;
  @Linear(in = 40, out = 60, bias = false) Block q;
  @Linear(in = 40, out = 60, bias = false) Block k;
  @Linear(in = 40, out = 60, bias = false) Block v;
  @Linear(in = 60, out = 40, bias = false) Block o;
  @Embedding(num = 32, dim = 5) Block relative_attention_bias;
  @Linear(in = 40, out = 96, bias = false) Block wi_0;
  @Linear(in = 40, out = 96, bias = false) Block wi_1;
  @Linear(in = 96, out = 40, bias = false) Block wo;
}

/* PyTorch 1.13.0:
parameters 21320
sizes N=2 N=3
to 2,14,40 3,14,40
pow 2,14,40 3,14,40
mean 2,14,1 3,14,1
add 2,14,1 3,14,1
rsqrt 2,14,1 3,14,1
mul 2,14,40 3,14,40
mul_1 2,14,40 3,14,40
q 2,14,60 3,14,60
view 2,14,5,12 3,14,5,12
transpose 2,5,14,12 3,5,14,12
k 2,9,60 3,9,60
view_1 2,9,5,12 3,9,5,12
transpose_1 2,5,9,12 3,5,9,12
v 2,9,60 3,9,60
view_2 2,9,5,12 3,9,5,12
transpose_2 2,5,9,12 3,5,9,12
transpose_3 2,5,12,9 3,5,12,9
matmul 2,5,14,9 3,5,14,9
arange 14 14
getitem 14,1 14,1
arange_1 9 9
getitem_1 1,9 1,9
relative_position 14,9 14,9
gt 14,9 14,9
to_1 14,9 14,9
mul_2 14,9 14,9
relative_position_1 14,9 14,9
is_small 14,9 14,9
float 14,9 14,9
div 14,9 14,9
log 14,9 14,9
div_1 14,9 14,9
mul_3 14,9 14,9
to_2 14,9 14,9
add_1 14,9 14,9
full_like 14,9 14,9
min 14,9 14,9
where 14,9 14,9
add_ 14,9 14,9
clamp 14,9 14,9
relative_attention_bias 14,9,5 14,9,5
permute 5,14,9 5,14,9
unsqueeze 1,5,14,9 1,5,14,9
scores 2,5,14,9 3,5,14,9
float_1 2,5,14,9 3,5,14,9
softmax 2,5,14,9 3,5,14,9
type_as 2,5,14,9 3,5,14,9
attn_output 2,5,14,12 3,5,14,12
transpose_4 2,14,5,12 3,14,5,12
contiguous 2,14,5,12 3,14,5,12
view_3 2,14,60 3,14,60
o 2,14,40 3,14,40
add_2 2,14,40 3,14,40
wi_0 2,14,96 3,14,96
gelu 2,14,96 3,14,96
wi_1 2,14,96 3,14,96
mul_4 2,14,96 3,14,96
wo 2,14,40 3,14,40
*/
