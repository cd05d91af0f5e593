"""LeNet-5, the digit reader of 1998, with tanh as it was then."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class LeNet(nn.Module):
    def __init__(self, classes=10):
        super(LeNet, self).__init__()
        self.c1 = nn.Conv2d(1, 6, kernel_size=5, padding=2)
        self.c3 = nn.Conv2d(6, 16, kernel_size=5)
        self.c5 = nn.Linear(16 * 5 * 5, 120)
        self.f6 = nn.Linear(120, 84)
        self.out = nn.Linear(84, classes)

    def forward(self, image):
        maps = F.max_pool2d(torch.tanh(self.c1(image)), 2)
        maps = F.max_pool2d(torch.tanh(self.c3(maps)), (2, 2))
        flat = maps.view(-1, self.count(maps))
        return self.out(torch.tanh(self.f6(torch.tanh(self.c5(flat)))))

    def count(self, maps):
        total = 1
        for size in maps.size()[1:]:  # without the batch
            total *= size
        return total


if __name__ == "__main__":
    net = LeNet()
    print(net(torch.randn(3, 1, 28, 28)).shape)

# model: LeNet()
# input: 1,28,28
# wrong: 16 * 5 * 5 => 16 * 4 * 4
# wrong: nn.Conv2d(6, 16 => nn.Conv2d(8, 16
