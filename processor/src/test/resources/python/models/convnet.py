"""The network of the first tutorial that everybody reads."""
import torch.nn as nn
import torch.nn.functional as F


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 10, 5)
        self.pool = nn.MaxPool2d(2, 2)
        self.conv2 = nn.Conv2d(10, 20, 3)
        self.fc1 = nn.Linear(20 * 10 * 10, 500)
        self.fc2 = nn.Linear(500, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = F.relu(self.conv2(x))
        x = x.view(x.size(0), -1)
        x = F.relu(self.fc1(x))
        return F.log_softmax(self.fc2(x), dim=1)

# model: ConvNet()
# input: 1,28,28
# wrong: 20 * 10 * 10 => 20 * 9 * 9
# wrong: nn.Conv2d(10, 20, 3) => nn.Conv2d(10, 24, 3)
# wrong: nn.Linear(500, 10) => nn.Linear(512, 10)
