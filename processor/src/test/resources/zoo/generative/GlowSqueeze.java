package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 16, 24}, name = "x")
@Forward("""
    b_size, n_channel, height, width = x.shape
    squeezed = x.view(b_size, n_channel, height // 2, 2, width // 2, 2)
    squeezed = squeezed.permute(0, 1, 3, 5, 2, 4)
    out = squeezed.contiguous().view(b_size, n_channel * 4, height // 2, width // 2)
    out = F.conv2d(out, self.weight.unsqueeze(2).unsqueeze(3))
    out = out + self.bias
    out, z_new = out.chunk(2, 1)
    log_p = z_new.view(b_size, -1).sum(1)
    return out, z_new, log_p
    """)
class GlowSqueeze {
  static class Block {}

  @Parameter({12, 12}) Block weight;
  @Parameter({1, 12, 1, 1}) Block bias;
}

/* PyTorch 1.13.0:
parameters 156
sizes N=2 N=3
squeezed 2,3,8,2,12,2 3,3,8,2,12,2
squeezed_1 2,3,2,2,8,12 3,3,2,2,8,12
contiguous 2,3,2,2,8,12 3,3,2,2,8,12
view 2,12,8,12 3,12,8,12
unsqueeze 12,12,1 12,12,1
unsqueeze_1 12,12,1,1 12,12,1,1
conv2d 2,12,8,12 3,12,8,12
out 2,12,8,12 3,12,8,12
chunk 2,6,8,12;2,6,8,12; 3,6,8,12;3,6,8,12;
view_1 2,576 3,576
sum 2 3
*/
