package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1568, 32}, name = "x")
@Params("num_heads = 4")
@Forward("""
    H, W = 56, 28
    B, L, C = x.shape
    ws, shift = 7, 7 // 2
    x = x.view(B, H, W, C)
    shifted_x = torch.roll(x, shifts=(-shift, -shift), dims=(1, 2))
    windows = shifted_x.view(B, H // ws, ws, W // ws, ws, C)
    windows = windows.permute(0, 1, 3, 2, 4, 5).contiguous().view(-1, ws * ws, C)
    B_, N, C = windows.shape
    qkv_bias = torch.cat((self.q_bias, torch.zeros_like(self.v_bias, requires_grad=False), self.v_bias))
    qkv = F.linear(input=windows, weight=self.qkv.weight, bias=qkv_bias)
    qkv = qkv.reshape(B_, N, 3, self.num_heads, -1).permute(2, 0, 3, 1, 4)
    q, k, v = qkv[0], qkv[1], qkv[2]
    # cosine attention
    attn = (F.normalize(q, dim=-1) @ F.normalize(k, dim=-1).transpose(-2, -1))
    logit_scale = torch.clamp(self.logit_scale, max=torch.log(torch.tensor(1. / 0.01))).exp()
    attn = attn * logit_scale
    relative_position_bias_table = self.cpb_out(self.cpb_mlp(self.relative_coords_table)).view(-1, self.num_heads)
    relative_position_bias = relative_position_bias_table[self.relative_position_index.view(-1)].view(
        ws * ws, ws * ws, -1)  # Wh*Ww,Wh*Ww,nH
    relative_position_bias = relative_position_bias.permute(2, 0, 1).contiguous()  # nH, Wh*Ww, Wh*Ww
    relative_position_bias = 16 * torch.sigmoid(relative_position_bias)
    attn = attn + relative_position_bias.unsqueeze(0)
    mask = self.attn_mask
    nW = mask.shape[0]
    attn = attn.view(B_ // nW, nW, self.num_heads, N, N) + mask.unsqueeze(1).unsqueeze(0)
    attn = attn.view(-1, self.num_heads, N, N)
    attn = attn.softmax(dim=-1)
    y = (attn @ v).transpose(1, 2).reshape(B_, N, C)
    y = self.proj(y).view(-1, ws, ws, C)
    # window_reverse
    B = int(y.shape[0] / (H * W / ws / ws))
    y = y.view(B, H // ws, W // ws, ws, ws, -1)
    y = y.permute(0, 1, 3, 2, 4, 5).contiguous().view(B, H, W, -1)
    x = torch.roll(y, shifts=(shift, shift), dims=(1, 2))
    x = self.norm1(x)
    x0 = x[:, 0::2, 0::2, :]  # B H/2 W/2 C
    x1 = x[:, 1::2, 0::2, :]
    x2 = x[:, 0::2, 1::2, :]
    x3 = x[:, 1::2, 1::2, :]
    x = torch.cat([x0, x1, x2, x3], -1)
    x = x.view(B, -1, 4 * C)
    return self.norm(self.reduction(x))
    """)
class SwinShifted {
  static class Block {}

  @Parameter({4, 1, 1}) Block logit_scale;
  @Parameter({32}) Block q_bias;
  @Parameter({32}) Block v_bias;
  @Buffer({1, 13, 13, 2}) Block relative_coords_table;
  @Buffer({49, 49}) Block relative_position_index;
  @Buffer({32, 49, 49}) Block attn_mask;
  @Linear(in = 2, out = 64) @ReLU Block cpb_mlp;
  @Linear(in = 64, out = 4, bias = false) Block cpb_out;
  @Linear(in = 32, out = 96, bias = false) Block qkv;
  @Linear(in = 32, out = 32) Block proj;
  @LayerNorm({32}) Block norm1;
  @Linear(in = 128, out = 64, bias = false) Block reduction;
  @LayerNorm({64}) Block norm;
}

/* PyTorch 1.13.0:
parameters 13028
sizes N=2 N=3
x_1 2,56,28,32 3,56,28,32
shifted_x 2,56,28,32 3,56,28,32
windows 2,8,7,4,7,32 3,8,7,4,7,32
permute 2,8,4,7,7,32 3,8,4,7,7,32
contiguous 2,8,4,7,7,32 3,8,4,7,7,32
view 64,49,32 96,49,32
zeros_like 32 32
cat 96 96
qkv 64,49,96 96,49,96
reshape 64,49,3,4,8 96,49,3,4,8
permute_1 3,64,4,49,8 3,96,4,49,8
getitem 64,4,49,8 96,4,49,8
getitem_1 64,4,49,8 96,4,49,8
getitem_2 64,4,49,8 96,4,49,8
normalize 64,4,49,8 96,4,49,8
normalize_1 64,4,49,8 96,4,49,8
transpose 64,4,8,49 96,4,8,49
matmul 64,4,49,49 96,4,49,49
tensor () ()
log () ()
clamp 4,1,1 4,1,1
exp 4,1,1 4,1,1
attn 64,4,49,49 96,4,49,49
cpb_mlp 1,13,13,64 1,13,13,64
cpb_mlp_1 1,13,13,64 1,13,13,64
cpb_out 1,13,13,4 1,13,13,4
view_1 169,4 169,4
view_2 2401 2401
getitem_3 2401,4 2401,4
view_3 49,49,4 49,49,4
permute_2 4,49,49 4,49,49
contiguous_1 4,49,49 4,49,49
sigmoid 4,49,49 4,49,49
mul 4,49,49 4,49,49
unsqueeze 1,4,49,49 1,4,49,49
add 64,4,49,49 96,4,49,49
view_4 2,32,4,49,49 3,32,4,49,49
unsqueeze_1 32,1,49,49 32,1,49,49
unsqueeze_2 1,32,1,49,49 1,32,1,49,49
add_1 2,32,4,49,49 3,32,4,49,49
attn_1 64,4,49,49 96,4,49,49
attn_2 64,4,49,49 96,4,49,49
matmul_1 64,4,49,8 96,4,49,8
transpose_1 64,49,4,8 96,49,4,8
reshape_1 64,49,32 96,49,32
proj 64,49,32 96,49,32
view_5 64,7,7,32 96,7,7,32
y 2,8,4,7,7,32 3,8,4,7,7,32
permute_3 2,8,7,4,7,32 3,8,7,4,7,32
contiguous_2 2,8,7,4,7,32 3,8,7,4,7,32
view_6 2,56,28,32 3,56,28,32
x_2 2,56,28,32 3,56,28,32
x_3 2,56,28,32 3,56,28,32
x0 2,28,14,32 3,28,14,32
x1 2,28,14,32 3,28,14,32
x2 2,28,14,32 3,28,14,32
x3 2,28,14,32 3,28,14,32
x_4 2,28,14,128 3,28,14,128
x_5 2,392,128 3,392,128
reduction 2,392,64 3,392,64
norm 2,392,64 3,392,64
*/
