package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 32, 48}, name = "img")
@Forward("""
    p = img.unfold(2, 8, 8).unfold(3, 8, 8)
    p = p.permute(0, 2, 3, 1, 4, 5).reshape(img.size(0), -1, 3 * 8 * 8)
    tokens = self.embed(p)
    cols = F.unfold(img, kernel_size=8, stride=8)
    back = F.fold(cols, output_size=(32, 48), kernel_size=8, stride=8)
    frames = img.flatten(1).unfold(1, 64, 32)
    down = F.pixel_unshuffle(img, 4)
    same = F.pixel_shuffle(down, upscale_factor=4)
    return tokens, back + same
    """)
class Windows {
  static class Block {}

  @Linear(in = 192, out = 40) Block embed;
}

/* PyTorch 1.13.0:
parameters 7720
sizes N=2 N=3
unfold 2,3,4,48,8 3,3,4,48,8
unfold_1 2,3,4,6,8,8 3,3,4,6,8,8
permute 2,4,6,3,8,8 3,4,6,3,8,8
reshape 2,24,192 3,24,192
tokens 2,24,40 3,24,40
cols 2,192,24 3,192,24
back 2,3,32,48 3,3,32,48
flatten 2,4608 3,4608
unfold_2 2,143,64 3,143,64
down 2,48,8,12 3,48,8,12
same 2,3,32,48 3,3,32,48
add 2,3,32,48 3,3,32,48
*/
