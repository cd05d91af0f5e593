"""Pictures made, mended and moved."""

import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class TimeResBlock(nn.Module):
    def __init__(self, ch, out, emb):
        super().__init__()
        self.in_layers = nn.Sequential(nn.GroupNorm(8, ch), nn.SiLU(), nn.Conv2d(ch, out, 3, padding=1))
        self.emb_layers = nn.Sequential(nn.SiLU(), nn.Linear(emb, 2 * out))
        self.out_norm = nn.GroupNorm(8, out)
        self.out_rest = nn.Sequential(nn.SiLU(), nn.Dropout(p=0.1), nn.Conv2d(out, out, 3, padding=1))
        self.skip_connection = nn.Conv2d(ch, out, 1)

    def forward(self, x, emb):
        h = self.in_layers(x)
        emb_out = self.emb_layers(emb).type(h.dtype)
        emb_out = emb_out[..., None, None]
        scale, shift = torch.chunk(emb_out, 2, dim=1)
        h = self.out_norm(h) * (1 + scale) + shift
        h = self.out_rest(h)
        return self.skip_connection(x) + h


class QkvAttention(nn.Module):
    def __init__(self, channels, heads):
        super().__init__()
        self.n_heads = heads
        self.norm = nn.GroupNorm(8, channels)
        self.qkv = nn.Conv1d(channels, channels * 3, 1)
        self.proj_out = nn.Conv1d(channels, channels, 1)

    def forward(self, x):
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


class GuidedDiffusion(nn.Module):
    """OpenAI's UNet with time and class embeddings."""

    inputs = [In(3, 32, 48), In(dtype="long", high=1000), In(dtype="long", high=10)]

    def __init__(self):
        super().__init__()
        self.model_channels = 32
        self.time_embed = nn.Sequential(nn.Linear(32, 128), nn.SiLU())
        self.time_out = nn.Linear(128, 128)
        self.label_emb = nn.Embedding(10, 128)
        self.input_conv = nn.Conv2d(3, 32, 3, padding=1)
        self.down1 = TimeResBlock(32, 32, 128)
        self.op1 = nn.Conv2d(32, 32, 3, stride=2, padding=1)
        self.down2 = TimeResBlock(32, 64, 128)
        self.attn = QkvAttention(64, 4)
        self.op2 = nn.AvgPool2d(2, 2)
        self.mid = TimeResBlock(64, 64, 128)
        self.up2 = TimeResBlock(128, 32, 128)
        self.up_conv = nn.Conv2d(32, 32, 3, padding=1)
        self.up1 = TimeResBlock(64, 32, 128)
        self.out = nn.Sequential(nn.GroupNorm(8, 32), nn.SiLU(), nn.Conv2d(32, 6, 3, padding=1))

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


class LatentTransformer(nn.Module):
    """Stable Diffusion's spatial transformer with cross attention, and GEGLU."""

    inputs = [In(32, 8, 12), In(7, 20)]

    def __init__(self):
        super().__init__()
        self.heads = 4
        self.norm = nn.GroupNorm(num_groups=32, num_channels=32, eps=1e-6, affine=True)
        self.proj_in = nn.Conv2d(32, 64, kernel_size=1, stride=1, padding=0)
        self.to_q = nn.Linear(64, 64, bias=False)
        self.to_k = nn.Linear(20, 64, bias=False)
        self.to_v = nn.Linear(20, 64, bias=False)
        self.to_out = nn.Sequential(nn.Linear(64, 64), nn.Dropout(0.0))
        self.norm1 = nn.LayerNorm(64)
        self.norm2 = nn.LayerNorm(64)
        self.geglu = nn.Linear(64, 512)
        self.ff_out = nn.Linear(256, 64)
        self.proj_out = nn.Conv2d(64, 32, 1)

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


