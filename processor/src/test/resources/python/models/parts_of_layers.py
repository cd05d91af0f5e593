"""A language model that is a Transformer of PyTorch's and calls its encoder."""

import torch
from torch import nn


class Model(nn.Transformer):
    def __init__(self, tokens=31, width=16, heads=4, hidden=20, layers=2):
        super(Model, self).__init__(d_model=width, nhead=heads, dim_feedforward=hidden, num_encoder_layers=layers)
        self.src_mask = None
        self.input_emb = nn.Embedding(tokens, width)
        self.even = nn.Linear(width, width)
        self.decoder = nn.Linear(width, tokens)

    def _mask(self, sz):
        return torch.log(torch.tril(torch.ones(sz, sz)))

    def forward(self, src, has_mask=True):
        if has_mask:
            if self.src_mask is None or self.src_mask.size(0) != len(src):
                self.src_mask = self._mask(len(src))
        else:
            self.src_mask = None
        src = self.even(self.input_emb(src) * 4)
        output = self.encoder(src, mask=self.src_mask)
        return torch.log_softmax(self.decoder(output), dim=-1)


# model: Model(layers=3)
# input: 9:long@1 < 31
# wrong: nn.Linear(width, tokens) => nn.Linear(hidden, tokens)
# wrong: self.even = nn.Linear(width, width) => self.even = nn.Linear(width, width - 1)
# wrong: nn.Embedding(tokens, width) => nn.Embedding(tokens, hidden)
# wrong: torch.ones(sz, sz) => torch.ones(sz, sz - 1)
# wrong init: heads=5
