package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 32, 32}, name = "x")
@Params("num_heads = 3")
@Forward("""
    x = self.patch_embed(x).flatten(2).transpose(1, 2)
    cls_token = self.cls_token.expand(x.shape[0], -1, -1)  # stole cls_tokens impl from Phil Wang, thanks
    x = torch.cat((cls_token, self.dist_token.expand(x.shape[0], -1, -1), x), dim=1)
    x = x + self.pos_embed
    y = self.norm1(x)
    B, N, C = y.shape
    qkv = self.qkv(y).reshape(B, N, 3, self.num_heads, C // self.num_heads).permute(2, 0, 3, 1, 4)
    q, k, v = qkv.unbind(0)  # make torchscript happy (cannot use tensor as tuple)
    q, k = self.q_norm(q), self.k_norm(k)
    attn = (q @ k.transpose(-2, -1)) * 16 ** -0.5
    attn = attn.softmax(dim=-1)
    y = (attn @ v).transpose(1, 2).reshape(B, N, C)
    x = x + self.gamma_1 * self.proj(y)
    x = x + self.fc2(self.mlp(self.norm2(x)))
    x, x_dist = self.head(x[:, 0]), self.head_dist(x[:, 1])
    return (x + x_dist) / 2
    """)
class DeitDistilled {
  static class Block {}

  @Parameter({1, 1, 48}) Block cls_token;
  @Parameter({1, 1, 48}) Block dist_token;
  @Parameter({1, 18, 48}) Block pos_embed;
  @Parameter({48}) Block gamma_1;
  @Conv2d(in = 3, out = 48, k = 8, s = 8) Block patch_embed;
  @LayerNorm({48}) Block norm1;
  @LayerNorm({48}) Block norm2;
  @Linear(in = 48, out = 144) Block qkv;
  @LayerNorm({16}) Block q_norm;
  @LayerNorm({16}) Block k_norm;
  @Linear(in = 48, out = 48) Block proj;
  @Linear(in = 48, out = 192) @GELU Block mlp;
  @Linear(in = 192, out = 48) Block fc2;
  @Linear(in = 48, out = 10) Block head;
  @Linear(in = 48, out = 10) Block head_dist;
}

/* PyTorch 1.13.0:
parameters 39588
sizes N=2 N=3
patch_embed 2,48,4,4 3,48,4,4
flatten 2,48,16 3,48,16
transpose 2,16,48 3,16,48
cls_token_1 2,1,48 3,1,48
expand 2,1,48 3,1,48
cat 2,18,48 3,18,48
x_1 2,18,48 3,18,48
y 2,18,48 3,18,48
qkv 2,18,144 3,18,144
reshape 2,18,3,3,16 3,18,3,3,16
permute 3,2,3,18,16 3,3,3,18,16
unbind 2,3,18,16;2,3,18,16;2,3,18,16; 3,3,18,16;3,3,18,16;3,3,18,16;
q_norm 2,3,18,16 3,3,18,16
k_norm 2,3,18,16 3,3,18,16
transpose_1 2,3,16,18 3,3,16,18
matmul 2,3,18,18 3,3,18,18
mul 2,3,18,18 3,3,18,18
attn 2,3,18,18 3,3,18,18
matmul_1 2,3,18,16 3,3,18,16
transpose_2 2,18,3,16 3,18,3,16
reshape_1 2,18,48 3,18,48
proj 2,18,48 3,18,48
mul_1 2,18,48 3,18,48
add 2,18,48 3,18,48
norm2 2,18,48 3,18,48
mlp 2,18,192 3,18,192
mlp_1 2,18,192 3,18,192
fc2 2,18,48 3,18,48
add_1 2,18,48 3,18,48
getitem 2,48 3,48
head 2,10 3,10
getitem_1 2,48 3,48
head_dist 2,10 3,10
add_2 2,10 3,10
div 2,10 3,10
*/