class DiT(nn.Module):
    """Diffusion transformer: adaptive layer norms, and unpatchify by einsum."""

    inputs = [In(4, 16, 16), In()]

    def __init__(self):
        super().__init__()
        self.x_embedder = nn.Conv2d(4, 48, kernel_size=2, stride=2)
        self.register_buffer("pos_embed", torch.zeros(1, 64, 48))
        self.t_embedder = nn.Sequential(nn.Linear(256, 48), nn.SiLU())
        self.norm1 = nn.LayerNorm(48, elementwise_affine=False, eps=1e-6)
        self.norm2 = nn.LayerNorm(48, elementwise_affine=False, eps=1e-6)
        self.attn = nn.MultiheadAttention(48, 6, batch_first=True)
        self.mlp = nn.Sequential(nn.Linear(48, 192), nn.GELU(approximate="tanh"), nn.Dropout(0))
        self.mlp_out = nn.Linear(192, 48)
        self.adaLN_modulation = nn.Sequential(nn.SiLU(), nn.Linear(48, 6 * 48, bias=True))
        self.final = nn.Linear(48, 2 * 2 * 8)
        self.out_channels = 8

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


class StyleGan2(nn.Module):
    """Modulated convolution with demodulation, as a grouped convolution over the batch."""

    inputs = [In(32, 8, 12), In(64), In(1, 16, 24)]

    def __init__(self):
        super().__init__()
        self.modulation = nn.Linear(64, 32)
        self.weight = nn.Parameter(torch.randn(1, 24, 32, 3, 3))
        self.noise_weight = nn.Parameter(torch.zeros(1))
        self.bias = nn.Parameter(torch.zeros(1, 24, 1, 1))
        self.register_buffer("kernel", torch.ones(4, 4))
        self.to_rgb = nn.Conv2d(24, 3, 1)
        self.demodulate = 1

    def forward(self, input, style, noise):
        style = style * torch.rsqrt(torch.mean(style ** 2, dim=1, keepdim=True) + 1e-8)
        batch, in_channel, height, width = input.shape
        style = self.modulation(style).view(batch, 1, in_channel, 1, 1)
        weight = 0.05 * self.weight * style
        demod = torch.rsqrt(weight.pow(2).sum([2, 3, 4]) + 1e-8)
        weight = weight * demod.view(batch, 24, 1, 1, 1)

        weight = weight.view(batch * 24, in_channel, 3, 3)
        input = input.view(1, batch * in_channel, height, width)
        weight = weight.view(batch, 24, in_channel, 3, 3)
        weight = weight.transpose(1, 2).reshape(batch * in_channel, 24, 3, 3)
        out = F.conv_transpose2d(input, weight, padding=0, stride=2, groups=batch)
        _, _, height, width = out.shape
        out = out.view(batch, 24, height, width)

        # blur: upfirdn2d
        kernel = self.kernel / self.kernel.sum()
        _, channel, in_h, in_w = out.shape
        out = out.reshape(-1, in_h, in_w, 1)
        _, in_h, in_w, minor = out.shape
        out = out.permute(0, 3, 1, 2)
        out = F.pad(out, [1, 1, 1, 1])
        out = out.reshape([-1, 1, in_h + 2, in_w + 2])
        w = torch.flip(kernel, [0, 1]).view(1, 1, 4, 4)
        out = F.conv2d(out, w)
        out = out.view(-1, channel, in_h - 1, in_w - 1)

        out = out + self.noise_weight * noise
        out = F.leaky_relu(out + self.bias, negative_slope=0.2) * 2 ** 0.5

        # minibatch standard deviation
        stddev = torch.sqrt(out.var(0, unbiased=False) + 1e-8)
        stddev = stddev.mean([0, 1, 2], keepdims=True)
        stddev = stddev.repeat(batch, 1, out.shape[2], out.shape[3])
        return torch.tanh(self.to_rgb(out)), torch.cat([out, stddev], 1)


