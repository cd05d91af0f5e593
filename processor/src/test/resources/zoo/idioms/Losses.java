package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {10, 4}, name = "x")
@Input(value = {}, name = "y", dtype = long.class)
@Input(value = {4}, name = "labels", dtype = long.class)
@Input(value = {10, 4}, name = "target")
@Input(value = {10}, name = "probs")
@Forward("""
    def forward(self, x, y, labels, target, probs):
        a = self.ce(x, labels)
        logits = x.mean(-1)
        b = F.nll_loss(F.log_softmax(logits, dim=1), y, reduction="none")
        c = F.cross_entropy(logits, probs.softmax(1), label_smoothing=0.1)
        d = self.kl(F.log_softmax(logits, -1), F.softmax(probs, -1))
        e = F.huber_loss(x, target, reduction="none", delta=0.5)
        f = F.smooth_l1_loss(x, target)
        g = nn.BCEWithLogitsLoss()(x, torch.sigmoid(target))
        h = F.l1_loss(self.fc(x).squeeze(-1), logits, reduction="sum")
        i = F.multi_margin_loss(logits, y)
        j = F.cosine_embedding_loss(logits, probs, torch.ones(x.size(0)))
        k = F.margin_ranking_loss(logits, probs, torch.ones_like(probs), margin=0.1)
        l = F.soft_margin_loss(logits, torch.ones_like(logits))
        m = F.poisson_nll_loss(logits, probs)
        n = F.gaussian_nll_loss(logits, probs, torch.ones_like(probs))
        weights = torch.ones(10)
        o = F.cross_entropy(x, labels, weight=weights, ignore_index=-1)
        return a.mean() + b.mean() + c + d + e.mean() + f + g + h + i + j + k + l + m + n + o
    """)
class Losses {
  static class Block {}

  @CrossEntropyLoss(reduction = Reduction.NONE) Block ce;
  @Linear(in = 4, out = 1) Block fc;
  @KLDivLoss(reduction = Reduction.BATCHMEAN) Block kl;
}

/* PyTorch 1.13.0:
parameters 5
sizes N=2 N=3
a 2,4 3,4
logits 2,10 3,10
log_softmax 2,10 3,10
nll_loss 2 3
softmax 2,10 3,10
cross_entropy () ()
log_softmax_1 2,10 3,10
softmax_1 2,10 3,10
kl () ()
e 2,10,4 3,10,4
f () ()
sigmoid 2,10,4 3,10,4
BCEWithLogitsLoss () ()
fc 2,10,1 3,10,1
squeeze 2,10 3,10
l1_loss () ()
i () ()
ones 2 3
cosine_embedding_loss () ()
ones_like 2,10 3,10
margin_ranking_loss () ()
ones_like_1 2,10 3,10
soft_margin_loss () ()
m () ()
ones_like_2 2,10 3,10
gaussian_nll_loss () ()
weights 10 10
o () ()
mean () ()
mean_1 () ()
add () ()
add_1 () ()
add_2 () ()
mean_2 () ()
add_3 () ()
add_4 () ()
add_5 () ()
add_6 () ()
add_7 () ()
add_8 () ()
add_9 () ()
add_10 () ()
add_11 () ()
add_12 () ()
add_13 () ()
*/
