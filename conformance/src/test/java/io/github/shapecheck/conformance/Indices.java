package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * Subscripts with tensors of indices among slices, numbers and new axes; TorchScript takes an index
 * without axes for a tensor, eager PyTorch for a number.
 */
final class Indices {
  private Indices() {}

  static List<Kind> kinds() {
    return List.of(Functions.kind("index", Indices::draw));
  }

  private static Case draw(Dice dice) {
    Operand x = Operand.of("x", dice.numbers((int) dice.between(1, 4), 1, 5));
    List<Long> shape = dice.numbers((int) dice.between(1, 2), 1, 4);
    Operand i = Operand.of("i", shape).as(Operand.Type.LONG);
    List<Long> other = dice.chance(0.7) ? shape : dice.numbers((int) dice.between(1, 2), 1, 4);
    Operand j = Operand.of("j", other).as(Operand.Type.LONG);
    List<String> items = new ArrayList<>(List.of("i"));
    for (long more = dice.between(0, x.rank()); more > 0; more--) {
      String item = dice.pick(":", ":", "j", "0", "None", "1:", "::2", "i");
      items.add((int) dice.between(0, items.size()), item);
    }
    return Case.function("x[" + String.join(", ", items) + "]", x, i, j);
  }
}
