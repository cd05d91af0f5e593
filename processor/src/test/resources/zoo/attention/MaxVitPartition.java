package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {24, 28, 42}, name = "x")
@Params("n_heads = 3")
@Forward("""
    B, C, H, W = x.shape
    P = 7
    # chunk up H and W dimensions
    x = x.reshape(B, C, H // P, P, W // P, P)
    x = x.permute(0, 2, 4, 3, 5, 1)
    # colapse P * P dimension
    x = x.reshape(B, (H // P) * (W // P), P * P, C)
    x = torch.swapaxes(x, -2, -3)

    B, G, S, D = x.shape
    x = x.swapaxes(-2, -3)
    B, G, P2, D = x.shape
    qkv = self.to_qkv(x)
    q, k, v = torch.chunk(qkv, 3, dim=-1)
    q = q.reshape(B, G, P2, self.n_heads, 8).permute(0, 1, 3, 2, 4)
    k = k.reshape(B, G, P2, self.n_heads, 8).permute(0, 1, 3, 2, 4)
    v = v.reshape(B, G, P2, self.n_heads, 8).permute(0, 1, 3, 2, 4)
    k = k * 8 ** -0.5
    dot_prod = torch.einsum("B G H I D, B G H J D -> B G H I J", q, k)
    bias_index = self.relative_position_index.view(-1)  # type: ignore
    relative_bias = self.relative_position_bias_table[bias_index].view(49, 49, -1)  # type: ignore
    pos_bias = relative_bias.permute(2, 0, 1).contiguous().unsqueeze(0)
    dot_prod = F.softmax(dot_prod + pos_bias, dim=-1)
    out = torch.einsum("B G H I J, B G H J D -> B G H I D", dot_prod, v)
    out = out.permute(0, 1, 3, 2, 4).reshape(B, G, P2, D)
    x = self.merge(out)

    x = x.reshape(B, H // 7, W // 7, 7, 7, D)
    x = x.permute(0, 5, 1, 3, 2, 4)
    x = x.reshape(B, D, H, W)
    return x
    """)
class MaxVitPartition {
  static class Block {}

  @Parameter({169, 3}) Block relative_position_bias_table;
  @Buffer({2401}) Block relative_position_index;
  @Linear(in = 24, out = 72) Block to_qkv;
  @Linear(in = 24, out = 24) Block merge;
}

/* PyTorch 1.13.0:
parameters 2907
sizes N=2 N=3
x_1 2,24,4,7,6,7 3,24,4,7,6,7
x_2 2,4,6,7,7,24 3,4,6,7,7,24
x_3 2,24,49,24 3,24,49,24
x_4 2,49,24,24 3,49,24,24
x_5 2,24,49,24 3,24,49,24
qkv 2,24,49,72 3,24,49,72
chunk 2,24,49,24;2,24,49,24;2,24,49,24; 3,24,49,24;3,24,49,24;3,24,49,24;
reshape 2,24,49,3,8 3,24,49,3,8
permute 2,24,3,49,8 3,24,3,49,8
reshape_1 2,24,49,3,8 3,24,49,3,8
permute_1 2,24,3,49,8 3,24,3,49,8
reshape_2 2,24,49,3,8 3,24,49,3,8
permute_2 2,24,3,49,8 3,24,3,49,8
k 2,24,3,49,8 3,24,3,49,8
dot_prod 2,24,3,49,49 3,24,3,49,49
bias_index 2401 2401
getitem 2401,3 2401,3
view 49,49,3 49,49,3
permute_3 3,49,49 3,49,49
contiguous 3,49,49 3,49,49
unsqueeze 1,3,49,49 1,3,49,49
add 2,24,3,49,49 3,24,3,49,49
softmax 2,24,3,49,49 3,24,3,49,49
out 2,24,3,49,8 3,24,3,49,8
permute_4 2,24,49,3,8 3,24,49,3,8
reshape_3 2,24,49,24 3,24,49,24
x_6 2,24,49,24 3,24,49,24
x_7 2,4,6,7,7,24 3,4,6,7,7,24
x_8 2,24,4,7,6,7 3,24,4,7,6,7
x_9 2,24,28,42 3,24,28,42
*/
