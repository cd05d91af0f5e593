import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input({64, 50})
@Forward({
  "x = conv(x)",
  "a = torch.split(x, 16, 1)",
  "b = x.unbind(1)",
  "c = torch.chunk(x, 4, 1)",
  "return x"
})
class NegativeAxisInPieces {
  @Conv1d(in = 64, out = -2147483648, k = 1)
  Object conv;
}
