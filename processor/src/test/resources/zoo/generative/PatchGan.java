package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 128, 144}, name = "img_A")
@Input(value = {3, 128, 144}, name = "img_B")
@Forward("""
    def forward(self, img_A, img_B):
        img_input = torch.cat((img_A, img_B), 1)
        x = F.leaky_relu(self.conv1(img_input), negative_slope=0.2)
        x = F.leaky_relu(self.norm(self.conv2(x)), 0.2, inplace=True)
        return self.out(self.pad(x))
    """)
class PatchGan {
  static class Block {}

  @Conv2d(in = 6, out = 64, k = 4, s = 2, p = 1) Block conv1;
  @Conv2d(in = 64, out = 128, k = 4, s = 2, p = 1) Block conv2;
  @InstanceNorm2d(128) Block norm;
  @ZeroPad2d({1, 0, 1, 0}) Block pad;
  @Conv2d(in = 128, out = 1, k = 4, p = 1, bias = false) Block out;
}

/* PyTorch 1.13.0:
parameters 139456
sizes N=2 N=3
img_input 2,6,128,144 3,6,128,144
conv1 2,64,64,72 3,64,64,72
leaky_relu 2,64,64,72 3,64,64,72
conv2 2,128,32,36 3,128,32,36
norm 2,128,32,36 3,128,32,36
leaky_relu_1 2,128,32,36 3,128,32,36
pad 2,128,33,37 3,128,33,37
out 2,1,32,36 3,1,32,36
*/
