"""An encoder whose attention learns a bias for every bucket of distances; layers share the first one's."""
import math
import torch
from torch import nn


class RelativeBias(nn.Module):
    def __init__(self, heads, buckets=8, max_distance=20):
        super().__init__()
        self.buckets, self.max_distance = buckets, max_distance
        self.table = nn.Embedding(buckets, heads)

    @staticmethod
    def bucket(relative, buckets, max_distance):
        ret = 0
        n = -relative
        buckets //= 2
        ret += (n < 0).to(torch.long) * buckets
        n = torch.abs(n)
        exact = buckets // 2
        small = n < exact
        large = exact + (torch.log(n.float() / exact) / math.log(max_distance / exact) * (buckets - exact)).to(torch.long)
        large = torch.min(large, torch.full_like(large, buckets - 1))
        ret += torch.where(small, n, large)
        return ret

    def forward(self, qlen, klen):
        context = torch.arange(qlen, dtype=torch.long)[:, None]
        memory = torch.arange(klen, dtype=torch.long)[None, :]
        buckets = self.bucket(memory - context, self.buckets, self.max_distance)
        return self.table(buckets).permute([2, 0, 1]).unsqueeze(0)


class Layer(nn.Module):
    def __init__(self, d_model, heads, d_kv, has_bias=False):
        super().__init__()
        inner = heads * d_kv
        self.heads, self.d_kv = heads, d_kv
        for name in ("q", "k", "v"):
            setattr(self, name, nn.Linear(d_model, inner, bias=False))
        self.o = nn.Linear(inner, d_model, bias=False)
        self.norm = nn.LayerNorm(d_model)
        if has_bias:
            self.bias = RelativeBias(heads)

    def forward(self, x, bias=None):
        bs, qlen, dim = x.size()

        def shape(t):
            return t.view(bs, -1, self.heads, self.d_kv).transpose(1, 2)

        def unshape(t):
            return t.transpose(1, 2).contiguous().view(bs, -1, self.heads * self.d_kv)

        y = self.norm(x)
        q, k, v = (shape(getattr(self, n)(y)) for n in "qkv")
        scores = torch.einsum("bnqd,bnkd->bnqk", q, k)
        if bias is None:
            if not hasattr(self, "bias"):
                raise ValueError("No position_bias provided and no weights to compute position_bias")
            bias = self.bias(qlen, k.shape[2])
        scores += bias
        return x + self.o(unshape(torch.matmul(scores.softmax(-1), v))), bias


class Encoder(nn.Module):
    def __init__(self, vocab=40, d_model=20, heads=3, d_kv=8, layers=3):
        super().__init__()
        self.embed = nn.Embedding(vocab, d_model)
        self.block = nn.ModuleList([Layer(d_model, heads, d_kv, has_bias=bool(i == 0)) for i in range(layers)])

    def forward(self, ids):
        x, bias = self.embed(ids), None
        for i, layer in enumerate(self.block):
            outputs = layer(x, bias)
            x, bias = outputs[0], outputs[1]
        return x

# model: Encoder()
# input: ids=13:long < 40
# wrong: nn.Embedding(buckets, heads) => nn.Embedding(buckets, 2 * heads)
# wrong: permute([2, 0, 1]) => permute([1, 2, 0])
# wrong: bool(i == 0) => bool(i == 1)
# wrong: self.o = nn.Linear(inner, d_model => self.o = nn.Linear(inner, inner
