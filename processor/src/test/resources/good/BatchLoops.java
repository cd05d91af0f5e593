package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Loops over the samples of a batch, and over other free sizes. */
class BatchLoops {
  @Input({7, 5})
  @Output({7, 6})
  @Forward(
      """
      outs = []
      for i in range(x.size(0)):
          row = x[i]
          outs.append(self.fc(row))
      return torch.stack(outs)
      """)
  static class Appends {
    @Linear(in = 5, out = 6) Block fc;
  }

  @Input({7, 5})
  @Output({7, 6})
  @Forward(
      """
      outs = [None] * len(x)
      rest = [None for _ in outs]
      for i in range(len(outs)):
          outs[i] = self.fc(x[i])
          outs[i] = outs[i].relu()
          rest[i] = outs[i].sum()
      kept = [r for r in x]
      kept[0] = kept[0] * 2
      kept[-1] = kept[-1] + 1
      return torch.stack(outs) * torch.stack(rest)[:, None, None] + torch.stack(kept).sum()
      """)
  static class Fills {
    @Linear(in = 5, out = 6) Block fc;
  }

  @Input({7, 5})
  @Output({7, 6})
  @Forward(
      """
      y = torch.zeros(x.size(0), 7, 6)
      for b, row in enumerate(x):
          y[b] = self.fc(row)
      return y
      """)
  static class Writes {
    @Linear(in = 5, out = 6) Block fc;
  }

  @Input({7, 5})
  @Input(value = {7, 5}, name = "other")
  @Output({7, 6})
  @Forward("return torch.cat([self.fc(a + b).unsqueeze(0) for a, b in zip(x, other)], dim=0)")
  static class Comprehends {
    @Linear(in = 5, out = 6) Block fc;
  }

  @Input({7, 5})
  @Output({})
  @Forward(
      """
      total = 0
      losses = {"rows": []}
      for i in reversed(range(len(x))):
          total = total + self.fc(x[i : i + 1]).mean()
          losses["rows"].append(x[i].sum())
      return total / x.size(0) + torch.stack(losses["rows"]).mean()
      """)
  static class Sums {
    @Linear(in = 5, out = 6) Block fc;
  }

  /** A free size of time is gone through as the batch is. */
  @Input({-1, 7})
  @Output({-1, 9})
  @Forward(
      """
      h = None
      outs = []
      for t in range(x.size(1)):
          h = self.cell(x[:, t], h)
          outs.append(h)
      return torch.stack(outs, 1)
      """)
  static class Time {
    @GRUCell(in = 7, hidden = 9) Block cell;
  }

  /** Where a loop may have no step, what stands in front of it is what it leaves. */
  @Input({-1, 7})
  @Output({9})
  @Forward(
      """
      h = self.cell(x[:, 0])
      for t in range(1, x.size(1)):
          h = self.cell(x[:, t], h)
      return h
      """)
  static class Rest {
    @GRUCell(in = 7, hidden = 9) Block cell;
  }

  /** Backwards, by a range, by a while, and a list from its end. */
  @Input({-1, 7})
  @Output({-1, 36})
  @Forward(
      """
      h, there, back, last, all = None, [], [], [], [x.new_zeros(x.size(0), 9)]
      for t in range(x.size(1)):
          h = self.cell(x[:, t], h)
          there.append(h)
          all.append(self.cell(x[:, t], all[-1]))
      for t in range(x.size(1) - 1, -1, -1):
          h = self.cell(x[:, t], h)
          back.append(h)
      t = x.size(1) - 1
      while t >= 0:
          h = self.cell(x[:, t], h)
          last.append(h)
          t -= 1
      ways = [torch.stack(w, 1) for w in (there, back[::-1], last, all[1:])]
      return torch.cat(ways, 2) + x[:, t + 1].mean()
      """)
  static class Backwards {
    @GRUCell(in = 7, hidden = 9) Block cell;
  }

