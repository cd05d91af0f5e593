package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** Random equations of {@code einsum}: one to three terms, sums, diagonals, dots. */
final class Equations {
  private static final String LETTERS = "abcde";

  private Equations() {}

  static List<Kind> kinds() {
    return List.of(Functions.kind("equation", Equations::draw));
  }

  private static Case draw(Dice dice) {
    List<Long> sizes = dice.numbers(LETTERS.length(), 1, 4);
    boolean dots = dice.chance(0.25);
    List<String> terms = new ArrayList<>();
    List<Operand> inputs = new ArrayList<>();
    for (int i = 0; i < dice.pick(1, 2, 2, 3); i++) {
      String term = letters((int) dice.between(dots ? 0 : 1, 3), dice);
      List<Long> shape = new ArrayList<>();
      if (dots) {
        shape.addAll(List.of(dice.pick(3L, 3L, 1L), 2L).subList(0, (int) dice.between(0, 2)));
      }
      for (char letter : term.toCharArray()) {
        shape.add(sizes.get(LETTERS.indexOf(letter)));
      }
      terms.add(dots && dice.chance(0.95) ? "..." + term : term);
      inputs.add(Operand.of(List.of("x", "y", "z").get(i), shape));
    }
    String result = "";
    if (dice.chance(0.7)) {
      String out = letters((int) dice.between(0, 3), dice);
      result = "->" + (dots && dice.chance(0.9) ? "..." : "") + out;
    }
    String names = String.join(", ", List.of("x", "y", "z").subList(0, inputs.size()));
    return Case.function(
        "torch.einsum('" + String.join(",", terms) + result + "', " + names + ")",
        inputs.toArray(Operand[]::new));
  }

  private static String letters(int count, Dice dice) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      char letter = LETTERS.charAt((int) dice.between(0, LETTERS.length() - 1));
      if (letters.indexOf(String.valueOf(letter)) < 0 || dice.chance(0.15)) {
        letters.append(letter);
      }
    }
    return letters.toString();
  }
}
