package zoo.points;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {-1, 7}, name = "x", axes = {"P", "F"})
@Forward("""
    x = self.phi(x)
    mean = x.mean(dim=-2)
    top = x.amax(dim=-2)
    return self.rho(torch.cat([mean, top], -1))
    """)
class DeepSets {
  static class Block {}

  @Submodule(Layers.class) Block phi;
  @Submodule(Layers2.class) Block rho;

  @Params("")
  static class Layers {
    @Linear(in = 7, out = 64) Block l0;
    @ReLU Block l1;
    @Linear(in = 64, out = 64) Block l2;
    @ReLU Block l3;
  }

  @Params("")
  static class Layers2 {
    @Linear(in = 128, out = 32) Block l0;
    @ELU Block l1;
    @Linear(in = 32, out = 1) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 8833
sizes N=2,P=9 N=3,P=14
phi.l0 2,9,64 3,14,64
phi.l1 2,9,64 3,14,64
phi.l2 2,9,64 3,14,64
phi.l3 2,9,64 3,14,64
mean 2,64 3,64
top 2,64 3,64
cat 2,128 3,128
rho.l0 2,32 3,32
rho.l1 2,32 3,32
rho.l2 2,1 3,1
*/
