package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {20, 26, 32}, name = "x")
@Params("num_heads = 4")
@Forward("""
    shortcut = x
    x = self.norm1(x)
    B, H, W, C = x.shape
    pad_h = (7 - H % 7) % 7
    pad_w = (7 - W % 7) % 7
    x = F.pad(x, (0, 0, 0, pad_w, 0, pad_h))
    Hp, Wp = H + pad_h, W + pad_w
    x = x.view(B, Hp // 7, 7, Wp // 7, 7, C)
    windows = x.permute(0, 1, 3, 2, 4, 5).contiguous().view(-1, 7, 7, C)

    Bw, h, w, _ = windows.shape
    # qkv with shape (3, B, nHead, H * W, C)
    qkv = self.qkv(windows).reshape(Bw, h * w, 3, self.num_heads, -1).permute(2, 0, 3, 1, 4)
    # q, k, v with shape (B * nHead, H * W, C)
    q, k, v = qkv.reshape(3, Bw * self.num_heads, h * w, -1).unbind(0)
    attn = (q * 8 ** -0.5) @ k.transpose(-2, -1)
    q_coords = torch.arange(h)[:, None] * max(h / w, 1.0)
    k_coords = torch.arange(w)[None, :] * max(h / w, 1.0)
    relative_coords = (q_coords - k_coords) + (w - 1) * max(h / w, 1.0)
    Rh = self.rel_pos_h[relative_coords.long()]
    Rw = self.rel_pos_w[relative_coords.long()]
    r_q = q.reshape(Bw * self.num_heads, h, w, 8)
    rel_h = torch.einsum("bhwc,hkc->bhwk", r_q, Rh)
    rel_w = torch.einsum("bhwc,wkc->bhwk", r_q, Rw)
    attn = (
        attn.view(Bw * self.num_heads, h, w, h, w) + rel_h[:, :, :, :, None] + rel_w[:, :, :, None, :]
    ).view(Bw * self.num_heads, h * w, h * w)
    attn = attn.softmax(dim=-1)
    x = (attn @ v).view(Bw, self.num_heads, h, w, -1).permute(0, 2, 3, 1, 4).reshape(Bw, h, w, -1)
    x = self.proj(x)

    x = x.view(B, Hp // 7, Wp // 7, 7, 7, -1)
    x = x.permute(0, 1, 3, 2, 4, 5).contiguous().view(B, Hp, Wp, -1)
    x = x[:, :H, :W, :].contiguous()
    return shortcut + x
    """)
class SamEncoderBlock {
  static class Block {}

  @Parameter({13, 8}) Block rel_pos_h;
  @Parameter({13, 8}) Block rel_pos_w;
  @LayerNorm({32}) Block norm1;
  @Linear(in = 32, out = 96) Block qkv;
  @Linear(in = 32, out = 32) Block proj;
}

/* PyTorch 1.13.0:
parameters 4496
sizes N=2 N=3
x_1 2,20,26,32 3,20,26,32
x_2 2,21,28,32 3,21,28,32
x_3 2,3,7,4,7,32 3,3,7,4,7,32
permute 2,3,4,7,7,32 3,3,4,7,7,32
contiguous 2,3,4,7,7,32 3,3,4,7,7,32
view 24,7,7,32 36,7,7,32
qkv 24,7,7,96 36,7,7,96
reshape 24,49,3,4,8 36,49,3,4,8
permute_1 3,24,4,49,8 3,36,4,49,8
reshape_1 3,96,49,8 3,144,49,8
unbind 96,49,8;96,49,8;96,49,8; 144,49,8;144,49,8;144,49,8;
mul 96,49,8 144,49,8
transpose 96,8,49 144,8,49
matmul 96,49,49 144,49,49
arange 7 7
getitem 7,1 7,1
mul_1 7,1 7,1
arange_1 7 7
getitem_1 1,7 1,7
mul_2 1,7 1,7
sub 7,7 7,7
add 7,7 7,7
long 7,7 7,7
getitem_2 7,7,8 7,7,8
long_1 7,7 7,7
getitem_3 7,7,8 7,7,8
r_q 96,7,7,8 144,7,7,8
rel_h 96,7,7,7 144,7,7,7
rel_w 96,7,7,7 144,7,7,7
view_1 96,7,7,7,7 144,7,7,7,7
getitem_4 96,7,7,7,1 144,7,7,7,1
add_1 96,7,7,7,7 144,7,7,7,7
getitem_5 96,7,7,1,7 144,7,7,1,7
add_2 96,7,7,7,7 144,7,7,7,7
view_2 96,49,49 144,49,49
attn 96,49,49 144,49,49
matmul_1 96,49,8 144,49,8
view_3 24,4,7,7,8 36,4,7,7,8
permute_2 24,7,7,4,8 36,7,7,4,8
reshape_2 24,7,7,32 36,7,7,32
x_4 24,7,7,32 36,7,7,32
x_5 2,3,4,7,7,32 3,3,4,7,7,32
permute_3 2,3,7,4,7,32 3,3,7,4,7,32
contiguous_1 2,3,7,4,7,32 3,3,7,4,7,32
view_4 2,21,28,32 3,21,28,32
getitem_6 2,20,26,32 3,20,26,32
contiguous_2 2,20,26,32 3,20,26,32
add_3 2,20,26,32 3,20,26,32
*/
