package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 8, 8}, name = "fmap")
@Params("heads = 4, dim_head = 8")
@Forward("""
    b, c, h, w = fmap.shape
    q, k, v = self.to_qkv(fmap).reshape(b, 3, self.heads, self.dim_head, h * w).transpose(-1, -2).unbind(1)
    q = q * self.dim_head ** -0.5
    sim = torch.einsum('b h i d, b h j d -> b h i j', q, k)
    # relative_logits_1d over width
    q2 = q.view(b, self.heads, h, w, self.dim_head)
    logits = torch.einsum('b h x y d, r d -> b h x y r', q2, self.rel_width)
    logits = logits.reshape(b, self.heads * h, w, 2 * w - 1)
    # rel_to_abs
    x = F.pad(logits, [0, 1])
    flat_x = x.reshape(b, self.heads * h, w * 2 * w)
    flat_x_padded = F.pad(flat_x, [0, w - 1])
    final_x = flat_x_padded.reshape(b, self.heads * h, w + 1, 2 * w - 1)
    logits = final_x[:, :, :w, (w - 1):]
    logits = logits.reshape(b, self.heads, h, w, w).unsqueeze(3).expand(-1, -1, -1, h, -1, -1)
    sim = sim + logits.permute(0, 1, 2, 4, 3, 5).reshape(b, self.heads, h * w, h * w)
    attn = sim.softmax(dim=-1)
    out = torch.einsum('b h i j, b h j d -> b h i d', attn, v)
    out = out.transpose(2, 3).reshape(b, -1, h, w)

    # HaloNet
    q = self.q_conv(out)
    q = q.unfold(2, 4, 4).unfold(3, 4, 4).reshape(b, 32, -1, 16).permute(0, 2, 3, 1)
    kv = F.unfold(self.kv_conv(out), kernel_size=6, stride=4, padding=1)
    kv = kv.reshape(b, 64, 36, -1).permute(0, 3, 2, 1)
    k, v = torch.split(kv, [32, 32], dim=-1)
    attn = F.softmax(q @ k.transpose(-1, -2), dim=-1)
    out = (attn @ v).permute(0, 3, 2, 1).reshape(b, 32 * 16, -1)
    return F.fold(out, output_size=(h, w), kernel_size=4, stride=4)
    """)
class BotNetAttention {
  static class Block {}

  @Parameter({15, 8}) Block rel_height;
  @Parameter({15, 8}) Block rel_width;
  @Conv2d(in = 32, out = 96, k = 1, bias = false) Block to_qkv;
  @Conv2d(in = 32, out = 32, k = 1, bias = false) Block q_conv;
  @Conv2d(in = 32, out = 64, k = 1, bias = false) Block kv_conv;
}

/* PyTorch 1.13.0:
parameters 6384
sizes N=2 N=3
to_qkv 2,96,8,8 3,96,8,8
reshape 2,3,4,8,64 3,3,4,8,64
transpose 2,3,4,64,8 3,3,4,64,8
unbind 2,4,64,8;2,4,64,8;2,4,64,8; 3,4,64,8;3,4,64,8;3,4,64,8;
q 2,4,64,8 3,4,64,8
sim 2,4,64,64 3,4,64,64
q2 2,4,8,8,8 3,4,8,8,8
logits 2,4,8,8,15 3,4,8,8,15
logits_1 2,32,8,15 3,32,8,15
x 2,32,8,16 3,32,8,16
flat_x 2,32,128 3,32,128
flat_x_padded 2,32,135 3,32,135
final_x 2,32,9,15 3,32,9,15
logits_2 2,32,8,8 3,32,8,8
reshape_1 2,4,8,8,8 3,4,8,8,8
unsqueeze 2,4,8,1,8,8 3,4,8,1,8,8
expand 2,4,8,8,8,8 3,4,8,8,8,8
permute 2,4,8,8,8,8 3,4,8,8,8,8
reshape_2 2,4,64,64 3,4,64,64
add 2,4,64,64 3,4,64,64
attn 2,4,64,64 3,4,64,64
out 2,4,64,8 3,4,64,8
transpose_1 2,4,8,64 3,4,8,64
reshape_3 2,32,8,8 3,32,8,8
q_1 2,32,8,8 3,32,8,8
unfold 2,32,2,8,4 3,32,2,8,4
unfold_1 2,32,2,2,4,4 3,32,2,2,4,4
reshape_4 2,32,4,16 3,32,4,16
permute_1 2,4,16,32 3,4,16,32
kv_conv 2,64,8,8 3,64,8,8
unfold_2 2,2304,4 3,2304,4
reshape_5 2,64,36,4 3,64,36,4
permute_2 2,4,36,64 3,4,36,64
split 2,4,36,32;2,4,36,32; 3,4,36,32;3,4,36,32;
transpose_2 2,4,32,36 3,4,32,36
matmul 2,4,16,36 3,4,16,36
softmax 2,4,16,36 3,4,16,36
matmul_1 2,4,16,32 3,4,16,32
permute_3 2,32,16,4 3,32,16,4
reshape_6 2,512,4 3,512,4
fold 2,32,8,8 3,32,8,8
*/
