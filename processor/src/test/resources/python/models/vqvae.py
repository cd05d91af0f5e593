"""Vectors of a code book in the middle."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class VectorQuantizer(nn.Module):
    def __init__(self, n_e, e_dim, beta=0.25):
        super().__init__()
        self.n_e, self.e_dim, self.beta = n_e, e_dim, beta
        self.embedding = nn.Embedding(self.n_e, self.e_dim)
        self.embedding.weight.data.uniform_(-1.0 / self.n_e, 1.0 / self.n_e)

    def forward(self, z):
        z = z.permute(0, 2, 3, 1).contiguous()
        flat = z.view(-1, self.e_dim)
        d = (torch.sum(flat ** 2, dim=1, keepdim=True)
             + torch.sum(self.embedding.weight ** 2, dim=1)
             - 2 * torch.matmul(flat, self.embedding.weight.t()))
        nearest = torch.argmin(d, dim=1).unsqueeze(1)
        one_hot = torch.zeros(nearest.shape[0], self.n_e, device=z.device)
        one_hot.scatter_(1, nearest, 1)
        z_q = torch.matmul(one_hot, self.embedding.weight).view(z.shape)
        loss = F.mse_loss(z_q.detach(), z) + self.beta * F.mse_loss(z_q, z.detach())
        z_q = z + (z_q - z).detach()
        return loss, z_q.permute(0, 3, 1, 2).contiguous(), nearest.view(z.shape[0], z.shape[1], z.shape[2])


class VQVAE(nn.Module):
    def __init__(self, h_dim=24, n_embeddings=32, embedding_dim=10):
        super().__init__()
        self.encoder = nn.Sequential(nn.Conv2d(3, h_dim // 2, 4, 2, 1), nn.ReLU(), nn.Conv2d(h_dim // 2, h_dim, 4, 2, 1))
        self.pre = nn.Conv2d(h_dim, embedding_dim, kernel_size=1, stride=1)
        self.vq = VectorQuantizer(n_embeddings, embedding_dim)
        self.decoder = nn.Sequential(
            nn.ConvTranspose2d(embedding_dim, h_dim // 2, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(h_dim // 2, 3, 4, 2, 1))

    def forward(self, x, verbose=False):
        z = self.pre(self.encoder(x))
        loss, z_q, codes = self.vq(z)
        x_hat = self.decoder(z_q)
        if verbose:
            print('original:', x.shape)
            print('codes:', codes.shape)
            assert False
        return loss, x_hat, codes

# model: VQVAE()
# input: 3,28,20
# wrong: z_q.permute(0, 3, 1, 2).contiguous() => z_q.contiguous()
# wrong: nearest.shape[0], self.n_e => nearest.shape[0], self.e_dim
# wrong: nn.Conv2d(h_dim, embedding_dim => nn.Conv2d(h_dim, embedding_dim + 1
