"""Forecasting and recommending: time series, clicks, tables."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class Autoformer(nn.Module):
    """Series decomposition and auto-correlation by Fourier transforms."""

    inputs = [In(48, 16)]

    def __init__(self):
        super().__init__()
        self.avg = nn.AvgPool1d(kernel_size=25, stride=1, padding=0)
        self.query_projection = nn.Linear(16, 32)
        self.key_projection = nn.Linear(16, 32)
        self.value_projection = nn.Linear(16, 32)
        self.out_projection = nn.Linear(32, 16)
        self.conv1 = nn.Conv1d(in_channels=16, out_channels=64, kernel_size=1, bias=False)
        self.conv2 = nn.Conv1d(in_channels=64, out_channels=16, kernel_size=1, bias=False)
        self.tokenConv = nn.Conv1d(16, 16, kernel_size=3, padding=1, padding_mode="circular", bias=False)
        self.projection = nn.Linear(16, 7, bias=True)

    def forward(self, x):
        x = self.tokenConv(x.permute(0, 2, 1)).transpose(1, 2)
        B, L, _ = x.shape
        H = 4
        queries = self.query_projection(x).view(B, L, H, -1)
        keys = self.key_projection(x).view(B, L, H, -1)
        values = self.value_projection(x).view(B, L, H, -1)

        # period-based dependencies
        q_fft = torch.fft.rfft(queries.permute(0, 2, 3, 1).contiguous(), dim=-1)
        k_fft = torch.fft.rfft(keys.permute(0, 2, 3, 1).contiguous(), dim=-1)
        res = q_fft * torch.conj(k_fft)
        corr = torch.fft.irfft(res, n=L, dim=-1)

        # time delay agg
        values = values.permute(0, 2, 3, 1).contiguous()
        head, channel, length = values.shape[1], values.shape[2], values.shape[3]
        top_k = int(1 * math.log(length))
        mean_value = torch.mean(torch.mean(corr, dim=1), dim=1)
        index = torch.topk(torch.mean(mean_value, dim=0), top_k, dim=-1)[1]
        weights = torch.stack([mean_value[:, index[0]], mean_value[:, index[1]], mean_value[:, index[2]]], dim=-1)
        tmp_corr = torch.softmax(weights, dim=-1)
        init_index = torch.arange(length).unsqueeze(0).unsqueeze(0).unsqueeze(0).repeat(B, head, channel, 1)
        tmp_values = values.repeat(1, 1, 1, 2)
        tmp_delay = init_index + index[0].unsqueeze(0).unsqueeze(1).unsqueeze(1).unsqueeze(1).repeat(B, head, channel, length)
        pattern = torch.gather(tmp_values, dim=-1, index=tmp_delay)
        delays_agg = pattern * (tmp_corr[:, 0].unsqueeze(1).unsqueeze(1).unsqueeze(1).repeat(1, head, channel, length))
        V = delays_agg.permute(0, 3, 1, 2)
        new_x = self.out_projection(V.contiguous().view(B, L, -1))
        x = x + new_x

        # moving average with the ends repeated
        front = x[:, 0:1, :].repeat(1, (25 - 1) // 2, 1)
        end = x[:, -1:, :].repeat(1, (25 - 1) // 2, 1)
        padded = torch.cat([front, x, end], dim=1)
        moving_mean = self.avg(padded.permute(0, 2, 1)).permute(0, 2, 1)
        x = x - moving_mean
        y = F.relu(self.conv1(x.transpose(-1, 1)))
        y = self.conv2(y).transpose(-1, 1)
        return self.projection(x + y)[:, -24:, :]


class Informer(nn.Module):
    """Sparse attention over the most active queries, and the distilling convolution."""

    inputs = [In(32, 24)]

    def __init__(self):
        super().__init__()
        self.q = nn.Linear(24, 24)
        self.k = nn.Linear(24, 24)
        self.v = nn.Linear(24, 24)
        self.downConv = nn.Conv1d(24, 24, kernel_size=3, padding=2, padding_mode="circular")
        self.norm = nn.BatchNorm1d(24)
        self.maxPool = nn.MaxPool1d(kernel_size=3, stride=2, padding=1)

    def forward(self, x):
        B, L_Q, D = x.shape
        H, E = 4, D // 4
        Q = self.q(x).view(B, L_Q, H, E).transpose(2, 1)
        K = self.k(x).view(B, L_Q, H, E).transpose(2, 1)
        V = self.v(x).view(B, L_Q, H, E).transpose(2, 1)
        L_K = K.shape[2]
        sample_k, n_top = 10, 8
        K_expand = K.unsqueeze(-3).expand(B, H, L_Q, L_K, E)
        index_sample = torch.randint(L_K, (L_Q, sample_k))
        K_sample = K_expand[:, :, torch.arange(L_Q).unsqueeze(1), index_sample, :]
        Q_K_sample = torch.matmul(Q.unsqueeze(-2), K_sample.transpose(-2, -1)).squeeze(-2)
        M = Q_K_sample.max(-1)[0] - torch.div(Q_K_sample.sum(-1), L_K)
        M_top = M.topk(n_top, sorted=False)[1]
        Q_reduce = Q[torch.arange(B)[:, None, None], torch.arange(H)[None, :, None], M_top, :]
        scores = torch.matmul(Q_reduce, K.transpose(-2, -1)) * (1. / math.sqrt(E))
        V_sum = V.mean(dim=-2)
        contex = V_sum.unsqueeze(-2).expand(B, H, L_Q, V_sum.shape[-1]).clone()
        attn = torch.softmax(scores, dim=-1)
        contex[torch.arange(B)[:, None, None], torch.arange(H)[None, :, None], M_top, :] = torch.matmul(attn, V).type_as(contex)
        x = contex.transpose(2, 1).contiguous().view(B, L_Q, -1)
        x = self.downConv(x.permute(0, 2, 1))
        x = F.elu(self.norm(x))
        x = self.maxPool(x)
        return x.transpose(1, 2)


class PatchTst(nn.Module):
    """Channel independence, patches by unfold, reversible normalisation; DLinear beside it."""

    inputs = [In(96, 7)]

    def __init__(self):
        super().__init__()
        self.affine_weight = nn.Parameter(torch.ones(7))
        self.affine_bias = nn.Parameter(torch.zeros(7))
        self.padding_patch_layer = nn.ReplicationPad1d((0, 8))
        self.W_P = nn.Linear(16, 32)
        self.W_pos = nn.Parameter(torch.zeros(12, 32))
        self.encoder = nn.TransformerEncoderLayer(32, 4, 64, batch_first=True)
        self.head = nn.Linear(32 * 12, 24)
        self.linear_trend = nn.Linear(96, 24)

    def forward(self, x):
        mean = torch.mean(x, dim=1, keepdim=True).detach()
        stdev = torch.sqrt(torch.var(x, dim=1, keepdim=True, unbiased=False) + 1e-5).detach()
        z = (x - mean) / stdev * self.affine_weight + self.affine_bias
        z = z.permute(0, 2, 1)
        z = self.padding_patch_layer(z)
        z = z.unfold(dimension=-1, size=16, step=8)
        n_vars = z.shape[1]
        z = self.W_P(z)
        u = torch.reshape(z, (z.shape[0] * z.shape[1], z.shape[2], z.shape[3]))
        u = u + self.W_pos
        z = self.encoder(u)
        z = torch.reshape(z, (-1, n_vars, z.shape[-2], z.shape[-1]))
        z = z.permute(0, 1, 3, 2)
        z = self.head(z.flatten(start_dim=-2))
        z = z.permute(0, 2, 1)
        z = (z - self.affine_bias) / (self.affine_weight + 1e-5 * 1e-5) * stdev + mean
        return z + self.linear_trend(x.transpose(1, 2)).transpose(1, 2)


class TimesNet(nn.Module):
    """A series folded into a picture by its period."""

    inputs = [In(60, 16)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(16, 24, kernel_size=(1, 5), padding=(0, 2)), nn.GELU())
        self.conv_out = nn.Conv2d(24, 16, kernel_size=3, padding=1)

    def forward(self, x):
        B, T, N = x.size()
        xf = torch.fft.rfft(x, dim=1)
        frequency_list = abs(xf).mean(0).mean(-1)
        period_weight = abs(xf).mean(-1)[:, :2]
        period = 14
        length = (T // period + 1) * period
        padding = torch.zeros([x.shape[0], length - T, x.shape[2]]).to(x.device)
        out = torch.cat([x, padding], dim=1)
        out = out.reshape(B, length // period, period, N).permute(0, 3, 1, 2).contiguous()
        out = self.conv_out(self.conv(out))
        out = out.permute(0, 2, 3, 1).reshape(B, -1, N)
        res = torch.stack([out[:, :T, :], x], dim=-1)
        period_weight = F.softmax(period_weight, dim=1)
        period_weight = period_weight.unsqueeze(1).unsqueeze(1).repeat(1, T, N, 1)
        res = torch.sum(res * period_weight, -1)
        return res + x, frequency_list


class GatedResidual(nn.Module):
    """The temporal fusion transformer: variable selection and interpretable attention."""

    inputs = [In(20, 5), In(16)]

    def __init__(self):
        super().__init__()
        self.embed = nn.Conv1d(5, 5 * 16, 1, groups=5)
        self.flat_fc1 = nn.Linear(80, 16)
        self.context_fc = nn.Linear(16, 16, bias=False)
        self.flat_fc2 = nn.Linear(16, 5)
        self.flat_gate = nn.Linear(5, 10)
        self.skip = nn.Linear(80, 5)
        self.norm = nn.LayerNorm(5)
        self.lstm = nn.LSTM(input_size=16, hidden_size=16, batch_first=True)
        self.v_layer = nn.Linear(16, 8)
        self.q0 = nn.Linear(16, 8)
        self.k0 = nn.Linear(16, 8)
        self.q1 = nn.Linear(16, 8)
        self.k1 = nn.Linear(16, 8)
        self.w_h = nn.Linear(8, 16, bias=False)
        self.quantiles = nn.Linear(16, 3)

    def forward(self, x, context):
        e = self.embed(x.transpose(1, 2)).transpose(1, 2)
        embedding = e.reshape(e.shape[0], e.shape[1], 5, 16)
        flat = torch.flatten(embedding, start_dim=2)
        h = F.elu(self.flat_fc1(flat) + self.context_fc(context)[:, None])
        h = self.flat_fc2(h)
        a, b = torch.chunk(self.flat_gate(h), 2, -1)
        h = self.norm(torch.sigmoid(a) * b + self.skip(flat))
        sparse_weights = F.softmax(h, dim=-1).unsqueeze(-2)
        combined = (embedding.transpose(-1, -2) * sparse_weights).sum(axis=-1)
        h0 = context.unsqueeze(0)
        out, (hn, cn) = self.lstm(combined, (h0, torch.zeros_like(h0)))
        v = self.v_layer(out)
        mask = torch.triu(torch.full((x.size(1), x.size(1)), True), 1)
        s0 = torch.bmm(self.q0(out), self.k0(out).permute((0, 2, 1))) / 8 ** 0.5
        s1 = torch.bmm(self.q1(out), self.k1(out).permute((0, 2, 1))) / 8 ** 0.5
        a0 = F.softmax(s0.masked_fill(mask, -1e9), dim=2)
        a1 = F.softmax(s1.masked_fill(mask, -1e9), dim=2)
        heads = torch.stack([torch.bmm(a0, v), torch.bmm(a1, v)], dim=2)
        outputs = torch.mean(heads, dim=2)
        return self.quantiles(self.w_h(outputs)), torch.stack([a0, a1], dim=2)


class NBeatsFigure(nn.Module):
    """N-BEATS's interpretable blocks: polynomials and seasons."""

    inputs = [In(30)]

    def __init__(self):
        super().__init__()
        self.fc = nn.Sequential(nn.Linear(30, 64), nn.ReLU())
        self.theta_f_fc = nn.Linear(64, 4, bias=False)
        self.theta_b_fc = nn.Linear(64, 4, bias=False)
        self.season_fc = nn.Sequential(nn.Linear(30, 64), nn.ReLU())
        self.season_theta = nn.Linear(64, 10, bias=False)

    def forward(self, x):
        h = self.fc(x)
        b_ls = torch.arange(30, dtype=torch.float32) / 30
        f_ls = torch.arange(10, dtype=torch.float32) / 10
        Tb = torch.stack([b_ls ** 0, b_ls ** 1, b_ls ** 2, b_ls ** 3]).float()
        Tf = torch.stack([f_ls.pow(0), f_ls.pow(1), f_ls.pow(2), f_ls.pow(3)])
        backcast = self.theta_b_fc(h).mm(Tb)
        forecast = torch.einsum('bp,pt->bt', self.theta_f_fc(h), Tf)
        x = x - backcast
        thetas = self.season_theta(self.season_fc(x))
        p = thetas.size()[-1]
        p1, p2 = p // 2, p // 2
        i = torch.arange(5).float()
        s1 = torch.cos(2 * math.pi * torch.outer(i, f_ls))
        s2 = torch.sin(2 * math.pi * torch.outer(i, f_ls))
        S = torch.cat([s1, s2])
        return forecast + thetas.mm(S), x


