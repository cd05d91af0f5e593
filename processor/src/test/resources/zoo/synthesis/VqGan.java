package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 8, 12}, name = "z")
@Params("e_dim = 32")
@Forward("""
    # reshape z -> (batch, height, width, channel) and flatten
    z = z.permute(0, 2, 3, 1).contiguous()
    z_flattened = z.view(-1, self.e_dim)
    # distances from z to embeddings e_j (z - e)^2 = z^2 + e^2 - 2 e * z
    d = torch.sum(z_flattened ** 2, dim=1, keepdim=True) + \\
        torch.sum(self.embedding.weight**2, dim=1) - 2 * \\
        torch.matmul(z_flattened, self.embedding.weight.t())
    # find closest encodings
    min_encoding_indices = torch.argmin(d, dim=1).unsqueeze(1)
    min_encodings = torch.zeros(min_encoding_indices.shape[0], 50).to(z)
    min_encodings.scatter_(1, min_encoding_indices, 1)
    # get quantized latent vectors
    z_q = torch.matmul(min_encodings, self.embedding.weight).view(z.shape)
    # compute loss for embedding
    loss = torch.mean((z_q.detach() - z) ** 2) + 0.25 * torch.mean((z_q - z.detach()) ** 2)
    # preserve gradients
    z_q = z + (z_q - z).detach()
    # perplexity
    e_mean = torch.mean(min_encodings, dim=0)
    perplexity = torch.exp(-torch.sum(e_mean * torch.log(e_mean + 1e-10)))
    # reshape back to match original input shape
    z_q = z_q.permute(0, 3, 1, 2).contiguous()

    h_ = self.norm(z_q)
    q = self.q(h_)
    k = self.k(h_)
    v = self.v(h_)
    # compute attention
    b, c, h, w = q.shape
    q = q.reshape(b, c, h * w)
    q = q.permute(0, 2, 1)   # b,hw,c
    k = k.reshape(b, c, h * w)  # b,c,hw
    w_ = torch.bmm(q, k)     # b,hw,hw    w[b,i,j]=sum_c q[b,i,c]k[b,c,j]
    w_ = w_ * (int(c)**(-0.5))
    w_ = torch.nn.functional.softmax(w_, dim=2)
    # attend to values
    v = v.reshape(b, c, h * w)
    w_ = w_.permute(0, 2, 1)   # b,hw,hw (first hw of k, second of q)
    h_ = torch.bmm(v, w_)     # b, c,hw (hw of q) h_[b,c,j] = sum_i v[b,c,i] w_[b,i,j]
    h_ = h_.reshape(b, c, h, w)
    x = torch.nn.functional.pad(z_q + h_, (0, 1, 0, 1), mode="constant", value=0)
    return self.down(x), loss, perplexity
    """)
class VqGan {
  static class Block {}

  @Embedding(num = 50, dim = 32) Block embedding;
  @GroupNorm(groups = 32, channels = 32) Block norm;
  @Conv2d(in = 32, out = 32, k = 1) Block q;
  @Conv2d(in = 32, out = 32, k = 1) Block k;
  @Conv2d(in = 32, out = 32, k = 1) Block v;
  @Conv2d(in = 32, out = 32, k = 3, s = 2) Block down;
}

/* PyTorch 1.13.0:
parameters 14080
sizes N=2 N=3
permute 2,8,12,32 3,8,12,32
contiguous 2,8,12,32 3,8,12,32
z_flattened 192,32 288,32
pow 192,32 288,32
sum 192,1 288,1
pow_1 50,32 50,32
sum_1 50 50
add 192,50 288,50
t 32,50 32,50
matmul 192,50 288,50
mul 192,50 288,50
sub 192,50 288,50
argmin 192 288
unsqueeze 192,1 288,1
zeros 192,50 288,50
to 192,50 288,50
scatter_ 192,50 288,50
matmul_1 192,32 288,32
view 2,8,12,32 3,8,12,32
detach 2,8,12,32 3,8,12,32
sub_1 2,8,12,32 3,8,12,32
pow_2 2,8,12,32 3,8,12,32
mean () ()
detach_1 2,8,12,32 3,8,12,32
sub_2 2,8,12,32 3,8,12,32
pow_3 2,8,12,32 3,8,12,32
mean_1 () ()
mul_1 () ()
add_1 () ()
sub_3 2,8,12,32 3,8,12,32
detach_2 2,8,12,32 3,8,12,32
add_2 2,8,12,32 3,8,12,32
e_mean 50 50
add_3 50 50
log 50 50
mul_2 50 50
sum_2 () ()
neg () ()
exp () ()
permute_1 2,32,8,12 3,32,8,12
contiguous_1 2,32,8,12 3,32,8,12
h_ 2,32,8,12 3,32,8,12
q 2,32,8,12 3,32,8,12
k 2,32,8,12 3,32,8,12
v 2,32,8,12 3,32,8,12
q_1 2,32,96 3,32,96
q_2 2,96,32 3,96,32
k_1 2,32,96 3,32,96
w_ 2,96,96 3,96,96
w__1 2,96,96 3,96,96
w__2 2,96,96 3,96,96
v_1 2,32,96 3,32,96
w__3 2,96,96 3,96,96
h__1 2,32,96 3,32,96
h__2 2,32,8,12 3,32,8,12
add_4 2,32,8,12 3,32,8,12
pad 2,32,9,13 3,32,9,13
down 2,32,4,6 3,32,4,6
*/
