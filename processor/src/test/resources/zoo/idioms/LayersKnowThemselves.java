package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 17, 19}, name = "x")
@Forward("""
    x = self.conv(x)
    c = self.conv.out_channels
    x = x.view(x.size(0), c, -1).mean(2)
    x = x.view(-1, self.fc.in_features)
    x = self.fc(x)
    logits = F.linear(x, self.embedding.weight)
    logits = logits + self.out(x)
    scores = x @ self.fc.weight
    penalty = self.fc.weight.norm() + self.conv.weight.abs().sum() + self.conv.bias.pow(2).sum()
    return logits.view(-1, self.embedding.num_embeddings), scores, penalty
    """)
class LayersKnowThemselves {
  static class Block {}

  @Conv2d(in = 3, out = 10, k = 3, s = 2) Block conv;
  @Linear(in = 10, out = 7, bias = false) Block fc;
  @Embedding(num = 30, dim = 7) Block embedding;
  @Linear(in = 7, out = 30, bias = false) Block out;
}

/* PyTorch 1.13.0:
parameters 770
sizes N=2 N=3
x_1 2,10,8,9 3,10,8,9
view 2,10,72 3,10,72
mean 2,10 3,10
x_2 2,10 3,10
x_3 2,7 3,7
logits 2,30 3,30
out 2,30 3,30
add 2,30 3,30
scores 2,10 3,10
norm () ()
abs 10,3,3,3 10,3,3,3
sum () ()
add_1 () ()
pow 10 10
sum_1 () ()
add_2 () ()
view_1 2,30 3,30
*/
