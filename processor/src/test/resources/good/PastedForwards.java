package good;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** A def line with a default, buffers of integers, a table of parameters. */
@Input(
    value = {12},
    dtype = long.class)
@Forward(
    """
    def forward(self, input_ids, attention_mask=None):
        pos = self.position_ids[:, :input_ids.size(1)]
        h = self.tok(input_ids) + self.pos(pos)
        h = self.enc(h, attention_mask)
        if_mask = h.masked_fill(self.mask[:, :12, None], 0.0)
        return self.table[self.index.view(-1)].view(4, 4, -1).permute(2, 0, 1).contiguous().unsqueeze(0), h
    """)
class PastedForwards {
  @Embedding(num = 100, dim = 16)
  Block tok;

  @Embedding(num = 64, dim = 16)
  Block pos;

  @Buffer({1, 64})
  Object position_ids;

  @Buffer({1, 64})
  Object mask;

  @Parameter({49, 3})
  Object table;

  @Buffer({4, 4})
  Object index;

  @Submodule(PastedEncoder.class)
  Object enc;
}

/** A module with an optional input. */
@Params("")
@Forward(
    """
    def forward(self, x, mask=None):
        y = self.fc(self.norm(x))
        self.saved = y
        z = nn.Dropout(0.1)(y)
        return x + z + self.saved
    """)
class PastedEncoder {
  @LayerNorm(16)
  Block norm;

  @Linear(in = 16, out = 16)
  Block fc;
}

/** A list of skips. */
@Input({3, 32, 32})
@Forward(
    """
    skips = []
    x = self.a(x)
    skips.append(x)
    x = self.pool(x)
    x = self.b(x)
    x = F.interpolate(x, scale_factor=2.0)
    x = torch.cat([x, skips.pop()], dim=1)
    return self.c(x)
    """)
class PastedSkips {
  @Conv2d(in = 3, out = 4, k = 3, p = 1)
  Block a;

  @MaxPool2d(2)
  Block pool;

  @Conv2d(in = 4, out = 8, k = 3, p = 1)
  Block b;

  @Conv2d(in = 12, out = 1, k = 1)
  Block c;
}

/** Packed sequences. */
@Input(
    value = {20},
    dtype = long.class)
@Input(
    value = {},
    name = "lengths",
    dtype = long.class)
@Forward(
    """
    e = self.emb(x)
    packed = nn.utils.rnn.pack_padded_sequence(e, lengths, batch_first=True)
    out, (h, c) = self.lstm(packed)
    out, lens = nn.utils.rnn.pad_packed_sequence(out, batch_first=True)
    h = torch.cat((h[-2], h[-1]), dim=1)
    return self.fc(h)
    """)
class PastedPacking {
  @Embedding(num = 100, dim = 8)
  Block emb;

  @LSTM(in = 8, hidden = 5, layers = 2, batchFirst = true, bidirectional = true)
  Block lstm;

  @Linear(in = 10, out = 2)
  Block fc;
}

/** Attention written out. */
@Input({16, 40})
@Forward(
    """
    B, T, C = x.shape
    q, k, v = self.qkv(x).view(B, T, 3, 4, 10).permute(2, 0, 3, 1, 4)
    a = (q @ k.transpose(-1, -2)).softmax(-1)
    y = (a @ v).transpose(1, 2).contiguous().view(B, T, C)
    return self.out(y)
    """)
class PastedAttention {
  @Linear(in = 40, out = 120)
  Block qkv;

  @Linear(in = 40, out = 40)
  Block out;
}

/** Rows of whole axes, undone. */
@Input({7, 40})
@Forward(
    """
    x = x.transpose(0, 1)
    out, h = self.gru(x)
    out = out.view(-1, 12)
    logits = self.fc(out)
    return logits.view(7, x.size(1), 5).transpose(0, 1)
    """)
class PastedRows {
  @GRU(in = 40, hidden = 12)
  Block gru;

  @Linear(in = 12, out = 5)
  Block fc;
}
