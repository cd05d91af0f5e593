"""Small nets full of the turns that people's forward passes take."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import Tensor

from record import In


class TypedForward(nn.Module):
    inputs = [In(6, 9, 11), In(6)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(6, 12, 3)
        self.fc = nn.Linear(6, 12)

    def forward(self, x: Tensor, scale: Tensor) -> Tensor:
        """Scales the channels of a convolution.

        x: [N, 6, H, W]
        """
        out: Tensor = self.conv(x)
        gate = nn.Sigmoid()(self.fc(scale))
        out = out * gate[..., None, None]; out = nn.ReLU(inplace=True)(out)
        out = nn.functional.adaptive_avg_pool2d(out, (None, 4))
        pooled = nn.AdaptiveMaxPool2d((3, 2))(out)
        return nn.Softmax(dim=1)(pooled.flatten(1))


class LinesGoOn(nn.Module):
    inputs = [In(3, 20, 24)]

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(3, 8, 1)
        self.b = nn.Conv2d(3, 8, (1, 5), padding=(0, 2))
        self.c = nn.Conv2d(3, 8, (5, 1), padding=(2, 0))

    def forward(self, x):
        y = self.a(x) \
            + self.b(x) \
            - self.c(x)
        z = torch.cat(
            [
                self.a(x),  # one
                self.b(x),  # two
                y,
            ],
            dim=1,
        )
        w = (z.mean(dim=(2, 3), keepdim=True)
              .sigmoid()
              .mul(z))
        return w.amax(dim=[-2, -1])


class ShapeArithmetic(nn.Module):
    inputs = [In(4, 15, 22)]

    def __init__(self):
        super().__init__()
        self.proj = nn.Linear(22, 16)

    def forward(self, x):
        b, c, *hw = x.shape
        h = x.size(-2)
        w = int(x.shape[3])
        half = x[:, :, : h // 2, : int(w * 0.5)]
        up = math.ceil(h / 2)
        tail = x[:, :, -up:, 1:-1]
        odd = F.pad(x, (0, w % 2, 0, h % 2))
        n = x.numel() // (b * c)
        flat = x.view(b, c, n)
        rows = x.reshape(x.size()[0] * x.size()[1], *x.shape[2:])
        y = self.proj(rows).view(b, -1, h, 16)
        first = x.shape[:2]
        z = torch.ones(first)
        k = max(h, w) - min(h, w)
        s = y.narrow(2, 0, k)
        m = y.unsqueeze(1).expand(b, 3, c, h, 16).contiguous().view(b, 3 * c, h, 16)
        e = torch.zeros(len(hw), c, dtype=x.dtype, device=x.device)
        d = x.dim()
        q = x.mean(dim=d - 1)
        return half, tail, odd, flat, s, m, q


class Pieces(nn.Module):
    inputs = [In(12, 10)]

    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(10, 6)

    def forward(self, x):
        a, b, c = torch.tensor_split(x, 3, dim=1)
        d, e = torch.split(x, [5, 7], dim=1)
        f = torch.cat(x.split(5, 1), dim=1)
        g = torch.stack(x.chunk(4, dim=1), dim=0)
        h = x.unbind(dim=-1)[3]
        i = torch.stack(torch.unbind(self.lin(x), 2), -1)
        j, _ = x.sort(dim=1, descending=True)
        values, indices = torch.topk(x, k=3, dim=1)
        k = x.max(dim=1).values
        l = x.min(1, keepdim=True).indices
        m = x.gather(1, indices)
        o = torch.index_select(x, 2, torch.arange(4))
        p = x[:, [0, 3, 5]]
        q = x[:, ::3, 1::2]
        r = torch.flip(x, [1, 2])
        s = x.roll(2, dims=1)
        t = torch.repeat_interleave(x, 2, dim=1)
        u = x.repeat(1, 2, 3)
        v = torch.tile(x, (1, 1, 2))
        w = torch.movedim(x, 1, -1)
        y = x.swapaxes(1, 2)
        z = x.unflatten(1, (3, 4))
        return a.shape[1] * z.sum()


class Windows(nn.Module):
    """Patches by unfold, and back."""

    inputs = [In(3, 32, 48)]

    def __init__(self):
        super().__init__()
        self.embed = nn.Linear(3 * 8 * 8, 40)

    def forward(self, img):
        p = img.unfold(2, 8, 8).unfold(3, 8, 8)
        p = p.permute(0, 2, 3, 1, 4, 5).reshape(img.size(0), -1, 3 * 8 * 8)
        tokens = self.embed(p)
        cols = F.unfold(img, kernel_size=8, stride=8)
        back = F.fold(cols, output_size=(32, 48), kernel_size=8, stride=8)
        frames = img.flatten(1).unfold(1, 64, 32)
        down = F.pixel_unshuffle(img, 4)
        same = F.pixel_shuffle(down, upscale_factor=4)
        return tokens, back + same


class Masks(nn.Module):
    inputs = [In(13, high=50), In(13, 24)]

    def __init__(self):
        super().__init__()
        self.score = nn.Linear(24, 1)

    def forward(self, tokens, h):
        pad = tokens == 0
        keep = ~pad
        short = keep & (tokens < 40)
        either = pad | short
        scores = self.score(h).squeeze(-1)
        scores = scores.masked_fill(pad, -1e9)
        alpha = F.softmax(scores, dim=1)
        pooled = torch.bmm(alpha.unsqueeze(1), h).squeeze(1)
        lengths = keep.sum(dim=1)
        mean = (h * keep.unsqueeze(-1).float()).sum(1) / lengths.clamp(min=1).unsqueeze(1)
        causal = torch.tril(torch.ones(13, 13, dtype=torch.bool))
        full = keep[:, None, :] & causal[None]
        hidden = torch.where(keep.unsqueeze(-1), h, torch.zeros_like(h))
        top = hidden.masked_fill(pad[..., None], float("-inf")).max(1)[0]
        last = h[torch.arange(h.size(0)), lengths - 1]
        return torch.cat([pooled, mean, top, last], dim=-1), full


class FunctionalForms(nn.Module):
    inputs = [In(8, 14, 18)]

    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.randn(16, 4, 3, 3))
        self.b = nn.Parameter(torch.zeros(16))
        self.wt = nn.Parameter(torch.randn(16, 6, 4, 4))
        self.g = nn.Parameter(torch.ones(6))
        self.lin = nn.Parameter(torch.randn(10, 6))
        self.slope = nn.Parameter(torch.zeros(6))
        self.table = nn.Parameter(torch.randn(20, 6))

    def forward(self, x):
        x = F.conv2d(x, self.w, self.b, stride=2, padding=1, groups=2)
        x = F.conv_transpose2d(x, weight=self.wt, stride=2, padding=1, output_padding=1)
        x = F.instance_norm(x)
        x = F.group_norm(x, 3, self.g, self.g)
        x = F.layer_norm(x, x.shape[1:])
        x = F.prelu(x, self.slope)
        x = F.local_response_norm(x, 3)
        x = F.batch_norm(x, torch.zeros(6), torch.ones(6), weight=self.g, bias=self.g)
        a = F.avg_pool2d(x, 3, stride=1, padding=1, count_include_pad=False)
        m, ind = F.max_pool2d(a, 2, return_indices=True)
        u = F.max_unpool2d(m, ind, 2, output_size=a.size())
        l = F.lp_pool2d(u, 2.0, kernel_size=(3, 2))
        y = F.adaptive_avg_pool2d(l, 1).flatten(1)
        y = F.linear(y, self.lin)
        h = F.hardtanh(y, -2, 2) + F.softsign(y) + F.mish(y) + F.celu(y) + F.rrelu(y) + F.threshold(y, 0.1, 0)
        i = F.gumbel_softmax(y, tau=1, hard=False).argmax(-1)
        e = F.embedding(i, self.table)
        o = F.one_hot(i, num_classes=20).to(torch.float32) @ self.table
        return h, e - o


class AttentionByFunction(nn.Module):
    inputs = [In(11, 32, batch=1), In(7, 32, batch=1)]

    def __init__(self):
        super().__init__()
        self.in_w = nn.Parameter(torch.randn(96, 32))
        self.in_b = nn.Parameter(torch.zeros(96))
        self.out_w = nn.Parameter(torch.randn(32, 32))
        self.out_b = nn.Parameter(torch.zeros(32))

    def forward(self, q, k):
        out, weights = F.multi_head_attention_forward(
            q, k, k, 32, 4, self.in_w, self.in_b, None, None, False, 0.0, self.out_w, self.out_b,
            training=False, need_weights=True)
        return out, weights


class Batches(nn.Module):
    """The batch as a number: all pairs, moving averages, whitening."""

    inputs = [In(24), In(24), In(high=5)]

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(24, 16), nn.ReLU(), nn.Linear(16, 8))
        self.temperature = 0.07

    def forward(self, a, b, y):
        za = F.normalize(self.net(a), dim=1)
        zb = F.normalize(self.net(b), dim=-1)
        n = za.size(0)
        z = torch.cat([za, zb], dim=0)
        sim = torch.mm(z, z.t()) / self.temperature
        eye = torch.eye(2 * n, dtype=torch.bool)
        sim = sim.masked_fill(eye, -9e15)
        pos = torch.cat([torch.diag(sim, n), torch.diag(sim, -n)])
        nll = -pos + torch.logsumexp(sim, dim=-1)
        pairs = F.cosine_similarity(za.unsqueeze(1), zb.unsqueeze(0), dim=-1)
        d = torch.cdist(za, zb)
        same = (y.unsqueeze(0) == y.unsqueeze(1)).float()
        corr = (za - za.mean(0)).T @ (zb - zb.mean(0)) / n
        off = corr.pow(2).sum() - torch.diagonal(corr).pow(2).sum()
        return nll.mean() + (d * same).mean() + off


class Losses(nn.Module):
    inputs = [In(10, 4), In(high=10), In(4, high=10), In(10, 4), In(10)]

    def __init__(self):
        super().__init__()
        self.ce = nn.CrossEntropyLoss(reduction="none")
        self.fc = nn.Linear(4, 1)
        self.kl = nn.KLDivLoss(reduction="batchmean")

    def forward(self, x, y, labels, target, probs):
        a = self.ce(x, labels)
        logits = x.mean(-1)
        b = F.nll_loss(F.log_softmax(logits, dim=1), y, reduction="none")
        c = F.cross_entropy(logits, probs.softmax(1), label_smoothing=0.1)
        d = self.kl(F.log_softmax(logits, -1), F.softmax(probs, -1))
        e = F.huber_loss(x, target, reduction="none", delta=0.5)
        f = F.smooth_l1_loss(x, target)
        g = nn.BCEWithLogitsLoss()(x, torch.sigmoid(target))
        h = F.l1_loss(self.fc(x).squeeze(-1), logits, reduction="sum")
        i = F.multi_margin_loss(logits, y)
        j = F.cosine_embedding_loss(logits, probs, torch.ones(x.size(0)))
        k = F.margin_ranking_loss(logits, probs, torch.ones_like(probs), margin=0.1)
        l = F.soft_margin_loss(logits, torch.ones_like(logits))
        m = F.poisson_nll_loss(logits, probs)
        n = F.gaussian_nll_loss(logits, probs, torch.ones_like(probs))
        weights = torch.ones(10)
        o = F.cross_entropy(x, labels, weight=weights, ignore_index=-1)
        return a.mean() + b.mean() + c + d + e.mean() + f + g + h + i + j + k + l + m + n + o


class Einsums(nn.Module):
    inputs = [In(6, 5, 8), In(6, 8, 7)]

    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.randn(6, 8, 3))
        self.core = nn.Parameter(torch.randn(8, 8, 4))

    def forward(self, x, y):
        a = torch.einsum("bhij,bhjk->bhik", x, y)
        b = torch.einsum("bhic,hcd->bhid", (x, self.w))
        c = torch.einsum("...ij->...ji", x)
        d = torch.einsum("bhii->bhi", x[..., :5])
        e = torch.einsum("bhic,bhjc,cek->bijek", x, x, self.core)
        f = torch.einsum("bhij->b", x)
        g = torch.einsum("...c,cd->...d", x, self.core[..., 0])
        h = torch.tensordot(x, self.core, dims=1)
        i = torch.matmul(x, y)
        j = x.flatten(0, 1).bmm(y.flatten(0, 1))
        k = torch.baddbmm(j, x.flatten(0, 1), y.flatten(0, 1))
        l = torch.outer(f, f)
        return a, b, c, d, e, g, h, i, k, l


class InPlace(nn.Module):
    inputs = [In(5, 16)]

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(16, 16)
        self.register_buffer("running", torch.zeros(16))

    def forward(self, x):
        y = x.clone()
        y.mul_(2).add_(1.0)
        y += x
        y *= 0.5
        y -= y.mean(dim=-1, keepdim=True)
        y /= y.std(-1, keepdim=True) + 1e-5
        y = y.clamp_(-3, 3)
        z = self.fc1(y).relu_()
        z = F.relu_(z)
        z = F.dropout(z, p=0.1, training=self.training, inplace=True)
        z = z + self.running
        return z.detach().cpu().float()


class RecurrentStates(nn.Module):
    inputs = [In(9, 10), In(2, 20, batch=1)]

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(10, 20, num_layers=2, batch_first=True)
        self.gru = nn.GRU(20, 15, batch_first=True, bidirectional=True)
        self.cell = nn.LSTMCell(30, 12)
        self.rnn = nn.RNNCell(12, 6)
        self.attend = nn.Linear(30, 1, bias=False)

    def forward(self, x, h0):
        c0 = torch.zeros_like(h0)
        out, (hn, cn) = self.lstm(x, (h0, c0))
        out, h = self.gru(out)
        h = h.view(1, 2, x.size(0), 15)[-1]
        h = h.transpose(0, 1).reshape(x.size(0), -1)
        hx, cx = self.cell(out[:, 0])
        hx, cx = self.cell(out[:, 1, :], (hx, cx))
        r = self.rnn(hx)
        a = torch.softmax(self.attend(torch.tanh(out)), dim=1)
        context = torch.sum(a * out, dim=1)
        both = torch.cat((out[:, -1, :15], out[:, 0, 15:]), 1)
        return context + h + both, r, hn[-1]


class LayersKnowThemselves(nn.Module):
    inputs = [In(3, 17, 19)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 10, 3, stride=2)
        self.fc = nn.Linear(10, 7, bias=False)
        self.embedding = nn.Embedding(30, 7)
        self.out = nn.Linear(7, 30, bias=False)

    def forward(self, x):
        x = self.conv(x)
        c = self.conv.out_channels
        x = x.view(x.size(0), c, -1).mean(2)
        x = x.view(-1, self.fc.in_features)
        x = self.fc(x)
        logits = F.linear(x, self.embedding.weight)
        logits = logits + self.out(x)
        scores = x @ self.fc.weight
        penalty = self.fc.weight.norm() + self.conv.weight.abs().sum() + self.conv.bias.pow(2).sum()
        return logits.view(-1, self.embedding.num_embeddings), scores, penalty


class Volumes(nn.Module):
    inputs = [In(1, 18, 20, 22)]

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv3d(1, 8, 3, padding=1)
        self.down = nn.Conv3d(8, 16, 2, stride=2)
        self.up = nn.ConvTranspose3d(16, 8, 2, stride=2)
        self.norm = nn.InstanceNorm3d(8)
        self.drop = nn.Dropout3d(0.3)
        self.pool = nn.AvgPool3d((1, 2, 2))
        self.last = nn.Conv3d(16, 3, 1)

    def forward(self, vol):
        e = F.leaky_relu(self.norm(self.c1(vol)))
        b = self.drop(self.down(e))
        d = torch.cat([self.up(b), e], 1)
        seg = self.last(d)
        thin = self.pool(seg)
        small = F.interpolate(seg, scale_factor=0.5, mode="trilinear", align_corners=False)
        big = F.interpolate(thin, size=seg.shape[2:], mode="nearest")
        g = F.adaptive_max_pool3d(big, (1, 1, 1)).view(vol.shape[0], -1)
        dice = 2 * (seg.sigmoid() * seg).sum(dim=(2, 3, 4)) / (seg.sum(dim=(2, 3, 4)) + 1e-6)
        return g, 1 - dice.mean(), small


class FreeLength(nn.Module):
    """Any length: everything that depends on it stays a formula."""

    inputs = [In(4, -1, axes=["C", "L"], where="L >= 40")]
    cases = [dict(N=2, L=40), dict(N=3, L=57), dict(N=4, L=64)]

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv1d(4, 8, 7, stride=2, padding=3)
        self.c2 = nn.Conv1d(8, 8, 3, stride=3)
        self.lstm = nn.LSTM(8, 5, batch_first=True)

    def forward(self, x):
        a = F.relu(self.c1(x))
        p = F.max_pool1d(a, 3, 2, ceil_mode=True)
        b = self.c2(p)
        s = b.permute(0, 2, 1)
        o, _ = self.lstm(s)
        att = o @ o.transpose(1, 2)
        w = att.softmax(-1)
        u = F.interpolate(a, size=x.shape[-1])
        y = torch.cat([x, u[:, :4]], dim=1)
        t = torch.arange(x.size(2)).unsqueeze(0)
        half = x[:, :, ::2]
        tail = x[:, :, -10:]
        head = x[..., : x.shape[-1] // 2]
        return w.sum(dim=(1, 2)), y, half, tail, head, t


class RareMethods(nn.Module):
    """What tensors can do and few know."""

    inputs = [In(6, 10), In(10, 4)]

    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(10, 10)
        self.w = nn.Parameter(torch.randn(10, 4))

    def forward(self, x, y):
        a = x.matmul(y).addcmul(x.matmul(y), x.matmul(self.w), value=0.5)
        a = a.mul_(2).sub_(1).div_(3).clamp_(min=-1).pow_(2).neg_().add_(a, alpha=0.1)
        b = torch.einsum('...ij,...jk->...ik', x, y)
        c = torch.einsum('bij,bjk', x, y)
        d = x.bmm(y).add(b).sub(c, alpha=2).multiply(2.0).true_divide(3).square()
        e = x.narrow(-1, 2, 4).select(1, 0).unsqueeze(-1).expand(-1, -1, 3)
        f = x.std(dim=(1, 2), keepdim=True, unbiased=False).squeeze(-1).squeeze(-1)
        g, h = torch.var_mean(x, dim=-1, keepdim=True)
        i = x.flatten(-2).unflatten(-1, (2, 3, 10)).movedim(-1, 1).swapdims(2, 3).transpose_(2, 3)
        j = x.logsumexp(1).softmax(-1).log_softmax(dim=-1).exp_()
        k = x.lerp(x.flip(1), 0.3).fmod(2).remainder(3).trunc().frac()
        l = x.index_fill(1, torch.tensor([0, 2]), 0.0).index_add(1, torch.tensor([1, 1]), x[:, :2])
        n = x.amax(dim=(1,)).argmin(-1, keepdim=True)
        o = x.take_along_dim(x.argsort(dim=1), dim=1)
        p = x.cumsum(-1).cumprod(-1).diff(dim=-1).nansum(-1)
        q = x.tril(-1).triu(-3).diagonal(0, 1, 2).norm(p=1, dim=-1)
        r = x.new_full((2, 3), 1.5).new_ones(4).new_zeros(5, 6).new_empty((7,)).t()
        s = torch.addmm(x.new_zeros(10), x[:, 0], self.lin.weight.T, beta=0.5, alpha=2)
        t = torch.baddbmm(torch.zeros(1, 1, 4), x, y).baddbmm(x, y, beta=0.1)
        u = x.view(x.size(0), 2, 3, 10).mT.reshape(-1, 20, 3).mH.contiguous()
        v = x.reshape_as(x).view_as(x).expand_as(x).type_as(x).to(x).float().double().half().bool().int().long().byte()
        w = x.bernoulli(0.5).logical_not().logical_and(x > 0).all(dim=-1).any().unsqueeze(0)
        z = x.quantile(0.5, dim=-1).nan_to_num().hypot(torch.tensor(3.)).atan2(torch.tensor(1.)).sinc()
        aa = x.roll((1, 2), (1, 2)).rot90(1, (1, 2)).fliplr().tile(1, 1, 2).repeat_interleave(2, -1)
        bb = x.split_with_sizes([4, 6], dim=-1)[1].hsplit(2)[0].dsplit(2)[1].unbind(1)[-1]
        cc = x.kthvalue(3, 1).values
        dd = torch.outer(x[0, 0], y[0, :, 0])
        ee = torch.tensordot(x, y, dims=([2], [1])).permute(0, 2, 1, 3)
        ff = x.ravel().view(-1, 60)
        gg = torch.cdist(x, x).clamp_max(1).clamp_min(0)
        return a + d, e, f, g + h, i, j, k + l, n, o, p, q, s, t, u, v, w, z, aa, bb, cc, dd, ee, ff, gg


class FunctionalRest(nn.Module):
    """torch's own names for what torch.nn.functional does."""

    inputs = [In(8, 12, 15), In(6, high=9)]

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(16, 8, 3, 3))
        self.bias = nn.Parameter(torch.zeros(16))
        self.gamma = nn.Parameter(torch.ones(8))
        self.table = nn.Parameter(torch.randn(9, 5))

    def forward(self, x, tokens):
        x = torch.dropout(x, 0.1, train=False)
        a = torch.conv2d(x, self.weight, self.bias, padding="same")
        b = torch.max_pool2d(torch.relu(a), 2)
        c = torch.nn.functional.avg_pool2d(b, (2, 1), ceil_mode=True)
        d = torch.batch_norm(x, self.gamma, None, None, None, True, 0.1, 1e-5, False)
        e = torch.layer_norm(x, [15])
        f = torch.group_norm(x, 4, self.gamma, self.gamma)
        g = torch.embedding(self.table, tokens)
        h = torch.pixel_shuffle(torch.pixel_unshuffle(x, 3), 3)
        i = torch.channel_shuffle(x, 4)
        j = torch.prelu(x, self.gamma)
        k = torch.selu(torch.celu(torch.rrelu(x, 0.1, 0.3)))
        l = torch.hardshrink(x).sigmoid_().tanh_()
        m = torch.nn.functional.max_pool2d_with_indices(x, 3, 1)[1]
        n = torch.adaptive_avg_pool1d(x.flatten(2), 7)
        o = torch.cosine_similarity(x, x, 1)
        p = torch.pairwise_distance(g, g)
        q = torch.clone(x).detach().requires_grad_(False).contiguous(memory_format=torch.contiguous_format)
        r = torch.bilinear(g, g, torch.randn(3, 5, 5), None)
        s = torch.softmax(x, -1, torch.float64)
        t = F.embedding_bag(tokens, self.table, mode="sum")
        u = F.multi_margin_loss(t, tokens[:, 0].clamp(max=4))
        v = F.gumbel_softmax(t, hard=True, dim=-1)
        w = F.normalize(x.flatten(1), p=1.0, dim=1, eps=1e-6)
        y = F.fold(F.unfold(x, 3, padding=1), (12, 15), 3, padding=1)
        z = F.interpolate(x, size=[7, 9], mode="bicubic", align_corners=True, antialias=True)
        return c, d + e + f, h + i + j + k + l, m, n, o, p, q, r, s, u, v, w, y, z


