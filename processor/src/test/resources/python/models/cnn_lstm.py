"""Frames through a convolutional network, their features through a recurrent one."""
import torch
import torch.nn as nn


class Frames(nn.Module):
    def __init__(self, out_features):
        super().__init__()
        self.cnn = nn.Sequential()
        widths = [3, 6, 10]
        for i, (a, b) in enumerate(zip(widths, widths[1:]), 1):
            self.cnn.add_module(f"conv_{i}", nn.Conv2d(a, b, 3, stride=2))
            self.cnn.add_module(f"relu_{i}", nn.ReLU())
        self.fc = nn.Linear(widths[-1] * 3 * 5, out_features)

    def forward(self, x):
        x = self.cnn(x)
        return self.fc(x.reshape(x.shape[0], -1))


class TimeDistributed(nn.Module):
    """Applies a module to every step: time is folded into the batch and out again."""

    def __init__(self, module):
        super().__init__()
        self.module = module

    def forward(self, x):
        t, n = x.size(1), x.size(0)
        y = self.module(x.contiguous().view((n * t,) + x.shape[2:]))
        return y.contiguous().view(n, t, y.size()[-1])


class VideoClassifier(nn.Module):
    def __init__(self, features=14, hidden=11, classes=4, last_only=True):
        super().__init__()
        self.frames = TimeDistributed(Frames(features))
        self.lstm = nn.LSTM(input_size=features, hidden_size=hidden, num_layers=2, batch_first=True, dropout=0.1)
        self.classifier = nn.Linear(hidden, classes)
        self.last_only = last_only

    def forward(self, video):
        features = self.frames(video)
        self.lstm.flatten_parameters()
        out, (h_n, _) = self.lstm(features, None)
        return self.classifier(out[:, -1, :] if self.last_only else h_n[-1])

# model: VideoClassifier()
# input: video=6,3,16,24
# wrong: widths[-1] * 3 * 5 => widths[-1] * 3 * 6
# wrong: (n * t,) + x.shape[2:] => (n * t,) + x.shape[3:]
# wrong: input_size=features => input_size=hidden
# wrong: nn.Linear(hidden, classes) => nn.Linear(2 * hidden, classes)
# wrong input: video=6,1,16,24
# wrong input: video=6,3,16,28
