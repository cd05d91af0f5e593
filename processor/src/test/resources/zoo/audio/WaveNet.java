package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 400}, name = "x")
@Forward("""
    x = self.start_conv(x)
    x, s1 = self.layer1(x)
    x, s2 = self.layer2(x)
    x, s3 = self.layer3(x)
    skip = s1 + s2 + s3
    x = F.relu(skip)
    x = F.relu(self.end_conv_1(x))
    x = self.end_conv_2(x)
    return x[:, :, -100:]
    """)
class WaveNet {
  static class Block {}

  @Conv1d(in = 1, out = 32, k = 1) Block start_conv;
  @Submodule(WaveNetLayer.class) Block layer1;
  @Submodule(WaveNetLayer2.class) Block layer2;
  @Submodule(WaveNetLayer3.class) Block layer3;
  @Conv1d(in = 64, out = 128, k = 1) Block end_conv_1;
  @Conv1d(in = 128, out = 256, k = 1) Block end_conv_2;

  @Params("")
  @Forward("""
      padded = self.pad(x)
      filter = torch.tanh(self.filter_conv(padded))
      gate = torch.sigmoid(self.gate_conv(padded))
      z = filter * gate
      s = self.skip(z)
      res = self.residual(z) + x
      return res, s
      """)
  static class WaveNetLayer {
    @ConstantPad1d({1, 0}) Block pad;
    @Conv1d(in = 32, out = 32, k = 2) Block filter_conv;
    @Conv1d(in = 32, out = 32, k = 2) Block gate_conv;
    @Conv1d(in = 32, out = 32, k = 1) Block residual;
    @Conv1d(in = 32, out = 64, k = 1) Block skip;
  }

  @Params("")
  @Forward("""
      padded = self.pad(x)
      filter = torch.tanh(self.filter_conv(padded))
      gate = torch.sigmoid(self.gate_conv(padded))
      z = filter * gate
      s = self.skip(z)
      res = self.residual(z) + x
      return res, s
      """)
  static class WaveNetLayer2 {
    @ConstantPad1d({2, 0}) Block pad;
    @Conv1d(in = 32, out = 32, k = 2, d = 2) Block filter_conv;
    @Conv1d(in = 32, out = 32, k = 2, d = 2) Block gate_conv;
    @Conv1d(in = 32, out = 32, k = 1) Block residual;
    @Conv1d(in = 32, out = 64, k = 1) Block skip;
  }

  @Params("")
  @Forward("""
      padded = self.pad(x)
      filter = torch.tanh(self.filter_conv(padded))
      gate = torch.sigmoid(self.gate_conv(padded))
      z = filter * gate
      s = self.skip(z)
      res = self.residual(z) + x
      return res, s
      """)
  static class WaveNetLayer3 {
    @ConstantPad1d({4, 0}) Block pad;
    @Conv1d(in = 32, out = 32, k = 2, d = 4) Block filter_conv;
    @Conv1d(in = 32, out = 32, k = 2, d = 4) Block gate_conv;
    @Conv1d(in = 32, out = 32, k = 1) Block residual;
    @Conv1d(in = 32, out = 64, k = 1) Block skip;
  }
}

/* PyTorch 1.13.0:
parameters 63392
sizes N=2 N=3
x_1 2,32,400 3,32,400
padded 2,32,401 3,32,401
layer1.filter_conv 2,32,400 3,32,400
tanh 2,32,400 3,32,400
layer1.gate_conv 2,32,400 3,32,400
sigmoid 2,32,400 3,32,400
z 2,32,400 3,32,400
s 2,64,400 3,64,400
layer1.residual 2,32,400 3,32,400
add 2,32,400 3,32,400
padded_1 2,32,402 3,32,402
layer2.filter_conv 2,32,400 3,32,400
tanh_1 2,32,400 3,32,400
layer2.gate_conv 2,32,400 3,32,400
sigmoid_1 2,32,400 3,32,400
z_1 2,32,400 3,32,400
s_1 2,64,400 3,64,400
layer2.residual 2,32,400 3,32,400
add_1 2,32,400 3,32,400
padded_2 2,32,404 3,32,404
layer3.filter_conv 2,32,400 3,32,400
tanh_2 2,32,400 3,32,400
layer3.gate_conv 2,32,400 3,32,400
sigmoid_2 2,32,400 3,32,400
z_2 2,32,400 3,32,400
s_2 2,64,400 3,64,400
layer3.residual 2,32,400 3,32,400
add_2 2,32,400 3,32,400
add_3 2,64,400 3,64,400
add_4 2,64,400 3,64,400
x_2 2,64,400 3,64,400
end_conv_1 2,128,400 3,128,400
relu 2,128,400 3,128,400
x_3 2,256,400 3,256,400
getitem 2,256,100 3,256,100
*/
