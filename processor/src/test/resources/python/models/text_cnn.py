import torch
import torch.nn as nn
import torch.nn.functional as F


class TextCNN(nn.Module):
    def __init__(self, args):
        super(TextCNN, self).__init__()
        self.args = args
        V, D, C, Ci, Co, Ks = args['vocab'], args['dim'], args['classes'], 1, args['kernels'], args['sizes']
        self.embed = nn.Embedding(V, D)
        self.convs = nn.ModuleList([nn.Conv2d(Ci, Co, (K, D)) for K in Ks])
        self.dropout = nn.Dropout(args.get('dropout', 0.5))
        self.fc1 = nn.Linear(len(Ks) * Co, C)
        if self.args.get('static'):
            self.embed.weight.requires_grad = False

    def conv_and_pool(self, x, conv):
        x = F.relu(conv(x)).squeeze(3)  # (N, Co, W)
        return F.max_pool1d(x, x.size(2)).squeeze(2)

    def forward(self, x):
        x = self.embed(x)  # (N, W, D)
        x = x.unsqueeze(1)  # (N, Ci, W, D)
        x = [self.conv_and_pool(x, conv) for conv in self.convs]
        x = self.dropout(torch.cat(x, 1))
        return self.fc1(x)

# model: TextCNN(dict(vocab=90, dim=15, classes=4, kernels=6, sizes=[3, 4, 5]))
# input: 21:long < 90
# wrong: len(Ks) * Co => Co
# wrong: (K, D)) => (D, K))
# wrong: x.unsqueeze(1) => x.unsqueeze(2)
# wrong init: dict(vocab=90, dim=15, classes=4, kernels=6, sizes=[3, 22])
# wrong init: dict(vocab=90, dims=15, classes=4, kernels=6, sizes=[3])
