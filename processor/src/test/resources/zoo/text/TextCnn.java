package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {40}, name = "x", dtype = long.class)
@Input(value = {}, name = "target", dtype = long.class)
@Forward("""
    def forward(self, x, target):
        x = self.embed(x)  # (N, W, D)
        x = x.unsqueeze(1)  # (N, Ci, W, D)
        x1 = F.relu(self.conv13(x)).squeeze(3)
        x1 = F.max_pool1d(x1, x1.size(2)).squeeze(2)
        x2 = F.relu(self.conv14(x)).squeeze(3)
        x2 = F.max_pool1d(x2, x2.size(2)).squeeze(2)
        x3 = F.relu(self.conv15(x)).squeeze(3)
        x3 = F.max_pool1d(x3, x3.size(2)).squeeze(2)
        x = torch.cat((x1, x2, x3), 1)
        x = self.dropout(x)
        logit = self.fc1(x)
        loss = F.cross_entropy(logit, target)
        return logit, loss
    """)
class TextCnn {
  static class Block {}

  @Embedding(num = 5000, dim = 128) Block embed;
  @Conv2d(in = 1, out = 100, k = {3, 128}) Block conv13;
  @Conv2d(in = 1, out = 100, k = {4, 128}) Block conv14;
  @Conv2d(in = 1, out = 100, k = {5, 128}) Block conv15;
  @Dropout Block dropout;
  @Linear(in = 300, out = 3) Block fc1;
}

/* PyTorch 1.13.0:
parameters 794803
sizes N=2 N=3
x_1 2,40,128 3,40,128
x_2 2,1,40,128 3,1,40,128
conv13 2,100,38,1 3,100,38,1
relu 2,100,38,1 3,100,38,1
squeeze 2,100,38 3,100,38
max_pool1d 2,100,1 3,100,1
squeeze_1 2,100 3,100
conv14 2,100,37,1 3,100,37,1
relu_1 2,100,37,1 3,100,37,1
squeeze_2 2,100,37 3,100,37
max_pool1d_1 2,100,1 3,100,1
squeeze_3 2,100 3,100
conv15 2,100,36,1 3,100,36,1
relu_2 2,100,36,1 3,100,36,1
squeeze_4 2,100,36 3,100,36
max_pool1d_2 2,100,1 3,100,1
squeeze_5 2,100 3,100
x_3 2,300 3,300
x_4 2,300 3,300
logit 2,3 3,3
loss () ()
*/
