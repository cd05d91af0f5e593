"""Autoencoders, adversarial networks, flows, diffusion."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class Vae(nn.Module):
    inputs = [In(1, 28, 28)]

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(784, 400)
        self.fc21 = nn.Linear(400, 20)
        self.fc22 = nn.Linear(400, 20)
        self.fc3 = nn.Linear(20, 400)
        self.fc4 = nn.Linear(400, 784)

    def forward(self, x):
        h1 = F.relu(self.fc1(x.view(-1, 784)))
        mu, logvar = self.fc21(h1), self.fc22(h1)
        std = torch.exp(0.5 * logvar)
        eps = torch.randn_like(std)
        z = mu + eps * std
        h3 = F.relu(self.fc3(z))
        recon_x = torch.sigmoid(self.fc4(h3))
        BCE = F.binary_cross_entropy(recon_x, x.view(-1, 784), reduction='sum')
        KLD = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
        return BCE + KLD


class ConvVae(nn.Module):
    inputs = [In(3, 64, 64)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 4, stride=2)
        self.conv2 = nn.Conv2d(32, 64, 4, stride=2)
        self.conv3 = nn.Conv2d(64, 128, 4, stride=2)
        self.conv4 = nn.Conv2d(128, 256, 4, stride=2)
        self.fc_mu = nn.Linear(2 * 2 * 256, 32)
        self.fc_logsigma = nn.Linear(2 * 2 * 256, 32)
        self.fc1 = nn.Linear(32, 1024)
        self.deconv1 = nn.ConvTranspose2d(1024, 128, 5, stride=2)
        self.deconv2 = nn.ConvTranspose2d(128, 64, 5, stride=2)
        self.deconv3 = nn.ConvTranspose2d(64, 32, 6, stride=2)
        self.deconv4 = nn.ConvTranspose2d(32, 3, 6, stride=2)

    def forward(self, x):
        y = F.relu(self.conv1(x))
        y = F.relu(self.conv2(y))
        y = F.relu(self.conv3(y))
        y = F.relu(self.conv4(y))
        y = y.view(y.size(0), -1)
        mu = self.fc_mu(y)
        logsigma = self.fc_logsigma(y)
        sigma = logsigma.exp()
        eps = torch.randn_like(sigma)
        z = eps.mul(sigma).add_(mu)
        z = F.relu(self.fc1(z))
        z = z.unsqueeze(-1).unsqueeze(-1)
        z = F.relu(self.deconv1(z))
        z = F.relu(self.deconv2(z))
        z = F.relu(self.deconv3(z))
        reconstruction = torch.sigmoid(self.deconv4(z))
        loss = F.mse_loss(reconstruction, x)
        return reconstruction, mu, logsigma


class VqVae(nn.Module):
    inputs = [In(3, 32, 48)]

    def __init__(self):
        super().__init__()
        self.enc = nn.Sequential(nn.Conv2d(3, 64, 4, 2, 1), nn.ReLU(), nn.Conv2d(64, 64, 4, 2, 1), nn.ReLU())
        self.pre = nn.Conv2d(64, 32, 1)
        self.codebook = nn.Embedding(256, 32)
        self.dec = nn.Sequential(nn.ConvTranspose2d(32, 64, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(64, 3, 4, 2, 1))

    def forward(self, x):
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


class DcganGenerator(nn.Module):
    inputs = [In(100, 1, 1)]

    def __init__(self):
        super().__init__()
        self.tconv1 = nn.ConvTranspose2d(100, 512, 4, 1, 0, bias=False)
        self.bn1 = nn.BatchNorm2d(512)
        self.tconv2 = nn.ConvTranspose2d(512, 256, 4, 2, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(256)
        self.tconv3 = nn.ConvTranspose2d(256, 128, 4, 2, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(128)
        self.tconv4 = nn.ConvTranspose2d(128, 3, 3, 2, 1, output_padding=1, bias=False)

    def forward(self, input):
        x = F.relu(self.bn1(self.tconv1(input)), True)
        x = F.relu(self.bn2(self.tconv2(x)), True)
        x = F.relu(self.bn3(self.tconv3(x)), True)
        return torch.tanh(self.tconv4(x))


class ConditionalGan(nn.Module):
    inputs = [In(62), In(high=10), In(1, 28, 28)]

    def __init__(self):
        super().__init__()
        self.label_emb = nn.Embedding(10, 10)
        self.l1 = nn.Linear(72, 128 * 7 * 7)
        self.conv_blocks = nn.Sequential(
            nn.BatchNorm2d(128), nn.Upsample(scale_factor=2), nn.Conv2d(128, 128, 3, stride=1, padding=1),
            nn.LeakyReLU(0.2, inplace=True), nn.Upsample(scale_factor=2), nn.Conv2d(128, 1, 3, 1, 1), nn.Tanh())
        self.disc = nn.Sequential(nn.Linear(784 + 10, 512), nn.LeakyReLU(0.2), nn.Linear(512, 1))

    def forward(self, noise, labels, real):
        gen_input = torch.cat((self.label_emb(labels), noise), -1)
        out = self.l1(gen_input)
        out = out.view(out.shape[0], 128, 7, 7)
        img = self.conv_blocks(out)
        d_fake = self.disc(torch.cat((img.view(img.size(0), -1), self.label_emb(labels)), -1))
        d_real = self.disc(torch.cat((real.view(real.size(0), -1), self.label_emb(labels)), -1))
        loss = F.binary_cross_entropy_with_logits(d_real, torch.ones_like(d_real)) \
            + F.binary_cross_entropy_with_logits(d_fake, torch.zeros_like(d_fake))
        return img, loss


class ResidualBlockIn(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.pad1 = nn.ReflectionPad2d(1)
        self.conv1 = nn.Conv2d(c, c, 3)
        self.norm1 = nn.InstanceNorm2d(c)
        self.conv2 = nn.Conv2d(c, c, 3)
        self.norm2 = nn.InstanceNorm2d(c, affine=True)

    def forward(self, x):
        out = F.relu(self.norm1(self.conv1(self.pad1(x))))
        out = self.norm2(self.conv2(F.pad(out, (1, 1, 1, 1), mode="reflect")))
        return x + out


class CycleGanGenerator(nn.Module):
    inputs = [In(3, 72, 88)]

    def __init__(self):
        super().__init__()
        self.head = nn.Sequential(nn.ReflectionPad2d(3), nn.Conv2d(3, 64, 7), nn.InstanceNorm2d(64), nn.ReLU())
        self.down = nn.Conv2d(64, 128, 3, stride=2, padding=1)
        self.res = nn.Sequential(ResidualBlockIn(128), ResidualBlockIn(128), ResidualBlockIn(128))
        self.up = nn.ConvTranspose2d(128, 64, 3, stride=2, padding=1, output_padding=1)
        self.tail = nn.Sequential(nn.ReflectionPad2d(3), nn.Conv2d(64, 3, 7), nn.Tanh())

    def forward(self, x):
        x = self.head(x)
        x = F.relu(self.down(x))
        x = self.res(x)
        x = F.relu(self.up(x))
        return self.tail(x)


class PatchGan(nn.Module):
    inputs = [In(3, 128, 144), In(3, 128, 144)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(6, 64, 4, stride=2, padding=1)
        self.conv2 = nn.Conv2d(64, 128, 4, stride=2, padding=1)
        self.norm = nn.InstanceNorm2d(128)
        self.pad = nn.ZeroPad2d((1, 0, 1, 0))
        self.out = nn.Conv2d(128, 1, 4, padding=1, bias=False)

    def forward(self, img_A, img_B):
        img_input = torch.cat((img_A, img_B), 1)
        x = F.leaky_relu(self.conv1(img_input), negative_slope=0.2)
        x = F.leaky_relu(self.norm(self.conv2(x)), 0.2, inplace=True)
        return self.out(self.pad(x))


class StyleMod(nn.Module):
    inputs = [In(32, 16, 20), In(64)]

    def __init__(self):
        super().__init__()
        self.style = nn.Linear(64, 2 * 32)
        self.noise_weight = nn.Parameter(torch.zeros(1, 32, 1, 1))
        self.conv = nn.Conv2d(32, 32, 3, padding=1, padding_mode="circular")
        self.norm = nn.InstanceNorm2d(32)

    def forward(self, x, w):
        x = self.conv(x)
        noise = torch.randn(x.size(0), 1, x.size(2), x.size(3), device=x.device, dtype=x.dtype)
        x = x + self.noise_weight * noise
        style = self.style(w)
        shape = [-1, 2, x.size(1)] + (x.dim() - 2) * [1]
        style = style.view(shape)
        x = self.norm(x)
        x = x * (style[:, 0] + 1.) + style[:, 1]
        # pixel norm
        x = x * torch.rsqrt(torch.mean(x ** 2, dim=1, keepdim=True) + 1e-8)
        return x


class RealNvpCoupling(nn.Module):
    inputs = [In(6)]

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(3, 64), nn.ReLU(), nn.Linear(64, 6))

    def forward(self, x):
        x1, x2 = torch.split(x, [3, 3], dim=1)
        s, t = self.net(x1).chunk(2, 1)
        s = torch.tanh(s)
        y2 = x2 * s.exp() + t
        log_det = s.sum(dim=1)
        z = torch.cat([x1, y2], dim=1).flip(dims=[1])
        prior = -0.5 * (z ** 2).sum(1)
        loss = -(prior + log_det).mean()
        return z, loss


class GlowSqueeze(nn.Module):
    inputs = [In(3, 16, 24)]

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.eye(12))
        self.bias = nn.Parameter(torch.zeros(1, 12, 1, 1))

    def forward(self, x):
        b_size, n_channel, height, width = x.shape
        squeezed = x.view(b_size, n_channel, height // 2, 2, width // 2, 2)
        squeezed = squeezed.permute(0, 1, 3, 5, 2, 4)
        out = squeezed.contiguous().view(b_size, n_channel * 4, height // 2, width // 2)
        out = F.conv2d(out, self.weight.unsqueeze(2).unsqueeze(3))
        out = out + self.bias
        out, z_new = out.chunk(2, 1)
        log_p = z_new.view(b_size, -1).sum(1)
        return out, z_new, log_p


class TimeEmbedding(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear1 = nn.Linear(64, 256)
        self.linear2 = nn.Linear(256, 256)

    def forward(self, t):
        half_dim = 64 // 2
        emb = torch.exp(torch.arange(half_dim) * -(9.21 / (half_dim - 1)))
        emb = t[:, None] * emb[None, :]
        emb = torch.cat((emb.sin(), emb.cos()), dim=-1)
        return self.linear2(F.silu(self.linear1(emb)))


class DdpmBlock(nn.Module):
    def __init__(self, inp, out):
        super().__init__()
        self.norm1 = nn.GroupNorm(8, inp)
        self.conv1 = nn.Conv2d(inp, out, 3, padding=1)
        self.time_emb = nn.Linear(256, out)
        self.norm2 = nn.GroupNorm(8, out)
        self.conv2 = nn.Conv2d(out, out, 3, padding=1)
        self.shortcut = nn.Conv2d(inp, out, 1)

    def forward(self, x, t):
        h = self.conv1(F.silu(self.norm1(x)))
        h += self.time_emb(F.silu(t))[:, :, None, None]
        h = self.conv2(F.silu(self.norm2(h)))
        return h + self.shortcut(x)


class SpatialSelfAttention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.norm = nn.GroupNorm(8, c)
        self.to_qkv = nn.Conv2d(c, 3 * c, 1, bias=False)
        self.to_out = nn.Conv2d(c, c, 1)

    def forward(self, x):
        b, c, h, w = x.shape
        qkv = self.to_qkv(self.norm(x)).view(b, 3, 4, c // 4, h * w)
        q, k, v = qkv.unbind(1)
        q = q * (c // 4) ** -0.5
        sim = torch.einsum('bhdi,bhdj->bhij', q, k)
        attn = sim.softmax(dim=-1)
        out = torch.einsum('b h i j, b h d j -> b h i d', attn, v)
        out = out.permute(0, 1, 3, 2).reshape(b, c, h, w)
        return self.to_out(out) + x


class Ddpm(nn.Module):
    inputs = [In(3, 32, 40), In(high=1000)]

    def __init__(self):
        super().__init__()
        self.time = TimeEmbedding()
        self.conv_in = nn.Conv2d(3, 32, 3, padding=1)
        self.down1 = DdpmBlock(32, 64)
        self.downsample = nn.Conv2d(64, 64, 3, stride=2, padding=1)
        self.mid = DdpmBlock(64, 64)
        self.attn = SpatialSelfAttention(64)
        self.up1 = DdpmBlock(128, 32)
        self.conv_out = nn.Conv2d(32, 3, 3, padding=1)

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


class DenoisingAutoencoder(nn.Module):
    inputs = [In(1, 28, 28)]

    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(nn.Conv2d(1, 16, 3, stride=3, padding=1), nn.ReLU(True), nn.MaxPool2d(2, stride=2),
                                     nn.Conv2d(16, 8, 3, stride=2, padding=1), nn.ReLU(True),
                                     nn.MaxPool2d(2, stride=1))
        self.decoder = nn.Sequential(nn.ConvTranspose2d(8, 16, 3, stride=2), nn.ReLU(True),
                                     nn.ConvTranspose2d(16, 8, 5, stride=3, padding=1), nn.ReLU(True),
                                     nn.ConvTranspose2d(8, 1, 2, stride=2, padding=1), nn.Tanh())

    def forward(self, x):
        noisy = x + 0.3 * torch.randn(*x.shape)
        code = self.encoder(noisy)
        out = self.decoder(code)
        return F.l1_loss(out, x)


class MaskedAutoencoder(nn.Module):
    inputs = [In(3, 64, 64), In(16)]

    def __init__(self):
        super().__init__()
        self.patch_embed = nn.Conv2d(3, 96, 16, 16)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, 96))
        self.mask_token = nn.Parameter(torch.zeros(1, 1, 96))
        self.pos_embed = nn.Parameter(torch.zeros(1, 17, 96))
        self.block = nn.TransformerEncoderLayer(96, 6, 192, batch_first=True, norm_first=True)
        self.pred = nn.Linear(96, 16 ** 2 * 3)

    def forward(self, imgs, noise):
        x = self.patch_embed(imgs).flatten(2).transpose(1, 2)
        x = x + self.pos_embed[:, 1:, :]
        N, L, D = x.shape
        len_keep = int(L * (1 - 0.75))
        ids_shuffle = torch.argsort(noise, dim=1)
        ids_restore = torch.argsort(ids_shuffle, dim=1)
        ids_keep = ids_shuffle[:, :len_keep]
        x_masked = torch.gather(x, dim=1, index=ids_keep.unsqueeze(-1).repeat(1, 1, D))
        cls_token = self.cls_token + self.pos_embed[:, :1, :]
        cls_tokens = cls_token.expand(x_masked.shape[0], -1, -1)
        x = torch.cat((cls_tokens, x_masked), dim=1)
        x = self.block(x)
        mask_tokens = self.mask_token.repeat(x.shape[0], ids_restore.shape[1] + 1 - x.shape[1], 1)
        x_ = torch.cat([x[:, 1:, :], mask_tokens], dim=1)
        x_ = torch.gather(x_, dim=1, index=ids_restore.unsqueeze(-1).repeat(1, 1, x.shape[2]))
        x = torch.cat([x[:, :1, :], x_], dim=1)
        pred = self.pred(x)[:, 1:, :]
        # patchify
        target = imgs.reshape(shape=(imgs.shape[0], 3, 4, 16, 4, 16))
        target = torch.einsum('nchpwq->nhwpqc', target)
        target = target.reshape(shape=(imgs.shape[0], 4 * 4, 16 ** 2 * 3))
        loss = (pred - target) ** 2
        loss = loss.mean(dim=-1)
        return loss.sum() / N


class ContrastiveImageText(nn.Module):
    inputs = [In(3, 40, 40), In(16, high=400)]

    def __init__(self):
        super().__init__()
        self.visual = nn.Sequential(nn.Conv2d(3, 32, 8, 8), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 64))
        self.token = nn.Embedding(400, 48)
        self.text_projection = nn.Parameter(torch.randn(48, 64))
        self.logit_scale = nn.Parameter(torch.ones([]))

    def forward(self, image, text):
        image_features = self.visual(image)
        text_features = self.token(text).mean(1) @ self.text_projection
        image_features = image_features / image_features.norm(dim=1, keepdim=True)
        text_features = text_features / text_features.norm(dim=1, keepdim=True)
        logit_scale = self.logit_scale.exp()
        logits_per_image = logit_scale * image_features @ text_features.t()
        logits_per_text = logits_per_image.t()
        labels = torch.arange(image.size(0))
        loss = (F.cross_entropy(logits_per_image, labels) + F.cross_entropy(logits_per_text, labels)) / 2
        return loss
