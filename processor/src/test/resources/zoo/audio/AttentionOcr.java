package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 48, 160}, name = "image")
@Input(value = {}, name = "prev", dtype = long.class)
@Forward("""
    def forward(self, image, prev):
        feats = self.cnn(image)
        feats = feats.flatten(2).permute(0, 2, 1)
        h = torch.tanh(self.init_h(feats.mean(1)))
        steps = feats.size(1)
        e = self.score(torch.cat([feats, h.unsqueeze(1).expand(-1, steps, -1)], dim=-1))
        alpha = torch.softmax(e.squeeze(-1), -1)
        context = (alpha.unsqueeze(-1) * feats).sum(1)
        h = self.cell(torch.cat([self.embed(prev), context], -1), h)
        return self.out(h), alpha.view(-1, 8, 40)
    """)
class AttentionOcr {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 3, s = 2, p = 1) @BatchNorm2d(64) @SiLU @AvgPool2d(k = {3, 2}) Block cnn;
  @Embedding(num = 100, dim = 32) Block embed;
  @Linear(in = 64, out = 96) Block init_h;
  @Linear(in = 160, out = 1) Block score;
  @GRUCell(in = 96, hidden = 96) Block cell;
  @Linear(in = 96, out = 100) Block out;
}

/* PyTorch 1.13.0:
parameters 77093
sizes N=2 N=3
cnn 2,64,24,80 3,64,24,80
cnn_1 2,64,24,80 3,64,24,80
cnn_2 2,64,24,80 3,64,24,80
cnn_3 2,64,8,40 3,64,8,40
flatten 2,64,320 3,64,320
permute 2,320,64 3,320,64
mean 2,64 3,64
init_h 2,96 3,96
tanh 2,96 3,96
unsqueeze 2,1,96 3,1,96
expand 2,320,96 3,320,96
cat 2,320,160 3,320,160
score 2,320,1 3,320,1
squeeze 2,320 3,320
softmax 2,320 3,320
unsqueeze_1 2,320,1 3,320,1
mul 2,320,64 3,320,64
sum 2,64 3,64
embed 2,32 3,32
cat_1 2,96 3,96
cell 2,96 3,96
out 2,100 3,100
view 2,8,40 3,8,40
*/
