package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {64}, name = "input_ids", dtype = long.class)
@Input(value = {64}, name = "token_type_ids", dtype = long.class)
@Forward("""
    def forward(self, input_ids, token_type_ids):
        attention_mask = torch.ones_like(input_ids)
        extended_attention_mask = attention_mask.unsqueeze(1).unsqueeze(2)
        extended_attention_mask = extended_attention_mask.to(dtype=torch.float32)  # fp16 compatibility
        extended_attention_mask = (1.0 - extended_attention_mask) * -10000.0

        seq_length = input_ids.size(1)
        position_ids = torch.arange(seq_length, dtype=torch.long, device=input_ids.device)
        position_ids = position_ids.unsqueeze(0).expand_as(input_ids)
        embeddings = self.word_embeddings(input_ids) + self.position_embeddings(position_ids) + self.token_type_embeddings(token_type_ids)
        embeddings = F.dropout(self.LayerNorm(embeddings), 0.1, self.training)

        hidden = self.layer0(embeddings, extended_attention_mask)
        hidden = self.layer1(hidden, extended_attention_mask)
        first_token_tensor = hidden[:, 0]
        pooled_output = torch.tanh(self.pooler(first_token_tensor))
        return self.classifier(pooled_output)
    """)
class Bert {
  static class Block {}

  @Embedding(num = 30522, dim = 768) Block word_embeddings;
  @Embedding(num = 512, dim = 768) Block position_embeddings;
  @Embedding(num = 2, dim = 768) Block token_type_embeddings;
  @LayerNorm({768}) Block LayerNorm;
  @Submodule(BertLayer.class) Block layer0;
  @Submodule(BertLayer.class) Block layer1;
  @Linear(in = 768, out = 768) Block pooler;
  @Linear(in = 768, out = 2) Block classifier;

  @Params("")
  @Forward("""
      def forward(self, hidden_states, attention_mask):
          new_shape = hidden_states.size()[:-1] + (12, 64)
          query_layer = self.query(hidden_states).view(*new_shape).permute(0, 2, 1, 3)
          key_layer = self.key(hidden_states).view(new_shape).permute(0, 2, 1, 3)
          value_layer = self.value(hidden_states).view(new_shape).permute(0, 2, 1, 3)

          # Take the dot product between "query" and "key" to get the raw attention scores.
          attention_scores = torch.matmul(query_layer, key_layer.transpose(-1, -2))
          attention_scores = attention_scores / math.sqrt(64)
          attention_scores = attention_scores + attention_mask
          attention_probs = nn.functional.softmax(attention_scores, dim=-1)
          attention_probs = self.dropout(attention_probs)

          context_layer = torch.matmul(attention_probs, value_layer)
          context_layer = context_layer.permute(0, 2, 1, 3).contiguous()
          new_context_layer_shape = context_layer.size()[:-2] + (768,)
          context_layer = context_layer.view(new_context_layer_shape)

          attention_output = self.LayerNorm1(self.dropout(self.dense(context_layer)) + hidden_states)
          intermediate_output = nn.functional.gelu(self.intermediate(attention_output))
          layer_output = self.LayerNorm2(self.dropout(self.output(intermediate_output)) + attention_output)
          return layer_output
      """)
  static class BertLayer {
    @Linear(in = 768, out = 768) Block query;
    @Linear(in = 768, out = 768) Block key;
    @Linear(in = 768, out = 768) Block value;
    @Linear(in = 768, out = 768) Block dense;
    @LayerNorm({768}) Block LayerNorm1;
    @Linear(in = 768, out = 3072) Block intermediate;
    @Linear(in = 3072, out = 768) Block output;
    @LayerNorm({768}) Block LayerNorm2;
    @Dropout(0.1) Block dropout;
  }
}

/* PyTorch 1.13.0:
parameters 38605058
sizes N=2 N=3
attention_mask 2,64 3,64
unsqueeze 2,1,64 3,1,64
unsqueeze_1 2,1,1,64 3,1,1,64
extended_attention_mask 2,1,1,64 3,1,1,64
sub 2,1,1,64 3,1,1,64
mul 2,1,1,64 3,1,1,64
position_ids 64 64
unsqueeze_2 1,64 1,64
expand_as 2,64 3,64
word_embeddings 2,64,768 3,64,768
position_embeddings 2,64,768 3,64,768
add 2,64,768 3,64,768
token_type_embeddings 2,64,768 3,64,768
add_1 2,64,768 3,64,768
LayerNorm 2,64,768 3,64,768
dropout 2,64,768 3,64,768
layer0.query 2,64,768 3,64,768
view 2,64,12,64 3,64,12,64
permute 2,12,64,64 3,12,64,64
layer0.key 2,64,768 3,64,768
view_1 2,64,12,64 3,64,12,64
permute_1 2,12,64,64 3,12,64,64
layer0.value 2,64,768 3,64,768
view_2 2,64,12,64 3,64,12,64
permute_2 2,12,64,64 3,12,64,64
transpose 2,12,64,64 3,12,64,64
matmul 2,12,64,64 3,12,64,64
attention_scores 2,12,64,64 3,12,64,64
attention_scores_1 2,12,64,64 3,12,64,64
attention_probs 2,12,64,64 3,12,64,64
attention_probs_1 2,12,64,64 3,12,64,64
context_layer 2,12,64,64 3,12,64,64
permute_3 2,64,12,64 3,64,12,64
contiguous 2,64,12,64 3,64,12,64
context_layer_1 2,64,768 3,64,768
layer0.dense 2,64,768 3,64,768
layer0.dropout 2,64,768 3,64,768
add_2 2,64,768 3,64,768
layer0.LayerNorm1 2,64,768 3,64,768
layer0.intermediate 2,64,3072 3,64,3072
gelu 2,64,3072 3,64,3072
layer0.output 2,64,768 3,64,768
layer0.dropout_1 2,64,768 3,64,768
add_3 2,64,768 3,64,768
layer0.LayerNorm2 2,64,768 3,64,768
layer1.query 2,64,768 3,64,768
view_3 2,64,12,64 3,64,12,64
permute_4 2,12,64,64 3,12,64,64
layer1.key 2,64,768 3,64,768
view_4 2,64,12,64 3,64,12,64
permute_5 2,12,64,64 3,12,64,64
layer1.value 2,64,768 3,64,768
view_5 2,64,12,64 3,64,12,64
permute_6 2,12,64,64 3,12,64,64
transpose_1 2,12,64,64 3,12,64,64
matmul_1 2,12,64,64 3,12,64,64
attention_scores_2 2,12,64,64 3,12,64,64
attention_scores_3 2,12,64,64 3,12,64,64
attention_probs_2 2,12,64,64 3,12,64,64
attention_probs_3 2,12,64,64 3,12,64,64
context_layer_2 2,12,64,64 3,12,64,64
permute_7 2,64,12,64 3,64,12,64
contiguous_1 2,64,12,64 3,64,12,64
context_layer_3 2,64,768 3,64,768
layer1.dense 2,64,768 3,64,768
layer1.dropout 2,64,768 3,64,768
add_4 2,64,768 3,64,768
layer1.LayerNorm1 2,64,768 3,64,768
layer1.intermediate 2,64,3072 3,64,3072
gelu_1 2,64,3072 3,64,3072
layer1.output 2,64,768 3,64,768
layer1.dropout_1 2,64,768 3,64,768
add_5 2,64,768 3,64,768
layer1.LayerNorm2 2,64,768 3,64,768
first_token_tensor 2,768 3,768
pooler 2,768 3,768
tanh 2,768 3,768
classifier 2,2 3,2
*/
