package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {4000}, name = "input_values")
@Params("num_groups = 2, num_vars = 20")
@Forward("""
    hidden_states = input_values[:, None]
    hidden_states = F.gelu(self.norm0(self.conv0(hidden_states)))
    hidden_states = F.gelu(self.conv2(F.gelu(self.conv1(hidden_states))))
    extract_features = hidden_states.transpose(1, 2)
    hidden_states = self.projection(extract_features)
    x = hidden_states.transpose(1, 2)
    x = self.pos_conv(x)
    x = x[:, :, :-1]
    x = F.gelu(x).transpose(1, 2)
    hidden_states = hidden_states + x

    batch_size, sequence_length, hidden_size = extract_features.shape
    q = self.weight_proj(extract_features)
    q = q.view(batch_size * sequence_length * self.num_groups, -1)
    codevector_idx = q.argmax(dim=-1)
    codevector_probs = q.new_zeros(*q.shape).scatter_(-1, codevector_idx.view(-1, 1), 1.0)
    codevector_probs = codevector_probs.view(batch_size * sequence_length, self.num_groups, -1)
    marginal_probs = codevector_probs.mean(dim=0)
    perplexity = torch.exp(-torch.sum(marginal_probs * torch.log(marginal_probs + 1e-7), dim=-1)).sum()
    codevector_probs = codevector_probs.view(batch_size * sequence_length, -1)
    codevectors_per_group = codevector_probs.unsqueeze(-1) * self.codevectors
    codevectors = codevectors_per_group.view(batch_size * sequence_length, self.num_groups, self.num_vars, -1)
    codevectors = codevectors.sum(-2).view(batch_size, sequence_length, -1)
    return hidden_states, codevectors, perplexity
    """)
class Wav2Vec2Features {
  static class Block {}

  @Parameter({1, 40, 12}) Block codevectors;
  @Conv1d(in = 1, out = 32, k = 10, s = 5, bias = false) Block conv0;
  @GroupNorm(groups = 32, channels = 32) Block norm0;
  @Conv1d(in = 32, out = 32, k = 3, s = 2, bias = false) Block conv1;
  @Conv1d(in = 32, out = 32, k = 2, s = 2, bias = false) Block conv2;
  @LayerNorm({32}) @Linear(in = 32, out = 48) @Dropout(0.1) Block projection;
  @Conv1d(in = 48, out = 48, k = 128, p = 64, groups = 16) Block pos_conv;
  @Linear(in = 32, out = 40) Block weight_proj;
}

/* PyTorch 1.13.0:
parameters 27432
sizes N=2 N=3
hidden_states 2,1,4000 3,1,4000
conv0 2,32,799 3,32,799
norm0 2,32,799 3,32,799
gelu 2,32,799 3,32,799
conv1 2,32,399 3,32,399
gelu_1 2,32,399 3,32,399
conv2 2,32,199 3,32,199
gelu_2 2,32,199 3,32,199
extract_features 2,199,32 3,199,32
projection 2,199,32 3,199,32
projection_1 2,199,48 3,199,48
projection_2 2,199,48 3,199,48
x 2,48,199 3,48,199
x_1 2,48,200 3,48,200
x_2 2,48,199 3,48,199
gelu_3 2,48,199 3,48,199
transpose 2,199,48 3,199,48
hidden_states_1 2,199,48 3,199,48
q 2,199,40 3,199,40
q_1 796,20 1194,20
codevector_idx 796 1194
new_zeros 796,20 1194,20
view 796,1 1194,1
scatter_ 796,20 1194,20
codevector_probs 398,2,20 597,2,20
marginal_probs 2,20 2,20
add 2,20 2,20
log 2,20 2,20
mul 2,20 2,20
sum 2 2
neg 2 2
exp 2 2
sum_1 () ()
codevector_probs_1 398,40 597,40
unsqueeze 398,40,1 597,40,1
mul_1 398,40,12 597,40,12
codevectors_1 398,2,20,12 597,2,20,12
sum_2 398,2,12 597,2,12
view_1 2,199,24 3,199,24
*/
