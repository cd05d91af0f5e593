"""Speech, music, time series and video."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class WaveNetLayer(nn.Module):
    def __init__(self, dilation):
        super().__init__()
        self.pad = nn.ConstantPad1d((dilation, 0), 0.0)
        self.filter_conv = nn.Conv1d(32, 32, 2, dilation=dilation)
        self.gate_conv = nn.Conv1d(32, 32, 2, dilation=dilation)
        self.residual = nn.Conv1d(32, 32, 1)
        self.skip = nn.Conv1d(32, 64, 1)

    def forward(self, x):
        padded = self.pad(x)
        filter = torch.tanh(self.filter_conv(padded))
        gate = torch.sigmoid(self.gate_conv(padded))
        z = filter * gate
        s = self.skip(z)
        res = self.residual(z) + x
        return res, s


class WaveNet(nn.Module):
    inputs = [In(1, 400)]

    def __init__(self):
        super().__init__()
        self.start_conv = nn.Conv1d(1, 32, 1)
        self.layer1 = WaveNetLayer(1)
        self.layer2 = WaveNetLayer(2)
        self.layer3 = WaveNetLayer(4)
        self.end_conv_1 = nn.Conv1d(64, 128, 1)
        self.end_conv_2 = nn.Conv1d(128, 256, 1)

    def forward(self, x):
        x = self.start_conv(x)
        x, s1 = self.layer1(x)
        x, s2 = self.layer2(x)
        x, s3 = self.layer3(x)
        skip = s1 + s2 + s3
        x = F.relu(skip)
        x = F.relu(self.end_conv_1(x))
        x = self.end_conv_2(x)
        return x[:, :, -100:]


class M5(nn.Module):
    """Raw waveforms, speech commands."""

    inputs = [In(1, 8000)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv1d(1, 32, kernel_size=80, stride=16)
        self.bn1 = nn.BatchNorm1d(32)
        self.pool1 = nn.MaxPool1d(4)
        self.conv2 = nn.Conv1d(32, 32, kernel_size=3)
        self.bn2 = nn.BatchNorm1d(32)
        self.pool2 = nn.MaxPool1d(4)
        self.conv3 = nn.Conv1d(32, 64, kernel_size=3)
        self.bn3 = nn.BatchNorm1d(64)
        self.pool3 = nn.MaxPool1d(4)
        self.fc1 = nn.Linear(64, 35)

    def forward(self, x):
        x = self.conv1(x)
        x = F.relu(self.bn1(x))
        x = self.pool1(x)
        x = self.conv2(x)
        x = F.relu(self.bn2(x))
        x = self.pool2(x)
        x = self.conv3(x)
        x = F.relu(self.bn3(x))
        x = self.pool3(x)
        x = F.avg_pool1d(x, x.shape[-1])
        x = x.permute(0, 2, 1)
        x = self.fc1(x)
        return F.log_softmax(x, dim=2)


class DeepSpeech2(nn.Module):
    inputs = [In(1, 161, 201)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, kernel_size=(41, 11), stride=(2, 2), padding=(20, 5))
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 32, kernel_size=(21, 11), stride=(2, 1), padding=(10, 5))
        self.bn2 = nn.BatchNorm2d(32)
        self.rnn1 = nn.GRU(32 * 41, 256, bidirectional=True, bias=True)
        self.rnn2 = nn.GRU(256, 256, bidirectional=True)
        self.fc = nn.Linear(256, 29, bias=False)

    def forward(self, x):
        x = F.hardtanh(self.bn1(self.conv1(x)), 0, 20, inplace=True)
        x = F.hardtanh(self.bn2(self.conv2(x)), 0, 20, inplace=True)
        sizes = x.size()
        x = x.view(sizes[0], sizes[1] * sizes[2], sizes[3])  # Collapse feature dimension
        x = x.transpose(1, 2).transpose(0, 1).contiguous()  # TxNxH
        x, h = self.rnn1(x)
        x = x.view(x.size(0), x.size(1), 2, -1).sum(2).view(x.size(0), x.size(1), -1)  # (TxNxH*2) -> (TxNxH) by sum
        x, _ = self.rnn2(x)
        x = x.view(x.size(0), x.size(1), 2, -1).sum(2)
        t, n = x.size(0), x.size(1)
        x = x.view(t * n, -1)
        x = self.fc(x)
        x = x.view(t, n, -1)
        x = x.transpose(0, 1)
        return x.log_softmax(dim=-1)


class CtcSpeech(nn.Module):
    inputs = [In(80, 120), In(20, high=28), In(high=20), In(high=10)]

    def __init__(self):
        super().__init__()
        self.cnn = nn.Sequential(nn.Conv1d(80, 64, 5, stride=2, padding=2), nn.GELU(), nn.Dropout(0.1))
        self.lstm = nn.LSTM(64, 96, num_layers=2, bidirectional=True)
        self.out = nn.Linear(192, 29)
        self.ctc = nn.CTCLoss(blank=28, zero_infinity=True)

    def forward(self, x, targets, input_lengths, target_lengths):
        x = self.cnn(x)
        x = x.permute(2, 0, 1)
        x, _ = self.lstm(x)
        logp = F.log_softmax(self.out(x), dim=-1)
        loss = self.ctc(logp, targets, input_lengths, target_lengths)
        return logp


class Tacotron(nn.Module):
    """Encoder with convolutions, one step of location-sensitive attention, post net."""

    inputs = [In(43, high=148), In(80)]

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(148, 512)
        self.conv1 = nn.Sequential(nn.Conv1d(512, 512, 5, padding=2), nn.BatchNorm1d(512), nn.ReLU(), nn.Dropout(0.5))
        self.lstm = nn.LSTM(512, 256, 1, batch_first=True, bidirectional=True)
        self.prenet1 = nn.Linear(80, 256, bias=False)
        self.prenet2 = nn.Linear(256, 256, bias=False)
        self.attention_rnn = nn.LSTMCell(256 + 512, 1024)
        self.query_layer = nn.Linear(1024, 128, bias=False)
        self.memory_layer = nn.Linear(512, 128, bias=False)
        self.v = nn.Linear(128, 1, bias=False)
        self.location_conv = nn.Conv1d(2, 32, kernel_size=31, padding=15, bias=False)
        self.location_dense = nn.Linear(32, 128, bias=False)
        self.decoder_rnn = nn.LSTMCell(1024 + 512, 1024, 1)
        self.linear_projection = nn.Linear(1024 + 512, 80 * 2)
        self.gate_layer = nn.Linear(1024 + 512, 1)
        self.postnet = nn.Conv1d(80, 80, kernel_size=5, padding=2)

    def forward(self, text, frame):
        embedded_inputs = self.embedding(text).transpose(1, 2)
        memory = self.conv1(embedded_inputs).transpose(1, 2)
        memory, _ = self.lstm(memory)

        B = memory.size(0)
        MAX_TIME = memory.size(1)
        attention_weights = torch.zeros(B, MAX_TIME)
        attention_weights_cum = torch.zeros(B, MAX_TIME)
        attention_context = memory.new_zeros(B, 512)
        h = torch.zeros(B, 1024)
        c = torch.zeros(B, 1024)

        x = F.dropout(F.relu(self.prenet1(frame)), p=0.5, training=True)
        x = F.dropout(F.relu(self.prenet2(x)), p=0.5, training=True)
        cell_input = torch.cat((x, attention_context), -1)
        h, c = self.attention_rnn(cell_input, (h, c))
        h = F.dropout(h, 0.1, self.training)
        attention_weights_cat = torch.cat((attention_weights.unsqueeze(1), attention_weights_cum.unsqueeze(1)), dim=1)

        processed_query = self.query_layer(h.unsqueeze(1))
        processed = self.location_dense(self.location_conv(attention_weights_cat).transpose(1, 2))
        energies = self.v(torch.tanh(processed_query + processed + self.memory_layer(memory)))
        energies = energies.squeeze(-1)
        attention_weights = F.softmax(energies, dim=1)
        attention_context = torch.bmm(attention_weights.unsqueeze(1), memory)
        attention_context = attention_context.squeeze(1)

        decoder_input = torch.cat((h, attention_context), -1)
        decoder_hidden, decoder_cell = self.decoder_rnn(decoder_input, (torch.zeros_like(h), torch.zeros_like(c)))
        hidden_context = torch.cat((decoder_hidden, attention_context), dim=1)
        mel = self.linear_projection(hidden_context).view(B, 80, 2)
        gate = self.gate_layer(hidden_context)
        post = mel + self.postnet(mel)
        return mel, post, gate, attention_weights


class ConvTasNet(nn.Module):
    inputs = [In(1, 3200)]

    def __init__(self):
        super().__init__()
        self.encoder = nn.Conv1d(1, 128, 16, stride=8, bias=False)
        self.norm = nn.GroupNorm(1, 128, eps=1e-8)
        self.bottleneck = nn.Conv1d(128, 64, 1)
        self.depthwise = nn.Conv1d(64, 64, 3, padding=4, dilation=4, groups=64)
        self.prelu = nn.PReLU()
        self.mask = nn.Conv1d(64, 2 * 128, 1)
        self.decoder = nn.ConvTranspose1d(128, 1, 16, stride=8, bias=False)

    def forward(self, x):
        w = F.relu(self.encoder(x))
        e = self.bottleneck(self.norm(w))
        e = e + self.prelu(self.depthwise(e))
        m = torch.sigmoid(self.mask(e))
        m = m.view(-1, 2, 128, m.size(-1))
        d = w.unsqueeze(1) * m
        batch, sources, n, frames = d.shape
        y = self.decoder(d.view(batch * sources, n, frames))
        return y.view(batch, sources, -1)


class Demucs(nn.Module):
    inputs = [In(2, 1000)]

    def __init__(self):
        super().__init__()
        self.enc1 = nn.Sequential(nn.Conv1d(2, 16, 8, 4), nn.ReLU())
        self.rewrite1 = nn.Conv1d(16, 32, 1)
        self.enc2 = nn.Sequential(nn.Conv1d(16, 32, 8, 4), nn.ReLU())
        self.lstm = nn.LSTM(32, 32, 2, bidirectional=True)
        self.linear = nn.Linear(64, 32)
        self.dec2 = nn.ConvTranspose1d(32, 16, 8, 4)
        self.dec1 = nn.ConvTranspose1d(16, 8, 8, 4)

    def forward(self, mix):
        x = self.enc1(mix)
        x = F.glu(self.rewrite1(x), dim=1)
        skip = x
        x = self.enc2(x)
        x = x.permute(2, 0, 1)
        x = self.lstm(x)[0]
        x = self.linear(x)
        x = x.permute(1, 2, 0)
        x = F.relu(self.dec2(x))
        x = x + skip[..., :x.shape[-1]]
        x = self.dec1(x)
        x = x.view(x.size(0), 4, 2, x.size(-1))
        return x


class SpectrogramCnn(nn.Module):
    """PANNs' block with time and frequency pooling."""

    inputs = [In(1, 101, 64), In(10)]

    def __init__(self):
        super().__init__()
        self.bn0 = nn.BatchNorm2d(64)
        self.conv1 = nn.Conv2d(1, 64, (3, 3), (1, 1), (1, 1), bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.fc1 = nn.Linear(64, 32, bias=True)
        self.fc_audioset = nn.Linear(32, 10, bias=True)

    def forward(self, input, target):
        x = input.transpose(1, 3)
        x = self.bn0(x)
        x = x.transpose(1, 3)
        x = F.relu_(self.bn1(self.conv1(x)))
        x1 = F.avg_pool2d(x, kernel_size=(2, 2))
        x2 = F.max_pool2d(x, kernel_size=2)
        x = x1 + x2
        x = torch.mean(x, dim=3)
        (x1, _) = torch.max(x, dim=2)
        x2 = torch.mean(x, dim=2)
        x = x1 + x2
        x = F.relu_(self.fc1(x))
        clipwise_output = torch.sigmoid(self.fc_audioset(x))
        loss = F.binary_cross_entropy(clipwise_output, target)
        return clipwise_output, loss


class XVector(nn.Module):
    inputs = [In(24, 200)]

    def __init__(self):
        super().__init__()
        self.tdnn1 = nn.Conv1d(24, 128, 5, dilation=1)
        self.tdnn2 = nn.Conv1d(128, 128, 3, dilation=2)
        self.tdnn3 = nn.Conv1d(128, 128, 3, dilation=3)
        self.tdnn5 = nn.Conv1d(128, 300, 1)
        self.segment6 = nn.Linear(600, 128)
        self.output = nn.Linear(128, 50)

    def forward(self, x):
        x = F.relu(self.tdnn1(x))
        x = F.relu(self.tdnn2(x))
        x = F.relu(self.tdnn3(x))
        x = F.relu(self.tdnn5(x))
        mean = torch.mean(x, 2)
        std = torch.std(x, 2)
        stat_pooling = torch.cat((mean, std), 1)
        x_vec = self.segment6(stat_pooling)
        x = F.normalize(x_vec)
        return self.output(x), x_vec


class Tcn(nn.Module):
    inputs = [In(30, 9)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv1d(9, 25, 7, padding=12, dilation=2)
        self.conv2 = nn.Conv1d(25, 25, 7, padding=24, dilation=4)
        self.downsample = nn.Conv1d(9, 25, 1)
        self.linear = nn.Linear(25, 3)

    def forward(self, x):
        x = x.transpose(1, 2)
        out = self.conv1(x)
        out = F.relu(out[:, :, :-12].contiguous())  # chomp
        out = self.conv2(out)
        out = F.relu(out[:, :, :-24])
        out = F.relu(out + self.downsample(x))
        o = self.linear(out[:, :, -1])
        return o


class NBeats(nn.Module):
    inputs = [In(50)]

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(50, 64)
        self.fc2 = nn.Linear(64, 64)
        self.theta_b = nn.Linear(64, 50, bias=False)
        self.theta_f = nn.Linear(64, 10, bias=False)
        self.register_buffer("basis", torch.randn(10, 12))

    def forward(self, x):
        h = F.relu(self.fc1(x))
        h = F.relu(self.fc2(h))
        backcast = self.theta_b(h)
        forecast = self.theta_f(h).mm(self.basis)
        residual = x - backcast
        h = self.fc2(self.fc1(residual).relu()).relu()
        forecast = forecast + torch.mm(self.theta_f(h), self.basis)
        return residual, forecast


class TemporalFusionGate(nn.Module):
    inputs = [In(36, 20), In(8)]

    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(20, 32)
        self.ctx = nn.Linear(8, 32, bias=False)
        self.lin2 = nn.Linear(32, 32)
        self.gate = nn.Linear(32, 2 * 20)
        self.norm = nn.LayerNorm(20)
        self.lstm = nn.LSTM(20, 20, batch_first=True)
        self.attn = nn.MultiheadAttention(20, 4, batch_first=True)
        self.quantiles = nn.Linear(20, 3)

    def forward(self, x, static):
        ctx = self.ctx(static).unsqueeze(1)
        h = F.elu(self.lin(x) + ctx)
        h = self.lin2(h)
        h = F.glu(self.gate(h))
        h = self.norm(x + h)
        h, (hn, cn) = self.lstm(h)
        mask = torch.triu(torch.ones(36, 36), diagonal=1).bool()
        attn_output, attn_output_weights = self.attn(h, h, h, attn_mask=mask)
        q = self.quantiles(attn_output[:, -12:])
        return q


class Conv3dAction(nn.Module):
    inputs = [In(3, 16, 56, 64)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv3d(3, 32, kernel_size=(3, 3, 3), padding=(1, 1, 1))
        self.pool1 = nn.MaxPool3d(kernel_size=(1, 2, 2), stride=(1, 2, 2))
        self.conv2 = nn.Conv3d(32, 64, kernel_size=(3, 3, 3), padding=(1, 1, 1))
        self.pool2 = nn.MaxPool3d(kernel_size=(2, 2, 2), stride=(2, 2, 2), padding=(0, 1, 1))
        self.fc6 = nn.Linear(64 * 8 * 15 * 17, 20)

    def forward(self, x):
        h = F.relu(self.conv1(x))
        h = self.pool1(h)
        h = F.relu(self.conv2(h))
        h = self.pool2(h)
        h = h.view(-1, 64 * 8 * 15 * 17)
        return self.fc6(h)


class CnnLstmVideo(nn.Module):
    inputs = [In(10, 3, 48, 64)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 5, stride=3)
        self.conv2 = nn.Conv2d(16, 32, 3, stride=2)
        self.rnn = nn.LSTM(32, 64, 1)
        self.fc = nn.Linear(64, 6)

    def forward(self, x):
        batch_size, timesteps, C, H, W = x.size()
        c_in = x.view(batch_size * timesteps, C, H, W)
        c_out = F.relu(self.conv2(F.relu(self.conv1(c_in))))
        c_out = F.adaptive_avg_pool2d(c_out, 1)
        r_in = c_out.view(batch_size, timesteps, -1)
        r_in = r_in.permute(1, 0, 2)
        r_out, (h_n, h_c) = self.rnn(r_in)
        r_out2 = self.fc(r_out[-1])
        return F.log_softmax(r_out2, dim=1)


class ConvLstmCell(nn.Module):
    inputs = [In(3, 20, 26), In(16, 20, 26), In(16, 20, 26)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3 + 16, 4 * 16, (3, 5), padding=(1, 2))

    def forward(self, input_tensor, h_cur, c_cur):
        combined = torch.cat([input_tensor, h_cur], dim=1)  # concatenate along channel axis

        combined_conv = self.conv(combined)
        cc_i, cc_f, cc_o, cc_g = torch.split(combined_conv, 16, dim=1)
        i = torch.sigmoid(cc_i)
        f = torch.sigmoid(cc_f)
        o = torch.sigmoid(cc_o)
        g = torch.tanh(cc_g)

        c_next = f * c_cur + i * g
        h_next = o * torch.tanh(c_next)

        return h_next, c_next


class Crnn(nn.Module):
    inputs = [In(1, 32, 100)]

    def __init__(self):
        super().__init__()
        self.cnn = nn.Sequential(
            nn.Conv2d(1, 64, 3, 1, 1), nn.ReLU(True), nn.MaxPool2d(2, 2),
            nn.Conv2d(64, 128, 3, 1, 1), nn.ReLU(True), nn.MaxPool2d(2, 2),
            nn.Conv2d(128, 256, 3, 1, 1), nn.BatchNorm2d(256), nn.ReLU(True),
            nn.MaxPool2d((2, 2), (2, 1), (0, 1)),
            nn.Conv2d(256, 512, 3, 1, 1), nn.ReLU(True), nn.MaxPool2d((2, 2), (2, 1), (0, 1)),
            nn.Conv2d(512, 512, 2, 1, 0), nn.ReLU(True))
        self.rnn = nn.LSTM(512, 256, bidirectional=True)
        self.embedding = nn.Linear(512, 37)

    def forward(self, input):
        conv = self.cnn(input)
        conv = conv.squeeze(2)
        conv = conv.permute(2, 0, 1)  # [w, b, c]
        recurrent, _ = self.rnn(conv)
        T, b, h = recurrent.size()
        t_rec = recurrent.view(T * b, h)
        output = self.embedding(t_rec)  # [T * b, nOut]
        output = output.view(T, b, -1)
        return output


class AttentionOcr(nn.Module):
    inputs = [In(3, 48, 160), In(high=100)]

    def __init__(self):
        super().__init__()
        self.cnn = nn.Sequential(nn.Conv2d(3, 64, 3, 2, 1), nn.BatchNorm2d(64), nn.SiLU(), nn.AvgPool2d((3, 2)))
        self.embed = nn.Embedding(100, 32)
        self.init_h = nn.Linear(64, 96)
        self.score = nn.Linear(64 + 96, 1)
        self.cell = nn.GRUCell(64 + 32, 96)
        self.out = nn.Linear(96, 100)

    def forward(self, image, prev):
        feats = self.cnn(image)
        feats = feats.flatten(2).permute(0, 2, 1)
        h = torch.tanh(self.init_h(feats.mean(1)))
        steps = feats.size(1)
        e = self.score(torch.cat([feats, h.unsqueeze(1).expand(-1, steps, -1)], dim=-1))
        alpha = torch.softmax(e.squeeze(-1), -1)
        context = (alpha.unsqueeze(-1) * feats).sum(1)
        h = self.cell(torch.cat([self.embed(prev), context], -1), h)
        return self.out(h), alpha.view(-1, 8, 40)
