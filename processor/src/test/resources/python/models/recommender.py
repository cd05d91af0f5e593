"""Sparse features by embeddings, dense ones by layers, all pairs by a factorization."""
import torch
import torch.nn as nn
from collections import namedtuple

Field = namedtuple('Field', ['name', 'size', 'width'])
FIELDS = [Field('user', 30, 6), Field('item', 50, 6), Field('city', 9, 6)]


class DNN(nn.Module):
    def __init__(self, inputs_dim, hidden_units, activation='relu', use_bn=False, dropout_rate=0):
        super(DNN, self).__init__()
        if len(hidden_units) == 0:
            raise ValueError("hidden_units is empty!!")
        hidden_units = [inputs_dim] + list(hidden_units)
        self.linears = nn.ModuleList([nn.Linear(hidden_units[i], hidden_units[i + 1]) for i in range(len(hidden_units) - 1)])
        self.use_bn = use_bn
        if self.use_bn:
            self.bn = nn.ModuleList([nn.BatchNorm1d(hidden_units[i + 1]) for i in range(len(hidden_units) - 1)])
        self.acts = nn.ModuleList([{'relu': nn.ReLU, 'prelu': nn.PReLU}[activation]() for _ in self.linears])
        self.dropout = nn.Dropout(dropout_rate)

    def forward(self, inputs):
        deep = inputs
        for i in range(len(self.linears)):
            fc = self.linears[i](deep)
            if self.use_bn:
                fc = self.bn[i](fc)
            deep = self.dropout(self.acts[i](fc))
        return deep


class DeepFM(nn.Module):
    def __init__(self, fields=FIELDS, dense=4, hidden=(16, 12), **dnn_options):
        super(DeepFM, self).__init__()
        self.fields = fields
        self.embeddings = nn.ModuleDict({f.name: nn.Embedding(f.size, f.width) for f in fields})
        self.first = nn.ModuleDict({f.name: nn.Embedding(f.size, 1) for f in fields})
        total = sum(f.width for f in fields) + dense
        self.dnn = DNN(total, hidden, **dnn_options)
        self.out = nn.Linear(hidden[-1], 1, bias=False)
        self.bias = nn.Parameter(torch.zeros((1,)))

    def forward(self, sparse, dense):
        found = [self.embeddings[f.name](sparse[:, i]) for i, f in enumerate(self.fields)]
        stacked = torch.stack(found, dim=1)
        linear = sum(self.first[f.name](sparse[:, i]) for i, f in enumerate(self.fields))
        square_of_sum = torch.pow(torch.sum(stacked, dim=1, keepdim=True), 2)
        sum_of_square = torch.sum(stacked * stacked, dim=1, keepdim=True)
        fm = 0.5 * (square_of_sum - sum_of_square).sum(dim=2, keepdim=False)
        deep = self.out(self.dnn(torch.cat([*found, dense], dim=-1)))
        return torch.sigmoid(linear + fm + deep + self.bias).squeeze(-1)

# model: DeepFM(use_bn=True, activation='prelu')
# input: sparse=3:long < 9
# input: dense=4
# wrong: Field('city', 9, 6) => Field('city', 9, 5)
# wrong: for f in fields) + dense => for f in fields)
# wrong: nn.BatchNorm1d(hidden_units[i + 1]) => nn.BatchNorm1d(hidden_units[i])
# wrong init: hidden=()
# wrong input: sparse=2:long < 9
