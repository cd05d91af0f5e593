package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {-1, 80}, name = "x", where = "T >= 7", axes = {"T", "F"})
@Forward("""
    x = x.unsqueeze(1)  # (b, c, t, f)
    x = self.conv2(self.conv(x))
    b, c, t, f = x.size()
    x = self.out(x.transpose(1, 2).contiguous().view(b, t, c * f))
    position = torch.arange(t - 1, -t, -1.0).unsqueeze(1)
    div_term = torch.exp(torch.arange(0, 32, 2, dtype=torch.float32) * -(math.log(10000.0) / 32))
    pe = torch.zeros(2 * t - 1, 32)
    pe[:, 0::2] = torch.sin(position * div_term)
    pe[:, 1::2] = torch.cos(position * div_term)
    pos_emb = pe.unsqueeze(0)
    q = self.linear_q(x).view(b, -1, 4, 8)
    k = self.linear_k(x).view(b, -1, 4, 8).transpose(1, 2)
    v = self.linear_v(x).view(b, -1, 4, 8).transpose(1, 2)
    n_batch_pos = pos_emb.size(0)
    p = self.linear_pos(pos_emb).view(n_batch_pos, -1, 4, 8).transpose(1, 2)
    q_with_bias_u = (q + self.pos_bias_u).transpose(1, 2)
    q_with_bias_v = (q + self.pos_bias_v).transpose(1, 2)
    matrix_ac = torch.matmul(q_with_bias_u, k.transpose(-2, -1))
    matrix_bd = torch.matmul(q_with_bias_v, p.transpose(-2, -1))
    # rel_shift
    zero_pad = torch.zeros((*matrix_bd.size()[:3], 1), device=x.device, dtype=x.dtype)
    x_padded = torch.cat([zero_pad, matrix_bd], dim=-1)
    x_padded = x_padded.view(*matrix_bd.size()[:2], matrix_bd.size(3) + 1, matrix_bd.size(2))
    matrix_bd = x_padded[:, :, 1:].view_as(matrix_bd)[:, :, :, : matrix_bd.size(-1) // 2 + 1]
    scores = (matrix_ac + matrix_bd) / math.sqrt(8)
    attn = torch.softmax(scores, dim=-1)
    return torch.matmul(attn, v).transpose(1, 2).contiguous().view(b, -1, 4 * 8)
    """)
class Subsampling {
  static class Block {}

  @Parameter({4, 8}) Block pos_bias_u;
  @Parameter({4, 8}) Block pos_bias_v;
  @Conv2d(in = 1, out = 16, k = 3, s = 2) @ReLU Block conv;
  @Conv2d(in = 16, out = 16, k = 3, s = 2) @ReLU Block conv2;
  @Linear(in = 304, out = 32) Block out;
  @Linear(in = 32, out = 32, bias = false) Block linear_pos;
  @Linear(in = 32, out = 32) Block linear_q;
  @Linear(in = 32, out = 32) Block linear_k;
  @Linear(in = 32, out = 32) Block linear_v;
}

/* PyTorch 1.13.0:
parameters 16496
sizes N=2,T=50 N=3,T=23
x_1 2,1,50,80 3,1,23,80
conv 2,16,24,39 3,16,11,39
conv_1 2,16,24,39 3,16,11,39
conv2 2,16,11,19 3,16,5,19
conv2_1 2,16,11,19 3,16,5,19
transpose 2,11,16,19 3,5,16,19
contiguous 2,11,16,19 3,5,16,19
view 2,11,304 3,5,304
out 2,11,32 3,5,32
arange 21 9
unsqueeze 21,1 9,1
arange_1 16 16
mul 16 16
exp 16 16
pe 21,32 9,32
mul_1 21,16 9,16
sin 21,16 9,16
setitem 21,32 9,32
mul_2 21,16 9,16
cos 21,16 9,16
setitem_1 21,32 9,32
pos_emb 1,21,32 1,9,32
linear_q 2,11,32 3,5,32
view_1 2,11,4,8 3,5,4,8
linear_k 2,11,32 3,5,32
view_2 2,11,4,8 3,5,4,8
transpose_1 2,4,11,8 3,4,5,8
linear_v 2,11,32 3,5,32
view_3 2,11,4,8 3,5,4,8
transpose_2 2,4,11,8 3,4,5,8
linear_pos 1,21,32 1,9,32
view_4 1,21,4,8 1,9,4,8
transpose_3 1,4,21,8 1,4,9,8
add 2,11,4,8 3,5,4,8
transpose_4 2,4,11,8 3,4,5,8
add_1 2,11,4,8 3,5,4,8
transpose_5 2,4,11,8 3,4,5,8
transpose_6 2,4,8,11 3,4,8,5
matmul 2,4,11,11 3,4,5,5
transpose_7 1,4,8,21 1,4,8,9
matmul_1 2,4,11,21 3,4,5,9
zero_pad 2,4,11,1 3,4,5,1
x_padded 2,4,11,22 3,4,5,10
x_padded_1 2,4,22,11 3,4,10,5
getitem 2,4,21,11 3,4,9,5
view_as 2,4,11,21 3,4,5,9
getitem_1 2,4,11,11 3,4,5,5
add_2 2,4,11,11 3,4,5,5
div 2,4,11,11 3,4,5,5
attn 2,4,11,11 3,4,5,5
matmul_2 2,4,11,8 3,4,5,8
transpose_8 2,11,4,8 3,5,4,8
contiguous_1 2,11,4,8 3,5,4,8
view_5 2,11,32 3,5,32
*/
