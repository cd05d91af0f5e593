package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 8, 12}, name = "x")
@Input(value = {7, 20}, name = "context")
@Params("heads = 4")
@Forward("""
    def forward(self, x, context):
        b, c, h, w = x.shape
        x_in = x
        x = self.proj_in(self.norm(x))
        x = x.flatten(2).transpose(1, 2).contiguous()
        residual = x
        x = self.norm1(x)
        q, k, v = self.to_q(x), self.to_k(context), self.to_v(context)
        b, _, inner = q.shape
        dim_head = inner // self.heads
        q = q.unsqueeze(3).reshape(b, q.shape[1], self.heads, dim_head).permute(0, 2, 1, 3).reshape(b * self.heads, q.shape[1], dim_head).contiguous()
        k = k.unsqueeze(3).reshape(b, k.shape[1], self.heads, dim_head).permute(0, 2, 1, 3).reshape(b * self.heads, k.shape[1], dim_head).contiguous()
        v = v.unsqueeze(3).reshape(b, v.shape[1], self.heads, dim_head).permute(0, 2, 1, 3).reshape(b * self.heads, v.shape[1], dim_head).contiguous()
        sim = torch.einsum('b i d, b j d -> b i j', q, k) * dim_head ** -0.5
        sim = sim.softmax(dim=-1)
        out = torch.einsum('b i j, b j d -> b i d', sim, v)
        out = (
            out.unsqueeze(0)
            .reshape(b, self.heads, out.shape[1], dim_head)
            .permute(0, 2, 1, 3)
            .reshape(b, out.shape[1], self.heads * dim_head)
        )
        x = self.to_out(out) + residual
        y, gate = self.geglu(self.norm2(x)).chunk(2, dim=-1)
        x = self.ff_out(y * F.gelu(gate)) + x
        x = x.transpose(1, 2).reshape(b, -1, h, w).contiguous()
        return self.proj_out(x) + x_in
    """)
class LatentTransformer {
  static class Block {}

  @GroupNorm(groups = 32, channels = 32) Block norm;
  @Conv2d(in = 32, out = 64, k = 1) Block proj_in;
  @Linear(in = 64, out = 64, bias = false) Block to_q;
  @Linear(in = 20, out = 64, bias = false) Block to_k;
  @Linear(in = 20, out = 64, bias = false) Block to_v;
  @Linear(in = 64, out = 64) @Dropout(0.0) Block to_out;
  @LayerNorm({64}) Block norm1;
  @LayerNorm({64}) Block norm2;
  @Linear(in = 64, out = 512) Block geglu;
  @Linear(in = 256, out = 64) Block ff_out;
  @Conv2d(in = 64, out = 32, k = 1) Block proj_out;
}

/* PyTorch 1.13.0:
parameters 65056
sizes N=2 N=3
norm 2,32,8,12 3,32,8,12
proj_in 2,64,8,12 3,64,8,12
flatten 2,64,96 3,64,96
transpose 2,96,64 3,96,64
contiguous 2,96,64 3,96,64
x_1 2,96,64 3,96,64
to_q 2,96,64 3,96,64
to_k 2,7,64 3,7,64
to_v 2,7,64 3,7,64
unsqueeze 2,96,64,1 3,96,64,1
reshape 2,96,4,16 3,96,4,16
permute 2,4,96,16 3,4,96,16
reshape_1 8,96,16 12,96,16
contiguous_1 8,96,16 12,96,16
unsqueeze_1 2,7,64,1 3,7,64,1
reshape_2 2,7,4,16 3,7,4,16
permute_1 2,4,7,16 3,4,7,16
reshape_3 8,7,16 12,7,16
contiguous_2 8,7,16 12,7,16
unsqueeze_2 2,7,64,1 3,7,64,1
reshape_4 2,7,4,16 3,7,4,16
permute_2 2,4,7,16 3,4,7,16
reshape_5 8,7,16 12,7,16
contiguous_3 8,7,16 12,7,16
einsum 8,96,7 12,96,7
mul 8,96,7 12,96,7
sim 8,96,7 12,96,7
out 8,96,16 12,96,16
unsqueeze_3 1,8,96,16 1,12,96,16
reshape_6 2,4,96,16 3,4,96,16
permute_3 2,96,4,16 3,96,4,16
reshape_7 2,96,64 3,96,64
to_out 2,96,64 3,96,64
to_out_1 2,96,64 3,96,64
add 2,96,64 3,96,64
norm2 2,96,64 3,96,64
geglu 2,96,512 3,96,512
chunk 2,96,256;2,96,256; 3,96,256;3,96,256;
gelu 2,96,256 3,96,256
mul_1 2,96,256 3,96,256
ff_out 2,96,64 3,96,64
add_1 2,96,64 3,96,64
transpose_1 2,64,96 3,64,96
reshape_8 2,64,8,12 3,64,8,12
contiguous_4 2,64,8,12 3,64,8,12
proj_out 2,32,8,12 3,32,8,12
add_2 2,32,8,12 3,32,8,12
*/
