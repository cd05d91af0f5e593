package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {}, name = "user", dtype = long.class)
@Input(value = {}, name = "item", dtype = long.class)
@Input(value = {}, name = "rating")
@Forward("""
    def forward(self, user, item, rating):
        mf = self.user_mf(user) * self.item_mf(item)
        u = self.user_mlp(user)
        vector = torch.cat([u, self.item_mlp(item)], dim=-1)
        vector = self.mlp(vector)
        side = self.bilinear(self.item_mf(item), u)
        logits = self.affine(torch.cat([vector, mf], dim=-1))
        prediction = torch.sigmoid(logits).view(-1)
        loss = F.mse_loss(prediction, rating)
        return prediction, loss
    """)
class NeuralCollaborativeFiltering {
  static class Block {}

  @Embedding(num = 600, dim = 8) Block user_mf;
  @Embedding(num = 900, dim = 8) Block item_mf;
  @Embedding(num = 600, dim = 32) Block user_mlp;
  @Embedding(num = 900, dim = 32) Block item_mlp;
  @Submodule(Layers.class) Block mlp;
  @Linear(in = 24, out = 1) Block affine;
  @Bilinear(in1 = 8, in2 = 32, out = 5) Block bilinear;

  @Params("")
  static class Layers {
    @Linear(in = 64, out = 32) Block l0;
    @ReLU Block l1;
    @Linear(in = 32, out = 16) Block l2;
    @Tanh Block l3;
  }
}

/* PyTorch 1.13.0:
parameters 63918
sizes N=2 N=3
user_mf 2,8 3,8
item_mf 2,8 3,8
mul 2,8 3,8
u 2,32 3,32
item_mlp 2,32 3,32
cat 2,64 3,64
mlp.l0 2,32 3,32
mlp.l1 2,32 3,32
mlp.l2 2,16 3,16
mlp.l3 2,16 3,16
item_mf_1 2,8 3,8
bilinear 2,5 3,5
cat_1 2,24 3,24
affine 2,1 3,1
sigmoid 2,1 3,1
view 2 3
loss () ()
*/
