"""torch's own transformer layers, with a causal mask."""
import math
import torch
from torch import nn, Tensor


class Positional(nn.Module):
    def __init__(self, width: int, longest: int = 50):
        super().__init__()
        place = torch.arange(longest).unsqueeze(1)
        factor = torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
        table = torch.zeros(longest, 1, width)
        table[:, 0, 0::2] = torch.sin(place * factor)
        table[:, 0, 1::2] = torch.cos(place * factor)
        self.register_buffer('table', table)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.table[:x.size(0)]


class LanguageModel(nn.Module):
    def __init__(self, tokens=45, width=20, heads=4, hidden=28, layers=2, dropout=0.2):
        super().__init__()
        self.src_mask = None
        self.place = Positional(width)
        layer = nn.TransformerEncoderLayer(width, heads, hidden, dropout)
        self.encoder = nn.TransformerEncoder(layer, layers)
        self.embed = nn.Embedding(tokens, width)
        self.cross = nn.MultiheadAttention(width, heads, kdim=width, batch_first=False)
        self.out = nn.Linear(width, tokens)
        self.width = width

    def mask(self, size):
        mask = (torch.triu(torch.ones(size, size)) == 1).transpose(0, 1)
        return mask.float().masked_fill(mask == 0, float('-inf')).masked_fill(mask == 1, float(0.0))

    def forward(self, src: Tensor, has_mask: bool = True) -> Tensor:
        if has_mask:
            if self.src_mask is None or self.src_mask.size(0) != len(src):
                self.src_mask = self.mask(len(src))
        else:
            self.src_mask = None
        x = self.place(self.embed(src) * math.sqrt(self.width))
        x = self.encoder(x, self.src_mask)
        seen, weights = self.cross(x, x, x, need_weights=True)
        return self.out(seen), weights

# model: LanguageModel()
# input: src=12:long@1 < 45
# wrong: nn.Embedding(tokens, width) => nn.Embedding(tokens, width + 1)
# wrong: self.mask(len(src)) => self.mask(src.size(1))
# wrong: torch.zeros(longest, 1, width) => torch.zeros(longest, width, 1)
# wrong init: heads=3
# wrong input: src=60:long@1 < 45
