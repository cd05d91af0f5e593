package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {12}, name = "input_ids", dtype = long.class)
@Input(value = {12}, name = "attention_mask", dtype = long.class)
@Input(value = {12}, name = "token_type_ids", dtype = long.class)
@Params("num_attention_heads = 4, attention_head_size = 12, all_head_size = 48")
@Forward("""
    def forward(self, input_ids, attention_mask, token_type_ids):
        input_shape = input_ids.size()
        batch_size, seq_length = input_shape
        position_ids = self.position_ids[:, 0 : seq_length + 0]
        inputs_embeds = self.word_embeddings(input_ids)
        embeddings = inputs_embeds + self.token_type_embeddings(token_type_ids)
        embeddings += self.position_embeddings(position_ids)
        hidden_states = self.dropout(self.LayerNorm(embeddings))

        extended_attention_mask = attention_mask[:, None, None, :]
        extended_attention_mask = extended_attention_mask.to(dtype=hidden_states.dtype)
        extended_attention_mask = (1.0 - extended_attention_mask) * torch.finfo(hidden_states.dtype).min

        mixed_query_layer = self.query(hidden_states)
        key = self.key(hidden_states)
        new_x_shape = key.size()[:-1] + (self.num_attention_heads, self.attention_head_size)
        key_layer = key.view(new_x_shape).permute(0, 2, 1, 3)
        value_layer = self.value(hidden_states).view(*new_x_shape).permute(0, 2, 1, 3)
        query_layer = mixed_query_layer.view(new_x_shape).permute(0, 2, 1, 3)

        # Take the dot product between "query" and "key" to get the raw attention scores.
        attention_scores = torch.matmul(query_layer, key_layer.transpose(-1, -2))
        attention_scores = attention_scores / math.sqrt(self.attention_head_size)
        attention_scores = attention_scores + extended_attention_mask

        # Normalize the attention scores to probabilities.
        attention_probs = nn.functional.softmax(attention_scores, dim=-1)
        attention_probs = self.dropout(attention_probs)

        context_layer = torch.matmul(attention_probs, value_layer)
        context_layer = context_layer.permute(0, 2, 1, 3).contiguous()
        new_context_layer_shape = context_layer.size()[:-2] + (self.all_head_size,)
        context_layer = context_layer.view(new_context_layer_shape)

        hidden_states = self.LayerNorm(self.dense(context_layer) + hidden_states)
        hidden_states = self.LayerNorm(self.output(F.gelu(self.intermediate(hidden_states))) + hidden_states)
        first_token_tensor = hidden_states[:, 0]
        pooled_output = torch.tanh(self.pooler(first_token_tensor))
        return self.cls(pooled_output)
    """)
class HfBertLayer {
  static class Block {}

  @Buffer({1, 32}) Block position_ids;
  @Embedding(num = 100, dim = 48) Block word_embeddings;
  @Embedding(num = 32, dim = 48) Block position_embeddings;
  @Embedding(num = 2, dim = 48) Block token_type_embeddings;
  @LayerNorm({48}) Block LayerNorm;
  @Linear(in = 48, out = 48) Block query;
  @Linear(in = 48, out = 48) Block key;
  @Linear(in = 48, out = 48) Block value;
  @Linear(in = 48, out = 48) Block dense;
  @Linear(in = 48, out = 192) Block intermediate;
  @Linear(in = 192, out = 48) Block output;
  @Dropout(0.1) Block dropout;
  @Linear(in = 48, out = 48) Block pooler;
  @Linear(in = 48, out = 2) Block cls;
}

/* PyTorch 1.13.0:
parameters 37058
sizes N=2 N=3
position_ids_1 1,12 1,12
inputs_embeds 2,12,48 3,12,48
token_type_embeddings 2,12,48 3,12,48
add 2,12,48 3,12,48
position_embeddings 1,12,48 1,12,48
add_ 2,12,48 3,12,48
LayerNorm 2,12,48 3,12,48
dropout 2,12,48 3,12,48
extended_attention_mask 2,1,1,12 3,1,1,12
extended_attention_mask_1 2,1,1,12 3,1,1,12
sub 2,1,1,12 3,1,1,12
mul 2,1,1,12 3,1,1,12
mixed_query_layer 2,12,48 3,12,48
key 2,12,48 3,12,48
view 2,12,4,12 3,12,4,12
permute 2,4,12,12 3,4,12,12
value 2,12,48 3,12,48
view_1 2,12,4,12 3,12,4,12
permute_1 2,4,12,12 3,4,12,12
view_2 2,12,4,12 3,12,4,12
permute_2 2,4,12,12 3,4,12,12
transpose 2,4,12,12 3,4,12,12
matmul 2,4,12,12 3,4,12,12
attention_scores 2,4,12,12 3,4,12,12
attention_scores_1 2,4,12,12 3,4,12,12
attention_probs 2,4,12,12 3,4,12,12
attention_probs_1 2,4,12,12 3,4,12,12
context_layer 2,4,12,12 3,4,12,12
permute_3 2,12,4,12 3,12,4,12
contiguous 2,12,4,12 3,12,4,12
context_layer_1 2,12,48 3,12,48
dense 2,12,48 3,12,48
add_1 2,12,48 3,12,48
LayerNorm_1 2,12,48 3,12,48
intermediate 2,12,192 3,12,192
gelu 2,12,192 3,12,192
output 2,12,48 3,12,48
add_2 2,12,48 3,12,48
LayerNorm_2 2,12,48 3,12,48
first_token_tensor 2,48 3,48
pooler 2,48 3,48
tanh 2,48 3,48
cls 2,2 3,2
*/
