package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {4, 15, 22}, name = "x")
@Forward("""
    b, c, *hw = x.shape
    h = x.size(-2)
    w = int(x.shape[3])
    half = x[:, :, : h // 2, : int(w * 0.5)]
    up = math.ceil(h / 2)
    tail = x[:, :, -up:, 1:-1]
    odd = F.pad(x, (0, w % 2, 0, h % 2))
    n = x.numel() // (b * c)
    flat = x.view(b, c, n)
    rows = x.reshape(x.size()[0] * x.size()[1], *x.shape[2:])
    y = self.proj(rows).view(b, -1, h, 16)
    first = x.shape[:2]
    z = torch.ones(first)
    k = max(h, w) - min(h, w)
    s = y.narrow(2, 0, k)
    m = y.unsqueeze(1).expand(b, 3, c, h, 16).contiguous().view(b, 3 * c, h, 16)
    e = torch.zeros(len(hw), c, dtype=x.dtype, device=x.device)
    d = x.dim()
    q = x.mean(dim=d - 1)
    return half, tail, odd, flat, s, m, q
    """)
class ShapeArithmetic {
  static class Block {}

  @Linear(in = 22, out = 16) Block proj;
}

/* PyTorch 1.13.0:
parameters 368
sizes N=2 N=3
half 2,4,7,11 3,4,7,11
tail 2,4,8,20 3,4,8,20
odd 2,4,16,22 3,4,16,22
flat 2,4,330 3,4,330
rows 8,15,22 12,15,22
proj 8,15,16 12,15,16
view 2,4,15,16 3,4,15,16
z 2,4 3,4
s 2,4,7,16 3,4,7,16
unsqueeze 2,1,4,15,16 3,1,4,15,16
expand 2,3,4,15,16 3,3,4,15,16
contiguous 2,3,4,15,16 3,3,4,15,16
view_1 2,12,15,16 3,12,15,16
e 2,4 2,4
q 2,4,15 3,4,15
*/
