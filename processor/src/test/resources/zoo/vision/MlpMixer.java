package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 64, 80}, name = "x")
@Forward("""
    x = self.patch(x).flatten(2).transpose(1, 2)  # [N, 20, 128]
    x = self.blocks(x)
    x = self.norm(x)
    return self.head(x.mean(dim=1))
    """)
class MlpMixer {
  static class Block {}

  @Conv2d(in = 3, out = 128, k = 16, s = 16) Block patch;
  @Submodule(value = MixerBlock.class, repeat = 3) Block blocks;
  @LayerNorm({128}) Block norm;
  @Linear(in = 128, out = 10) Block head;

  @Params("")
  static class Layers {
    @Linear(in = 20, out = 40) Block l0;
    @GELU Block l1;
    @Linear(in = 40, out = 20) Block l2;
  }

  @Params("")
  static class Layers2 {
    @Linear(in = 128, out = 512) Block l0;
    @GELU Block l1;
    @Linear(in = 512, out = 128) Block l2;
  }

  @Params("")
  @Forward("""
      y = self.norm1(x).transpose(1, 2)
      y = self.token_mix(y).transpose(1, 2)
      x = x + y
      return x + self.channel_mix(self.norm2(x))
      """)
  static class MixerBlock {
    @LayerNorm({128}) Block norm1;
    @Submodule(Layers.class) Block token_mix;
    @LayerNorm({128}) Block norm2;
    @Submodule(Layers2.class) Block channel_mix;
  }
}

/* PyTorch 1.13.0:
parameters 501630
sizes N=2 N=3
patch 2,128,4,5 3,128,4,5
flatten 2,128,20 3,128,20
transpose 2,20,128 3,20,128
blocks.0.norm1 2,20,128 3,20,128
transpose_1 2,128,20 3,128,20
blocks.0.token_mix.l0 2,128,40 3,128,40
blocks.0.token_mix.l1 2,128,40 3,128,40
blocks.0.token_mix.l2 2,128,20 3,128,20
transpose_2 2,20,128 3,20,128
x_1 2,20,128 3,20,128
blocks.0.norm2 2,20,128 3,20,128
blocks.0.channel_mix.l0 2,20,512 3,20,512
blocks.0.channel_mix.l1 2,20,512 3,20,512
blocks.0.channel_mix.l2 2,20,128 3,20,128
add 2,20,128 3,20,128
blocks.1.norm1 2,20,128 3,20,128
transpose_3 2,128,20 3,128,20
blocks.1.token_mix.l0 2,128,40 3,128,40
blocks.1.token_mix.l1 2,128,40 3,128,40
blocks.1.token_mix.l2 2,128,20 3,128,20
transpose_4 2,20,128 3,20,128
x_2 2,20,128 3,20,128
blocks.1.norm2 2,20,128 3,20,128
blocks.1.channel_mix.l0 2,20,512 3,20,512
blocks.1.channel_mix.l1 2,20,512 3,20,512
blocks.1.channel_mix.l2 2,20,128 3,20,128
add_1 2,20,128 3,20,128
blocks.2.norm1 2,20,128 3,20,128
transpose_5 2,128,20 3,128,20
blocks.2.token_mix.l0 2,128,40 3,128,40
blocks.2.token_mix.l1 2,128,40 3,128,40
blocks.2.token_mix.l2 2,128,20 3,128,20
transpose_6 2,20,128 3,20,128
x_3 2,20,128 3,20,128
blocks.2.norm2 2,20,128 3,20,128
blocks.2.channel_mix.l0 2,20,512 3,20,512
blocks.2.channel_mix.l1 2,20,512 3,20,512
blocks.2.channel_mix.l2 2,20,128 3,20,128
add_2 2,20,128 3,20,128
x_4 2,20,128 3,20,128
mean 2,128 3,128
head 2,10 3,10
*/
