package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {80, 60}, name = "input_features")
@Params("num_heads = 4, head_dim = 8")
@Forward("""
    inputs_embeds = nn.functional.gelu(self.conv1(input_features))
    inputs_embeds = nn.functional.gelu(self.conv2(inputs_embeds))
    inputs_embeds = inputs_embeds.permute(0, 2, 1)
    embed_pos = self.embed_positions.weight
    hidden_states = inputs_embeds + embed_pos
    x = self.attn_ln(hidden_states)
    bsz, tgt_len, _ = x.size()
    query_states = self.q_proj(x) * self.head_dim ** -0.5
    key_states = self.k_proj(x).view(bsz, -1, self.num_heads, self.head_dim).transpose(1, 2).contiguous()
    value_states = self.v_proj(x).view(bsz, -1, self.num_heads, self.head_dim).transpose(1, 2).contiguous()
    proj_shape = (bsz * self.num_heads, -1, self.head_dim)
    query_states = query_states.view(bsz, tgt_len, self.num_heads, self.head_dim).transpose(1, 2).contiguous().view(*proj_shape)
    key_states = key_states.view(*proj_shape)
    value_states = value_states.view(*proj_shape)
    src_len = key_states.size(1)
    attn_weights = torch.bmm(query_states, key_states.transpose(1, 2))
    attn_weights = nn.functional.softmax(attn_weights, dim=-1)
    attn_probs = nn.functional.dropout(attn_weights, p=0.0, training=self.training)
    attn_output = torch.bmm(attn_probs, value_states)
    attn_output = attn_output.view(bsz, self.num_heads, tgt_len, self.head_dim)
    attn_output = attn_output.transpose(1, 2)
    attn_output = attn_output.reshape(bsz, tgt_len, 32)
    return self.ln_post(hidden_states + self.out_proj(attn_output))
    """)
class WhisperEncoder {
  static class Block {}

  @Conv1d(in = 80, out = 32, k = 3, p = 1) Block conv1;
  @Conv1d(in = 32, out = 32, k = 3, s = 2, p = 1) Block conv2;
  @Embedding(num = 30, dim = 32) Block embed_positions;
  @LayerNorm({32}) Block attn_ln;
  @Linear(in = 32, out = 32) Block q_proj;
  @Linear(in = 32, out = 32, bias = false) Block k_proj;
  @Linear(in = 32, out = 32) Block v_proj;
  @Linear(in = 32, out = 32) Block out_proj;
  @LayerNorm({32}) Block ln_post;
}

/* PyTorch 1.13.0:
parameters 16096
sizes N=2 N=3
conv1 2,32,60 3,32,60
gelu 2,32,60 3,32,60
conv2 2,32,30 3,32,30
gelu_1 2,32,30 3,32,30
inputs_embeds 2,30,32 3,30,32
hidden_states 2,30,32 3,30,32
x 2,30,32 3,30,32
q_proj 2,30,32 3,30,32
mul 2,30,32 3,30,32
k_proj 2,30,32 3,30,32
view 2,30,4,8 3,30,4,8
transpose 2,4,30,8 3,4,30,8
contiguous 2,4,30,8 3,4,30,8
v_proj 2,30,32 3,30,32
view_1 2,30,4,8 3,30,4,8
transpose_1 2,4,30,8 3,4,30,8
contiguous_1 2,4,30,8 3,4,30,8
view_2 2,30,4,8 3,30,4,8
transpose_2 2,4,30,8 3,4,30,8
contiguous_2 2,4,30,8 3,4,30,8
view_3 8,30,8 12,30,8
key_states 8,30,8 12,30,8
value_states 8,30,8 12,30,8
transpose_3 8,8,30 12,8,30
bmm 8,30,30 12,30,30
attn_weights 8,30,30 12,30,30
attn_probs 8,30,30 12,30,30
attn_output 8,30,8 12,30,8
attn_output_1 2,4,30,8 3,4,30,8
attn_output_2 2,30,4,8 3,30,4,8
attn_output_3 2,30,32 3,30,32
out_proj 2,30,32 3,30,32
add 2,30,32 3,30,32
ln_post 2,30,32 3,30,32
*/
