package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 28, 28}, name = "x")
@Forward("""
    noisy = x + 0.3 * torch.randn(*x.shape)
    code = self.encoder(noisy)
    out = self.decoder(code)
    return F.l1_loss(out, x)
    """)
class DenoisingAutoencoder {
  static class Block {}

  @Submodule(Layers.class) Block encoder;
  @Submodule(Layers2.class) Block decoder;

  @Params("")
  static class Layers {
    @Conv2d(in = 1, out = 16, k = 3, s = 3, p = 1) Block l0;
    @ReLU Block l1;
    @MaxPool2d(k = 2) Block l2;
    @Conv2d(in = 16, out = 8, k = 3, s = 2, p = 1) Block l3;
    @ReLU Block l4;
    @MaxPool2d(k = 2, s = 1) Block l5;
  }

  @Params("")
  static class Layers2 {
    @ConvTranspose2d(in = 8, out = 16, k = 3, s = 2) Block l0;
    @ReLU Block l1;
    @ConvTranspose2d(in = 16, out = 8, k = 5, s = 3, p = 1) Block l2;
    @ReLU Block l3;
    @ConvTranspose2d(in = 8, out = 1, k = 2, s = 2, p = 1) Block l4;
    @Tanh Block l5;
  }
}

/* PyTorch 1.13.0:
parameters 5729
sizes N=2 N=3
randn 2,1,28,28 3,1,28,28
mul 2,1,28,28 3,1,28,28
add 2,1,28,28 3,1,28,28
encoder.l0 2,16,10,10 3,16,10,10
encoder.l1 2,16,10,10 3,16,10,10
encoder.l2 2,16,5,5 3,16,5,5
encoder.l3 2,8,3,3 3,8,3,3
encoder.l4 2,8,3,3 3,8,3,3
encoder.l5 2,8,2,2 3,8,2,2
decoder.l0 2,16,5,5 3,16,5,5
decoder.l1 2,16,5,5 3,16,5,5
decoder.l2 2,8,15,15 3,8,15,15
decoder.l3 2,8,15,15 3,8,15,15
decoder.l4 2,1,28,28 3,1,28,28
decoder.l5 2,1,28,28 3,1,28,28
l1_loss () ()
*/
