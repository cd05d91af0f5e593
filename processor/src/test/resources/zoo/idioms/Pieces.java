package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {12, 10}, name = "x")
@Forward("""
    a, b, c = torch.tensor_split(x, 3, dim=1)
    d, e = torch.split(x, [5, 7], dim=1)
    f = torch.cat(x.split(5, 1), dim=1)
    g = torch.stack(x.chunk(4, dim=1), dim=0)
    h = x.unbind(dim=-1)[3]
    i = torch.stack(torch.unbind(self.lin(x), 2), -1)
    j, _ = x.sort(dim=1, descending=True)
    values, indices = torch.topk(x, k=3, dim=1)
    k = x.max(dim=1).values
    l = x.min(1, keepdim=True).indices
    m = x.gather(1, indices)
    o = torch.index_select(x, 2, torch.arange(4))
    p = x[:, [0, 3, 5]]
    q = x[:, ::3, 1::2]
    r = torch.flip(x, [1, 2])
    s = x.roll(2, dims=1)
    t = torch.repeat_interleave(x, 2, dim=1)
    u = x.repeat(1, 2, 3)
    v = torch.tile(x, (1, 1, 2))
    w = torch.movedim(x, 1, -1)
    y = x.swapaxes(1, 2)
    z = x.unflatten(1, (3, 4))
    return a.shape[1] * z.sum()
    """)
class Pieces {
  static class Block {}

  @Linear(in = 10, out = 6) Block lin;
}

/* PyTorch 1.13.0:
parameters 66
sizes N=2 N=3
tensor_split 2,4,10;2,4,10;2,4,10; 3,4,10;3,4,10;3,4,10;
split 2,5,10;2,7,10; 3,5,10;3,7,10;
split_1 2,5,10;2,5,10;2,2,10; 3,5,10;3,5,10;3,2,10;
cat 2,12,10 3,12,10
chunk 2,3,10;2,3,10;2,3,10;2,3,10; 3,3,10;3,3,10;3,3,10;3,3,10;
stack 4,2,3,10 4,3,3,10
h 2,12;2,12;2,12;2,12;2,12;2,12;2,12;2,12;2,12;2,12; 3,12;3,12;3,12;3,12;3,12;3,12;3,12;3,12;3,12;3,12;
lin 2,12,6 3,12,6
unbind 2,12;2,12;2,12;2,12;2,12;2,12; 3,12;3,12;3,12;3,12;3,12;3,12;
stack_1 2,12,6 3,12,6
sort 2,12,10;2,12,10; 3,12,10;3,12,10;
topk 2,3,10;2,3,10; 3,3,10;3,3,10;
k 2,10;2,10; 3,10;3,10;
l 2,1,10;2,1,10; 3,1,10;3,1,10;
m 2,3,10 3,3,10
arange 4 4
index_select 2,12,4 3,12,4
p 2,3,10 3,3,10
q 2,4,5 3,4,5
r 2,12,10 3,12,10
s 2,12,10 3,12,10
t 2,24,10 3,24,10
u 2,24,30 3,24,30
v 2,12,20 3,12,20
w 2,10,12 3,10,12
y 2,10,12 3,10,12
z 2,3,4,10 3,3,4,10
sum () ()
mul () ()
*/
