package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 32, 48}, name = "x")
@Input(value = {}, name = "timesteps", dtype = long.class)
@Input(value = {}, name = "y", dtype = long.class)
@Params("model_channels = 32")
@Forward("""
    def forward(self, x, timesteps, y):
        # timestep_embedding
        half = self.model_channels // 2
        freqs = torch.exp(
            -math.log(10000) * torch.arange(start=0, end=half, dtype=torch.float32) / half
        ).to(device=timesteps.device)
        args = timesteps[:, None].float() * freqs[None]
        embedding = torch.cat([torch.cos(args), torch.sin(args)], dim=-1)
        emb = self.time_out(self.time_embed(embedding))
        emb = emb + self.label_emb(y)

        hs = []
        h = self.input_conv(x)
        h = self.down1(h, emb)
        hs.append(h)
        h = self.op1(h)
        h = self.attn(self.down2(h, emb))
        hs.append(h)
        h = self.mid(self.op2(h), emb)
        h = F.interpolate(h, scale_factor=2, mode="nearest")
        h = torch.cat([h, hs.pop()], dim=1)
        h = self.up2(h, emb)
        h = F.interpolate(h, (h.shape[2] * 2, h.shape[3] * 2), mode="nearest")
        h = self.up_conv(h)
        h = torch.cat([h, hs.pop()], dim=1)
        h = self.up1(h, emb)
        return self.out(h)
    """)
class GuidedDiffusion {
  static class Block {}

  @Linear(in = 32, out = 128) @SiLU Block time_embed;
  @Linear(in = 128, out = 128) Block time_out;
  @Embedding(num = 10, dim = 128) Block label_emb;
  @Conv2d(in = 3, out = 32, k = 3, p = 1) Block input_conv;
  @Submodule(value = TimeResBlock.class, with = "inputs = 32, outputs = 32")
  Block down1;
  @Conv2d(in = 32, out = 32, k = 3, s = 2, p = 1) Block op1;
  @Submodule(value = TimeResBlock.class, with = "inputs = 32, outputs = 64")
  Block down2;
  @Submodule(QkvAttention.class) Block attn;
  @AvgPool2d(k = 2) Block op2;
  @Submodule(value = TimeResBlock.class, with = "inputs = 64, outputs = 64")
  Block mid;
  @Submodule(value = TimeResBlock.class, with = "inputs = 128, outputs = 32")
  Block up2;
  @Conv2d(in = 32, out = 32, k = 3, p = 1) Block up_conv;
  @Submodule(value = TimeResBlock.class, with = "inputs = 64, outputs = 32")
  Block up1;
  @GroupNorm(groups = 8, channels = 32) @SiLU @Conv2d(in = 32, out = 6, k = 3, p = 1) Block out;

  @Params("inputs, outputs")
  @Forward("""
      def forward(self, x, emb):
          h = self.in_layers(x)
          emb_out = self.emb_layers(emb).type(h.dtype)
          emb_out = emb_out[..., None, None]
          scale, shift = torch.chunk(emb_out, 2, dim=1)
          h = self.out_norm(h) * (1 + scale) + shift
          h = self.out_rest(h)
          return self.skip_connection(x) + h
      """)
  static class TimeResBlock {
    @GroupNorm(groups = 8, with = "channels = inputs")
    @SiLU
    @Conv2d(k = 3, p = 1, with = "in = inputs, out = outputs")
    Block in_layers;

    @SiLU @Linear(in = 128, with = "out = 2 * outputs") Block emb_layers;
    @GroupNorm(groups = 8, with = "channels = outputs") Block out_norm;

    @SiLU
    @Dropout(0.1)
    @Conv2d(k = 3, p = 1, with = "in = outputs, out = outputs")
    Block out_rest;

    @Conv2d(k = 1, with = "in = inputs, out = outputs") Block skip_connection;
  }

