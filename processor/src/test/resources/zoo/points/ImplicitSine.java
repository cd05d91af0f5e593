package zoo.points;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {200, 2}, name = "coords")
@Forward("""
    proj = 2 * 3.14159 * coords @ self.B
    x = torch.cat([torch.sin(proj), torch.cos(proj)], dim=-1)
    x = torch.sin(30 * self.l1(x))
    return self.l2(x)
    """)
class ImplicitSine {
  static class Block {}

  @Parameter({2, 64}) Block B;
  @Linear(in = 128, out = 64) Block l1;
  @Linear(in = 64, out = 3) Block l2;
}

/* PyTorch 1.13.0:
parameters 8579
sizes N=2 N=3
mul 2,200,2 3,200,2
matmul 2,200,64 3,200,64
sin 2,200,64 3,200,64
cos 2,200,64 3,200,64
cat 2,200,128 3,200,128
l1 2,200,64 3,200,64
mul_1 2,200,64 3,200,64
sin_1 2,200,64 3,200,64
l2 2,200,3 3,200,3
*/
