package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {4, 9, 12}, name = "x")
@Params("heads = 2")
@Forward("""
    shape = b, c, h, w = x.shape
    *lead, last = x.size()
    first, *rest = shape
    y = z = self.conv(x)
    y += 1; z = z * 2
    sizes = [h, w][::-1]
    rev = x.shape[-2:][::-1]
    up = F.interpolate(x, size=(h * 2 - h % 2, int(w * 1.5)))
    idx = (slice(None), slice(0, 2), Ellipsis)
    cut = x[idx]
    ones = (1,) * (x.dim() - 1)
    scale = torch.ones(b, *ones)
    t = tuple(reversed(rev))
    p = torch.zeros(*t)
    pads = [0, 1] * 2
    q = F.pad(x, pads)
    k = x.new_empty((b, sum([h, w]), max(c, 3), min(h, w)))
    m = torch.arange(w - 1, -1, -2)
    n = torch.linspace(0, 1, h // 2 + w)
    outs = []
    outs.append(y.mean((-1, -2)))
    outs.insert(0, y.amax(dim=[2, 3]))
    outs.extend([y.flatten(2).std(-1), y.sum(dim=-1).sum(dim=-1)])
    o = torch.stack(outs[1:], -1)
    r = torch.cat(outs[::2] + [outs[-1]], dim=1)
    s = x.permute(*reversed(range(x.ndim)))
    u = x.permute(tuple(range(1, 4)) + (0,))
    v = x.view(b, c, -1, *([3] * 1), w)
    a = x.reshape(b, self.heads, c // self.heads, h, w)[:, -1:, ..., None, 0]
    e = (x - x.min()) / (x.max() - x.min() + 1e-5)
    g = float(h) / w * x
    d = x[0].numel()
    f = x.flatten(1)[:, : d // 2 : 3]
    return up, cut * scale[:, :1], p, q, k, m, n, o, r, s, u, v, a, e + g, f, sizes[0] * z
    """)
class PythonTurns {
  static class Block {}

  @Conv2d(in = 4, out = 8, k = 3, p = 1) Block conv;
}

/* PyTorch 1.13.0:
parameters 296
sizes N=2 N=3
conv 2,8,9,12 3,8,9,12
y 2,8,9,12 3,8,9,12
z 2,8,9,12 3,8,9,12
up 2,4,17,18 3,4,17,18
cut 2,2,9,12 3,2,9,12
scale 2,1,1,1 3,1,1,1
p 9,12 9,12
q 2,4,10,13 3,4,10,13
k 2,21,4,9 3,21,4,9
m 6 6
n 16 16
mean 2,8 3,8
amax 2,8 3,8
flatten 2,8,108 3,8,108
std 2,8 3,8
sum 2,8,9 3,8,9
sum_1 2,8 3,8
o 2,8,3 3,8,3
r 2,24 3,24
s 12,9,4,2 12,9,4,3
u 4,9,12,2 4,9,12,3
v 2,4,3,3,12 3,4,3,3,12
reshape 2,2,2,9,12 3,2,2,9,12
getitem 2,1,2,9,1 3,1,2,9,1
min () ()
sub 2,4,9,12 3,4,9,12
max () ()
min_1 () ()
sub_1 () ()
add () ()
div 2,4,9,12 3,4,9,12
g 2,4,9,12 3,4,9,12
d 4,9,12 4,9,12
flatten_1 2,432 3,432
getitem_1 2,72 3,72
getitem_2 2,1,1,1 3,1,1,1
mul 2,2,9,12 3,2,9,12
add_1 2,4,9,12 3,4,9,12
mul_1 2,8,9,12 3,8,9,12
*/
