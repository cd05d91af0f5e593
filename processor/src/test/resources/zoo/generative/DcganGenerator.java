package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {100, 1, 1}, name = "input")
@Forward("""
    x = F.relu(self.bn1(self.tconv1(input)), True)
    x = F.relu(self.bn2(self.tconv2(x)), True)
    x = F.relu(self.bn3(self.tconv3(x)), True)
    return torch.tanh(self.tconv4(x))
    """)
class DcganGenerator {
  static class Block {}

  @ConvTranspose2d(in = 100, out = 512, k = 4, bias = false) Block tconv1;
  @BatchNorm2d(512) Block bn1;
  @ConvTranspose2d(in = 512, out = 256, k = 4, s = 2, p = 1, bias = false) Block tconv2;
  @BatchNorm2d(256) Block bn2;
  @ConvTranspose2d(in = 256, out = 128, k = 4, s = 2, p = 1, bias = false) Block tconv3;
  @BatchNorm2d(128) Block bn3;
  @ConvTranspose2d(in = 128, out = 3, k = 3, s = 2, p = 1, bias = false, outputPadding = 1) Block tconv4;
}

/* PyTorch 1.13.0:
parameters 3445888
sizes N=2 N=3
tconv1 2,512,4,4 3,512,4,4
bn1 2,512,4,4 3,512,4,4
relu 2,512,4,4 3,512,4,4
tconv2 2,256,8,8 3,256,8,8
bn2 2,256,8,8 3,256,8,8
relu_1 2,256,8,8 3,256,8,8
tconv3 2,128,16,16 3,128,16,16
bn3 2,128,16,16 3,128,16,16
relu_2 2,128,16,16 3,128,16,16
tconv4 2,3,32,32 3,3,32,32
tanh 2,3,32,32 3,3,32,32
*/
