"""Boxes and classes from maps of several scales, joined into one list."""
import torch
import torch.nn as nn
from math import sqrt

BOXES = {"low": 4, "mid": 6, "high": 4}


class SSD(nn.Module):
    def __init__(self, n_classes, boxes=BOXES):
        super(SSD, self).__init__()
        self.n_classes = n_classes
        widths = {"low": 16, "mid": 24, "high": 32}
        self.low = self.block(3, widths["low"], stride=4)
        self.mid = self.block(widths["low"], widths["mid"])
        self.high = self.block(widths["mid"], widths["high"])
        self.rescale = nn.Parameter(torch.FloatTensor(1, widths["low"], 1, 1))
        nn.init.constant_(self.rescale, 20)
        self.loc = nn.ModuleDict({k: nn.Conv2d(widths[k], n * 4, 3, padding=1) for k, n in boxes.items()})
        self.cls = nn.ModuleDict()
        for key in boxes:
            self.cls[key] = nn.Conv2d(widths[key], boxes[key] * n_classes, 3, padding=1)
        self.priors = self.create_priors()

    def block(self, before, after, stride=2):
        return nn.Sequential(nn.Conv2d(before, after, 3, stride, 1), nn.ReLU(inplace=True))

    def create_priors(self):
        maps = {"low": 8, "mid": 4, "high": 2}
        priors = []
        for name, size in maps.items():
            for i in range(size):
                for j in range(size):
                    for ratio in [1., 2., 0.5, 3., 0.333, 1.5][:BOXES[name]]:
                        priors.append([(j + 0.5) / size, (i + 0.5) / size, 0.2 * sqrt(ratio), 0.2 / sqrt(ratio)])
        return torch.FloatTensor(priors).clamp_(0, 1)

    def forward(self, image):
        batch_size = image.size(0)
        low = self.low(image)
        norm = low.pow(2).sum(dim=1, keepdim=True).sqrt()
        maps = {"low": low / norm * self.rescale}
        maps["mid"] = self.mid(low)
        maps["high"] = self.high(maps["mid"])
        locs, scores = [], []
        for key, x in maps.items():
            l = self.loc[key](x).permute(0, 2, 3, 1).contiguous()
            locs.append(l.view(batch_size, -1, 4))
            c = self.cls[key](x).permute(0, 2, 3, 1).contiguous()
            scores.append(c.view(batch_size, -1, self.n_classes))
        locs = torch.cat(locs, dim=1)
        centers = locs[:, :, :2] * self.priors[:, 2:] / 10 + self.priors[:, :2]
        return centers, locs[:, :, 2:], torch.cat(scores, dim=1)

# model: SSD(7)
# input: 3,32,32
# wrong: "high": 2} => "high": 3}
# wrong: n * 4, 3, padding=1 => n * 4, 3
# wrong: boxes[key] * n_classes => boxes[key] * n_classes + 1
# wrong: torch.FloatTensor(1, widths["low"], 1, 1) => torch.FloatTensor(1, widths["mid"], 1, 1)
# wrong input: 3,48,32
