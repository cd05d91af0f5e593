package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 3200}, name = "x")
@Forward("""
    w = F.relu(self.encoder(x))
    e = self.bottleneck(self.norm(w))
    e = e + self.prelu(self.depthwise(e))
    m = torch.sigmoid(self.mask(e))
    m = m.view(-1, 2, 128, m.size(-1))
    d = w.unsqueeze(1) * m
    batch, sources, n, frames = d.shape
    y = self.decoder(d.view(batch * sources, n, frames))
    return y.view(batch, sources, -1)
    """)
class ConvTasNet {
  static class Block {}

  @Conv1d(in = 1, out = 128, k = 16, s = 8, bias = false) Block encoder;
  @GroupNorm(groups = 1, channels = 128) Block norm;
  @Conv1d(in = 128, out = 64, k = 1) Block bottleneck;
  @Conv1d(in = 64, out = 64, k = 3, p = 4, d = 4, groups = 64) Block depthwise;
  @PReLU Block prelu;
  @Conv1d(in = 64, out = 256, k = 1) Block mask;
  @ConvTranspose1d(in = 128, out = 1, k = 16, s = 8, bias = false) Block decoder;
}

/* PyTorch 1.13.0:
parameters 29505
sizes N=2 N=3
encoder 2,128,399 3,128,399
relu 2,128,399 3,128,399
norm 2,128,399 3,128,399
bottleneck 2,64,399 3,64,399
depthwise 2,64,399 3,64,399
prelu 2,64,399 3,64,399
add 2,64,399 3,64,399
mask 2,256,399 3,256,399
sigmoid 2,256,399 3,256,399
m 2,2,128,399 3,2,128,399
unsqueeze 2,1,128,399 3,1,128,399
mul 2,2,128,399 3,2,128,399
view 4,128,399 6,128,399
decoder 4,1,3200 6,1,3200
view_1 2,2,3200 3,2,3200
*/
