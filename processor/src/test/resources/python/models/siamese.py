import torch
import torch.nn as nn
import torch.nn.functional as F


class EmbeddingNet(nn.Module):
    def __init__(self, width=2):
        super(EmbeddingNet, self).__init__()
        self.convnet = nn.Sequential(nn.Conv2d(1, 16, 5), nn.PReLU(), nn.MaxPool2d(2, stride=2),
                                     nn.Conv2d(16, 24, 5), nn.PReLU(), nn.MaxPool2d(2, stride=2))
        self.fc = nn.Sequential(nn.Linear(24 * 4 * 4, 32), nn.PReLU(), nn.Linear(32, width))

    def forward(self, x):
        output = self.convnet(x)
        output = output.view(output.size()[0], -1)
        output = self.fc(output)
        return output

    def get_embedding(self, x):
        return self.forward(x)


class EmbeddingNetL2(EmbeddingNet):
    def __init__(self, *args, **kwargs):
        super(EmbeddingNetL2, self).__init__(*args, **kwargs)

    def forward(self, x):
        output = super(EmbeddingNetL2, self).forward(x)
        output /= output.pow(2).sum(1, keepdim=True).sqrt()
        return output


class TripletNet(nn.Module):
    def __init__(self, embedding_net):
        super(TripletNet, self).__init__()
        self.embedding_net = embedding_net

    def forward(self, x1, x2, x3):
        output1 = self.embedding_net(x1)
        output2 = self.embedding_net(x2)
        output3 = self.embedding_net.get_embedding(x3)
        distance = F.relu((output1 - output2).pow(2).sum(1) - (output1 - output3).pow(2).sum(1) + 1.)
        return output1, output2, output3, distance.mean()

# model: TripletNet(EmbeddingNetL2(width=5))
# input: x1=1,28,28
# input: x2=1,28,28
# input: x3=1,28,28
# wrong: 24 * 4 * 4 => 24 * 5 * 5
# wrong: nn.Conv2d(16, 24, 5) => nn.Conv2d(16, 20, 5)
# wrong: sum(1, keepdim=True) => sum(0, keepdim=True)[:, 1:]
# wrong input: x1=1,32,28
