from functools import partial
from torch import nn


class PreNormResidual(nn.Module):
    def __init__(self, dim, fn):
        super().__init__()
        self.fn = fn
        self.norm = nn.LayerNorm(dim)

    def forward(self, x):
        return self.fn(self.norm(x)) + x


def FeedForward(dim, factor=4, dropout=0., dense=nn.Linear):
    inner = int(dim * factor)
    return nn.Sequential(dense(dim, inner), nn.GELU(), nn.Dropout(dropout), dense(inner, dim), nn.Dropout(dropout))


class Patches(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        n, c, h, w = x.shape
        p = self.p
        assert h % p == 0 and w % p == 0
        x = x.reshape(n, c, h // p, p, w // p, p)
        return x.permute(0, 2, 4, 3, 5, 1).reshape(n, (h // p) * (w // p), p * p * c)


class Mean(nn.Module):
    forward = lambda self, x: x.mean(dim=1)


def Mixer(*, image_size, channels, patch_size, dim, depth, num_classes, expansion_factor=4):
    h, w = image_size if isinstance(image_size, (tuple, list)) else (image_size, image_size)
    assert (h % patch_size) == 0 and (w % patch_size) == 0, 'image must be divisible by patch size'
    num_patches = (h // patch_size) * (w // patch_size)
    chan_first, chan_last = partial(nn.Conv1d, kernel_size=1), nn.Linear
    return nn.Sequential(
        Patches(patch_size),
        nn.Linear((patch_size ** 2) * channels, dim),
        *[nn.Sequential(
            PreNormResidual(dim, FeedForward(num_patches, expansion_factor, 0.1, chan_first)),
            PreNormResidual(dim, FeedForward(dim, 0.5, 0.1, chan_last))
        ) for _ in range(depth)],
        nn.LayerNorm(dim),
        Mean(),
        nn.Linear(dim, num_classes)
    )

# model: Mixer(image_size=(24, 36), channels=3, patch_size=6, dim=20, depth=2, num_classes=5)
# input: 3,24,36
# wrong: FeedForward(num_patches => FeedForward(num_patches + 1
# wrong: (patch_size ** 2) * channels => patch_size * channels
# wrong: x.mean(dim=1) => x.mean(dim=2)
# wrong init: image_size=(24, 32), channels=3, patch_size=6, dim=20, depth=2, num_classes=5
# wrong input: 3,24,30