class PythonTurns(nn.Module):
    """Tuples, slices, unpacking, chained assignments, strings and ranges."""

    inputs = [In(4, 9, 12)]

    def __init__(self):
        super().__init__()
        self.heads = 2
        self.conv = nn.Conv2d(4, 8, 3, padding=1)

    def forward(self, x):
        shape = b, c, h, w = x.shape
        *lead, last = x.size()
        first, *rest = shape
        y = z = self.conv(x)
        y += 1; z = z * 2
        sizes = [h, w][::-1]
        rev = x.shape[-2:][::-1]
        up = F.interpolate(x, size=(h * 2 - h % 2, int(w * 1.5)))
        idx = (slice(None), slice(0, 2), Ellipsis)
        cut = x[idx]
        ones = (1,) * (x.dim() - 1)
        scale = torch.ones(b, *ones)
        t = tuple(reversed(rev))
        p = torch.zeros(*t)
        pads = [0, 1] * 2
        q = F.pad(x, pads)
        k = x.new_empty((b, sum([h, w]), max(c, 3), min(h, w)))
        m = torch.arange(w - 1, -1, -2)
        n = torch.linspace(0, 1, h // 2 + w)
        outs = []
        outs.append(y.mean((-1, -2)))
        outs.insert(0, y.amax(dim=[2, 3]))
        outs.extend([y.flatten(2).std(-1), y.sum(dim=-1).sum(dim=-1)])
        o = torch.stack(outs[1:], -1)
        r = torch.cat(outs[::2] + [outs[-1]], dim=1)
        s = x.permute(*reversed(range(x.ndim)))
        u = x.permute(tuple(range(1, 4)) + (0,))
        v = x.view(b, c, -1, *([3] * 1), w)
        a = x.reshape(b, self.heads, c // self.heads, h, w)[:, -1:, ..., None, 0]
        e = (x - x.min()) / (x.max() - x.min() + 1e-5)
        g = float(h) / w * x
        d = x[0].numel()
        f = x.flatten(1)[:, : d // 2 : 3]
        return up, cut * scale[:, :1], p, q, k, m, n, o, r, s, u, v, a, e + g, f, sizes[0] * z
