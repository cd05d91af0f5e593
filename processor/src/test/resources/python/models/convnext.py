"""A convolutional network with a transformer's habits."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class DropPath(nn.Module):
    """Leaves out the residual branch of whole samples while training."""

    def __init__(self, rate=None):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if self.rate == 0. or not self.training:
            return x
        keep = 1 - self.rate
        shape = (x.shape[0],) + (1,) * (x.ndim - 1)
        mask = keep + torch.rand(shape, dtype=x.dtype, device=x.device)
        mask.floor_()
        return x.div(keep) * mask


class Norm(nn.Module):
    def __init__(self, width, eps=1e-6, order="last"):
        super().__init__()
        if order not in ["last", "first"]:
            raise NotImplementedError
        self.weight = nn.Parameter(torch.ones(width))
        self.bias = nn.Parameter(torch.zeros(width))
        self.eps, self.order, self.shape = eps, order, (width,)

    def forward(self, x):
        if self.order == "last":
            return F.layer_norm(x, self.shape, self.weight, self.bias, self.eps)
        elif self.order == "first":
            mean = x.mean(1, keepdim=True)
            var = (x - mean).pow(2).mean(1, keepdim=True)
            x = (x - mean) / torch.sqrt(var + self.eps)
            return self.weight[:, None, None] * x + self.bias[:, None, None]


class Block(nn.Module):
    def __init__(self, width, drop=0., scale=1e-6):
        super().__init__()
        self.spread = nn.Conv2d(width, width, kernel_size=7, padding=3, groups=width)
        self.norm = Norm(width)
        self.widen = nn.Linear(width, 4 * width)
        self.act = nn.GELU()
        self.narrow = nn.Linear(4 * width, width)
        self.gamma = nn.Parameter(scale * torch.ones((width)), requires_grad=True) if scale > 0 else None
        self.drop = DropPath(drop) if drop > 0. else nn.Identity()

    def forward(self, x):
        y = self.spread(x).permute(0, 2, 3, 1)  # channels to the end, where linear layers want them
        y = self.narrow(self.act(self.widen(self.norm(y))))
        if self.gamma is not None:
            y = self.gamma * y
        y = y.permute(0, 3, 1, 2)  # and back
        return x + self.drop(y)


class ConvNeXt(nn.Module):
    def __init__(self, channels=3, num_classes=1000, depths=[3, 3, 9, 3], widths=[96, 192, 384, 768], drop=0., scale=1e-6):
        super().__init__()
        self.shrink = nn.ModuleList()
        self.shrink.append(nn.Sequential(nn.Conv2d(channels, widths[0], kernel_size=4, stride=4), Norm(widths[0], order="first")))
        for i in range(3):
            self.shrink.append(nn.Sequential(
                Norm(widths[i], order="first"),
                nn.Conv2d(widths[i], widths[i + 1], kernel_size=2, stride=2),
            ))
        self.stages = nn.ModuleList()
        rates = [r.item() for r in torch.linspace(0, drop, sum(depths))]
        done = 0
        for width, depth in zip(widths, depths):
            self.stages.append(nn.Sequential(*[Block(width, rates[done + j], scale) for j in range(depth)]))
            done += depth
        self.norm = nn.LayerNorm(widths[-1], eps=1e-6)
        self.head = nn.Linear(widths[-1], num_classes)
        self.apply(self.reset)
        self.head.weight.data.mul_(0.5)

    def reset(self, m):
        if isinstance(m, (nn.Conv2d, nn.Linear)):
            nn.init.trunc_normal_(m.weight, std=.02)
            nn.init.constant_(m.bias, 0)

    def features(self, x):
        for i in range(4):
            x = self.stages[i](self.shrink[i](x))
        return self.norm(x.mean([-2, -1]))

    def forward(self, x):
        return self.head(self.features(x))

# model: ConvNeXt(num_classes=21, depths=[1, 1, 2, 1], widths=[12, 24, 48, 96], drop=0.1)
# input: 3,64,96
# wrong: y.permute(0, 3, 1, 2) => y.permute(0, 3, 2, 1)
# wrong: self.norm = nn.LayerNorm(widths[-1] => self.norm = nn.LayerNorm(widths[-2]
# wrong: Norm(widths[i], order="first"),\n => Norm(widths[i], order="frist"),\n
# wrong: nn.Linear(4 * width, width) => nn.Linear(3 * width, width)
