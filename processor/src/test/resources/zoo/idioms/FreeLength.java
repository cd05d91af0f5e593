package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {4, -1}, name = "x", where = "L >= 40", axes = {"C", "L"})
@Forward("""
    a = F.relu(self.c1(x))
    p = F.max_pool1d(a, 3, 2, ceil_mode=True)
    b = self.c2(p)
    s = b.permute(0, 2, 1)
    o, _ = self.lstm(s)
    att = o @ o.transpose(1, 2)
    w = att.softmax(-1)
    u = F.interpolate(a, size=x.shape[-1])
    y = torch.cat([x, u[:, :4]], dim=1)
    t = torch.arange(x.size(2)).unsqueeze(0)
    half = x[:, :, ::2]
    tail = x[:, :, -10:]
    head = x[..., : x.shape[-1] // 2]
    return w.sum(dim=(1, 2)), y, half, tail, head, t
    """)
class FreeLength {
  static class Block {}

  @Conv1d(in = 4, out = 8, k = 7, s = 2, p = 3) Block c1;
  @Conv1d(in = 8, out = 8, k = 3, s = 3) Block c2;
  @LSTM(in = 8, hidden = 5, batchFirst = true) Block lstm;
}

/* PyTorch 1.13.0:
parameters 732
sizes N=2,L=40 N=3,L=57 N=4,L=64
c1 2,8,20 3,8,29 4,8,32
relu 2,8,20 3,8,29 4,8,32
p 2,8,10 3,8,14 4,8,16
b 2,8,3 3,8,4 4,8,5
s 2,3,8 3,4,8 4,5,8
lstm 2,3,5;1,2,5;1,2,5; 3,4,5;1,3,5;1,3,5; 4,5,5;1,4,5;1,4,5;
transpose 2,5,3 3,5,4 4,5,5
matmul 2,3,3 3,4,4 4,5,5
w 2,3,3 3,4,4 4,5,5
u 2,8,40 3,8,57 4,8,64
getitem 2,4,40 3,4,57 4,4,64
cat 2,8,40 3,8,57 4,8,64
arange 40 57 64
unsqueeze 1,40 1,57 1,64
half 2,4,20 3,4,29 4,4,32
tail 2,4,10 3,4,10 4,4,10
head 2,4,20 3,4,28 4,4,32
sum 2 3 4
*/
