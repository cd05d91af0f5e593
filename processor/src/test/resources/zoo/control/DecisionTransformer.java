package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {20, 17}, name = "states")
@Input(value = {20, 6}, name = "actions")
@Input(value = {20, 1}, name = "returns_to_go")
@Input(value = {20}, name = "timesteps", dtype = long.class)
@Forward("""
    def forward(self, states, actions, returns_to_go, timesteps):
        batch_size, seq_length = states.shape[0], states.shape[1]
        time_embeddings = self.embed_timestep(timesteps)
        state_embeddings = self.embed_state(states) + time_embeddings
        action_embeddings = self.embed_action(actions) + time_embeddings
        returns_embeddings = self.embed_rtg(returns_to_go) + time_embeddings
        stacked_inputs = torch.stack(
            (returns_embeddings, state_embeddings, action_embeddings), dim=1
        ).permute(0, 2, 1, 3).reshape(batch_size, 3 * seq_length, 128)
        stacked_inputs = self.embed_ln(stacked_inputs)
        x = self.transformer(stacked_inputs)
        x = x.reshape(batch_size, seq_length, 3, 128).permute(0, 2, 1, 3)
        action_preds = self.predict_action(x[:, 1])
        return action_preds
    """)
class DecisionTransformer {
  static class Block {}

  @Linear(in = 17, out = 128) Block embed_state;
  @Linear(in = 6, out = 128) Block embed_action;
  @Linear(in = 1, out = 128) Block embed_rtg;
  @Embedding(num = 1000, dim = 128) Block embed_timestep;
  @LayerNorm({128}) Block embed_ln;
  @TransformerEncoder(dim = 128, heads = 4, layers = 3, feedforward = 512, batchFirst = true, normFirst = true) Block transformer;
  @Linear(in = 128, out = 6) @Tanh Block predict_action;
}

/* PyTorch 1.13.0:
parameters 727302
sizes N=2 N=3
time_embeddings 2,20,128 3,20,128
embed_state 2,20,128 3,20,128
add 2,20,128 3,20,128
embed_action 2,20,128 3,20,128
add_1 2,20,128 3,20,128
embed_rtg 2,20,128 3,20,128
add_2 2,20,128 3,20,128
stack 2,3,20,128 3,3,20,128
permute 2,20,3,128 3,20,3,128
reshape 2,60,128 3,60,128
stacked_inputs 2,60,128 3,60,128
x 2,60,128 3,60,128
reshape_1 2,20,3,128 3,20,3,128
permute_1 2,3,20,128 3,3,20,128
getitem 2,20,128 3,20,128
predict_action 2,20,6 3,20,6
predict_action_1 2,20,6 3,20,6
*/
