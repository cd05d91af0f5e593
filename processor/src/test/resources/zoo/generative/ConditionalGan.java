package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {62}, name = "noise")
@Input(value = {}, name = "labels", dtype = long.class)
@Input(value = {1, 28, 28}, name = "real")
@Forward("""
    def forward(self, noise, labels, real):
        gen_input = torch.cat((self.label_emb(labels), noise), -1)
        out = self.l1(gen_input)
        out = out.view(out.shape[0], 128, 7, 7)
        img = self.conv_blocks(out)
        d_fake = self.disc(torch.cat((img.view(img.size(0), -1), self.label_emb(labels)), -1))
        d_real = self.disc(torch.cat((real.view(real.size(0), -1), self.label_emb(labels)), -1))
        loss = F.binary_cross_entropy_with_logits(d_real, torch.ones_like(d_real)) \\
            + F.binary_cross_entropy_with_logits(d_fake, torch.zeros_like(d_fake))
        return img, loss
    """)
class ConditionalGan {
  static class Block {}

  @Embedding(num = 10, dim = 10) Block label_emb;
  @Linear(in = 72, out = 6272) Block l1;
  @Submodule(Layers.class) Block conv_blocks;
  @Submodule(Layers2.class) Block disc;

  @Params("")
  static class Layers {
    @BatchNorm2d(128) Block l0;
    @Upsample(scale = 2.0) Block l1;
    @Conv2d(in = 128, out = 128, k = 3, p = 1) Block l2;
    @LeakyReLU(negativeSlope = 0.2) Block l3;
    @Upsample(scale = 2.0) Block l4;
    @Conv2d(in = 128, out = 1, k = 3, p = 1) Block l5;
    @Tanh Block l6;
  }

  @Params("")
  static class Layers2 {
    @Linear(in = 794, out = 512) Block l0;
    @LeakyReLU(negativeSlope = 0.2) Block l1;
    @Linear(in = 512, out = 1) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 1014502
sizes N=2 N=3
label_emb 2,10 3,10
cat 2,72 3,72
out 2,6272 3,6272
out_1 2,128,7,7 3,128,7,7
conv_blocks.l0 2,128,7,7 3,128,7,7
conv_blocks.l1 2,128,14,14 3,128,14,14
conv_blocks.l2 2,128,14,14 3,128,14,14
conv_blocks.l3 2,128,14,14 3,128,14,14
conv_blocks.l4 2,128,28,28 3,128,28,28
conv_blocks.l5 2,1,28,28 3,1,28,28
conv_blocks.l6 2,1,28,28 3,1,28,28
view 2,784 3,784
label_emb_1 2,10 3,10
cat_1 2,794 3,794
disc.l0 2,512 3,512
disc.l1 2,512 3,512
disc.l2 2,1 3,1
view_1 2,784 3,784
label_emb_2 2,10 3,10
cat_2 2,794 3,794
disc.l0_1 2,512 3,512
disc.l1_1 2,512 3,512
disc.l2_1 2,1 3,1
ones_like 2,1 3,1
binary_cross_entropy_with_logits () ()
zeros_like 2,1 3,1
binary_cross_entropy_with_logits_1 () ()
add () ()
*/