class Dlrm(nn.Module):
    """Bags of sparse features, and the dot products of all pairs."""

    inputs = [In(13), In(5, high=40), In(3, high=60), In(8, high=30)]

    def __init__(self):
        super().__init__()
        self.bot_l = nn.Sequential(nn.Linear(13, 32), nn.ReLU())
        self.bot_out = nn.Linear(32, 16)
        self.emb0 = nn.EmbeddingBag(40, 16, mode="sum")
        self.emb1 = nn.EmbeddingBag(60, 16, mode="mean")
        self.emb2 = nn.EmbeddingBag(30, 16, mode="max")
        self.top_l = nn.Sequential(nn.Linear(22, 24), nn.ReLU())
        self.top_out = nn.Linear(24, 1)

    def forward(self, dense_x, s0, s1, s2):
        x = self.bot_out(self.bot_l(dense_x))
        ly = [self.emb0(s0), self.emb1(s1), self.emb2(s2)]
        # concatenate dense and sparse features
        (batch_size, d) = x.shape
        T = torch.cat([x] + ly, dim=1).view((batch_size, -1, d))
        # perform a dot product
        Z = torch.bmm(T, torch.transpose(T, 1, 2))
        _, ni, nj = Z.shape
        li = torch.tensor([1, 2, 2, 3, 3, 3])
        lj = torch.tensor([0, 0, 1, 0, 1, 2])
        Zflat = Z[:, li, lj]
        # concatenate dense features and interactions
        R = torch.cat([x] + [Zflat], dim=1)
        z = torch.sigmoid(self.top_out(self.top_l(R)))
        return torch.clamp(z, min=0.01, max=0.99)


