"""Emissions from a recurrent network, then the best way through a linear chain."""
import torch
from torch import nn


class Chain(nn.Module):
    def __init__(self, num_tags):
        super().__init__()
        self.start = nn.Parameter(torch.empty(num_tags))
        self.end = nn.Parameter(torch.empty(num_tags))
        self.transitions = nn.Parameter(torch.empty(num_tags, num_tags))
        self.reset_parameters()

    def reset_parameters(self):
        for p in [self.start, self.end, self.transitions]:
            nn.init.uniform_(p, -0.1, 0.1)

    def forward(self, emissions):
        steps = emissions.shape[1]
        score = self.start + emissions[:, 0]
        history = []
        for t in range(1, steps):
            broadcast = score.unsqueeze(2)
            next_score = broadcast + self.transitions + emissions[:, t].unsqueeze(1)
            score = torch.logsumexp(next_score, dim=1)
            history.append(next_score.argmax(dim=1))
        score += self.end
        return torch.logsumexp(score, dim=1), torch.stack(history, 1)


class GRUTagger(nn.Module):
    def __init__(self, vocab_size, tags, dim=12, cell='gru', **rnn_options):
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, dim)
        rnn = {'gru': nn.GRU, 'lstm': nn.LSTM, 'rnn': nn.RNN}[cell.lower()]
        self.rnn = rnn(dim, dim, batch_first=True, **rnn_options)
        directions = 1 + int(self.rnn.bidirectional)
        self.fc = nn.Linear(dim * directions, tags)
        self.chain = Chain(tags)

    def forward(self, x):
        out, _ = self.rnn(self.embedding(x))
        return self.chain(self.fc(out))

# model: GRUTagger(40, 6, cell='GRU', bidirectional=True)
# input: x=9:long < 40
# wrong: 1 + int(self.rnn.bidirectional) => 1
# wrong: self.end = nn.Parameter(torch.empty(num_tags)) => self.end = nn.Parameter(torch.empty(num_tags + 1))
# wrong: emissions[:, t].unsqueeze(1) => emissions[:, :t]
# wrong init: 40, 6, cell='qrnn'
