package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {4, 16, 16}, name = "x")
@Input(value = {}, name = "t")
@Params("out_channels = 8")
@Forward("""
    def forward(self, x, t):
        x = self.x_embedder(x).flatten(2).transpose(1, 2) + self.pos_embed
        half = 256 // 2
        freqs = torch.exp(-math.log(10000) * torch.arange(0, half, dtype=torch.float32) / half)
        args = t[:, None].float() * freqs[None]
        c = self.t_embedder(torch.cat([torch.cos(args), torch.sin(args)], dim=-1))
        shift_msa, scale_msa, gate_msa, shift_mlp, scale_mlp, gate_mlp = self.adaLN_modulation(c).chunk(6, dim=1)
        h = self.norm1(x) * (1 + scale_msa.unsqueeze(1)) + shift_msa.unsqueeze(1)
        x = x + gate_msa.unsqueeze(1) * self.attn(h, h, h)[0]
        h = self.norm2(x) * (1 + scale_mlp.unsqueeze(1)) + shift_mlp.unsqueeze(1)
        x = x + gate_mlp.unsqueeze(1) * self.mlp_out(self.mlp(h))
        x = self.final(x)
        c = self.out_channels
        h = w = int(x.shape[1] ** 0.5)
        x = x.reshape(shape=(x.shape[0], h, w, 2, 2, c))
        x = torch.einsum('nhwpqc->nchpwq', x)
        imgs = x.reshape(shape=(x.shape[0], c, h * 2, h * 2))
        eps, rest = imgs[:, :4], imgs[:, 4:]
        cond_eps, uncond_eps = torch.split(eps, [1, 3], dim=1)
        return uncond_eps + 4.0 * (cond_eps - uncond_eps), rest
    """)
class DiT {
  static class Block {}

  @Buffer({1, 64, 48}) Block pos_embed;
  @Conv2d(in = 4, out = 48, k = 2, s = 2) Block x_embedder;
  @Linear(in = 256, out = 48) @SiLU Block t_embedder;
  @LayerNorm(value = {48}, affine = false) Block norm1;
  @LayerNorm(value = {48}, affine = false) Block norm2;
  @MultiheadAttention(dim = 48, heads = 6, batchFirst = true) Block attn;
  @Linear(in = 48, out = 192) @GELU @Dropout(0) Block mlp;
  @Linear(in = 192, out = 48) Block mlp_out;
  @SiLU @Linear(in = 48, out = 288) Block adaLN_modulation;
  @Linear(in = 48, out = 32) Block final_;
}

/* PyTorch 1.13.0:
parameters 56912
sizes N=2 N=3
x_embedder 2,48,8,8 3,48,8,8
flatten 2,48,64 3,48,64
transpose 2,64,48 3,64,48
add 2,64,48 3,64,48
arange 128 128
mul 128 128
div 128 128
exp 128 128
getitem 2,1 3,1
float 2,1 3,1
getitem_1 1,128 1,128
mul_1 2,128 3,128
cos 2,128 3,128
sin 2,128 3,128
cat 2,256 3,256
t_embedder 2,48 3,48
t_embedder_1 2,48 3,48
adaLN_modulation 2,48 3,48
adaLN_modulation_1 2,288 3,288
chunk 2,48;2,48;2,48;2,48;2,48;2,48; 3,48;3,48;3,48;3,48;3,48;3,48;
norm1 2,64,48 3,64,48
unsqueeze 2,1,48 3,1,48
add_1 2,1,48 3,1,48
mul_2 2,64,48 3,64,48
unsqueeze_1 2,1,48 3,1,48
add_2 2,64,48 3,64,48
unsqueeze_2 2,1,48 3,1,48
attn 2,64,48;2,64,64; 3,64,48;3,64,64;
mul_3 2,64,48 3,64,48
add_3 2,64,48 3,64,48
norm2 2,64,48 3,64,48
unsqueeze_3 2,1,48 3,1,48
add_4 2,1,48 3,1,48
mul_4 2,64,48 3,64,48
unsqueeze_4 2,1,48 3,1,48
add_5 2,64,48 3,64,48
unsqueeze_5 2,1,48 3,1,48
mlp 2,64,192 3,64,192
mlp_1 2,64,192 3,64,192
mlp_2 2,64,192 3,64,192
mlp_out 2,64,48 3,64,48
mul_5 2,64,48 3,64,48
add_6 2,64,48 3,64,48
x_1 2,64,32 3,64,32
x_2 2,8,8,2,2,8 3,8,8,2,2,8
x_3 2,8,8,2,8,2 3,8,8,2,8,2
imgs 2,8,16,16 3,8,16,16
getitem_2 2,4,16,16 3,4,16,16
getitem_3 2,4,16,16 3,4,16,16
split 2,1,16,16;2,3,16,16; 3,1,16,16;3,3,16,16;
sub 2,3,16,16 3,3,16,16
mul_6 2,3,16,16 3,3,16,16
add_7 2,3,16,16 3,3,16,16
*/
