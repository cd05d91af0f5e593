package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

/** What functions that PyTorch makes of others refuse. */
class FunctionsInPython {
  @Input({7, 5})
  @Forward("return torch.linalg.matrix_norm(x, 3)") // BUG: "return torch.linalg.matrix_norm(x, 3)" [argument] the norm of a matrix has no order 3
  static class Order {}

  @Input({7, 5})
  @Forward("return torch.linalg.matrix_norm(x, dim=(1,))") // BUG: "return torch.linalg.matrix_norm(x, dim=(1,))" [rank] the norm of a matrix is over two axes, not over (1,) of a tensor [N, 7, 5]
  static class OneAxis {}

  @Input({7, 5})
  @Forward("return torch.vander(x[0])") // BUG: "return torch.vander(x[0])" [rank] a vector is needed, not a tensor [7, 5]
  static class Matrix {}

  @Input({5})
  @Forward("return torch.combinations(x[0], -1)") // BUG: "return torch.combinations(x[0], -1)" [range] combinations of -1 numbers
  static class Negative {}

  @Input({7, 5})
  @Forward("return nn.utils.rnn.pack_sequence([x[0], x[1, :, :3]])[0]") // BUG: "return nn.utils.rnn.pack_sequence([x[0], x[1, :, :3]])[0]" [stack] pad_sequence cannot pad [7, 3] beside [7, 5]: they differ in more than length
  static class Widths {}
}
