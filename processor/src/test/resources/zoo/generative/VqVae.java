package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 32, 48}, name = "x")
@Forward("""
    z = self.pre(self.enc(x))
    # convert inputs from BCHW -> BHWC
    inputs = z.permute(0, 2, 3, 1).contiguous()
    input_shape = inputs.shape

    # Flatten input
    flat_input = inputs.view(-1, 32)

    # Calculate distances
    distances = (torch.sum(flat_input**2, dim=1, keepdim=True)
                 + torch.sum(self.codebook.weight**2, dim=1)
                 - 2 * torch.matmul(flat_input, self.codebook.weight.t()))

    # Encoding
    encoding_indices = torch.argmin(distances, dim=1).unsqueeze(1)
    encodings = torch.zeros(encoding_indices.shape[0], 256)
    encodings = encodings.scatter(1, encoding_indices, 1)

    # Quantize and unflatten
    quantized = torch.matmul(encodings, self.codebook.weight).view(input_shape)
    e_latent_loss = F.mse_loss(quantized.detach(), inputs)
    q_latent_loss = F.mse_loss(quantized, inputs.detach())
    loss = q_latent_loss + 0.25 * e_latent_loss

    quantized = inputs + (quantized - inputs).detach()
    avg_probs = torch.mean(encodings, dim=0)
    perplexity = torch.exp(-torch.sum(avg_probs * torch.log(avg_probs + 1e-10)))
    x_recon = self.dec(quantized.permute(0, 3, 1, 2).contiguous())
    return x_recon, loss
    """)
class VqVae {
  static class Block {}

  @Submodule(Layers.class) Block enc;
  @Conv2d(in = 64, out = 32, k = 1) Block pre;
  @Embedding(num = 256, dim = 32) Block codebook;
  @Submodule(Layers2.class) Block dec;

  @Params("")
  static class Layers {
    @Conv2d(in = 3, out = 64, k = 4, s = 2, p = 1) Block l0;
    @ReLU Block l1;
    @Conv2d(in = 64, out = 64, k = 4, s = 2, p = 1) Block l2;
    @ReLU Block l3;
  }

  @Params("")
  static class Layers2 {
    @ConvTranspose2d(in = 32, out = 64, k = 4, s = 2, p = 1) Block l0;
    @ReLU Block l1;
    @ConvTranspose2d(in = 64, out = 3, k = 4, s = 2, p = 1) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 114915
sizes N=2 N=3
enc.l0 2,64,16,24 3,64,16,24
enc.l1 2,64,16,24 3,64,16,24
enc.l2 2,64,8,12 3,64,8,12
enc.l3 2,64,8,12 3,64,8,12
pre 2,32,8,12 3,32,8,12
permute 2,8,12,32 3,8,12,32
contiguous 2,8,12,32 3,8,12,32
flat_input 192,32 288,32
pow 192,32 288,32
sum 192,1 288,1
pow_1 256,32 256,32
sum_1 256 256
add 192,256 288,256
t 32,256 32,256
matmul 192,256 288,256
mul 192,256 288,256
sub 192,256 288,256
argmin 192 288
unsqueeze 192,1 288,1
encodings 192,256 288,256
encodings_1 192,256 288,256
matmul_1 192,32 288,32
view 2,8,12,32 3,8,12,32
detach 2,8,12,32 3,8,12,32
mse_loss () ()
detach_1 2,8,12,32 3,8,12,32
mse_loss_1 () ()
mul_1 () ()
add_1 () ()
sub_1 2,8,12,32 3,8,12,32
detach_2 2,8,12,32 3,8,12,32
add_2 2,8,12,32 3,8,12,32
avg_probs 256 256
add_3 256 256
log 256 256
mul_2 256 256
sum_2 () ()
neg () ()
exp () ()
permute_1 2,32,8,12 3,32,8,12
contiguous_1 2,32,8,12 3,32,8,12
dec.l0 2,64,16,24 3,64,16,24
dec.l1 2,64,16,24 3,64,16,24
dec.l2 2,3,32,48 3,3,32,48
*/
