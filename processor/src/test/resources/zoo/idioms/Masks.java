package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {13}, name = "tokens", dtype = long.class)
@Input(value = {13, 24}, name = "h")
@Forward("""
    def forward(self, tokens, h):
        pad = tokens == 0
        keep = ~pad
        short = keep & (tokens < 40)
        either = pad | short
        scores = self.score(h).squeeze(-1)
        scores = scores.masked_fill(pad, -1e9)
        alpha = F.softmax(scores, dim=1)
        pooled = torch.bmm(alpha.unsqueeze(1), h).squeeze(1)
        lengths = keep.sum(dim=1)
        mean = (h * keep.unsqueeze(-1).float()).sum(1) / lengths.clamp(min=1).unsqueeze(1)
        causal = torch.tril(torch.ones(13, 13, dtype=torch.bool))
        full = keep[:, None, :] & causal[None]
        hidden = torch.where(keep.unsqueeze(-1), h, torch.zeros_like(h))
        top = hidden.masked_fill(pad[..., None], float("-inf")).max(1)[0]
        last = h[torch.arange(h.size(0)), lengths - 1]
        return torch.cat([pooled, mean, top, last], dim=-1), full
    """)
class Masks {
  static class Block {}

  @Linear(in = 24, out = 1) Block score;
}

/* PyTorch 1.13.0:
parameters 25
sizes N=2 N=3
pad 2,13 3,13
keep 2,13 3,13
lt 2,13 3,13
bitwise_and 2,13 3,13
either 2,13 3,13
score 2,13,1 3,13,1
squeeze 2,13 3,13
scores 2,13 3,13
alpha 2,13 3,13
unsqueeze 2,1,13 3,1,13
bmm 2,1,24 3,1,24
squeeze_1 2,24 3,24
lengths 2 3
unsqueeze_1 2,13,1 3,13,1
float 2,13,1 3,13,1
mul 2,13,24 3,13,24
sum 2,24 3,24
clamp 2 3
unsqueeze_2 2,1 3,1
div 2,24 3,24
ones 13,13 13,13
tril 13,13 13,13
getitem 2,1,13 3,1,13
getitem_1 1,13,13 1,13,13
bitwise_and_1 2,13,13 3,13,13
unsqueeze_3 2,13,1 3,13,1
zeros_like 2,13,24 3,13,24
where 2,13,24 3,13,24
getitem_2 2,13,1 3,13,1
masked_fill 2,13,24 3,13,24
max 2,24;2,24; 3,24;3,24;
arange 2 3
sub 2 3
getitem_3 2,24 3,24
cat 2,96 3,96
*/
