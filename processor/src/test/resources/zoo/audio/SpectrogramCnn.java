package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 101, 64}, name = "input")
@Input(value = {10}, name = "target")
@Forward("""
    def forward(self, input, target):
        x = input.transpose(1, 3)
        x = self.bn0(x)
        x = x.transpose(1, 3)
        x = F.relu_(self.bn1(self.conv1(x)))
        x1 = F.avg_pool2d(x, kernel_size=(2, 2))
        x2 = F.max_pool2d(x, kernel_size=2)
        x = x1 + x2
        x = torch.mean(x, dim=3)
        (x1, _) = torch.max(x, dim=2)
        x2 = torch.mean(x, dim=2)
        x = x1 + x2
        x = F.relu_(self.fc1(x))
        clipwise_output = torch.sigmoid(self.fc_audioset(x))
        loss = F.binary_cross_entropy(clipwise_output, target)
        return clipwise_output, loss
    """)
class SpectrogramCnn {
  static class Block {}

  @BatchNorm2d(64) Block bn0;
  @Conv2d(in = 1, out = 64, k = 3, p = 1, bias = false) Block conv1;
  @BatchNorm2d(64) Block bn1;
  @Linear(in = 64, out = 32) Block fc1;
  @Linear(in = 32, out = 10) Block fc_audioset;
}

/* PyTorch 1.13.0:
parameters 3242
sizes N=2 N=3
x 2,64,101,1 3,64,101,1
x_1 2,64,101,1 3,64,101,1
x_2 2,1,101,64 3,1,101,64
conv1 2,64,101,64 3,64,101,64
bn1 2,64,101,64 3,64,101,64
relu_ 2,64,101,64 3,64,101,64
x1 2,64,50,32 3,64,50,32
x2 2,64,50,32 3,64,50,32
x_3 2,64,50,32 3,64,50,32
x_4 2,64,50 3,64,50
max 2,64;2,64; 3,64;3,64;
x2_1 2,64 3,64
x_5 2,64 3,64
fc1 2,32 3,32
relu__1 2,32 3,32
fc_audioset 2,10 3,10
sigmoid 2,10 3,10
loss () ()
*/
