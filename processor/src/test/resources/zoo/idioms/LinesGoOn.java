package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 20, 24}, name = "x")
@Forward("""
    y = self.a(x) \\
        + self.b(x) \\
        - self.c(x)
    z = torch.cat(
        [
            self.a(x),  # one
            self.b(x),  # two
            y,
        ],
        dim=1,
    )
    w = (z.mean(dim=(2, 3), keepdim=True)
          .sigmoid()
          .mul(z))
    return w.amax(dim=[-2, -1])
    """)
class LinesGoOn {
  static class Block {}

  @Conv2d(in = 3, out = 8, k = 1) Block a;
  @Conv2d(in = 3, out = 8, k = {1, 5}, p = {0, 2}) Block b;
  @Conv2d(in = 3, out = 8, k = {5, 1}, p = {2, 0}) Block c;
}

/* PyTorch 1.13.0:
parameters 288
sizes N=2 N=3
a 2,8,20,24 3,8,20,24
b 2,8,20,24 3,8,20,24
add 2,8,20,24 3,8,20,24
c 2,8,20,24 3,8,20,24
sub 2,8,20,24 3,8,20,24
a_1 2,8,20,24 3,8,20,24
b_1 2,8,20,24 3,8,20,24
cat 2,24,20,24 3,24,20,24
mean 2,24,1,1 3,24,1,1
sigmoid 2,24,1,1 3,24,1,1
mul 2,24,20,24 3,24,20,24
amax 2,24 3,24
*/