  @Params("n_heads = 4")
  @Forward("""
      b, c, *spatial = x.shape
      x = x.reshape(b, c, -1)
      qkv = self.qkv(self.norm(x))
      bs, width, length = qkv.shape
      ch = width // (3 * self.n_heads)
      q, k, v = qkv.reshape(bs * self.n_heads, ch * 3, length).split(ch, dim=1)
      scale = 1 / math.sqrt(math.sqrt(ch))
      weight = torch.einsum("bct,bcs->bts", q * scale, k * scale)
      weight = torch.softmax(weight.float(), dim=-1).type(weight.dtype)
      a = torch.einsum("bts,bcs->bct", weight, v)
      h = a.reshape(bs, -1, length)
      h = self.proj_out(h)
      return (x + h).reshape(b, c, *spatial)
      """)
  static class QkvAttention {
    @GroupNorm(groups = 8, channels = 64) Block norm;
    @Conv1d(in = 64, out = 192, k = 1) Block qkv;
    @Conv1d(in = 64, out = 64, k = 1) Block proj_out;
  }
}

/* PyTorch 1.13.0:
parameters 354022
sizes N=2 N=3
arange 16 16
mul 16 16
div 16 16
exp 16 16
to 16 16
getitem 2,1 3,1
float 2,1 3,1
getitem_1 1,16 1,16
mul_1 2,16 3,16
cos 2,16 3,16
sin 2,16 3,16
cat 2,32 3,32
time_embed 2,128 3,128
time_embed_1 2,128 3,128
time_out 2,128 3,128
label_emb 2,128 3,128
add 2,128 3,128
h 2,32,32,48 3,32,32,48
down1.in_layers 2,32,32,48 3,32,32,48
down1.in_layers_1 2,32,32,48 3,32,32,48
down1.in_layers_2 2,32,32,48 3,32,32,48
down1.emb_layers 2,128 3,128
down1.emb_layers_1 2,64 3,64
type 2,64 3,64
emb_out 2,64,1,1 3,64,1,1
chunk 2,32,1,1;2,32,1,1; 3,32,1,1;3,32,1,1;
down1.out_norm 2,32,32,48 3,32,32,48
add_1 2,32,1,1 3,32,1,1
mul_2 2,32,32,48 3,32,32,48
add_2 2,32,32,48 3,32,32,48
down1.out_rest 2,32,32,48 3,32,32,48
down1.out_rest_1 2,32,32,48 3,32,32,48
down1.out_rest_2 2,32,32,48 3,32,32,48
down1.skip_connection 2,32,32,48 3,32,32,48
add_3 2,32,32,48 3,32,32,48
h_1 2,32,16,24 3,32,16,24
down2.in_layers 2,32,16,24 3,32,16,24
down2.in_layers_1 2,32,16,24 3,32,16,24
down2.in_layers_2 2,64,16,24 3,64,16,24
down2.emb_layers 2,128 3,128
down2.emb_layers_1 2,128 3,128
type_1 2,128 3,128
emb_out_1 2,128,1,1 3,128,1,1
chunk_1 2,64,1,1;2,64,1,1; 3,64,1,1;3,64,1,1;
down2.out_norm 2,64,16,24 3,64,16,24
add_4 2,64,1,1 3,64,1,1
mul_3 2,64,16,24 3,64,16,24
add_5 2,64,16,24 3,64,16,24
down2.out_rest 2,64,16,24 3,64,16,24
down2.out_rest_1 2,64,16,24 3,64,16,24
down2.out_rest_2 2,64,16,24 3,64,16,24
down2.skip_connection 2,64,16,24 3,64,16,24
add_6 2,64,16,24 3,64,16,24
x_1 2,64,384 3,64,384
attn.norm 2,64,384 3,64,384
attn.qkv 2,192,384 3,192,384
reshape 8,48,384 12,48,384
split 8,16,384;8,16,384;8,16,384; 12,16,384;12,16,384;12,16,384;
mul_4 8,16,384 12,16,384
mul_5 8,16,384 12,16,384
einsum 8,384,384 12,384,384
float_1 8,384,384 12,384,384
softmax 8,384,384 12,384,384
type_2 8,384,384 12,384,384
a 8,16,384 12,16,384
h_2 2,64,384 3,64,384
h_3 2,64,384 3,64,384
add_7 2,64,384 3,64,384
reshape_1 2,64,16,24 3,64,16,24
op2 2,64,8,12 3,64,8,12
mid.in_layers 2,64,8,12 3,64,8,12
mid.in_layers_1 2,64,8,12 3,64,8,12
mid.in_layers_2 2,64,8,12 3,64,8,12
mid.emb_layers 2,128 3,128
mid.emb_layers_1 2,128 3,128
type_3 2,128 3,128
emb_out_2 2,128,1,1 3,128,1,1
chunk_2 2,64,1,1;2,64,1,1; 3,64,1,1;3,64,1,1;
mid.out_norm 2,64,8,12 3,64,8,12
add_8 2,64,1,1 3,64,1,1
mul_6 2,64,8,12 3,64,8,12
add_9 2,64,8,12 3,64,8,12
mid.out_rest 2,64,8,12 3,64,8,12
mid.out_rest_1 2,64,8,12 3,64,8,12
mid.out_rest_2 2,64,8,12 3,64,8,12
mid.skip_connection 2,64,8,12 3,64,8,12
add_10 2,64,8,12 3,64,8,12
h_4 2,64,16,24 3,64,16,24
h_5 2,128,16,24 3,128,16,24
up2.in_layers 2,128,16,24 3,128,16,24
up2.in_layers_1 2,128,16,24 3,128,16,24
up2.in_layers_2 2,32,16,24 3,32,16,24
up2.emb_layers 2,128 3,128
up2.emb_layers_1 2,64 3,64
type_4 2,64 3,64
emb_out_3 2,64,1,1 3,64,1,1
chunk_3 2,32,1,1;2,32,1,1; 3,32,1,1;3,32,1,1;
up2.out_norm 2,32,16,24 3,32,16,24
add_11 2,32,1,1 3,32,1,1
mul_7 2,32,16,24 3,32,16,24
add_12 2,32,16,24 3,32,16,24
up2.out_rest 2,32,16,24 3,32,16,24
up2.out_rest_1 2,32,16,24 3,32,16,24
up2.out_rest_2 2,32,16,24 3,32,16,24
up2.skip_connection 2,32,16,24 3,32,16,24
add_13 2,32,16,24 3,32,16,24
h_6 2,32,32,48 3,32,32,48
h_7 2,32,32,48 3,32,32,48
h_8 2,64,32,48 3,64,32,48
up1.in_layers 2,64,32,48 3,64,32,48
up1.in_layers_1 2,64,32,48 3,64,32,48
up1.in_layers_2 2,32,32,48 3,32,32,48
up1.emb_layers 2,128 3,128
up1.emb_layers_1 2,64 3,64
type_5 2,64 3,64
emb_out_4 2,64,1,1 3,64,1,1
chunk_4 2,32,1,1;2,32,1,1; 3,32,1,1;3,32,1,1;
up1.out_norm 2,32,32,48 3,32,32,48
add_14 2,32,1,1 3,32,1,1
mul_8 2,32,32,48 3,32,32,48
add_15 2,32,32,48 3,32,32,48
up1.out_rest 2,32,32,48 3,32,32,48
up1.out_rest_1 2,32,32,48 3,32,32,48
up1.out_rest_2 2,32,32,48 3,32,32,48
up1.skip_connection 2,32,32,48 3,32,32,48
add_16 2,32,32,48 3,32,32,48
out 2,32,32,48 3,32,32,48
out_1 2,32,32,48 3,32,32,48
out_2 2,6,32,48 3,6,32,48
*/
