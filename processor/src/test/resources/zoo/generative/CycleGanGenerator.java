package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 72, 88}, name = "x")
@Forward("""
    x = self.head(x)
    x = F.relu(self.down(x))
    x = self.res(x)
    x = F.relu(self.up(x))
    return self.tail(x)
    """)
class CycleGanGenerator {
  static class Block {}

  @ReflectionPad2d(3) @Conv2d(in = 3, out = 64, k = 7) @InstanceNorm2d(64) @ReLU Block head;
  @Conv2d(in = 64, out = 128, k = 3, s = 2, p = 1) Block down;
  @Submodule(value = ResidualBlockIn.class, repeat = 3) Block res;
  @ConvTranspose2d(in = 128, out = 64, k = 3, s = 2, p = 1, outputPadding = 1) Block up;
  @ReflectionPad2d(3) @Conv2d(in = 64, out = 3, k = 7) @Tanh Block tail;

  @Params("")
  @Forward("""
      out = F.relu(self.norm1(self.conv1(self.pad1(x))))
      out = self.norm2(self.conv2(F.pad(out, (1, 1, 1, 1), mode="reflect")))
      return x + out
      """)
  static class ResidualBlockIn {
    @ReflectionPad2d(1) Block pad1;
    @Conv2d(in = 128, out = 128, k = 3) Block conv1;
    @InstanceNorm2d(128) Block norm1;
    @Conv2d(in = 128, out = 128, k = 3) Block conv2;
    @InstanceNorm2d(value = 128, affine = true) Block norm2;
  }
}

/* PyTorch 1.13.0:
parameters 1052803
sizes N=2 N=3
head 2,3,78,94 3,3,78,94
head_1 2,64,72,88 3,64,72,88
head_2 2,64,72,88 3,64,72,88
head_3 2,64,72,88 3,64,72,88
down 2,128,36,44 3,128,36,44
relu 2,128,36,44 3,128,36,44
res.0.pad1 2,128,38,46 3,128,38,46
res.0.conv1 2,128,36,44 3,128,36,44
res.0.norm1 2,128,36,44 3,128,36,44
relu_1 2,128,36,44 3,128,36,44
pad 2,128,38,46 3,128,38,46
res.0.conv2 2,128,36,44 3,128,36,44
res.0.norm2 2,128,36,44 3,128,36,44
add 2,128,36,44 3,128,36,44
res.1.pad1 2,128,38,46 3,128,38,46
res.1.conv1 2,128,36,44 3,128,36,44
res.1.norm1 2,128,36,44 3,128,36,44
relu_2 2,128,36,44 3,128,36,44
pad_1 2,128,38,46 3,128,38,46
res.1.conv2 2,128,36,44 3,128,36,44
res.1.norm2 2,128,36,44 3,128,36,44
add_1 2,128,36,44 3,128,36,44
res.2.pad1 2,128,38,46 3,128,38,46
res.2.conv1 2,128,36,44 3,128,36,44
res.2.norm1 2,128,36,44 3,128,36,44
relu_3 2,128,36,44 3,128,36,44
pad_2 2,128,38,46 3,128,38,46
res.2.conv2 2,128,36,44 3,128,36,44
res.2.norm2 2,128,36,44 3,128,36,44
add_2 2,128,36,44 3,128,36,44
up 2,64,72,88 3,64,72,88
relu_4 2,64,72,88 3,64,72,88
tail 2,64,78,94 3,64,78,94
tail_1 2,3,72,88 3,3,72,88
tail_2 2,3,72,88 3,3,72,88
*/
