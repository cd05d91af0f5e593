"""Prenet, a bank of convolutions with highways, and a decoder that emits some frames at a time."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Prenet(nn.Module):
    def __init__(self, in_dim, sizes=[24, 16]):
        super(Prenet, self).__init__()
        in_sizes = [in_dim] + sizes[:-1]
        self.layers = nn.ModuleList([nn.Linear(in_size, out_size) for (in_size, out_size) in zip(in_sizes, sizes)])

    def forward(self, inputs):
        for linear in self.layers:
            inputs = F.dropout(F.relu(linear(inputs)), 0.5, self.training)
        return inputs


class BatchNormConv1d(nn.Module):
    def __init__(self, in_dim, out_dim, kernel_size, stride, padding, activation=None):
        super(BatchNormConv1d, self).__init__()
        self.conv1d = nn.Conv1d(in_dim, out_dim, kernel_size=kernel_size, stride=stride, padding=padding, bias=False)
        self.bn = nn.BatchNorm1d(out_dim)
        self.activation = activation

    def forward(self, x):
        x = self.conv1d(x)
        if self.activation is not None:
            x = self.activation(x)
        return self.bn(x)


class Highway(nn.Module):
    def __init__(self, in_size):
        super(Highway, self).__init__()
        self.H = nn.Linear(in_size, in_size)
        self.T = nn.Linear(in_size, in_size)
        self.T.bias.data.fill_(-1)

    def forward(self, inputs):
        T = self.T(inputs).sigmoid()
        return F.relu(self.H(inputs)) * T + inputs * (1.0 - T)


class CBHG(nn.Module):
    def __init__(self, in_dim, K=4, projections=[16, 16]):
        super(CBHG, self).__init__()
        self.in_dim = in_dim
        self.conv1d_banks = nn.ModuleList(
            [BatchNormConv1d(in_dim, in_dim, kernel_size=k, stride=1, padding=k // 2, activation=F.relu) for k in range(1, K + 1)])
        self.max_pool1d = nn.MaxPool1d(kernel_size=2, stride=1, padding=1)
        in_sizes = [K * in_dim] + projections[:-1]
        activations = [F.relu] * (len(projections) - 1) + [None]
        self.conv1d_projections = nn.ModuleList(
            [BatchNormConv1d(i, o, kernel_size=3, stride=1, padding=1, activation=ac)
             for (i, o, ac) in zip(in_sizes, projections, activations)])
        self.pre_highway = nn.Linear(projections[-1], in_dim, bias=False)
        self.highways = nn.ModuleList([Highway(in_dim) for _ in range(2)])
        self.gru = nn.GRU(in_dim, in_dim, 1, batch_first=True, bidirectional=True)

    def forward(self, inputs):
        x = inputs
        if x.size(-1) == self.in_dim:
            x = x.transpose(1, 2)
        T = x.size(-1)
        x = torch.cat([conv1d(x)[:, :, :T] for conv1d in self.conv1d_banks], dim=1)
        assert x.size(1) == self.in_dim * len(self.conv1d_banks)
        x = self.max_pool1d(x)[:, :, :T]
        for conv1d in self.conv1d_projections:
            x = conv1d(x)
        x = x.transpose(1, 2)
        if x.size(-1) != self.in_dim:
            x = self.pre_highway(x)
        x += inputs
        for highway in self.highways:
            x = highway(x)
        outputs, _ = self.gru(x)
        return outputs


class Decoder(nn.Module):
    def __init__(self, memory_dim, mel_dim=10, r=3):
        super(Decoder, self).__init__()
        self.mel_dim, self.r = mel_dim, r
        self.prenet = Prenet(mel_dim * r)
        self.attention_rnn = nn.GRUCell(16 + memory_dim, memory_dim)
        self.decoder_rnns = nn.ModuleList([nn.GRUCell(memory_dim, memory_dim) for _ in range(2)])
        self.score = nn.Linear(memory_dim, 1)
        self.proj = nn.Linear(memory_dim, mel_dim * r)

    def forward(self, memory, steps=3):
        B = memory.size(0)
        frame = memory.data.new(B, self.mel_dim * self.r).zero_()
        h = memory.new_zeros(B, memory.size(2))
        states = [memory.new_zeros(B, memory.size(2)) for _ in self.decoder_rnns]
        context = memory.new_zeros(B, memory.size(2))
        outputs = []
        t = 0
        while True:
            if t > 0:
                frame = outputs[-1]
            h = self.attention_rnn(torch.cat((self.prenet(frame), context), -1), h)
            alignment = F.softmax(self.score(torch.tanh(memory + h.unsqueeze(1))).squeeze(-1), dim=1)
            context = torch.bmm(alignment.unsqueeze(1), memory).squeeze(1)
            x = h + context
            for idx in range(len(self.decoder_rnns)):
                states[idx] = self.decoder_rnns[idx](x, states[idx])
                x = states[idx] + x
            outputs += [self.proj(x)]
            t += 1
            if t >= steps:
                break
        return torch.stack(outputs).transpose(0, 1).contiguous().view(B, -1, self.mel_dim)


class Tacotron(nn.Module):
    def __init__(self, n_vocab=40, r=3):
        super(Tacotron, self).__init__()
        self.embedding = nn.Embedding(n_vocab, 20)
        self.prenet = Prenet(20)
        self.cbhg = CBHG(16)
        self.decoder = Decoder(32, r=r)

    def forward(self, text):
        memory = self.cbhg(self.prenet(self.embedding(text)))
        return self.decoder(memory)

# model: Tacotron()
# input: text=12:long < 40
# wrong: nn.GRUCell(16 + memory_dim => nn.GRUCell(16
# wrong: self.decoder = Decoder(32 => self.decoder = Decoder(16
# wrong: [K * in_dim] + projections => [(K - 1) * in_dim] + projections
# wrong: Prenet(mel_dim * r) => Prenet(mel_dim)
# wrong: padding=k // 2 => padding=(k - 1) // 2
