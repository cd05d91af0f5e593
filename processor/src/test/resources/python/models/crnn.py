"""Reads a line of text: columns of a feature map are the steps of a recurrent network."""
import torch.nn as nn


class Recurrent(nn.Module):
    def __init__(self, before, hidden, after):
        super(Recurrent, self).__init__()
        self.rnn = nn.LSTM(before, hidden, bidirectional=True)
        self.fc = nn.Linear(hidden * 2, after)

    def forward(self, columns):
        states, _ = self.rnn(columns)
        steps, count, width = states.size()
        found = self.fc(states.view(steps * count, width))
        return found.view(steps, count, -1)


class Reader(nn.Module):
    def __init__(self, height, channels, letters, hidden, leaky=False):
        super(Reader, self).__init__()
        assert height % 16 == 0, 'the height has to be a multiple of 16'
        kernels = [3] * 6 + [2]
        paddings = [1, 1, 1, 1, 1, 1, 0]
        widths = [8, 12, 16, 16, 24, 24, 32]
        cnn = nn.Sequential()

        def conv(i, norm=False):
            before = channels if i == 0 else widths[i - 1]
            cnn.add_module('conv{0}'.format(i), nn.Conv2d(before, widths[i], kernels[i], 1, paddings[i]))
            if norm:
                cnn.add_module('norm{0}'.format(i), nn.BatchNorm2d(widths[i]))
            cnn.add_module('act{0}'.format(i), nn.LeakyReLU(0.2, inplace=True) if leaky else nn.ReLU(True))

        def pool(i, *size):
            cnn.add_module('pool{0}'.format(i), nn.MaxPool2d(*size))

        conv(0)
        pool(0, 2, 2)
        conv(1)
        pool(1, 2, 2)
        conv(2, True)
        conv(3)
        pool(2, (2, 2), (2, 1), (0, 1))
        conv(4, True)
        conv(5)
        pool(3, (2, 2), (2, 1), (0, 1))
        conv(6, True)
        self.cnn = cnn
        self.rnn = nn.Sequential(Recurrent(widths[-1], hidden, hidden), Recurrent(hidden, hidden, letters))

    def forward(self, line):
        maps = self.cnn(line)
        n, c, h, w = maps.size()
        assert h == 1, "one row must be left"
        columns = maps.squeeze(2)
        columns = columns.permute(2, 0, 1)  # w, n, c
        return self.rnn(columns)

# model: Reader(32, 1, 37, 18)
# input: 1,32,100
# wrong: Recurrent(widths[-1], => Recurrent(widths[-1] * 2,
# wrong: columns.permute(2, 0, 1) => columns.permute(0, 1, 2)
# wrong: hidden * 2, after => hidden, after
# wrong init: 40, 1, 37, 18
# wrong input: 1,48,100
