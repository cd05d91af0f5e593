package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {6, 5, 8}, name = "x")
@Input(value = {6, 8, 7}, name = "y")
@Forward("""
    def forward(self, x, y):
        a = torch.einsum("bhij,bhjk->bhik", x, y)
        b = torch.einsum("bhic,hcd->bhid", (x, self.w))
        c = torch.einsum("...ij->...ji", x)
        d = torch.einsum("bhii->bhi", x[..., :5])
        e = torch.einsum("bhic,bhjc,cek->bijek", x, x, self.core)
        f = torch.einsum("bhij->b", x)
        g = torch.einsum("...c,cd->...d", x, self.core[..., 0])
        h = torch.tensordot(x, self.core, dims=1)
        i = torch.matmul(x, y)
        j = x.flatten(0, 1).bmm(y.flatten(0, 1))
        k = torch.baddbmm(j, x.flatten(0, 1), y.flatten(0, 1))
        l = torch.outer(f, f)
        return a, b, c, d, e, g, h, i, k, l
    """)
class Einsums {
  static class Block {}

  @Parameter({6, 8, 3}) Block w;
  @Parameter({8, 8, 4}) Block core;
}

/* PyTorch 1.13.0:
parameters 400
sizes N=2 N=3
a 2,6,5,7 3,6,5,7
b 2,6,5,3 3,6,5,3
c 2,6,8,5 3,6,8,5
getitem 2,6,5,5 3,6,5,5
einsum 2,6,5 3,6,5
e 2,5,5,8,4 3,5,5,8,4
f 2 3
getitem_1 8,8 8,8
einsum_1 2,6,5,8 3,6,5,8
h 2,6,5,8,4 3,6,5,8,4
i 2,6,5,7 3,6,5,7
flatten 12,5,8 18,5,8
flatten_1 12,8,7 18,8,7
bmm 12,5,7 18,5,7
flatten_2 12,5,8 18,5,8
flatten_3 12,8,7 18,8,7
baddbmm 12,5,7 18,5,7
l 2,2 3,3
*/
