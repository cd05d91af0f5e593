package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 20, 24}, name = "img")
@Forward("""
    data = img.permute(0, 2, 3, 1)
    b, *axis, _ = data.shape
    axis_pos = torch.linspace(-1.0, 1.0, steps=20), torch.linspace(-1.0, 1.0, steps=24)
    pos = torch.stack(torch.meshgrid(*axis_pos, indexing="ij"), dim=-1)
    # fourier_encode
    x = pos.unsqueeze(-1)
    orig_x = x
    scales = torch.linspace(1., 10 / 2, 6, device=x.device, dtype=x.dtype)
    scales = scales[(*((None,) * (len(x.shape) - 1)), Ellipsis)]
    x = x * scales * math.pi
    x = torch.cat([x.sin(), x.cos()], dim=-1)
    x = torch.cat((x, orig_x), dim=-1)
    enc_pos = x.flatten(-2)
    enc_pos = enc_pos.unsqueeze(0).expand(b, -1, -1, -1)
    data = torch.cat((data, enc_pos), dim=-1).flatten(1, 2)
    latents = self.latents.unsqueeze(0).repeat(b, 1, 1)
    latents, _ = self.cross(latents, data, data)
    latents = self.encoder(latents)
    return self.to_logits(latents.mean(dim=-2))
    """)
class Perceiver {
  static class Block {}

  @Parameter({16, 32}) Block latents;
  @MultiheadAttention(dim = 32, heads = 4, kdim = 29, vdim = 29, batchFirst = true) Block cross;
  @TransformerEncoder(dim = 32, heads = 4, layers = 2, feedforward = 64, batchFirst = true) Block encoder;
  @LayerNorm({32}) @Linear(in = 32, out = 9) Block to_logits;
}

/* PyTorch 1.13.0:
parameters 21993
sizes N=2 N=3
data 2,20,24,3 3,20,24,3
linspace 20 20
linspace_1 24 24
meshgrid 20,24;20,24; 20,24;20,24;
stack 20,24,2 20,24,2
x 20,24,2,1 20,24,2,1
scales 6 6
scales_1 1,1,1,6 1,1,1,6
mul 20,24,2,6 20,24,2,6
mul_1 20,24,2,6 20,24,2,6
sin 20,24,2,6 20,24,2,6
cos 20,24,2,6 20,24,2,6
cat 20,24,2,12 20,24,2,12
x_1 20,24,2,13 20,24,2,13
enc_pos 20,24,26 20,24,26
unsqueeze 1,20,24,26 1,20,24,26
expand 2,20,24,26 3,20,24,26
cat_1 2,20,24,29 3,20,24,29
flatten 2,480,29 3,480,29
unsqueeze_1 1,16,32 1,16,32
repeat 2,16,32 3,16,32
cross 2,16,32;2,16,480; 3,16,32;3,16,480;
latents_1 2,16,32 3,16,32
mean 2,32 3,32
to_logits 2,32 3,32
to_logits_1 2,9 3,9
*/
