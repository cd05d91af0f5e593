"""Patches and heads in the words of einops."""
import torch
from torch import nn
from einops import rearrange, repeat, reduce
from einops.layers.torch import Rearrange


class Attend(nn.Module):
    def __init__(self, dim, heads, dim_head):
        super().__init__()
        self.heads, self.scale = heads, dim_head ** -0.5
        self.norm = nn.LayerNorm(dim)
        self.to_qkv = nn.Linear(dim, heads * dim_head * 3, bias=False)
        self.to_out = nn.Linear(heads * dim_head, dim)

    def forward(self, x):
        q, k, v = map(lambda t: rearrange(t, 'b n (h d) -> b h n d', h=self.heads), self.to_qkv(self.norm(x)).chunk(3, dim=-1))
        attn = (torch.einsum('b h i d, b h j d -> b h i j', q, k) * self.scale).softmax(dim=-1)
        return self.to_out(rearrange(attn @ v, 'b h n d -> b n (h d)'))


class VideoViT(nn.Module):
    def __init__(self, *, size, frames, patch, dim=18, depth=2, heads=3, dim_head=8, classes=6):
        super().__init__()
        h, w = size
        assert h % patch == 0 and w % patch == 0
        self.embed = nn.Sequential(
            Rearrange('b c f (h p1) (w p2) -> b f (h w) (p1 p2 c)', p1=patch, p2=patch),
            nn.Linear(3 * patch ** 2, dim))
        self.pos = nn.Parameter(torch.randn(1, frames, (h // patch) * (w // patch), dim))
        self.token = nn.Parameter(torch.randn(dim))
        self.space = nn.ModuleList([Attend(dim, heads, dim_head) for _ in range(depth)])
        self.time = Attend(dim, heads, dim_head)
        self.head = nn.Linear(dim, classes)

    def forward(self, video):
        x = self.embed(video) + self.pos
        b, f, n, _ = x.shape
        x = rearrange(x, 'b f n d -> (b f) n d')
        x = torch.cat((repeat(self.token, 'd -> b 1 d', b=x.shape[0]), x), dim=1)
        for attend in self.space:
            x = attend(x) + x
        x = rearrange(x[:, 0], '(b f) d -> b f d', b=b)
        x = self.time(x) + x
        return self.head(reduce(x, 'b f d -> b d', 'mean'))

# model: VideoViT(size=(16, 24), frames=5, patch=4)
# input: video=3,5,16,24
# wrong: nn.Linear(3 * patch ** 2, dim) => nn.Linear(3 * patch, dim)
# wrong: '(b f) d -> b f d', b=b) => '(b f) d -> b f d', f=b + 1)
# wrong: 'd -> b 1 d' => 'd -> b d'
# wrong: heads * dim_head * 3 => heads * dim_head * 3 + 3
# wrong init: size=(16, 24), frames=6, patch=4
# wrong input: video=3,5,18,24
