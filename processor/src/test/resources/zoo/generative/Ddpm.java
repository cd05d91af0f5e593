package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 32, 40}, name = "x")
@Input(value = {}, name = "t", dtype = long.class)
@Forward("""
    def forward(self, x, t):
        noise = torch.randn_like(x)
        t = self.time(t.float())
        h0 = self.conv_in(x)
        h1 = self.down1(h0, t)
        h = self.downsample(h1)
        h = self.attn(self.mid(h, t))
        h = F.interpolate(h, scale_factor=2, mode="nearest")
        h = self.up1(torch.cat([h, h1], dim=1), t)
        out = self.conv_out(F.silu(h))
        return F.mse_loss(out, noise)
    """)
class Ddpm {
  static class Block {}

  @Submodule(TimeEmbedding.class) Block time;
  @Conv2d(in = 3, out = 32, k = 3, p = 1) Block conv_in;
  @Submodule(DdpmBlock.class) Block down1;
  @Conv2d(in = 64, out = 64, k = 3, s = 2, p = 1) Block downsample;
  @Submodule(DdpmBlock2.class) Block mid;
  @Submodule(SpatialSelfAttention.class) Block attn;
  @Submodule(DdpmBlock3.class) Block up1;
  @Conv2d(in = 32, out = 3, k = 3, p = 1) Block conv_out;

  @Params("")
  @Forward("""
      half_dim = 64 // 2
      emb = torch.exp(torch.arange(half_dim) * -(9.21 / (half_dim - 1)))
      emb = t[:, None] * emb[None, :]
      emb = torch.cat((emb.sin(), emb.cos()), dim=-1)
      return self.linear2(F.silu(self.linear1(emb)))
      """)
  static class TimeEmbedding {
    @Linear(in = 64, out = 256) Block linear1;
    @Linear(in = 256, out = 256) Block linear2;
  }

  @Params("")
  @Forward("""
      def forward(self, x, t):
          h = self.conv1(F.silu(self.norm1(x)))
          h += self.time_emb(F.silu(t))[:, :, None, None]
          h = self.conv2(F.silu(self.norm2(h)))
          return h + self.shortcut(x)
      """)
  static class DdpmBlock {
    @GroupNorm(groups = 8, channels = 32) Block norm1;
    @Conv2d(in = 32, out = 64, k = 3, p = 1) Block conv1;
    @Linear(in = 256, out = 64) Block time_emb;
    @GroupNorm(groups = 8, channels = 64) Block norm2;
    @Conv2d(in = 64, out = 64, k = 3, p = 1) Block conv2;
    @Conv2d(in = 32, out = 64, k = 1) Block shortcut;
  }

  @Params("")
  @Forward("""
      def forward(self, x, t):
          h = self.conv1(F.silu(self.norm1(x)))
          h += self.time_emb(F.silu(t))[:, :, None, None]
          h = self.conv2(F.silu(self.norm2(h)))
          return h + self.shortcut(x)
      """)
  static class DdpmBlock2 {
    @GroupNorm(groups = 8, channels = 64) Block norm1;
    @Conv2d(in = 64, out = 64, k = 3, p = 1) Block conv1;
    @Linear(in = 256, out = 64) Block time_emb;
    @GroupNorm(groups = 8, channels = 64) Block norm2;
    @Conv2d(in = 64, out = 64, k = 3, p = 1) Block conv2;
    @Conv2d(in = 64, out = 64, k = 1) Block shortcut;
  }

  @Params("")
  @Forward("""
      b, c, h, w = x.shape
      qkv = self.to_qkv(self.norm(x)).view(b, 3, 4, c // 4, h * w)
      q, k, v = qkv.unbind(1)
      q = q * (c // 4) ** -0.5
      sim = torch.einsum('bhdi,bhdj->bhij', q, k)
      attn = sim.softmax(dim=-1)
      out = torch.einsum('b h i j, b h d j -> b h i d', attn, v)
      out = out.permute(0, 1, 3, 2).reshape(b, c, h, w)
      return self.to_out(out) + x
      """)
  static class SpatialSelfAttention {
    @GroupNorm(groups = 8, channels = 64) Block norm;
    @Conv2d(in = 64, out = 192, k = 1, bias = false) Block to_qkv;
    @Conv2d(in = 64, out = 64, k = 1) Block to_out;
  }

