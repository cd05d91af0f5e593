package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Moves a case off by one small change, often over a limit. */
final class Mutation {
  /** An integer standing alone: not part of a name, a float or an einsum. */
  static final Pattern INTEGER = Pattern.compile("(?<![\\w.'\"])-?\\d+(?![\\w.'\"])");

  private static final Pattern TYPED =
      Pattern.compile(
          "Conv|Linear|Bilinear|Embedding|RNN|GRU|LSTM|NLL|CrossEntropy|MultiMargin|MultiLabelMargin");

  private Mutation() {}

  static Case of(Case drawn, Dice dice) {
    List<MatchResult> literals = INTEGER.matcher(drawn.statement()).results().toList();
    if (!literals.isEmpty() && dice.chance(0.5)) {
      MatchResult literal = dice.pick(literals);
      return drawn.saying(
          replaced(drawn.statement(), literal, number(Long.parseLong(literal.group()), dice)));
    }
    if (!drawn.attributes().isEmpty() && dice.chance(0.5)) {
      return attribute(drawn, dice);
    }
    if (drawn.inputs().isEmpty()) {
      return drawn;
    }
    int index = (int) dice.between(0, drawn.inputs().size() - 1);
    return drawn.with(index, operand(drawn.layer(), drawn.input(index), dice));
  }

  static String replaced(String statement, MatchResult literal, long number) {
    return statement.substring(0, literal.start()) + number + statement.substring(literal.end());
  }

  private static Case attribute(Case drawn, Dice dice) {
    Map.Entry<String, Object> entry = dice.pick(new ArrayList<>(drawn.attributes().entrySet()));
    Object value = entry.getValue();
    if (value instanceof Long number) {
      return drawn.with(entry.getKey(), number(number, dice));
    }
    if (value instanceof Boolean flag) {
      return drawn.with(entry.getKey(), !flag);
    }
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Long) {
      List<Long> numbers = new ArrayList<>(drawn.numbers(entry.getKey()));
      int at = (int) dice.between(0, numbers.size() - 1);
      numbers.set(at, number(numbers.get(at), dice));
      return drawn.with(entry.getKey(), List.copyOf(numbers));
    }
    return drawn;
  }

  /**
   * Layers with weights, indices or labels; for the others integers are PyTorch's promotion and
   * pass.
   */
  private static boolean looksAtTypes(String layer) {
    return TYPED.matcher(layer).lookingAt();
  }

  private static Operand operand(String layer, Operand drawn, Dice dice) {
    List<Long> shape = new ArrayList<>(drawn.shape());
    if (dice.chance(0.06) && looksAtTypes(layer)) {
      return drawn.as(drawn.type() == Operand.Type.FLOAT ? Operand.Type.LONG : Operand.Type.FLOAT);
    }
    if (shape.isEmpty() || dice.chance(0.1)) {
      shape.add((int) dice.between(0, shape.size()), dice.between(1, 4));
      return drawn.with(shape);
    }
    int axis = (int) dice.between(0, shape.size() - 1);
    if (dice.chance(0.12)) {
      shape.remove(axis);
    } else if (dice.chance(0.1) && shape.size() > 1) {
      int other = (axis + 1) % shape.size();
      long kept = shape.get(axis);
      shape.set(axis, shape.get(other));
      shape.set(other, kept);
    } else {
      long size = shape.get(axis);
      shape.set(
          axis, Math.max(0, dice.pick(size - 1, size + 1, size - 1, size + 1, 1L, 0L, 2 * size)));
    }
    return drawn.with(shape);
  }

  private static long number(long old, Dice dice) {
    long moved = dice.pick(old - 1, old + 1, old + 1, old + 2, 0L, -1L, -old, 2 * old);
    return Math.min(40, Math.max(-40, moved));
  }
}
