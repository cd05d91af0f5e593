package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 128}, name = "x")
@Forward("""
    bsz, seqlen, _ = x.shape
    h = x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5) * self.weight
    xq, xk, xv = self.wq(h), self.wk(h), self.wv(h)
    xq = xq.view(bsz, seqlen, 4, 32)
    xk = xk.view(bsz, seqlen, 2, 32)
    xv = xv.view(bsz, seqlen, 2, 32)
    cos = self.cos[None, :, None, :]
    sin = self.sin[None, :, None, :]
    xq = xq * cos + torch.cat((-xq[..., 16:], xq[..., :16]), dim=-1) * sin
    xk = xk * cos + torch.cat((-xk[..., 16:], xk[..., :16]), dim=-1) * sin
    # grouped queries
    keys = torch.repeat_interleave(xk, repeats=2, dim=2)
    values = torch.repeat_interleave(xv, repeats=2, dim=2)
    xq = xq.transpose(1, 2)
    keys = keys.transpose(1, 2)
    values = values.transpose(1, 2)
    scores = torch.matmul(xq, keys.transpose(2, 3)) / math.sqrt(32)
    mask = torch.full((1, 1, seqlen, seqlen), float("-inf"))
    mask = torch.triu(mask, diagonal=1)
    scores = scores + mask
    scores = F.softmax(scores.float(), dim=-1).type_as(xq)
    output = torch.matmul(scores, values)
    output = output.transpose(1, 2).contiguous().view(bsz, seqlen, -1)
    x = x + self.wo(output)
    return x + self.w2(F.silu(self.w1(x)) * self.w3(x))
    """)
class LlamaBlock {
  static class Block {}

  @Parameter({128}) Block weight;
  @Buffer({32, 32}) Block cos;
  @Buffer({32, 32}) Block sin;
  @Linear(in = 128, out = 128, bias = false) Block wq;
  @Linear(in = 128, out = 64, bias = false) Block wk;
  @Linear(in = 128, out = 64, bias = false) Block wv;
  @Linear(in = 128, out = 128, bias = false) Block wo;
  @Linear(in = 128, out = 344, bias = false) Block w1;
  @Linear(in = 344, out = 128, bias = false) Block w2;
  @Linear(in = 128, out = 344, bias = false) Block w3;
}

/* PyTorch 1.13.0:
parameters 181376
sizes N=2 N=3
pow 2,32,128 3,32,128
mean 2,32,1 3,32,1
add 2,32,1 3,32,1
rsqrt 2,32,1 3,32,1
mul 2,32,128 3,32,128
mul_1 2,32,128 3,32,128
wq 2,32,128 3,32,128
wk 2,32,64 3,32,64
wv 2,32,64 3,32,64
xq 2,32,4,32 3,32,4,32
xk 2,32,2,32 3,32,2,32
xv 2,32,2,32 3,32,2,32
cos_1 1,32,1,32 1,32,1,32
sin_1 1,32,1,32 1,32,1,32
mul_2 2,32,4,32 3,32,4,32
getitem 2,32,4,16 3,32,4,16
neg 2,32,4,16 3,32,4,16
getitem_1 2,32,4,16 3,32,4,16
cat 2,32,4,32 3,32,4,32
mul_3 2,32,4,32 3,32,4,32
add_1 2,32,4,32 3,32,4,32
mul_4 2,32,2,32 3,32,2,32
getitem_2 2,32,2,16 3,32,2,16
neg_1 2,32,2,16 3,32,2,16
getitem_3 2,32,2,16 3,32,2,16
cat_1 2,32,2,32 3,32,2,32
mul_5 2,32,2,32 3,32,2,32
add_2 2,32,2,32 3,32,2,32
keys 2,32,4,32 3,32,4,32
values 2,32,4,32 3,32,4,32
xq_1 2,4,32,32 3,4,32,32
keys_1 2,4,32,32 3,4,32,32
values_1 2,4,32,32 3,4,32,32
transpose 2,4,32,32 3,4,32,32
matmul 2,4,32,32 3,4,32,32
div 2,4,32,32 3,4,32,32
mask 1,1,32,32 1,1,32,32
mask_1 1,1,32,32 1,1,32,32
scores 2,4,32,32 3,4,32,32
float 2,4,32,32 3,4,32,32
softmax 2,4,32,32 3,4,32,32
type_as 2,4,32,32 3,4,32,32
output 2,4,32,32 3,4,32,32
transpose_1 2,32,4,32 3,32,4,32
contiguous 2,32,4,32 3,32,4,32
view 2,32,128 3,32,128
wo 2,32,128 3,32,128
add_3 2,32,128 3,32,128
w1 2,32,344 3,32,344
silu 2,32,344 3,32,344
w3 2,32,344 3,32,344
mul_6 2,32,344 3,32,344
w2 2,32,128 3,32,128
add_4 2,32,128 3,32,128
*/
