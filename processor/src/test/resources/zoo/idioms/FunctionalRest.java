package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {8, 12, 15}, name = "x")
@Input(value = {6}, name = "tokens", dtype = long.class)
@Forward("""
    def forward(self, x, tokens):
        x = torch.dropout(x, 0.1, train=False)
        a = torch.conv2d(x, self.weight, self.bias, padding="same")
        b = torch.max_pool2d(torch.relu(a), 2)
        c = torch.nn.functional.avg_pool2d(b, (2, 1), ceil_mode=True)
        d = torch.batch_norm(x, self.gamma, None, None, None, True, 0.1, 1e-5, False)
        e = torch.layer_norm(x, [15])
        f = torch.group_norm(x, 4, self.gamma, self.gamma)
        g = torch.embedding(self.table, tokens)
        h = torch.pixel_shuffle(torch.pixel_unshuffle(x, 3), 3)
        i = torch.channel_shuffle(x, 4)
        j = torch.prelu(x, self.gamma)
        k = torch.selu(torch.celu(torch.rrelu(x, 0.1, 0.3)))
        l = torch.hardshrink(x).sigmoid_().tanh_()
        m = torch.nn.functional.max_pool2d_with_indices(x, 3, 1)[1]
        n = torch.adaptive_avg_pool1d(x.flatten(2), 7)
        o = torch.cosine_similarity(x, x, 1)
        p = torch.pairwise_distance(g, g)
        q = torch.clone(x).detach().requires_grad_(False).contiguous(memory_format=torch.contiguous_format)
        r = torch.bilinear(g, g, torch.randn(3, 5, 5), None)
        s = torch.softmax(x, -1, torch.float64)
        t = F.embedding_bag(tokens, self.table, mode="sum")
        u = F.multi_margin_loss(t, tokens[:, 0].clamp(max=4))
        v = F.gumbel_softmax(t, hard=True, dim=-1)
        w = F.normalize(x.flatten(1), p=1.0, dim=1, eps=1e-6)
        y = F.fold(F.unfold(x, 3, padding=1), (12, 15), 3, padding=1)
        z = F.interpolate(x, size=[7, 9], mode="bicubic", align_corners=True, antialias=True)
        return c, d + e + f, h + i + j + k + l, m, n, o, p, q, r, s, u, v, w, y, z
    """)
class FunctionalRest {
  static class Block {}

  @Parameter({16, 8, 3, 3}) Block weight;
  @Parameter({16}) Block bias;
  @Parameter({8}) Block gamma;
  @Parameter({9, 5}) Block table;
}

/* PyTorch 1.13.0:
parameters 1221
sizes N=2 N=3
x_1 2,8,12,15 3,8,12,15
a 2,16,12,15 3,16,12,15
relu 2,16,12,15 3,16,12,15
max_pool2d 2,16,6,7 3,16,6,7
c 2,16,3,7 3,16,3,7
d 2,8,12,15 3,8,12,15
e 2,8,12,15 3,8,12,15
f 2,8,12,15 3,8,12,15
g 2,6,5 3,6,5
pixel_unshuffle 2,72,4,5 3,72,4,5
pixel_shuffle 2,8,12,15 3,8,12,15
i 2,8,12,15 3,8,12,15
j 2,8,12,15 3,8,12,15
rrelu 2,8,12,15 3,8,12,15
celu 2,8,12,15 3,8,12,15
selu 2,8,12,15 3,8,12,15
hardshrink 2,8,12,15 3,8,12,15
sigmoid_ 2,8,12,15 3,8,12,15
tanh_ 2,8,12,15 3,8,12,15
m 2,8,10,13;2,8,10,13; 3,8,10,13;3,8,10,13;
flatten 2,8,180 3,8,180
adaptive_avg_pool1d 2,8,7 3,8,7
o 2,12,15 3,12,15
p 2,6 3,6
clone 2,8,12,15 3,8,12,15
detach 2,8,12,15 3,8,12,15
requires_grad_ 2,8,12,15 3,8,12,15
contiguous 2,8,12,15 3,8,12,15
randn 3,5,5 3,5,5
bilinear 2,6,3 3,6,3
s 2,8,12,15 3,8,12,15
t 2,5 3,5
getitem 2 3
clamp 2 3
multi_margin_loss () ()
v 2,5 3,5
flatten_1 2,1440 3,1440
normalize 2,1440 3,1440
unfold 2,72,180 3,72,180
fold 2,8,12,15 3,8,12,15
z 2,8,7,9 3,8,7,9
add 2,8,12,15 3,8,12,15
add_1 2,8,12,15 3,8,12,15
add_2 2,8,12,15 3,8,12,15
add_3 2,8,12,15 3,8,12,15
add_4 2,8,12,15 3,8,12,15
add_5 2,8,12,15 3,8,12,15
*/
