package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1176, 96}, name = "x")
@Forward("""
    H, W = 28, 42
    B, L, C = x.shape
    shortcut = x
    x = self.norm1(x)
    x = x.view(B, H, W, C)

    # cyclic shift
    shifted_x = torch.roll(x, shifts=(-3, -3), dims=(1, 2))

    # partition windows
    shifted_x = shifted_x.view(B, H // 7, 7, W // 7, 7, C)
    x_windows = shifted_x.permute(0, 1, 3, 2, 4, 5).contiguous().view(-1, 7, 7, C)
    x_windows = x_windows.view(-1, 7 * 7, C)

    attn_windows = self.attn(x_windows)

    # merge windows
    attn_windows = attn_windows.view(-1, 7, 7, C)
    x = attn_windows.view(B, H // 7, W // 7, 7, 7, -1)
    x = x.permute(0, 1, 3, 2, 4, 5).contiguous().view(B, H, W, -1)
    x = torch.roll(x, shifts=(3, 3), dims=(1, 2))
    x = x.view(B, H * W, C)
    x = shortcut + x
    x = x + self.mlp(self.norm2(x))
    return x
    """)
class SwinBlock {
  static class Block {}

  @LayerNorm({96}) Block norm1;
  @Submodule(WindowAttention.class) Block attn;
  @LayerNorm({96}) Block norm2;
  @Submodule(Layers.class) Block mlp;

  @Params("heads = 3")
  @Forward("""
      B_, N, C = x.shape
      qkv = self.qkv(x).reshape(B_, N, 3, self.heads, C // self.heads).permute(2, 0, 3, 1, 4)
      q, k, v = qkv[0], qkv[1], qkv[2]
      q = q * (C // self.heads) ** -0.5
      attn = (q @ k.transpose(-2, -1))
      attn = attn + self.relative_position_bias_table.unsqueeze(0)
      attn = attn.softmax(dim=-1)
      x = (attn @ v).transpose(1, 2).reshape(B_, N, C)
      x = self.proj(x)
      return x
      """)
  static class WindowAttention {
    @Parameter({3, 49, 49}) Block relative_position_bias_table;
    @Linear(in = 96, out = 288) Block qkv;
    @Linear(in = 96, out = 96) Block proj;
  }

  @Params("")
  static class Layers {
    @Linear(in = 96, out = 384) Block l0;
    @GELU Block l1;
    @Linear(in = 384, out = 96) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 119043
sizes N=2 N=3
x_1 2,1176,96 3,1176,96
x_2 2,28,42,96 3,28,42,96
shifted_x 2,28,42,96 3,28,42,96
shifted_x_1 2,4,7,6,7,96 3,4,7,6,7,96
permute 2,4,6,7,7,96 3,4,6,7,7,96
contiguous 2,4,6,7,7,96 3,4,6,7,7,96
view 48,7,7,96 72,7,7,96
x_windows 48,49,96 72,49,96
attn.qkv 48,49,288 72,49,288
reshape 48,49,3,3,32 72,49,3,3,32
permute_1 3,48,3,49,32 3,72,3,49,32
getitem 48,3,49,32 72,3,49,32
getitem_1 48,3,49,32 72,3,49,32
getitem_2 48,3,49,32 72,3,49,32
q 48,3,49,32 72,3,49,32
transpose 48,3,32,49 72,3,32,49
matmul 48,3,49,49 72,3,49,49
unsqueeze 1,3,49,49 1,3,49,49
add 48,3,49,49 72,3,49,49
attn 48,3,49,49 72,3,49,49
matmul_1 48,3,49,32 72,3,49,32
transpose_1 48,49,3,32 72,49,3,32
reshape_1 48,49,96 72,49,96
x_3 48,49,96 72,49,96
attn_windows 48,7,7,96 72,7,7,96
x_4 2,4,6,7,7,96 3,4,6,7,7,96
permute_2 2,4,7,6,7,96 3,4,7,6,7,96
contiguous_1 2,4,7,6,7,96 3,4,7,6,7,96
view_1 2,28,42,96 3,28,42,96
x_5 2,28,42,96 3,28,42,96
x_6 2,1176,96 3,1176,96
x_7 2,1176,96 3,1176,96
norm2 2,1176,96 3,1176,96
mlp.l0 2,1176,384 3,1176,384
mlp.l1 2,1176,384 3,1176,384
mlp.l2 2,1176,96 3,1176,96
add_1 2,1176,96 3,1176,96
*/
