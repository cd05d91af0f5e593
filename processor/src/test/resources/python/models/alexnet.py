import torch
from torch import nn

__all__ = ["AlexNet", "build"]


class AlexNet(nn.Module):
    """One tower instead of the two that once had to fit on two cards."""

    def __init__(self, labels: int = 1000, drop: float = 0.5) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(3, 48, kernel_size=11, stride=4, padding=2), nn.ReLU(inplace=True),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Conv2d(48, 128, kernel_size=5, padding=2), nn.ReLU(inplace=True),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Conv2d(128, 192, kernel_size=3, padding=1), nn.ReLU(inplace=True),
            nn.Conv2d(192, 160, kernel_size=3, padding=1), nn.ReLU(inplace=True),
            nn.MaxPool2d(kernel_size=3, stride=2),
        )
        self.squash = nn.AdaptiveAvgPool2d((6, 5))
        self.head = nn.Sequential(
            nn.Dropout(p=drop), nn.Linear(160 * 6 * 5, 512), nn.ReLU(inplace=True),
            nn.Dropout(p=drop), nn.Linear(512, 256), nn.ReLU(inplace=True),
            nn.Linear(256, labels),
        )

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        maps = self.squash(self.body(image))
        return self.head(torch.flatten(maps, 1))


def build(trained=False, **options):
    net = AlexNet(**options)
    if trained:
        raise ValueError("no weights here")
    return net

# model: build(labels=17)
# input: 3,127,131
# wrong: (6, 5)) => (5, 5))
# wrong: nn.Conv2d(128, 192 => nn.Conv2d(192, 192
# wrong: nn.Linear(512, 256) => nn.Linear(500, 256)
# wrong input: 3,60,62