  /** What a loop appended is a list as any other. */
  @Input({-1, 7})
  @Output({-1, 5})
  @Forward(
      """
      outs, other = [self.fc(x[:, 0])], [None] * 0
      for t in range(1, x.size(1)):
          outs.append(self.fc(x[:, t]) + outs[t - 1])
      kept = outs
      for t in range(x.size(1)):
          kept.append(outs[t])
      outs.reverse()
      outs.append(outs[-1])
      outs.insert(0, outs.pop())
      more = outs + [outs[0]]
      more += list(x.unbind(1))[:0] + outs[1:]
      del more[0], more[-1]
      assert len(outs) == 2 * x.size(1) + 1 and isinstance(more, list)
      return torch.stack(kept, 1)[:, : x.size(1)] + torch.stack(more, 1)[:, -1:]
      """)
  static class Lists {
    @Linear(in = 7, out = 5) Block fc;
  }

  /** Pieces of which the last is shorter: what each gives is of one shape. */
  @Input({-1, 7})
  @Output({-1, 9})
  @Forward(
      """
      h, means = None, torch.cat([p.mean(1, keepdim=True) for p in x.split(4, 1)], 1)
      for p in x.split(4, 1):
          h = self.rnn(p, h)[1]
      return self.rnn(means, h)[0]
      """)
  static class Uneven {
    @GRU(in = 7, hidden = 9, batchFirst = true) Block rnn;
  }

  /** Windows of three, two apart, and pieces of four. */
  @Input(value = {-1, 7}, where = "C >= 3 and C % 4 == 0")
  @Output({-1, 5})
  @Forward(
      """
      windows, pieces, start = [], [], 0
      while start + 3 <= x.size(1):
          windows.append(self.three(x[:, start : start + 3].flatten(1)))
          start += 2
      for start in range(0, x.size(1), 4):
          pieces.append(self.four(x[:, start : start + 4].flatten(1)))
      return torch.cat([torch.stack(windows, 1), torch.stack(pieces, 1)], 1)
      """)
  static class Windows {
    @Linear(in = 21, out = 5) Block three;
    @Linear(in = 28, out = 5) Block four;
  }

  /** What each step gives a value anew may have had another one before. */
  @Input({-1, 7})
  @Output({-1, 9})
  @Forward(
      """
      rows = []
      for b in range(x.size(0)):
          steps = []
          for t in range(x.size(1)):
              place = t + 1
              steps.append(self.fc(x[b, t]))
          rows.append(torch.stack(steps))
      for t in range(x.size(1)):
          place = 2 * t
          x = x + x[:, t : t + 1]
      return torch.stack(rows) + x.mean()
      """)
  static class Nested {
    @Linear(in = 7, out = 9) Block fc;
  }

  @Input({6, -1})
  @Output({5, -1})
  @Forward("return torch.stack([self.fc(t) for t in x.unbind(2)], 2)")
  static class Pieces {
    @Linear(in = 6, out = 5) Block fc;
  }

  /** Of an axis too short for three pieces there are fewer. */
  @Input({6, -1})
  @Output({5, -1})
  @Forward("return torch.cat([self.conv(t) for t in x.chunk(3, 2)], 2)")
  static class FewPieces {
    @Conv1d(in = 6, out = 5, k = 1) Block conv;
  }

  /** A table of positions is longer than any batch. */
  @Input({7, 5})
  @Output({7, 5})
  @Forward("return x + self.pe[:x.size(0)]")
  static class Positions {
    @io.github.shapecheck.Buffer({5000, 1, 5}) Block pe;
  }

  @Input({7, 5})
  @Input(value = {7, 5}, name = "other")
  @Output({7, 6})
  @Forward(
      """
      rows = [x[0]] * len(x)
      for i, row in enumerate(list(x)):
          rows[i] = self.fc(row)
      sums = list(map(torch.add, rows, map(self.fc, other)))
      places = list(range(len(x)))
      sums = torch.stack(sums)[: len(places)] + x[places[-1], places[0], 0]
      return sums + rows[-1] + torch.stack(rows)[places]
      """)
  static class Maps {
    @Linear(in = 5, out = 6) Block fc;
  }
}
