import torch
import torch.nn as nn
import torch.nn.functional as F


class Straighten(nn.Module):
    """Turns and shifts the picture before it reads it."""

    def __init__(self, classes=10):
        super(Straighten, self).__init__()
        self.look = nn.Sequential(
            nn.Conv2d(1, 8, kernel_size=7), nn.MaxPool2d(2, stride=2), nn.ReLU(True),
            nn.Conv2d(8, 10, kernel_size=5), nn.MaxPool2d(2, stride=2), nn.ReLU(True))
        self.turn = nn.Sequential(nn.Linear(10 * 3 * 3, 32), nn.ReLU(True), nn.Linear(32, 3 * 2))
        # it begins with no turn at all
        self.turn[2].weight.data.zero_()
        self.turn[2].bias.data.copy_(torch.tensor([1, 0, 0, 0, 1, 0], dtype=torch.float))
        self.conv1 = nn.Conv2d(1, 12, kernel_size=5)
        self.conv2 = nn.Conv2d(12, 18, kernel_size=5)
        self.drop = nn.Dropout2d()
        self.fc = nn.Linear(288, classes)

    def straight(self, x):
        seen = self.look(x).view(-1, 10 * 3 * 3)
        matrix = self.turn(seen).view(-1, 2, 3)
        return F.grid_sample(x, F.affine_grid(matrix, x.size()))

    def forward(self, x):
        x = self.straight(x)
        x = F.relu(F.max_pool2d(self.conv1(x), 2))
        x = F.relu(F.max_pool2d(self.drop(self.conv2(x)), 2))
        x = x.view(-1, 288)
        return F.log_softmax(self.fc(F.dropout(x, training=self.training)), dim=1)

# model: Straighten()
# input: 1,28,28
# wrong: nn.Linear(288, classes) => nn.Linear(300, classes)
# wrong: .view(-1, 10 * 3 * 3) => .view(-1, 10 * 4 * 4)
# wrong: [1, 0, 0, 0, 1, 0] => [1, 0, 0, 0, 1]
# wrong: .view(-1, 2, 3) => .view(-1, 3, 2)
# wrong input: 1,35,28
