"""A recurrent layer whose products are convolutions; frames are handled one by one."""
import torch
import torch.nn as nn


class Cell(nn.Module):
    def __init__(self, before, width, kernel):
        super(Cell, self).__init__()
        self.width = width
        padding = kernel[0] // 2, kernel[1] // 2
        self.gates = nn.Conv2d(before + width, 4 * width, kernel, padding=padding)

    def forward(self, frame, state):
        h, c = state
        joined = torch.cat([frame, h], dim=1)
        write, keep, read, new = torch.split(self.gates(joined), self.width, dim=1)
        c = keep.sigmoid() * c + write.sigmoid() * new.tanh()
        return read.sigmoid() * torch.tanh(c), c

    def start(self, count, size):
        height, width = size
        empty = torch.zeros(count, self.width, height, width, device=self.gates.weight.device)
        return empty, empty.clone()


class ConvLSTM(nn.Module):
    def __init__(self, channels, widths, kernels, depth, time_first=False, everything=False):
        super(ConvLSTM, self).__init__()
        self.check(kernels)
        kernels, widths = self.per_layer(kernels, depth), self.per_layer(widths, depth)
        if not len(kernels) == len(widths) == depth:
            raise ValueError('as many widths and kernels as layers, please')
        self.depth, self.time_first, self.everything = depth, time_first, everything
        cells = []
        for i in range(0, depth):
            cells.append(Cell(before=channels if i == 0 else widths[i - 1], width=widths[i], kernel=kernels[i]))
        self.cells = nn.ModuleList(cells)

    def forward(self, film, states=None):
        if self.time_first:
            film = film.permute(1, 0, 2, 3, 4)
        n, steps, _, height, width = film.size()
        if states is None:
            states = [cell.start(n, (height, width)) for cell in self.cells]
        else:
            raise NotImplementedError()
        films, last = [], []
        for i in range(self.depth):
            h, c = states[i]
            frames = []
            for t in range(steps):
                h, c = self.cells[i](frame=film[:, t, :, :, :], state=[h, c])
                frames.append(h)
            film = torch.stack(frames, dim=1)
            films.append(film)
            last.append([h, c])
        if not self.everything:
            films, last = films[-1:], last[-1:]
        return films, last

    @staticmethod
    def check(kernels):
        if not (isinstance(kernels, tuple) or (isinstance(kernels, list) and all([isinstance(k, tuple) for k in kernels]))):
            raise ValueError('kernels are a tuple or a list of tuples')

    @staticmethod
    def per_layer(value, depth):
        if not isinstance(value, list):
            value = [value] * depth
        return value

# model: ConvLSTM(3, [8, 6], (3, 5), 2)
# input: 4,3,10,14
# wrong: else widths[i - 1] => else widths[i]
# wrong: torch.split(self.gates(joined), self.width => torch.split(self.gates(joined), 2 * self.width
# wrong: kernel[0] // 2, kernel[1] // 2 => kernel[0] // 2, 0
# wrong init: 3, [8, 6, 4], (3, 5), 2
# wrong init: 3, 8, 3, 2
