package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {49, 40}, name = "x")
@Params("num_heads = 4")
@Forward("""
    B, N, C = x.shape
    qkv = self.qkv(x).reshape(B, N, 3, self.num_heads, C // self.num_heads).permute(2, 0, 3, 4, 1)
    q, k, v = qkv.unbind(0)
    attn = torch.nn.functional.normalize(q, dim=-1) @ torch.nn.functional.normalize(k, dim=-1).transpose(-2, -1) * self.temperature
    attn = attn.softmax(dim=-1)
    x = (attn @ v).permute(0, 3, 1, 2).reshape(B, N, C)
    x = x.permute(0, 2, 1).reshape(B, C, 7, 7)
    x = self.bn(F.gelu(self.conv1(x)))
    x = x.reshape(B, C, N).permute(0, 2, 1)

    u = torch.cat((self.cls_token.expand(B, -1, -1), x), dim=1)
    q = self.q(u[:, 0]).unsqueeze(1).reshape(B, 1, self.num_heads, C // self.num_heads).permute(0, 2, 1, 3)
    k = self.k(u).reshape(B, N + 1, self.num_heads, C // self.num_heads).permute(0, 2, 1, 3)
    v = self.v(u).reshape(B, N + 1, self.num_heads, C // self.num_heads).permute(0, 2, 1, 3)
    attn = q @ k.transpose(-2, -1)
    attn = self.proj_l(attn.permute(0, 2, 3, 1)).permute(0, 3, 1, 2).contiguous()
    attn = attn.softmax(-1)
    attn = self.proj_w(attn.permute(0, 2, 3, 1)).permute(0, 3, 1, 2).contiguous()
    return (attn @ v).transpose(1, 2).reshape(B, 1, C).squeeze(1)
    """)
class CrossCovariance {
  static class Block {}

  @Parameter({4, 1, 1}) Block temperature;
  @Parameter({1, 1, 40}) Block cls_token;
  @Linear(in = 40, out = 120) Block qkv;
  @Conv2d(in = 40, out = 40, k = 3, p = 1, groups = 40) Block conv1;
  @BatchNorm2d(40) Block bn;
  @Linear(in = 40, out = 40) Block q;
  @Linear(in = 40, out = 40) Block k;
  @Linear(in = 40, out = 40) Block v;
  @Linear(in = 4, out = 4) Block proj_l;
  @Linear(in = 4, out = 4) Block proj_w;
}

/* PyTorch 1.13.0:
parameters 10404
sizes N=2 N=3
qkv 2,49,120 3,49,120
reshape 2,49,3,4,10 3,49,3,4,10
permute 3,2,4,10,49 3,3,4,10,49
unbind 2,4,10,49;2,4,10,49;2,4,10,49; 3,4,10,49;3,4,10,49;3,4,10,49;
normalize 2,4,10,49 3,4,10,49
normalize_1 2,4,10,49 3,4,10,49
transpose 2,4,49,10 3,4,49,10
matmul 2,4,10,10 3,4,10,10
mul 2,4,10,10 3,4,10,10
attn 2,4,10,10 3,4,10,10
matmul_1 2,4,10,49 3,4,10,49
permute_1 2,49,4,10 3,49,4,10
reshape_1 2,49,40 3,49,40
permute_2 2,40,49 3,40,49
reshape_2 2,40,7,7 3,40,7,7
conv1 2,40,7,7 3,40,7,7
gelu 2,40,7,7 3,40,7,7
bn 2,40,7,7 3,40,7,7
reshape_3 2,40,49 3,40,49
permute_3 2,49,40 3,49,40
expand 2,1,40 3,1,40
cat 2,50,40 3,50,40
getitem 2,40 3,40
q 2,40 3,40
unsqueeze 2,1,40 3,1,40
reshape_4 2,1,4,10 3,1,4,10
permute_4 2,4,1,10 3,4,1,10
k 2,50,40 3,50,40
reshape_5 2,50,4,10 3,50,4,10
permute_5 2,4,50,10 3,4,50,10
v 2,50,40 3,50,40
reshape_6 2,50,4,10 3,50,4,10
permute_6 2,4,50,10 3,4,50,10
transpose_1 2,4,10,50 3,4,10,50
matmul_2 2,4,1,50 3,4,1,50
permute_7 2,1,50,4 3,1,50,4
proj_l 2,1,50,4 3,1,50,4
permute_8 2,4,1,50 3,4,1,50
contiguous 2,4,1,50 3,4,1,50
attn_1 2,4,1,50 3,4,1,50
permute_9 2,1,50,4 3,1,50,4
proj_w 2,1,50,4 3,1,50,4
permute_10 2,4,1,50 3,4,1,50
contiguous_1 2,4,1,50 3,4,1,50
matmul_3 2,4,1,10 3,4,1,10
transpose_2 2,1,4,10 3,1,4,10
reshape_7 2,1,40 3,1,40
squeeze 2,40 3,40
*/
