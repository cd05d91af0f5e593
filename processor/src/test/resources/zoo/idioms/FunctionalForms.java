package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {8, 14, 18}, name = "x")
@Forward("""
    x = F.conv2d(x, self.w, self.b, stride=2, padding=1, groups=2)
    x = F.conv_transpose2d(x, weight=self.wt, stride=2, padding=1, output_padding=1)
    x = F.instance_norm(x)
    x = F.group_norm(x, 3, self.g, self.g)
    x = F.layer_norm(x, x.shape[1:])
    x = F.prelu(x, self.slope)
    x = F.local_response_norm(x, 3)
    x = F.batch_norm(x, torch.zeros(6), torch.ones(6), weight=self.g, bias=self.g)
    a = F.avg_pool2d(x, 3, stride=1, padding=1, count_include_pad=False)
    m, ind = F.max_pool2d(a, 2, return_indices=True)
    u = F.max_unpool2d(m, ind, 2, output_size=a.size())
    l = F.lp_pool2d(u, 2.0, kernel_size=(3, 2))
    y = F.adaptive_avg_pool2d(l, 1).flatten(1)
    y = F.linear(y, self.lin)
    h = F.hardtanh(y, -2, 2) + F.softsign(y) + F.mish(y) + F.celu(y) + F.rrelu(y) + F.threshold(y, 0.1, 0)
    i = F.gumbel_softmax(y, tau=1, hard=False).argmax(-1)
    e = F.embedding(i, self.table)
    o = F.one_hot(i, num_classes=20).to(torch.float32) @ self.table
    return h, e - o
    """)
class FunctionalForms {
  static class Block {}

  @Parameter({16, 4, 3, 3}) Block w;
  @Parameter({16}) Block b;
  @Parameter({16, 6, 4, 4}) Block wt;
  @Parameter({6}) Block g;
  @Parameter({10, 6}) Block lin;
  @Parameter({6}) Block slope;
  @Parameter({20, 6}) Block table;
}

/* PyTorch 1.13.0:
parameters 2320
sizes N=2 N=3
x_1 2,16,7,9 3,16,7,9
x_2 2,6,15,19 3,6,15,19
x_3 2,6,15,19 3,6,15,19
x_4 2,6,15,19 3,6,15,19
x_5 2,6,15,19 3,6,15,19
x_6 2,6,15,19 3,6,15,19
x_7 2,6,15,19 3,6,15,19
zeros 6 6
ones 6 6
batch_norm 2,6,15,19 3,6,15,19
a 2,6,15,19 3,6,15,19
max_pool2d 2,6,7,9;2,6,7,9; 3,6,7,9;3,6,7,9;
u 2,6,15,19 3,6,15,19
l 2,6,5,9 3,6,5,9
adaptive_avg_pool2d 2,6,1,1 3,6,1,1
flatten 2,6 3,6
y 2,10 3,10
hardtanh 2,10 3,10
softsign 2,10 3,10
add 2,10 3,10
mish 2,10 3,10
add_1 2,10 3,10
celu 2,10 3,10
add_2 2,10 3,10
rrelu 2,10 3,10
add_3 2,10 3,10
threshold 2,10 3,10
add_4 2,10 3,10
gumbel_softmax 2,10 3,10
argmax 2 3
e 2,6 3,6
one_hot 2,20 3,20
to 2,20 3,20
matmul 2,6 3,6
sub 2,6 3,6
*/
