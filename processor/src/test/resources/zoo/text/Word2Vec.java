package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {}, name = "pos_u", dtype = long.class)
@Input(value = {}, name = "pos_v", dtype = long.class)
@Input(value = {5}, name = "neg_v", dtype = long.class)
@Forward("""
    def forward(self, pos_u, pos_v, neg_v):
        emb_u = self.u_embeddings(pos_u)
        emb_v = self.v_embeddings(pos_v)
        emb_neg_v = self.v_embeddings(neg_v)
        score = torch.sum(torch.mul(emb_u, emb_v), dim=1)
        score = torch.clamp(score, max=10, min=-10)
        score = -F.logsigmoid(score)
        neg_score = torch.bmm(emb_neg_v, emb_u.unsqueeze(2)).squeeze()
        neg_score = torch.clamp(neg_score, max=10, min=-10)
        neg_score = -torch.sum(F.logsigmoid(-neg_score), dim=1)
        return torch.mean(score + neg_score)
    """)
class Word2Vec {
  static class Block {}

  @Embedding(num = 1000, dim = 30) Block u_embeddings;
  @Embedding(num = 1000, dim = 30) Block v_embeddings;
}

/* PyTorch 1.13.0:
parameters 60000
sizes N=2 N=3
emb_u 2,30 3,30
emb_v 2,30 3,30
emb_neg_v 2,5,30 3,5,30
mul 2,30 3,30
sum 2 3
score 2 3
logsigmoid 2 3
neg 2 3
unsqueeze 2,30,1 3,30,1
bmm 2,5,1 3,5,1
squeeze 2,5 3,5
neg_score 2,5 3,5
neg_1 2,5 3,5
logsigmoid_1 2,5 3,5
sum_1 2 3
neg_2 2 3
add 2 3
mean () ()
*/
