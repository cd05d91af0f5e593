package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 64, 96}, name = "x")
@Params("num_heads = 2")
@Forward("""
    x = self.proj(x)
    _, _, H, W = x.shape
    x = x.flatten(2).transpose(1, 2)
    x = self.norm(x)
    B, N, C = x.shape
    q = self.q(x).reshape(B, N, self.num_heads, C // self.num_heads).permute(0, 2, 1, 3)
    x_ = x.permute(0, 2, 1).reshape(B, C, H, W)
    x_ = self.sr(x_).reshape(B, C, -1).permute(0, 2, 1)
    x_ = self.sr_norm(x_)
    kv = self.kv(x_).reshape(B, -1, 2, self.num_heads, C // self.num_heads).permute(2, 0, 3, 1, 4)
    k, v = kv[0], kv[1]
    attn = (q @ k.transpose(-2, -1)) * (C // self.num_heads) ** -0.5
    attn = attn.softmax(dim=-1)
    x = x + (attn @ v).transpose(1, 2).reshape(B, N, C)
    y = self.fc1(x)
    y = y.transpose(1, 2).view(B, y.size(-1), H, W)
    y = self.dwconv(y)
    y = y.flatten(2).transpose(1, 2)
    x = x + self.fc2(F.gelu(y))
    return x.reshape(B, H, W, -1).permute(0, 3, 1, 2).contiguous()
    """)
class PyramidVision {
  static class Block {}

  @Conv2d(in = 3, out = 32, k = 4, s = 4) Block proj;
  @LayerNorm({32}) Block norm;
  @Linear(in = 32, out = 32) Block q;
  @Linear(in = 32, out = 64) Block kv;
  @Conv2d(in = 32, out = 32, k = 4, s = 4) Block sr;
  @LayerNorm({32}) Block sr_norm;
  @Linear(in = 32, out = 128) Block fc1;
  @Conv2d(in = 128, out = 128, k = 3, p = 1, groups = 128) Block dwconv;
  @Linear(in = 128, out = 32) Block fc2;
}

/* PyTorch 1.13.0:
parameters 30912
sizes N=2 N=3
x_1 2,32,16,24 3,32,16,24
flatten 2,32,384 3,32,384
transpose 2,384,32 3,384,32
x_2 2,384,32 3,384,32
q 2,384,32 3,384,32
reshape 2,384,2,16 3,384,2,16
permute 2,2,384,16 3,2,384,16
permute_1 2,32,384 3,32,384
reshape_1 2,32,16,24 3,32,16,24
sr 2,32,4,6 3,32,4,6
reshape_2 2,32,24 3,32,24
permute_2 2,24,32 3,24,32
x_ 2,24,32 3,24,32
kv 2,24,64 3,24,64
reshape_3 2,24,2,2,16 3,24,2,2,16
permute_3 2,2,2,24,16 2,3,2,24,16
getitem 2,2,24,16 3,2,24,16
getitem_1 2,2,24,16 3,2,24,16
transpose_1 2,2,16,24 3,2,16,24
matmul 2,2,384,24 3,2,384,24
mul 2,2,384,24 3,2,384,24
attn 2,2,384,24 3,2,384,24
matmul_1 2,2,384,16 3,2,384,16
transpose_2 2,384,2,16 3,384,2,16
reshape_4 2,384,32 3,384,32
add 2,384,32 3,384,32
y 2,384,128 3,384,128
transpose_3 2,128,384 3,128,384
view 2,128,16,24 3,128,16,24
y_1 2,128,16,24 3,128,16,24
flatten_1 2,128,384 3,128,384
transpose_4 2,384,128 3,384,128
gelu 2,384,128 3,384,128
fc2 2,384,32 3,384,32
add_1 2,384,32 3,384,32
reshape_5 2,16,24,32 3,16,24,32
permute_4 2,32,16,24 3,32,16,24
contiguous 2,32,16,24 3,32,16,24
*/
