package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the tensor functions share: TorchScript runs the very statement that we read. */
final class Functions {
  private Functions() {}

  static Kind kind(String name, Function<Dice, Case> draw) {
    return new Kind(name, draw, Functions::run);
  }

  /** Where an axis is empty no index is valid, which only its value tells. */
  private static Verdict run(Case c) {
    boolean picks = c.inputs().stream().anyMatch(x -> x.type() == Operand.Type.LONG);
    if (picks && c.inputs().stream().anyMatch(x -> x.shape().contains(0L))) {
      return new Verdict.Unknown("an index into an empty axis");
    }
    if (c.statement().contains("attention")
        && c.inputs().stream().anyMatch(x -> x.shape().contains(0L))) {
      return new Verdict.Unknown("LibTorch divides by a size of zero and ends the process");
    }
    return LibTorch.script(c, c.statement());
  }

  static List<Long> shape(int least, int most, Dice dice) {
    return dice.numbers((int) dice.between(least, most), dice.chance(0.07) ? 0 : 1, 6);
  }

  static Operand tensor(String name, int least, int most, Dice dice) {
    return Operand.of(name, shape(least, most, dice));
  }

  /** An axis of a tensor, mostly a valid one, from the front or from the back. */
  static long axis(int rank, Dice dice) {
    return dice.chance(0.1)
        ? dice.between(-rank - 2, rank + 1)
        : dice.between(-Math.max(rank, 1), Math.max(rank, 1) - 1);
  }

  static String list(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** The axes 0 to rank - 1 in some order. */
  static List<Long> order(int rank, Dice dice) {
    List<Long> left = new ArrayList<>();
    for (long i = 0; i < rank; i++) {
      left.add(i);
    }
    List<Long> order = new ArrayList<>();
    while (!left.isEmpty()) {
      long next = left.remove((int) dice.between(0, left.size() - 1));
      order.add(dice.chance(0.2) ? next - rank : next);
    }
    return order;
  }

  static long product(List<Long> numbers) {
    return numbers.stream().reduce(1L, (a, b) -> a * b);
  }
}
