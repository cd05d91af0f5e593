package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 223, 199}, name = "x")
@Forward("""
    x = self.pool(torch.relu(self.conv1(x)))
    x = self.fire3(self.fire2(x))
    x = self.pool(x)
    x = self.fire4(x)
    x = F.dropout(x, p=0.5)
    x = F.relu(self.final(x))
    x = F.adaptive_avg_pool2d(x, (1, 1))
    return torch.flatten(x, 1)
    """)
class SqueezeNet {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 3, s = 2) Block conv1;
  @MaxPool2d(k = 3, s = 2, ceilMode = true) Block pool;
  @Submodule(Fire.class) Block fire2;
  @Submodule(Fire2.class) Block fire3;
  @Submodule(Fire3.class) Block fire4;
  @Conv2d(in = 256, out = 1000, k = 1) Block final_;

  @Params("")
  @Forward("""
      x = torch.relu(self.squeeze(x))
      return torch.cat([torch.relu(self.expand1x1(x)), torch.relu(self.expand3x3(x))], 1)
      """)
  static class Fire {
    @Conv2d(in = 64, out = 16, k = 1) Block squeeze;
    @Conv2d(in = 16, out = 64, k = 1) Block expand1x1;
    @Conv2d(in = 16, out = 64, k = 3, p = 1) Block expand3x3;
  }

  @Params("")
  @Forward("""
      x = torch.relu(self.squeeze(x))
      return torch.cat([torch.relu(self.expand1x1(x)), torch.relu(self.expand3x3(x))], 1)
      """)
  static class Fire2 {
    @Conv2d(in = 128, out = 16, k = 1) Block squeeze;
    @Conv2d(in = 16, out = 64, k = 1) Block expand1x1;
    @Conv2d(in = 16, out = 64, k = 3, p = 1) Block expand3x3;
  }

  @Params("")
  @Forward("""
      x = torch.relu(self.squeeze(x))
      return torch.cat([torch.relu(self.expand1x1(x)), torch.relu(self.expand3x3(x))], 1)
      """)
  static class Fire3 {
    @Conv2d(in = 128, out = 32, k = 1) Block squeeze;
    @Conv2d(in = 32, out = 128, k = 1) Block expand1x1;
    @Conv2d(in = 32, out = 128, k = 3, p = 1) Block expand3x3;
  }
}

/* PyTorch 1.13.0:
parameters 327976
sizes N=2 N=3
conv1 2,64,111,99 3,64,111,99
relu 2,64,111,99 3,64,111,99
pool 2,64,55,49 3,64,55,49
fire2.squeeze 2,16,55,49 3,16,55,49
relu_1 2,16,55,49 3,16,55,49
fire2.expand1x1 2,64,55,49 3,64,55,49
relu_2 2,64,55,49 3,64,55,49
fire2.expand3x3 2,64,55,49 3,64,55,49
relu_3 2,64,55,49 3,64,55,49
cat 2,128,55,49 3,128,55,49
fire3.squeeze 2,16,55,49 3,16,55,49
relu_4 2,16,55,49 3,16,55,49
fire3.expand1x1 2,64,55,49 3,64,55,49
relu_5 2,64,55,49 3,64,55,49
fire3.expand3x3 2,64,55,49 3,64,55,49
relu_6 2,64,55,49 3,64,55,49
cat_1 2,128,55,49 3,128,55,49
x_1 2,128,27,24 3,128,27,24
fire4.squeeze 2,32,27,24 3,32,27,24
relu_7 2,32,27,24 3,32,27,24
fire4.expand1x1 2,128,27,24 3,128,27,24
relu_8 2,128,27,24 3,128,27,24
fire4.expand3x3 2,128,27,24 3,128,27,24
relu_9 2,128,27,24 3,128,27,24
cat_2 2,256,27,24 3,256,27,24
x_2 2,256,27,24 3,256,27,24
final_ 2,1000,27,24 3,1000,27,24
relu_10 2,1000,27,24 3,1000,27,24
x_3 2,1000,1,1 3,1000,1,1
flatten 2,1000 3,1000
*/