class BigGanBlock(nn.Module):
    """Class-conditional norms from a shared embedding, and SAGAN's attention."""

    inputs = [In(60), In(dtype="long", high=20)]

    def __init__(self):
        super().__init__()
        self.shared = nn.Embedding(20, 32)
        self.linear = nn.Linear(20, 4 * 6 * 64)
        self.gain = nn.Linear(52, 64, bias=False)
        self.bias = nn.Linear(52, 64, bias=False)
        self.bn = nn.BatchNorm2d(64, affine=False)
        self.conv1 = nn.Conv2d(64, 32, 3, padding=1)
        self.theta = nn.Conv2d(32, 4, 1, bias=False)
        self.phi = nn.Conv2d(32, 4, 1, bias=False)
        self.g = nn.Conv2d(32, 16, 1, bias=False)
        self.o = nn.Conv2d(16, 32, 1, bias=False)
        self.gamma = nn.Parameter(torch.tensor(0.))
        self.final = nn.Conv2d(32, 3, 3, 1, 1)
        self.embed = nn.Embedding(20, 32)
        self.d_linear = nn.Linear(32, 1)

    def forward(self, z, y):
        zs = torch.split(z, 20, 1)
        z = zs[0]
        label = y
        y = self.shared(y)
        ys = [torch.cat([y, zs[1]], 1), torch.cat([y, zs[2]], 1)]
        h = self.linear(z)
        h = h.view(h.size(0), -1, 4, 6)
        gain = (1 + self.gain(ys[0])).view(y.size(0), -1, 1, 1)
        bias = self.bias(ys[0]).view(y.size(0), -1, 1, 1)
        h = self.bn(h) * gain + bias
        h = F.interpolate(F.relu(h), scale_factor=2)
        x = self.conv1(h)
        # Apply convs
        theta = self.theta(x)
        phi = F.max_pool2d(self.phi(x), [2, 2])
        g = F.max_pool2d(self.g(x), [2, 2])
        # Perform reshapes
        theta = theta.view(-1, 4, x.shape[2] * x.shape[3])
        phi = phi.view(-1, 4, x.shape[2] * x.shape[3] // 4)
        g = g.view(-1, 16, x.shape[2] * x.shape[3] // 4)
        # Matmul and softmax to get attention maps
        beta = F.softmax(torch.bmm(theta.transpose(1, 2), phi), -1)
        # Attention map times g path
        o = self.o(torch.bmm(g, beta.transpose(1, 2)).view(-1, 16, x.shape[2], x.shape[3]))
        x = self.gamma * o + x
        image = torch.tanh(self.final(F.relu(x, inplace=True)))
        # projection discriminator
        d = torch.sum(F.relu(x), [2, 3])
        out = self.d_linear(d)
        out = out + torch.sum(self.embed(label) * d, 1, keepdim=True)
        return image, out


class SpadeBlock(nn.Module):
    """SPADE, and AdaIN by hand."""

    inputs = [In(32, 12, 16), In(5, 48, 64), In(32, 7, 9)]

    def __init__(self):
        super().__init__()
        self.param_free_norm = nn.InstanceNorm2d(32, affine=False)
        self.mlp_shared = nn.Sequential(nn.Conv2d(5, 24, kernel_size=3, padding=1), nn.ReLU())
        self.mlp_gamma = nn.Conv2d(24, 32, kernel_size=3, padding=1)
        self.mlp_beta = nn.Conv2d(24, 32, kernel_size=3, padding=1)
        self.conv_0 = nn.Conv2d(32, 32, 3, padding=1)

    def forward(self, x, segmap, style_feat):
        # Part 1. generate parameter-free normalized activations
        normalized = self.param_free_norm(x)
        # Part 2. produce scaling and bias conditioned on semantic map
        segmap = F.interpolate(segmap, size=x.size()[2:], mode='nearest')
        actv = self.mlp_shared(segmap)
        gamma = self.mlp_gamma(actv)
        beta = self.mlp_beta(actv)
        # apply scale and bias
        out = normalized * (1 + gamma) + beta
        out = x + self.conv_0(F.leaky_relu(out, 2e-1))

        # adaptive_instance_normalization
        size = out.size()
        N, C = size[:2]
        content_var = out.view(N, C, -1).var(dim=2) + 1e-5
        content_std = content_var.sqrt().view(N, C, 1, 1)
        content_mean = out.view(N, C, -1).mean(dim=2).view(N, C, 1, 1)
        style_var = style_feat.reshape(N, C, -1).var(dim=-1) + 1e-5
        style_std = style_var.sqrt().view(N, C, 1, 1)
        style_mean = style_feat.view(N, C, -1).mean(dim=2).view(N, C, 1, 1)
        normalized_feat = (out - content_mean.expand(size)) / content_std.expand(size)
        feat = normalized_feat * style_std.expand(size) + style_mean.expand(size)

        # gram matrix
        b, ch, h, w = feat.size()
        features = feat.view(b, ch, w * h)
        gram = features.bmm(features.transpose(1, 2)) / (ch * h * w)
        return feat, gram


class Pix2Pix(nn.Module):
    """The UNet generator of pix2pix."""

    inputs = [In(3, -1, -1, where="H % 8 == 0 and W % 8 == 0 and H >= 16 and W >= 16")]
    cases = [dict(N=2, H=32, W=64), dict(N=3, H=16, W=24)]

    def __init__(self):
        super().__init__()
        self.down1 = nn.Conv2d(3, 16, 4, 2, 1)
        self.down2 = nn.Sequential(nn.LeakyReLU(0.2), nn.Conv2d(16, 32, 4, 2, 1, bias=False), nn.InstanceNorm2d(32))
        self.down3 = nn.Sequential(nn.LeakyReLU(0.2), nn.Conv2d(32, 48, 4, 2, 1, bias=False))
        self.up3 = nn.Sequential(nn.ReLU(), nn.ConvTranspose2d(48, 32, 4, 2, 1, bias=False), nn.InstanceNorm2d(32))
        self.up2 = nn.Sequential(nn.ReLU(), nn.ConvTranspose2d(64, 16, 4, stride=2, padding=1), nn.Dropout(0.5))
        self.up1 = nn.Sequential(nn.ReLU(), nn.ConvTranspose2d(32, 3, kernel_size=4, stride=2, padding=1), nn.Tanh())

    def forward(self, x):
        d1 = self.down1(x)
        d2 = self.down2(d1)
        d3 = self.down3(d2)
        u3 = torch.cat([d2, self.up3(d3)], 1)
        u2 = torch.cat([d1, self.up2(u3)], 1)
        return self.up1(u2)


class ResidualDense(nn.Module):
    """ESRGAN's residual dense block and its upsampling; EDSR's shift of the mean."""

    inputs = [In(3, -1, -1)]
    cases = [dict(N=2, H=9, W=14), dict(N=3, H=5, W=3)]

    def __init__(self):
        super().__init__()
        self.sub_mean = nn.Conv2d(3, 3, kernel_size=1)
        self.conv_first = nn.Conv2d(3, 32, 3, 1, 1)
        self.conv1 = nn.Conv2d(32, 16, 3, 1, 1)
        self.conv2 = nn.Conv2d(48, 16, 3, 1, 1)
        self.conv3 = nn.Conv2d(64, 32, 3, 1, 1)
        self.lrelu = nn.LeakyReLU(negative_slope=0.2, inplace=True)
        self.upconv1 = nn.Conv2d(32, 32, 3, 1, 1)
        self.up = nn.Sequential(nn.Conv2d(32, 128, 3, padding=1), nn.PixelShuffle(2), nn.PReLU(32))
        self.conv_last = nn.Conv2d(32, 3, 3, 1, 1)

    def forward(self, x):
        fea = self.conv_first(self.sub_mean(x))
        x1 = self.lrelu(self.conv1(fea))
        x2 = self.lrelu(self.conv2(torch.cat((fea, x1), 1)))
        x3 = self.conv3(torch.cat((fea, x1, x2), 1))
        fea = x3 * 0.2 + fea
        fea = self.lrelu(self.upconv1(F.interpolate(fea, scale_factor=2, mode='nearest')))
        out = self.conv_last(self.up(fea))
        base = F.interpolate(x, scale_factor=4, mode='bicubic', align_corners=False)
        out = out + base
        return out.clamp_(0.0, 1.0)


class Glow(nn.Module):
    """Glow: actnorm, invertible 1x1 convolution, affine coupling, squeeze and split."""

    inputs = [In(3, 16, 24)]

    def __init__(self):
        super().__init__()
        self.loc = nn.Parameter(torch.zeros(1, 12, 1, 1))
        self.scale = nn.Parameter(torch.ones(1, 12, 1, 1))
        self.weight = nn.Parameter(torch.eye(12))
        self.net = nn.Sequential(nn.Conv2d(6, 32, 3, padding=1), nn.ReLU(inplace=True))
        self.zero_conv = nn.Conv2d(32, 12, 3, padding=0)
        self.zero_scale = nn.Parameter(torch.zeros(1, 12, 1, 1))
        self.prior = nn.Conv2d(6, 12, 3, padding=1)

    def forward(self, input):
        b_size, n_channel, height, width = input.shape
        squeezed = input.view(b_size, n_channel, height // 2, 2, width // 2, 2)
        squeezed = squeezed.permute(0, 1, 3, 5, 2, 4)
        out = squeezed.contiguous().view(b_size, n_channel * 4, height // 2, width // 2)
        _, _, height, width = out.shape
        log_abs = torch.log(torch.abs(self.scale))
        logdet = height * width * torch.sum(log_abs)
        out = self.scale * (out + self.loc)
        out = F.conv2d(out, self.weight.unsqueeze(2).unsqueeze(3))
        logdet = logdet + height * width * torch.slogdet(self.weight.double())[1].float()
        in_a, in_b = out.chunk(2, 1)
        h = F.pad(self.net(in_a), [1, 1, 1, 1], value=1)
        log_s, t = (self.zero_conv(h) * torch.exp(self.zero_scale * 3)).chunk(2, 1)
        s = torch.sigmoid(log_s + 2)
        out_b = (in_b + t) * s
        det = torch.sum(torch.log(s).view(input.shape[0], -1), 1)
        out = torch.cat([in_a, out_b], 1)
        out, z_new = out.chunk(2, 1)
        mean, log_sd = self.prior(out).chunk(2, 1)
        log_p = -0.5 * math.log(2 * math.pi) - log_sd - 0.5 * (z_new - mean) ** 2 / torch.exp(2 * log_sd)
        log_p = log_p.view(b_size, -1).sum(1)
        return out, log_p + logdet + det


class VqGan(nn.Module):
    """The quantizer of taming-transformers and the attention of its middle."""

    inputs = [In(32, 8, 12)]

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(50, 32)
        self.e_dim = 32
        self.norm = nn.GroupNorm(num_groups=32, num_channels=32, eps=1e-6, affine=True)
        self.q = nn.Conv2d(32, 32, 1)
        self.k = nn.Conv2d(32, 32, 1)
        self.v = nn.Conv2d(32, 32, 1)
        self.down = nn.Conv2d(32, 32, kernel_size=3, stride=2, padding=0)

    def forward(self, z):
        # reshape z -> (batch, height, width, channel) and flatten
        z = z.permute(0, 2, 3, 1).contiguous()
        z_flattened = z.view(-1, self.e_dim)
        # distances from z to embeddings e_j (z - e)^2 = z^2 + e^2 - 2 e * z
        d = torch.sum(z_flattened ** 2, dim=1, keepdim=True) + \
            torch.sum(self.embedding.weight**2, dim=1) - 2 * \
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


class FourierUnit(nn.Module):
    """LaMa's fast Fourier convolution, and FNet's mixing."""

    inputs = [In(16, 12, 20)]

    def __init__(self):
        super().__init__()
        self.conv_layer = nn.Conv2d(32, 32, kernel_size=1, bias=False)
        self.bn = nn.BatchNorm2d(32)
        self.complex_weight = nn.Parameter(torch.randn(12, 11, 16, 2))

    def forward(self, x):
        batch = x.shape[0]
        fft_dim = (-2, -1)
        ffted = torch.fft.rfftn(x, dim=fft_dim, norm='ortho')
        ffted = torch.stack((ffted.real, ffted.imag), dim=-1)
        ffted = ffted.permute(0, 1, 4, 2, 3).contiguous()  # (batch, c, 2, h, w/2+1)
        ffted = ffted.view((batch, -1,) + ffted.size()[3:])
        ffted = self.conv_layer(ffted)  # (batch, c*2, h, w/2+1)
        ffted = F.relu(self.bn(ffted))
        ffted = ffted.view((batch, -1, 2,) + ffted.size()[2:]).permute(0, 1, 3, 4, 2).contiguous()
        ffted = torch.complex(ffted[..., 0], ffted[..., 1])
        output = torch.fft.irfftn(ffted, s=x.shape[-2:], dim=fft_dim, norm='ortho')

        # GFNet's global filter
        y = output.permute(0, 2, 3, 1)
        y = torch.fft.rfft2(y, dim=(1, 2), norm='ortho')
        weight = torch.view_as_complex(self.complex_weight)
        y = y * weight
        y = torch.fft.irfft2(y, s=(12, 20), dim=(1, 2), norm='ortho')

        # FNet
        z = torch.fft.fft(torch.fft.fft(y.flatten(1, 2), dim=-1), dim=-2).real
        s = torch.view_as_real(torch.fft.fft2(x)).sum(-1)
        return output + y.permute(0, 3, 1, 2), z, torch.fft.fftshift(s)


class SpatialTransformerGrid(nn.Module):
    """First Order Motion's deformation: key points, sparse motions, warping."""

    inputs = [In(3, 32, 40), In(10, 2), In(10, 2), In(10, 2, 2), In(10, 2, 2)]

    def __init__(self):
        super().__init__()
        self.mask = nn.Conv2d(44, 11, kernel_size=(7, 7), padding=(3, 3))
        self.occlusion = nn.Conv2d(44, 1, 7, padding=3)

    def forward(self, source_image, kp_driving, kp_source, jd, js):
        bs, _, h, w = source_image.shape
        # make_coordinate_grid
        x = torch.arange(w).type(kp_source.type())
        y = torch.arange(h).type(kp_source.type())
        x = (2 * (x / (w - 1)) - 1)
        y = (2 * (y / (h - 1)) - 1)
        yy = y.view(-1, 1).repeat(1, w)
        xx = x.view(1, -1).repeat(h, 1)
        identity_grid = torch.cat([xx.unsqueeze(2), yy.unsqueeze(2)], 2)
        # heatmaps
        mean = kp_driving
        number_of_leading_dimensions = len(mean.shape) - 1
        shape = (1,) * number_of_leading_dimensions + identity_grid.shape
        coordinate_grid = identity_grid.view(*shape)
        repeats = mean.shape[:number_of_leading_dimensions] + (1, 1, 1)
        coordinate_grid = coordinate_grid.repeat(*repeats)
        shape = mean.shape[:number_of_leading_dimensions] + (1, 1, 2)
        mean = mean.view(*shape)
        mean_sub = (coordinate_grid - mean)
        heatmap = torch.exp(-0.5 * (mean_sub ** 2).sum(-1) / 0.01)
        zeros = torch.zeros(heatmap.shape[0], 1, h, w).type(heatmap.type())
        heatmap = torch.cat([zeros, heatmap], dim=1).unsqueeze(2)
        # sparse motions
        identity_grid = identity_grid.view(1, 1, h, w, 2)
        coordinate_grid = identity_grid - kp_driving.view(bs, 10, 1, 1, 2)
        jacobian = torch.matmul(js, torch.inverse(jd))
        jacobian = jacobian.unsqueeze(-3).unsqueeze(-3)
        jacobian = jacobian.repeat(1, 1, h, w, 1, 1)
        coordinate_grid = torch.matmul(jacobian, coordinate_grid.unsqueeze(-1))
        coordinate_grid = coordinate_grid.squeeze(-1)
        driving_to_source = coordinate_grid + kp_source.view(bs, 10, 1, 1, 2)
        identity_grid = identity_grid.repeat(bs, 1, 1, 1, 1)
        sparse_motion = torch.cat([identity_grid, driving_to_source], dim=1)
        # deformed source
        source_repeat = source_image.unsqueeze(1).unsqueeze(1).repeat(1, 10 + 1, 1, 1, 1, 1)
        source_repeat = source_repeat.view(bs * (10 + 1), -1, h, w)
        sparse_motions = sparse_motion.view((bs * (10 + 1), h, w, -1))
        sparse_deformed = F.grid_sample(source_repeat, sparse_motions)
        sparse_deformed = sparse_deformed.view((bs, 10 + 1, -1, h, w))
        input = torch.cat([heatmap, sparse_deformed], dim=2)
        input = input.view(bs, -1, h, w)
        mask = F.softmax(self.mask(input), dim=1)
        mask = mask.unsqueeze(2)
        sparse_motion = sparse_motion.permute(0, 1, 4, 2, 3)
        deformation = (sparse_motion * mask).sum(dim=1)
        deformation = deformation.permute(0, 2, 3, 1)
        occlusion_map = torch.sigmoid(self.occlusion(input))
        return F.grid_sample(source_image, deformation) * occlusion_map


class DeepFill(nn.Module):
    """Contextual attention: patches of the background as the filters of a convolution."""

    inputs = [In(8, 16, 24)]

    def __init__(self):
        super().__init__()
        self.gated = nn.Conv2d(8, 16, 3, padding=1)
        self.partial = nn.Conv2d(8, 8, 3, padding=1, bias=False)

    def forward(self, x):
        x, gate = torch.chunk(self.gated(x), 2, dim=1)
        x = F.elu(x) * torch.sigmoid(gate)
        raw_w = F.unfold(x, kernel_size=4, stride=2, padding=1)
        b, _, l = raw_w.shape
        raw_w = raw_w.view(b, 8, 4, 4, -1).permute(0, 4, 1, 2, 3)
        f = F.interpolate(x, scale_factor=0.5, mode='nearest')
        w = F.unfold(f, 3, padding=1).view(b, 8, 3, 3, -1).permute(0, 4, 1, 2, 3)
        wi = w[0]
        max_wi = torch.sqrt(torch.sum(torch.pow(wi, 2), dim=[1, 2, 3], keepdim=True)).clamp_min(1e-4)
        wi_normed = wi / max_wi
        xi = F.conv2d(f, wi_normed, stride=1, padding=1)
        yi = F.softmax(xi * 10, dim=1)
        out = F.conv_transpose2d(yi, raw_w[0], stride=2, padding=1) / 4.
        mask = torch.ones_like(out[:, :1])
        update = F.conv2d(mask, torch.ones(1, 1, 3, 3), padding=1)
        ratio = 9 / (update + 1e-8)
        update = torch.clamp(update, 0, 1)
        return torch.mul(self.partial(out), ratio * update)


class NiceCoupling(nn.Module):
    """NICE, and a masked autoregressive layer."""

    inputs = [In(28 * 28)]

    def __init__(self):
        super().__init__()
        self.m1 = nn.Sequential(nn.Linear(392, 100), nn.ReLU())
        self.m2 = nn.Linear(100, 392)
        self.scaling = nn.Parameter(torch.zeros(1, 784))
        self.register_buffer("mask", torch.ones(32, 784))
        self.weight = nn.Parameter(torch.randn(32, 784))
        self.bias = nn.Parameter(torch.zeros(32))
        self.mu = nn.Linear(32, 784 * 2)

    def forward(self, x):
        W = x.size(1)
        x = x.view(-1, W // 2, 2)
        on, off = x[:, :, 0], x[:, :, 1]
        off = off + self.m2(self.m1(on))
        x = torch.stack((on, off), dim=2)
        z = x.reshape(-1, W) * torch.exp(self.scaling)
        log_det_J = torch.sum(self.scaling)
        h = F.relu(F.linear(z, self.mask * self.weight, self.bias))
        m, logp = self.mu(h).chunk(chunks=2, dim=1)
        u = (z - m) * torch.exp(0.5 * logp)
        log_ll = torch.sum(-(F.softplus(u) + F.softplus(-u)), dim=1) + log_det_J
        return -log_ll.mean(), torch.logsumexp(z, dim=-1)
