package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 33, 35}, name = "anchor")
@Input(value = {3, 33, 35}, name = "positive")
@Input(value = {3, 33, 35}, name = "negative")
@Forward("""
    def forward(self, anchor, positive, negative):
        a = F.normalize(self.embed(anchor), p=2, dim=1)
        p = F.normalize(self.embed(positive), p=2, dim=1)
        n = F.normalize(self.embed(negative), p=2, dim=1)
        similarity = F.cosine_similarity(a, p)
        distance = F.pairwise_distance(a, n)
        loss = F.triplet_margin_loss(a, p, n, margin=0.2)
        return loss
    """)
class Triplet {
  static class Block {}

  @Conv2d(in = 3, out = 8, k = 3) @ReLU @AdaptiveAvgPool2d({3, 2}) @Flatten @Linear(in = 48, out = 24) Block embed;
}

/* PyTorch 1.13.0:
parameters 1400
sizes N=2 N=3
embed 2,8,31,33 3,8,31,33
embed_1 2,8,31,33 3,8,31,33
embed_2 2,8,3,2 3,8,3,2
embed_3 2,48 3,48
embed_4 2,24 3,24
normalize 2,24 3,24
embed_5 2,8,31,33 3,8,31,33
embed_6 2,8,31,33 3,8,31,33
embed_7 2,8,3,2 3,8,3,2
embed_8 2,48 3,48
embed_9 2,24 3,24
normalize_1 2,24 3,24
embed_10 2,8,31,33 3,8,31,33
embed_11 2,8,31,33 3,8,31,33
embed_12 2,8,3,2 3,8,3,2
embed_13 2,48 3,48
embed_14 2,24 3,24
normalize_2 2,24 3,24
similarity 2 3
distance 2 3
loss () ()
*/