  @Params("")
  @Forward("""
      def forward(self, x, t):
          h = self.conv1(F.silu(self.norm1(x)))
          h += self.time_emb(F.silu(t))[:, :, None, None]
          h = self.conv2(F.silu(self.norm2(h)))
          return h + self.shortcut(x)
      """)
  static class DdpmBlock3 {
    @GroupNorm(groups = 8, channels = 128) Block norm1;
    @Conv2d(in = 128, out = 32, k = 3, p = 1) Block conv1;
    @Linear(in = 256, out = 32) Block time_emb;
    @GroupNorm(groups = 8, channels = 32) Block norm2;
    @Conv2d(in = 32, out = 32, k = 3, p = 1) Block conv2;
    @Conv2d(in = 128, out = 32, k = 1) Block shortcut;
  }
}

/* PyTorch 1.13.0:
parameters 365411
sizes N=2 N=3
noise 2,3,32,40 3,3,32,40
float 2 3
arange 32 32
mul 32 32
exp 32 32
getitem 2,1 3,1
getitem_1 1,32 1,32
mul_1 2,32 3,32
sin 2,32 3,32
cos 2,32 3,32
cat 2,64 3,64
time.linear1 2,256 3,256
silu 2,256 3,256
time.linear2 2,256 3,256
h0 2,32,32,40 3,32,32,40
down1.norm1 2,32,32,40 3,32,32,40
silu_1 2,32,32,40 3,32,32,40
down1.conv1 2,64,32,40 3,64,32,40
silu_2 2,256 3,256
down1.time_emb 2,64 3,64
getitem_2 2,64,1,1 3,64,1,1
add_ 2,64,32,40 3,64,32,40
down1.norm2 2,64,32,40 3,64,32,40
silu_3 2,64,32,40 3,64,32,40
down1.conv2 2,64,32,40 3,64,32,40
down1.shortcut 2,64,32,40 3,64,32,40
add 2,64,32,40 3,64,32,40
h 2,64,16,20 3,64,16,20
mid.norm1 2,64,16,20 3,64,16,20
silu_4 2,64,16,20 3,64,16,20
mid.conv1 2,64,16,20 3,64,16,20
silu_5 2,256 3,256
mid.time_emb 2,64 3,64
getitem_3 2,64,1,1 3,64,1,1
add__1 2,64,16,20 3,64,16,20
mid.norm2 2,64,16,20 3,64,16,20
silu_6 2,64,16,20 3,64,16,20
mid.conv2 2,64,16,20 3,64,16,20
mid.shortcut 2,64,16,20 3,64,16,20
add_1 2,64,16,20 3,64,16,20
attn.norm 2,64,16,20 3,64,16,20
attn.to_qkv 2,192,16,20 3,192,16,20
view 2,3,4,16,320 3,3,4,16,320
unbind 2,4,16,320;2,4,16,320;2,4,16,320; 3,4,16,320;3,4,16,320;3,4,16,320;
q 2,4,16,320 3,4,16,320
sim 2,4,320,320 3,4,320,320
attn 2,4,320,320 3,4,320,320
out 2,4,320,16 3,4,320,16
permute 2,4,16,320 3,4,16,320
reshape 2,64,16,20 3,64,16,20
attn.to_out 2,64,16,20 3,64,16,20
add_2 2,64,16,20 3,64,16,20
h_1 2,64,32,40 3,64,32,40
cat_1 2,128,32,40 3,128,32,40
up1.norm1 2,128,32,40 3,128,32,40
silu_7 2,128,32,40 3,128,32,40
up1.conv1 2,32,32,40 3,32,32,40
silu_8 2,256 3,256
up1.time_emb 2,32 3,32
getitem_4 2,32,1,1 3,32,1,1
add__2 2,32,32,40 3,32,32,40
up1.norm2 2,32,32,40 3,32,32,40
silu_9 2,32,32,40 3,32,32,40
up1.conv2 2,32,32,40 3,32,32,40
up1.shortcut 2,32,32,40 3,32,32,40
add_3 2,32,32,40 3,32,32,40
silu_10 2,32,32,40 3,32,32,40
conv_out 2,3,32,40 3,3,32,40
mse_loss () ()
*/
