import math
from collections import OrderedDict
from enum import Enum

import torch
import torch.nn as nn
import torch.nn.functional as F


class RNNType(Enum):
    lstm = nn.LSTM
    gru = nn.GRU


class SequenceWise(nn.Module):
    """Collapses T*N*H to (T*N)*H and applies a module to that."""

    def __init__(self, module):
        super(SequenceWise, self).__init__()
        self.module = module

    def forward(self, x):
        t, n = x.size(0), x.size(1)
        x = x.view(t * n, -1)
        x = self.module(x)
        x = x.view(t, n, -1)
        return x

    def __repr__(self):
        return self.__class__.__name__ + ' (\n' + self.module.__repr__() + ')'


class BatchRNN(nn.Module):
    def __init__(self, input_size, hidden_size, rnn_type=nn.LSTM, bidirectional=False, batch_norm=True):
        super(BatchRNN, self).__init__()
        self.batch_norm = SequenceWise(nn.BatchNorm1d(input_size)) if batch_norm else None
        self.rnn = rnn_type(input_size=input_size, hidden_size=hidden_size, bidirectional=bidirectional, bias=True)
        self.num_directions = 2 if bidirectional else 1

    def forward(self, x):
        if self.batch_norm is not None:
            x = self.batch_norm(x)
        x, h = self.rnn(x)
        if self.rnn.bidirectional:
            x = x.view(x.size(0), x.size(1), 2, -1).sum(2).view(x.size(0), x.size(1), -1)  # both directions added
        return x


class DeepSpeech(nn.Module):
    def __init__(self, labels="_'ABC ", rnn_type=RNNType.gru.value, hidden=14, layers=2, sample_rate=800, window=0.08):
        super(DeepSpeech, self).__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(1, 6, kernel_size=(11, 5), stride=(2, 2), padding=(5, 2)),
            nn.BatchNorm2d(6),
            nn.Hardtanh(0, 20, inplace=True),
            nn.Conv2d(6, 6, kernel_size=(7, 5), stride=(2, 1), padding=(3, 2)),
            nn.BatchNorm2d(6),
            nn.Hardtanh(0, 20, inplace=True),
        )
        # the size of the spectrogram after two convolutions
        size = int(math.floor((sample_rate * window) / 2) + 1)
        size = int(math.floor(size + 2 * 5 - 11) / 2 + 1)
        size = int(math.floor(size + 2 * 3 - 7) / 2 + 1)
        size *= 6
        rnns = [('0', BatchRNN(size, hidden, rnn_type, bidirectional=True, batch_norm=False))]
        for x in range(layers - 1):
            rnns.append(('%d' % (x + 1), BatchRNN(hidden, hidden, rnn_type, bidirectional=True)))
        self.rnns = nn.Sequential(OrderedDict(rnns))
        self.fc = nn.Sequential(SequenceWise(nn.Sequential(nn.BatchNorm1d(hidden), nn.Linear(hidden, len(labels), bias=False))))

    def forward(self, x):
        x = self.conv(x)
        sizes = x.size()
        x = x.view(sizes[0], sizes[1] * sizes[2], sizes[3])
        x = x.transpose(1, 2).transpose(0, 1).contiguous()  # TxNxH
        for rnn in self.rnns:
            x = rnn(x)
        x = self.fc(x).transpose(0, 1)
        return x if self.training else F.softmax(x, dim=-1)

# model: DeepSpeech()
# input: 1,33,40
# wrong: size *= 6 => size *= 8
# wrong: .sum(2).view => .sum(3).view
# wrong: BatchRNN(hidden, hidden, rnn_type => BatchRNN(2 * hidden, hidden, rnn_type
# wrong init: window=0.1
# wrong input: 1,41,40
