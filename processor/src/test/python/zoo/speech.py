"""Speech and sound: recognition, synthesis, separation."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class ConformerConv(nn.Module):
    """torchaudio's convolution module and feed-forward halves."""

    inputs = [In(37, 24)]

    def __init__(self):
        super().__init__()
        self.ffn1 = nn.Sequential(nn.LayerNorm(24), nn.Linear(24, 96, bias=True), nn.SiLU(), nn.Dropout(0.1))
        self.ffn1_out = nn.Linear(96, 24)
        self.self_attn_layer_norm = nn.LayerNorm(24)
        self.self_attn = nn.MultiheadAttention(24, 4, dropout=0.1)
        self.layer_norm = nn.LayerNorm(24)
        self.sequential = nn.Sequential(
            nn.Conv1d(24, 48, 1, stride=1, padding=0, bias=True), nn.GLU(dim=1))
        self.depthwise = nn.Conv1d(24, 24, 31, stride=1, padding=(31 - 1) // 2, groups=24, bias=True)
        self.norm = nn.GroupNorm(num_groups=1, num_channels=24)
        self.out = nn.Sequential(nn.SiLU(), nn.Conv1d(24, 24, kernel_size=1), nn.Dropout(0.1))
        self.final_layer_norm = nn.LayerNorm(24)

    def forward(self, input):
        input = input.transpose(0, 1)
        residual = input
        x = self.ffn1_out(self.ffn1(input))
        x = x * 0.5 + residual

        residual = x
        x = self.self_attn_layer_norm(x)
        x, _ = self.self_attn(
            query=x,
            key=x,
            value=x,
            key_padding_mask=None,
            need_weights=False,
        )
        x = x + residual

        residual = x
        x = x.transpose(0, 1)
        x = self.layer_norm(x)
        x = x.transpose(1, 2)
        x = self.out(self.norm(self.depthwise(self.sequential(x))))
        x = x.transpose(1, 2)
        x = x.transpose(0, 1)
        x = residual + x
        x = self.final_layer_norm(x)
        return x.transpose(0, 1)


class Subsampling(nn.Module):
    """ESPnet's Conv2dSubsampling with relative positions, and time masks."""

    inputs = [In(-1, 80, where="T >= 7", axes=["T", "F"])]
    cases = [dict(N=2, T=50), dict(N=3, T=23)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(1, 16, 3, 2), nn.ReLU())
        self.conv2 = nn.Sequential(nn.Conv2d(16, 16, 3, 2), nn.ReLU())
        self.out = nn.Linear(16 * (((80 - 1) // 2 - 1) // 2), 32)
        self.linear_pos = nn.Linear(32, 32, bias=False)
        self.linear_q = nn.Linear(32, 32)
        self.linear_k = nn.Linear(32, 32)
        self.linear_v = nn.Linear(32, 32)
        self.pos_bias_u = nn.Parameter(torch.zeros(4, 8))
        self.pos_bias_v = nn.Parameter(torch.zeros(4, 8))

    def forward(self, x):
        x = x.unsqueeze(1)  # (b, c, t, f)
        x = self.conv2(self.conv(x))
        b, c, t, f = x.size()
        x = self.out(x.transpose(1, 2).contiguous().view(b, t, c * f))
        position = torch.arange(t - 1, -t, -1.0).unsqueeze(1)
        div_term = torch.exp(torch.arange(0, 32, 2, dtype=torch.float32) * -(math.log(10000.0) / 32))
        pe = torch.zeros(2 * t - 1, 32)
        pe[:, 0::2] = torch.sin(position * div_term)
        pe[:, 1::2] = torch.cos(position * div_term)
        pos_emb = pe.unsqueeze(0)
        q = self.linear_q(x).view(b, -1, 4, 8)
        k = self.linear_k(x).view(b, -1, 4, 8).transpose(1, 2)
        v = self.linear_v(x).view(b, -1, 4, 8).transpose(1, 2)
        n_batch_pos = pos_emb.size(0)
        p = self.linear_pos(pos_emb).view(n_batch_pos, -1, 4, 8).transpose(1, 2)
        q_with_bias_u = (q + self.pos_bias_u).transpose(1, 2)
        q_with_bias_v = (q + self.pos_bias_v).transpose(1, 2)
        matrix_ac = torch.matmul(q_with_bias_u, k.transpose(-2, -1))
        matrix_bd = torch.matmul(q_with_bias_v, p.transpose(-2, -1))
        # rel_shift
        zero_pad = torch.zeros((*matrix_bd.size()[:3], 1), device=x.device, dtype=x.dtype)
        x_padded = torch.cat([zero_pad, matrix_bd], dim=-1)
        x_padded = x_padded.view(*matrix_bd.size()[:2], matrix_bd.size(3) + 1, matrix_bd.size(2))
        matrix_bd = x_padded[:, :, 1:].view_as(matrix_bd)[:, :, :, : matrix_bd.size(-1) // 2 + 1]
        scores = (matrix_ac + matrix_bd) / math.sqrt(8)
        attn = torch.softmax(scores, dim=-1)
        return torch.matmul(attn, v).transpose(1, 2).contiguous().view(b, -1, 4 * 8)


class Wav2Vec2Features(nn.Module):
    """The feature encoder, the positional convolution with its trimmed end, and the quantizer."""

    inputs = [In(4000)]

    def __init__(self):
        super().__init__()
        self.conv0 = nn.Conv1d(1, 32, 10, stride=5, bias=False)
        self.norm0 = nn.GroupNorm(num_groups=32, num_channels=32, affine=True)
        self.conv1 = nn.Conv1d(32, 32, kernel_size=3, stride=2, bias=False)
        self.conv2 = nn.Conv1d(32, 32, kernel_size=2, stride=2, bias=False)
        self.projection = nn.Sequential(nn.LayerNorm(32), nn.Linear(32, 48), nn.Dropout(0.1))
        self.pos_conv = nn.Conv1d(48, 48, kernel_size=128, padding=128 // 2, groups=16)
        self.num_groups = 2
        self.num_vars = 20
        self.codevectors = nn.Parameter(torch.rand(1, 40, 12))
        self.weight_proj = nn.Linear(32, 40)

    def forward(self, input_values):
        hidden_states = input_values[:, None]
        hidden_states = F.gelu(self.norm0(self.conv0(hidden_states)))
        hidden_states = F.gelu(self.conv2(F.gelu(self.conv1(hidden_states))))
        extract_features = hidden_states.transpose(1, 2)
        hidden_states = self.projection(extract_features)
        x = hidden_states.transpose(1, 2)
        x = self.pos_conv(x)
        x = x[:, :, :-1]
        x = F.gelu(x).transpose(1, 2)
        hidden_states = hidden_states + x

        batch_size, sequence_length, hidden_size = extract_features.shape
        q = self.weight_proj(extract_features)
        q = q.view(batch_size * sequence_length * self.num_groups, -1)
        codevector_idx = q.argmax(dim=-1)
        codevector_probs = q.new_zeros(*q.shape).scatter_(-1, codevector_idx.view(-1, 1), 1.0)
        codevector_probs = codevector_probs.view(batch_size * sequence_length, self.num_groups, -1)
        marginal_probs = codevector_probs.mean(dim=0)
        perplexity = torch.exp(-torch.sum(marginal_probs * torch.log(marginal_probs + 1e-7), dim=-1)).sum()
        codevector_probs = codevector_probs.view(batch_size * sequence_length, -1)
        codevectors_per_group = codevector_probs.unsqueeze(-1) * self.codevectors
        codevectors = codevectors_per_group.view(batch_size * sequence_length, self.num_groups, self.num_vars, -1)
        codevectors = codevectors.sum(-2).view(batch_size, sequence_length, -1)
        return hidden_states, codevectors, perplexity


class WhisperEncoder(nn.Module):
    inputs = [In(80, 60)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv1d(80, 32, kernel_size=3, padding=1)
        self.conv2 = nn.Conv1d(32, 32, kernel_size=3, stride=2, padding=1)
        self.embed_positions = nn.Embedding(30, 32)
        self.num_heads = 4
        self.head_dim = 8
        self.attn_ln = nn.LayerNorm(32)
        self.q_proj = nn.Linear(32, 32)
        self.k_proj = nn.Linear(32, 32, bias=False)
        self.v_proj = nn.Linear(32, 32)
        self.out_proj = nn.Linear(32, 32)
        self.ln_post = nn.LayerNorm(32)

    def forward(self, input_features):
        inputs_embeds = nn.functional.gelu(self.conv1(input_features))
        inputs_embeds = nn.functional.gelu(self.conv2(inputs_embeds))
        inputs_embeds = inputs_embeds.permute(0, 2, 1)
        embed_pos = self.embed_positions.weight
        hidden_states = inputs_embeds + embed_pos
        x = self.attn_ln(hidden_states)
        bsz, tgt_len, _ = x.size()
        query_states = self.q_proj(x) * self.head_dim ** -0.5
        key_states = self.k_proj(x).view(bsz, -1, self.num_heads, self.head_dim).transpose(1, 2).contiguous()
        value_states = self.v_proj(x).view(bsz, -1, self.num_heads, self.head_dim).transpose(1, 2).contiguous()
        proj_shape = (bsz * self.num_heads, -1, self.head_dim)
        query_states = query_states.view(bsz, tgt_len, self.num_heads, self.head_dim).transpose(1, 2).contiguous().view(*proj_shape)
        key_states = key_states.view(*proj_shape)
        value_states = value_states.view(*proj_shape)
        src_len = key_states.size(1)
        attn_weights = torch.bmm(query_states, key_states.transpose(1, 2))
        attn_weights = nn.functional.softmax(attn_weights, dim=-1)
        attn_probs = nn.functional.dropout(attn_weights, p=0.0, training=self.training)
        attn_output = torch.bmm(attn_probs, value_states)
        attn_output = attn_output.view(bsz, self.num_heads, tgt_len, self.head_dim)
        attn_output = attn_output.transpose(1, 2)
        attn_output = attn_output.reshape(bsz, tgt_len, 32)
        return self.ln_post(hidden_states + self.out_proj(attn_output))


class Wav2Letter(nn.Module):
    inputs = [In(13, -1, where="L >= 40")]
    cases = [dict(N=2, L=70), dict(N=3, L=41)]

    def __init__(self):
        super().__init__()
        self.acoustic_model = nn.Sequential(
            nn.Conv1d(in_channels=13, out_channels=25, kernel_size=48, stride=2, padding=23), nn.ReLU(inplace=True),
            nn.Conv1d(25, 25, kernel_size=7, stride=1, padding=3), nn.ReLU(inplace=True),
            nn.Conv1d(25, 40, kernel_size=32, stride=1, padding=16), nn.ReLU(inplace=True),
            nn.Conv1d(40, 40, kernel_size=1, stride=1, padding=0), nn.ReLU(inplace=True),
            nn.Conv1d(40, 29, kernel_size=1), nn.ReLU(inplace=True))

    def forward(self, x):
        x = self.acoustic_model(x)
        x = nn.functional.log_softmax(x, dim=1)
        return x


class Tacotron2Decoder(nn.Module):
    """Location-sensitive attention: one step of the decoder."""

    inputs = [In(24, 40), In(80), In(24), In(24), In(64), In(64), In(40)]

    def __init__(self):
        super().__init__()
        self.prenet = nn.Sequential(nn.Linear(80, 32, bias=False), nn.ReLU(), nn.Dropout(0.5))
        self.attention_rnn = nn.LSTMCell(72, 64)
        self.query_layer = nn.Linear(64, 16, bias=False)
        self.memory_layer = nn.Linear(40, 16, bias=False)
        self.location_conv = nn.Conv1d(2, 8, kernel_size=31, padding=int((31 - 1) / 2), bias=False)
        self.location_dense = nn.Linear(8, 16, bias=False)
        self.v = nn.Linear(16, 1, bias=False)
        self.decoder_rnn = nn.LSTMCell(104, 64, True)
        self.linear_projection = nn.Linear(104, 80)
        self.gate_layer = nn.Linear(104, 1, bias=True)

    def forward(self, memory, decoder_input, attention_weights, attention_weights_cum, hidden, cell, context):
        decoder_input = self.prenet(decoder_input)
        cell_input = torch.cat((decoder_input, context), -1)
        attention_hidden, attention_cell = self.attention_rnn(cell_input, (hidden, cell))
        attention_hidden = F.dropout(attention_hidden, 0.1, self.training)
        attention_weights_cat = torch.cat(
            (attention_weights.unsqueeze(1), attention_weights_cum.unsqueeze(1)), dim=1)
        processed_query = self.query_layer(attention_hidden.unsqueeze(1))
        processed_attention = self.location_conv(attention_weights_cat)
        processed_attention = processed_attention.transpose(1, 2)
        processed_attention_weights = self.location_dense(processed_attention)
        processed_memory = self.memory_layer(memory)
        energies = self.v(torch.tanh(processed_query + processed_attention_weights + processed_memory))
        alignment = energies.squeeze(-1)
        attention_weights = F.softmax(alignment, dim=1)
        attention_context = torch.bmm(attention_weights.unsqueeze(1), memory)
        attention_context = attention_context.squeeze(1)
        attention_weights_cum += attention_weights
        decoder_input = torch.cat((attention_hidden, attention_context), -1)
        decoder_hidden, decoder_cell = self.decoder_rnn(decoder_input, (hidden, cell))
        decoder_hidden_attention_context = torch.cat((decoder_hidden, attention_context), dim=1)
        decoder_output = self.linear_projection(decoder_hidden_attention_context)
        gate_prediction = self.gate_layer(decoder_hidden_attention_context)
        return decoder_output, gate_prediction, attention_weights


class PostNetCbhg(nn.Module):
    """Tacotron's CBHG: a bank of convolutions, a highway, a GRU both ways."""

    inputs = [In(80, 33)]

    def __init__(self):
        super().__init__()
        self.bank1 = nn.Sequential(nn.Conv1d(80, 24, 1, padding=0, bias=False), nn.BatchNorm1d(24), nn.ReLU())
        self.bank2 = nn.Sequential(nn.Conv1d(80, 24, 2, padding=1, bias=False), nn.BatchNorm1d(24), nn.ReLU())
        self.bank3 = nn.Sequential(nn.Conv1d(80, 24, 3, padding=1, bias=False), nn.BatchNorm1d(24), nn.ReLU())
        self.maxpool = nn.MaxPool1d(kernel_size=2, stride=1, padding=1)
        self.proj1 = nn.Conv1d(72, 40, 3, padding=1)
        self.proj2 = nn.Conv1d(40, 80, 3, padding=1)
        self.W1 = nn.Linear(80, 80)
        self.W2 = nn.Linear(80, 80)
        self.rnn = nn.GRU(80, 32, batch_first=True, bidirectional=True)
        self.postnet = nn.Sequential(nn.Conv1d(80, 48, 5, padding=2), nn.BatchNorm1d(48), nn.Tanh())
        self.postnet2 = nn.Conv1d(48, 80, 5, padding=2)

    def forward(self, x):
        # Save these for later
        residual = x
        seq_len = x.size(-1)
        conv_bank = []
        c = self.bank1(x)
        conv_bank.append(c[:, :, :seq_len])
        c = self.bank2(x)
        conv_bank.append(c[:, :, :seq_len])
        c = self.bank3(x)
        conv_bank.append(c[:, :, :seq_len])
        # Stack along the channel axis
        conv_bank = torch.cat(conv_bank, dim=1)
        # dump the last padding to fit residual
        x = self.maxpool(conv_bank)[:, :, :seq_len]
        x = self.proj2(self.proj1(x))
        x = x + residual
        # Through the highways
        x = x.transpose(1, 2)
        x1 = self.W1(x)
        x2 = self.W2(x)
        g = torch.sigmoid(x2)
        x = g * F.relu(x1) + (1. - g) * x
        # And then the RNN
        x, _ = self.rnn(x)
        y = self.postnet2(self.postnet(residual)) + residual
        return x, y.transpose(1, 2)


class HifiGan(nn.Module):
    """The generator: upsampling, and the mean of residual blocks of several kernels."""

    inputs = [In(80, 20)]

    def __init__(self):
        super().__init__()
        self.conv_pre = nn.Conv1d(80, 64, 7, 1, padding=3)
        self.up0 = nn.ConvTranspose1d(64, 32, 16, 8, padding=(16 - 8) // 2)
        self.up1 = nn.ConvTranspose1d(32, 16, 4, 2, padding=(4 - 2) // 2)
        self.resblock0 = HifiBlock(32, 3)
        self.resblock1 = HifiBlock(32, 7)
        self.resblock2 = HifiBlock(16, 3)
        self.resblock3 = HifiBlock(16, 11)
        self.num_kernels = 2
        self.conv_post = nn.Conv1d(16, 1, 7, 1, padding=3)

    def forward(self, x):
        x = self.conv_pre(x)
        x = F.leaky_relu(x, 0.1)
        x = self.up0(x)
        xs = self.resblock0(x)
        xs += self.resblock1(x)
        x = xs / self.num_kernels
        x = F.leaky_relu(x, negative_slope=0.1)
        x = self.up1(x)
        xs = self.resblock2(x)
        xs += self.resblock3(x)
        x = xs / self.num_kernels
        x = F.leaky_relu(x)
        x = self.conv_post(x)
        x = torch.tanh(x)
        return x


class HifiBlock(nn.Module):
    def __init__(self, channels, kernel_size):
        super().__init__()
        self.convs1 = nn.Conv1d(channels, channels, kernel_size, 1, dilation=3, padding=int((kernel_size * 3 - 3) / 2))
        self.convs2 = nn.Conv1d(channels, channels, kernel_size, 1, dilation=1, padding=int((kernel_size * 1 - 1) / 2))

    def forward(self, x):
        xt = F.leaky_relu(x, 0.1)
        xt = self.convs1(xt)
        xt = F.leaky_relu(xt, 0.1)
        xt = self.convs2(xt)
        x = xt + x
        return x


class PeriodDiscriminator(nn.Module):
    """HiFi-GAN's: a waveform folded into rows of a period, padded where it does not fit."""

    inputs = [In(1, 1000)]

    def __init__(self):
        super().__init__()
        self.period = 7
        self.conv1 = nn.Conv2d(1, 8, (5, 1), (3, 1), padding=(2, 0))
        self.conv2 = nn.Conv2d(8, 16, (5, 1), (3, 1), padding=(2, 0))
        self.conv_post = nn.Conv2d(16, 1, (3, 1), 1, padding=(1, 0))
        self.meanpool = nn.AvgPool1d(4, 2, padding=2)
        self.scale = nn.Conv1d(1, 16, 15, 1, padding=7)
        self.scale_post = nn.Conv1d(16, 1, 41, 4, groups=1, padding=20)

    def forward(self, x):
        fmap = []
        wave = x
        # 1d to 2d
        b, c, t = x.shape
        n_pad = self.period - (t % self.period)
        x = F.pad(x, (0, n_pad), "reflect")
        t = t + n_pad
        x = x.view(b, c, t // self.period, self.period)
        x = F.leaky_relu(self.conv1(x), 0.1)
        fmap.append(x)
        x = F.leaky_relu(self.conv2(x), 0.1)
        fmap.append(x)
        x = self.conv_post(x)
        fmap.append(x)
        x = torch.flatten(x, 1, -1)
        s = self.meanpool(self.meanpool(wave))
        s = torch.flatten(self.scale_post(F.leaky_relu(self.scale(s), 0.1)), 1, -1)
        return x, s, fmap


class WaveRnn(nn.Module):
    """fatchord's WaveRNN: mel frames stretched to samples, features split among the layers."""

    inputs = [In(1100), In(80, 8)]

    def __init__(self):
        super().__init__()
        self.aux_dims = 8
        self.conv_in = nn.Conv1d(80, 32, kernel_size=5, bias=False)
        self.batch_norm = nn.BatchNorm1d(32)
        self.conv_out = nn.Conv1d(32, 32, kernel_size=1)
        self.up_conv = nn.Conv2d(1, 1, kernel_size=(1, 551), padding=(0, 275), bias=False)
        self.I = nn.Linear(80 + 8 + 1, 64)
        self.rnn1 = nn.GRU(64, 64, batch_first=True)
        self.rnn2 = nn.GRU(64 + 8, 64, batch_first=True)
        self.fc1 = nn.Linear(64 + 8, 64)
        self.fc2 = nn.Linear(64 + 8, 64)
        self.fc3 = nn.Linear(64, 30)

    def forward(self, x, mels):
        bsize = x.size(0)
        h1 = torch.zeros(1, bsize, 64, device=x.device)
        h2 = torch.zeros(1, bsize, 64, device=x.device)

        aux = self.conv_out(F.relu(self.batch_norm(self.conv_in(mels))))
        aux = aux.unsqueeze(1)
        # Stretch2d
        b, c, h, w = aux.size()
        aux = aux.unsqueeze(-1).unsqueeze(3)
        aux = aux.repeat(1, 1, 1, 1, 1, 275)
        aux = aux.view(b, c, h * 1, w * 275)
        aux = aux.squeeze(1)
        m = mels.unsqueeze(1)
        m = self.up_conv(F.interpolate(m, scale_factor=(1, 275)))
        m = m.squeeze(1)[:, :, 550:-550]
        mels = m.transpose(1, 2)
        aux = aux.transpose(1, 2)

        aux_idx = [self.aux_dims * 0, self.aux_dims * 1, self.aux_dims * 2, self.aux_dims * 3, self.aux_dims * 4]
        a1 = aux[:, :, aux_idx[0]:aux_idx[1]]
        a2 = aux[:, :, aux_idx[1]:aux_idx[2]]
        a3 = aux[:, :, aux_idx[2]:aux_idx[3]]
        a4 = aux[:, :, aux_idx[3]:aux_idx[4]]

        x = torch.cat([x.unsqueeze(-1), mels, a1], dim=2)
        x = self.I(x)
        res = x
        x, _ = self.rnn1(x, h1)

        x = x + res
        res = x
        x = torch.cat([x, a2], dim=2)
        x, _ = self.rnn2(x, h2)

        x = x + res
        x = torch.cat([x, a3], dim=2)
        x = F.relu(self.fc1(x))

        x = torch.cat([x, a4], dim=2)
        x = F.relu(self.fc2(x))
        return self.fc3(x)


class DualPath(nn.Module):
    """DPRNN: chunks that overlap by half, a way along them and a way across."""

    inputs = [In(32, 200)]

    def __init__(self):
        super().__init__()
        self.intra_rnn = nn.LSTM(32, 24, 1, batch_first=True, bidirectional=True)
        self.intra_linear = nn.Linear(48, 32)
        self.intra_norm = nn.GroupNorm(1, 32, eps=1e-8)
        self.inter_rnn = nn.LSTM(32, 24, batch_first=True, bidirectional=True)
        self.inter_linear = nn.Linear(48, 32)
        self.prelu = nn.PReLU()
        self.mask = nn.Conv2d(32, 64, kernel_size=1)

    def forward(self, input):
        # segmentation
        K = 20
        B, N, L = input.shape
        P = K // 2
        gap = K - (P + L % K) % K
        pad = torch.Tensor(torch.zeros(B, N, gap)).type(input.type())
        input = torch.cat([input, pad], dim=2)
        _pad = torch.Tensor(torch.zeros(B, N, P)).type(input.type())
        input = torch.cat([_pad, input, _pad], dim=2)
        input1 = input[:, :, :-P].contiguous().view(B, N, -1, K)
        input2 = input[:, :, P:].contiguous().view(B, N, -1, K)
        x = torch.cat([input1, input2], dim=3).view(B, N, -1, K).transpose(2, 3).contiguous()

        B, N, K, S = x.shape
        # intra RNN
        intra_rnn = x.permute(0, 3, 2, 1).contiguous().view(B * S, K, N)
        intra_rnn, _ = self.intra_rnn(intra_rnn)
        intra_rnn = self.intra_linear(intra_rnn.contiguous().view(B * S * K, -1)).view(B * S, K, -1)
        intra_rnn = intra_rnn.view(B, S, K, N)
        intra_rnn = intra_rnn.permute(0, 3, 2, 1).contiguous()
        intra_rnn = self.intra_norm(intra_rnn)
        intra_rnn = intra_rnn + x
        # inter RNN
        inter_rnn = intra_rnn.permute(0, 2, 3, 1).contiguous().view(B * K, S, N)
        inter_rnn, _ = self.inter_rnn(inter_rnn)
        inter_rnn = self.inter_linear(inter_rnn.contiguous().view(B * S * K, -1)).view(B * K, S, -1)
        inter_rnn = inter_rnn.view(B, K, S, N)
        inter_rnn = inter_rnn.permute(0, 3, 1, 2).contiguous()
        out = inter_rnn + intra_rnn

        x = self.mask(self.prelu(out)).view(B * 2, -1, K, S)
        # over_add
        input = x.transpose(2, 3).contiguous().view(B * 2, 32, -1, K * 2)
        input1 = input[:, :, :, :K].contiguous().view(B * 2, 32, -1)[:, :, P:]
        input2 = input[:, :, :, K:].contiguous().view(B * 2, 32, -1)[:, :, :-P]
        input = input1 + input2
        input = input[:, :, :-gap]
        return input.view(B, 2, 32, -1)


class Spectral(nn.Module):
    """Melspectrogram by hand: framing by a strided convolution, filters, delta, SpecAugment's mask."""

    inputs = [In(1600)]

    def __init__(self):
        super().__init__()
        self.forward_basis = nn.Parameter(torch.randn(402, 1, 400))
        self.mel_basis = nn.Parameter(torch.randn(80, 201))
        self.bn = nn.BatchNorm2d(1)
        self.gru = nn.GRU(80 * 2, 32, 2, batch_first=True, dropout=0.1)

    def forward(self, y):
        num_batches = y.size(0)
        num_samples = y.size(1)
        y = y.view(num_batches, 1, num_samples)
        y = F.pad(y.unsqueeze(1), (200, 200, 0, 0), mode='reflect')
        y = y.squeeze(1)
        forward_transform = F.conv1d(y, self.forward_basis, stride=160, padding=0)
        cutoff = int((400 / 2) + 1)
        real_part = forward_transform[:, :cutoff, :]
        imag_part = forward_transform[:, cutoff:, :]
        magnitude = torch.sqrt(real_part**2 + imag_part**2)
        phase = torch.atan2(imag_part.data, real_part.data)
        mel = torch.matmul(self.mel_basis, magnitude)
        mel = torch.log(torch.clamp(mel, min=1e-5) * 1)
        spec = torch.stft(y.squeeze(1), 400, hop_length=160, win_length=400, window=torch.hann_window(400),
                          center=True, return_complex=True)
        power = spec.abs().pow(2.0)
        m = mel.unsqueeze(1)
        m = self.bn(m).squeeze(1)
        delta = F.pad(m, (1, 1), mode="replicate")
        delta = (delta[:, :, 2:] - delta[:, :, :-2]) / 2
        feats = torch.cat([m, delta], dim=1)
        feats = (feats - feats.mean(-1, keepdim=True)) / (feats.std(-1, keepdim=True) + 1e-5)
        out, h_n = self.gru(feats.transpose(1, 2))
        return out[:, -1, :], h_n[-1], power.mean(dim=-1), phase


class EcapaBlock(nn.Module):
    """ECAPA-TDNN: Res2Net dilations, squeeze and excitation, attentive statistics."""

    inputs = [In(64, 50)]

    def __init__(self):
        super().__init__()
        self.width = 16
        self.conv1 = nn.Conv1d(64, 64, kernel_size=1)
        self.bn1 = nn.BatchNorm1d(64)
        self.conv_a = nn.Conv1d(16, 16, 3, dilation=2, padding=2)
        self.conv_b = nn.Conv1d(16, 16, 3, dilation=2, padding=2)
        self.conv_c = nn.Conv1d(16, 16, 3, dilation=2, padding=2)
        self.se = nn.Sequential(
            nn.AdaptiveAvgPool1d(1), nn.Conv1d(64, 16, 1), nn.ReLU(), nn.BatchNorm1d(16), nn.Conv1d(16, 64, 1),
            nn.Sigmoid())
        self.attention = nn.Sequential(
            nn.Conv1d(192, 32, kernel_size=1), nn.ReLU(), nn.BatchNorm1d(32), nn.Tanh(), nn.Conv1d(32, 64, 1),
            nn.Softmax(dim=2))
        self.bn5 = nn.BatchNorm1d(128)
        self.fc6 = nn.Linear(128, 24)
        self.weight = nn.Parameter(torch.randn(100, 24))

    def forward(self, x):
        residual = x
        out = F.relu(self.bn1(self.conv1(x)))
        spx = torch.split(out, self.width, 1)
        sp = self.conv_a(spx[0])
        out = sp
        sp = self.conv_b(sp + spx[1])
        out = torch.cat((out, sp), 1)
        sp = self.conv_c(sp + spx[2])
        out = torch.cat((out, sp), 1)
        out = torch.cat((out, spx[3]), 1)
        out = out * self.se(out)
        x = F.relu(out + residual)
        t = x.size()[-1]
        global_x = torch.cat((x, torch.mean(x, dim=2, keepdim=True).repeat(1, 1, t), torch.sqrt(torch.var(x, dim=2, keepdim=True).clamp(min=1e-4)).repeat(1, 1, t)), dim=1)
        w = self.attention(global_x)
        mu = torch.sum(x * w, dim=2)
        sg = torch.sqrt((torch.sum((x**2) * w, dim=2) - mu**2).clamp(min=1e-4))
        x = torch.cat((mu, sg), 1)
        x = self.fc6(self.bn5(x))
        cosine = F.linear(F.normalize(x), F.normalize(self.weight))
        sine = torch.sqrt((1.0 - torch.mul(cosine, cosine)).clamp(0, 1))
        phi = cosine * math.cos(0.2) - sine * math.sin(0.2)
        return torch.where((cosine - math.cos(math.pi - 0.2)) > 0, phi, cosine - math.sin(math.pi - 0.2) * 0.2)


class VitsFlow(nn.Module):
    """VITS: the posterior's sample, a coupling with masks, the loss."""

    inputs = [In(48, 30), In(30), In(24, 30), In(24, 30)]

    def __init__(self):
        super().__init__()
        self.half_channels = 12
        self.pre = nn.Conv1d(48, 32, 1)
        self.proj = nn.Conv1d(32, 48, 1)
        self.in_layer = nn.Conv1d(32, 64, 5, padding=2)
        self.res_skip = nn.Conv1d(32, 64, 1)
        self.flow_pre = nn.Conv1d(12, 32, 1)
        self.flow_post = nn.Conv1d(32, 12, 1)

    def forward(self, x, mask, m_p, logs_p):
        x_mask = torch.unsqueeze(mask, 1).to(x.dtype)
        x = self.pre(x) * x_mask
        x_in = self.in_layer(x)
        g_l = torch.zeros_like(x_in)
        in_act = x_in + g_l
        n_channels_int = 32
        t_act = torch.tanh(in_act[:, :n_channels_int, :])
        s_act = torch.sigmoid(in_act[:, n_channels_int:, :])
        acts = t_act * s_act
        res_skip_acts = self.res_skip(acts)
        res_acts = res_skip_acts[:, :32, :]
        x = (x + res_acts) * x_mask
        stats = self.proj(x) * x_mask
        m, logs = torch.split(stats, 24, dim=1)
        z = (m + torch.randn_like(m) * torch.exp(logs)) * x_mask

        x0, x1 = torch.split(z, [self.half_channels] * 2, 1)
        h = self.flow_pre(x0) * x_mask
        m = self.flow_post(h) * x_mask
        x1 = m + x1 * x_mask
        z_p = torch.flip(torch.cat([x0, x1], 1), [1])

        kl = logs_p - logs - 0.5
        kl += 0.5 * ((z_p - m_p)**2) * torch.exp(-2. * logs_p)
        kl = torch.sum(kl * x_mask)
        l = kl / torch.sum(x_mask)

        # neg_cent of the aligner
        s_p_sq_r = torch.exp(-2 * logs_p)
        neg_cent1 = torch.sum(-0.5 * math.log(2 * math.pi) - logs_p, [1], keepdim=True)
        neg_cent2 = torch.matmul(-0.5 * (z_p ** 2).transpose(1, 2), s_p_sq_r)
        neg_cent3 = torch.matmul(z_p.transpose(1, 2), (m_p * s_p_sq_r))
        neg_cent = neg_cent1.transpose(1, 2) + neg_cent2 + neg_cent3
        return l, neg_cent
