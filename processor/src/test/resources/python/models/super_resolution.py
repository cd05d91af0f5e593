"""Two ways to a sharper picture: enlarge first, or shuffle pixels last."""
import torch.nn as nn
import torch.nn.init as init


class SRCNN(nn.Module):
    def __init__(self, num_channels=1):
        super(SRCNN, self).__init__()
        self.enlarge = nn.UpsamplingBilinear2d(scale_factor=3)
        self.conv1 = nn.Conv2d(num_channels, 64, kernel_size=9, padding=9 // 2)
        self.conv2 = nn.Conv2d(64, 32, kernel_size=5, padding=5 // 2)
        self.conv3 = nn.Conv2d(32, num_channels, kernel_size=5, padding=5 // 2)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        x = self.enlarge(x)
        x = self.relu(self.conv1(x))
        x = self.relu(self.conv2(x))
        return self.conv3(x)


class ESPCN(nn.Module):
    def __init__(self, scale_factor, num_channels=1):
        super(ESPCN, self).__init__()
        self.first_part = nn.Sequential(nn.Conv2d(num_channels, 64, 5, padding=2), nn.Tanh(), nn.Conv2d(64, 32, 3, padding=1), nn.Tanh())
        self.last_part = nn.Sequential(
            nn.Conv2d(32, num_channels * (scale_factor ** 2), kernel_size=3, padding=3 // 2),
            nn.PixelShuffle(scale_factor)
        )
        self._initialize_weights()

    def _initialize_weights(self):
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                if m.in_channels == 32:
                    init.normal_(m.weight.data, mean=0.0, std=0.001)
                else:
                    init.orthogonal_(m.weight, init.calculate_gain('tanh'))

    def forward(self, x):
        return self.last_part(self.first_part(x))


class Both(nn.Module):
    def __init__(self, scale=3):
        super(Both, self).__init__()
        self.nets = nn.ModuleList([SRCNN(), ESPCN(scale)])

    def forward(self, x):
        a, b = [net(x) for net in self.nets]
        return (a + b) / 2

# model: Both()
# input: 1,17,23
# wrong: num_channels * (scale_factor ** 2) => num_channels * (scale_factor * 2)
# wrong: nn.Conv2d(64, 32, kernel_size=5, padding=5 // 2) => nn.Conv2d(64, 32, kernel_size=5)
# wrong init: scale=2