class XDeepFm(nn.Module):
    """Compressed interactions, cross network, wide part."""

    inputs = [In(10, high=500)]

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(500, 8)
        self.fc = nn.Embedding(500, 1)
        self.bias = nn.Parameter(torch.zeros((1,)))
        self.conv1 = nn.Conv1d(10 * 10, 16, 1, stride=1, dilation=1, bias=True)
        self.conv2 = nn.Conv1d(10 * 8, 16, 1)
        self.cin_fc = nn.Linear(24, 1)
        self.cross_w = nn.Linear(80, 1, bias=False)
        self.cross_b = nn.Parameter(torch.zeros(80))
        self.kernels = nn.Parameter(torch.randn(80, 80))
        self.mlp = nn.Sequential(nn.Linear(80, 32), nn.BatchNorm1d(32), nn.ReLU(), nn.Dropout(0.2))
        self.mlp_out = nn.Linear(32, 1)
        self.cross_out = nn.Linear(160, 1)
        self.register_buffer("offsets", torch.zeros(10, dtype=torch.long))

    def forward(self, x):
        x = x + self.offsets.unsqueeze(0)
        embed_x = self.embedding(x)
        linear = torch.sum(self.fc(x), dim=1) + self.bias

        # compressed interaction network
        xs = list()
        x0, h = embed_x.unsqueeze(2), embed_x
        c = x0 * h.unsqueeze(1)
        batch_size, f0_dim, fin_dim, embed_dim = c.shape
        c = c.view(batch_size, f0_dim * fin_dim, embed_dim)
        c = F.relu(self.conv1(c))
        c, h = torch.split(c, c.shape[1] // 2, dim=1)
        xs.append(c)
        c = x0 * h.unsqueeze(1)
        batch_size, f0_dim, fin_dim, embed_dim = c.shape
        c = c.view(batch_size, f0_dim * fin_dim, embed_dim)
        c = F.relu(self.conv2(c))
        xs.append(c)
        cin = self.cin_fc(torch.sum(torch.cat(xs, dim=1), 2))

        # factorization machine
        square_of_sum = torch.sum(embed_x, dim=1) ** 2
        sum_of_square = torch.sum(embed_x ** 2, dim=1)
        fm = 0.5 * torch.sum(square_of_sum - sum_of_square, dim=1, keepdim=True)

        # cross network
        flat = embed_x.view(-1, 10 * 8)
        xl = flat
        xl = flat * self.cross_w(xl) + self.cross_b + xl
        x_l = flat.unsqueeze(2)
        xl_w = torch.matmul(self.kernels, x_l)
        dot_ = torch.mul(flat.unsqueeze(2), xl_w).squeeze(dim=2)
        deep = self.mlp_out(self.mlp(flat))
        logit = linear + fm + cin + deep + self.cross_out(torch.cat((xl, dot_), -1))
        return torch.sigmoid(logit.squeeze(1))


class InterestNetwork(nn.Module):
    """DIN's local activation, AutoInt's attention, SASRec's causal blocks."""

    inputs = [In(high=200), In(15, high=200)]

    def __init__(self):
        super().__init__()
        self.item_emb = nn.Embedding(200, 24, padding_idx=0)
        self.pos_emb = nn.Embedding(15, 24)
        self.att = nn.Sequential(nn.Linear(96, 36), nn.Sigmoid())
        self.att_out = nn.Linear(36, 1)
        self.attention_layernorm = nn.LayerNorm(24, eps=1e-8)
        self.attention_layer = nn.MultiheadAttention(24, 2, 0.1)
        self.conv1 = nn.Conv1d(24, 24, kernel_size=1)
        self.conv2 = nn.Conv1d(24, 24, kernel_size=1)
        self.last_layernorm = nn.LayerNorm(24, eps=1e-8)
        self.out = nn.Linear(72, 1)

    def forward(self, target, hist):
        query = self.item_emb(target)
        keys = self.item_emb(hist)
        mask = (hist != 0)
        q = query.unsqueeze(1).expand_as(keys)
        din = torch.cat([q, keys, q - keys, q * keys], dim=-1)
        scores = self.att_out(self.att(din)).transpose(1, 2)
        paddings = torch.ones_like(scores) * (-2 ** 32 + 1)
        scores = torch.where(mask.unsqueeze(1), scores, paddings)
        scores = torch.softmax(scores, dim=-1)
        interest = torch.matmul(scores, keys).squeeze(1)

        seqs = keys * (24 ** 0.5)
        positions = torch.arange(hist.shape[1]).unsqueeze(0).repeat(hist.shape[0], 1)
        seqs += self.pos_emb(positions)
        seqs *= ~(hist == 0).unsqueeze(-1)
        tl = seqs.shape[1]
        attention_mask = ~torch.tril(torch.ones((tl, tl), dtype=torch.bool))
        seqs = torch.transpose(seqs, 0, 1)
        Q = self.attention_layernorm(seqs)
        mha_outputs, _ = self.attention_layer(Q, seqs, seqs, attn_mask=attention_mask)
        seqs = Q + mha_outputs
        seqs = torch.transpose(seqs, 0, 1)
        outputs = self.conv2(F.relu(self.conv1(seqs.transpose(-1, -2))))
        seqs = outputs.transpose(-1, -2) + seqs
        log_feats = self.last_layernorm(seqs)
        final_feat = log_feats[:, -1, :]
        item_embs = self.item_emb(target)
        logits = (item_embs * final_feat).sum(dim=-1)
        ctr = torch.sigmoid(self.out(torch.cat([query, interest, final_feat], -1))).view(-1)
        pos_logits = item_embs.matmul(self.item_emb.weight.transpose(0, 1))
        return ctr, logits, pos_logits


class MixtureOfExperts(nn.Module):
    """MMoE's gates over experts; noisy top-k gates; a switch."""

    inputs = [In(20)]

    def __init__(self):
        super().__init__()
        self.experts = nn.Parameter(torch.rand(20, 12, 6))
        self.experts_bias = nn.Parameter(torch.rand(6))
        self.gate_a = nn.Parameter(torch.rand(20, 6))
        self.gate_b = nn.Parameter(torch.rand(20, 6))
        self.w_gate = nn.Linear(20, 6, bias=False)
        self.w_noise = nn.Linear(20, 6, bias=False)
        self.tower_a = nn.Linear(12, 1)
        self.tower_b = nn.Linear(12, 3)

    def forward(self, x):
        experts_out = torch.einsum('ij, jkl -> ikl', x, self.experts)
        experts_out += self.experts_bias
        experts_out = torch.relu(experts_out)
        g = nn.Softmax(dim=-1)(torch.einsum('ab, bc -> ac', x, self.gate_a))
        ga = g.unsqueeze(1)
        weighted = experts_out * ga.expand_as(experts_out)
        a = self.tower_a(torch.sum(weighted, 2))
        gb = x.mm(self.gate_b).softmax(dim=1)
        b = self.tower_b(torch.einsum('nkl,nl->nk', experts_out, gb))
        clean_logits = self.w_gate(x)
        noise_stddev = F.softplus(self.w_noise(x)) + 1e-2
        logits = clean_logits + torch.randn_like(clean_logits) * noise_stddev
        top_logits, top_indices = logits.topk(min(2 + 1, 6), dim=1)
        top_k_logits = top_logits[:, :2]
        top_k_indices = top_indices[:, :2]
        top_k_gates = torch.softmax(top_k_logits, dim=1)
        zeros = torch.zeros_like(logits, requires_grad=True)
        gates = zeros.scatter(1, top_k_indices, top_k_gates)
        load = (gates > 0).sum(0)
        importance = gates.sum(0)
        cv = importance.float().var() / (importance.float().mean() ** 2 + 1e-10)
        return a, b, load, cv


class TabNetStep(nn.Module):
    """TabNet's feature transformer and attentive masks, with ghost batches by chunk."""

    inputs = [In(30)]

    def __init__(self):
        super().__init__()
        self.initial_bn = nn.BatchNorm1d(30, momentum=0.01)
        self.shared = nn.Linear(30, 2 * 16, bias=False)
        self.bn1 = nn.BatchNorm1d(32)
        self.spec = nn.Linear(16, 2 * 16, bias=False)
        self.bn2 = nn.BatchNorm1d(32)
        self.att = nn.Linear(8, 30, bias=False)
        self.att_bn = nn.BatchNorm1d(30)
        self.final_mapping = nn.Linear(8, 2, bias=False)

    def forward(self, x):
        x = self.initial_bn(x)
        prior = torch.ones(x.shape).to(x.device)
        y = self.bn1(self.shared(x))
        y = torch.mul(y[:, :16], torch.sigmoid(y[:, 16:]))
        scale = torch.sqrt(torch.FloatTensor([0.5]).to(x.device))
        z = self.bn2(self.spec(y))
        y = torch.add(y, torch.mul(z[:, : 16], torch.sigmoid(z[:, 16:]))) * scale
        att = y[:, 8:]
        m = torch.mul(self.att_bn(self.att(att)), prior)
        # sparsemax
        input = m - m.max(dim=-1, keepdim=True)[0].expand_as(m)
        zs = torch.sort(input, dim=-1, descending=True)[0]
        rng = torch.arange(1, input.size(-1) + 1, dtype=input.dtype).view(1, -1)
        bound = 1 + rng * zs
        cumulative_sum_zs = torch.cumsum(zs, -1)
        is_gt = torch.gt(bound, cumulative_sum_zs).type(input.type())
        k = torch.max(is_gt * rng, -1, keepdim=True)[0]
        taus = (torch.sum(is_gt * zs, -1, keepdim=True) - 1) / k
        M = torch.max(torch.zeros_like(input), input - taus.expand_as(input))
        M_loss = torch.mean(torch.sum(torch.mul(M, torch.log(M + 1e-15)), dim=1))
        prior = torch.mul(1.3 - M, prior)
        masked_x = torch.mul(M, x)
        y = self.bn1(self.shared(masked_x))
        d = nn.ReLU()(F.glu(y, dim=1)[:, :8])
        return self.final_mapping(d), M_loss
