package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Functions that PyTorch makes of others, as here. */
class FunctionsInPython {
  @Input({7, 5})
  @Output({11, 6})
  @Forward(
      """
      packed = nn.utils.rnn.pack_sequence([x[0], x[1, :3]])
      rows, state = self.rnn(packed)
      padded, lengths = nn.utils.rnn.pad_packed_sequence(rows, batch_first=True, total_length=11)
      return padded[:1].expand(x.size(0), -1, -1)
      """)
  static class PacksSequences {
    @GRU(in = 5, hidden = 6) Block rnn;
  }

  @Input({5})
  @Output({125})
  @Forward(
      """
      pairs = torch.stack([torch.combinations(row) for row in x])
      threes = torch.stack([torch.combinations(row, r=3, with_replacement=True) for row in x])
      none = torch.stack([torch.combinations(row, 7) for row in x])
      return torch.cat([t.flatten(1) for t in (pairs, threes, none)], 1)
      """)
  static class Combines {}

  @Input({5})
  @Output({5, 8})
  @Forward(
      """
      powers = torch.stack([torch.vander(row) for row in x])
      return torch.cat([powers, torch.stack([torch.vander(row, N=3, increasing=True) for row in x])], 2)
      """)
  static class Powers {}

  @Input({7, 5})
  @Output({1, 5})
  @Forward(
      """
      norm = torch.linalg.matrix_norm
      rows = norm(x[:, :, None], float("inf"), (1, 2), True)[:, 0]
      return (norm(x) + norm(x, 2))[:, None, None] * norm(x, "nuc", keepdim=True) * rows
      """)
  static class Norms {}

  @Input({4})
  @Output({3})
  @Forward(
      """
      held = torch.empty(0)
      held.resize_(x.size(0), 3)
      return self.fc(x) + held
      """)
  static class Resizes {
    @Linear(in = 4, out = 3) Block fc;
  }
}
