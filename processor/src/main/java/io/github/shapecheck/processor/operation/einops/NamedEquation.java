package io.github.shapecheck.processor.operation.einops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pattern of einops' {@code einsum} as torch would write it. Rule einops-17.
 *
 * @param equation with a letter for each axis
 * @param names what the pattern calls the axis of each letter
 * @param error what is wrong with the pattern, if anything
 */
public record NamedEquation(String equation, Map<Character, String> names, Optional<String> error) {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Reads a pattern such as {@code "b i d, b j d -> b i j"}. */
  public static NamedEquation of(String pattern) {
    Map<Axis, Character> letters = new LinkedHashMap<>();
    try {
      String equation = equation(pattern, letters);
      Map<Character, String> names = new LinkedHashMap<>();
      letters.forEach((axis, letter) -> names.put(letter, axis.name()));
      return new NamedEquation(equation, names, Optional.empty());
    } catch (Side.Malformed wrong) {
      return new NamedEquation("", Map.of(), Optional.ofNullable(wrong.getMessage()));
    }
  }

  private static String equation(String pattern, Map<Axis, Character> letters)
      throws Side.Malformed {
    String[] sides = pattern.split("->", -1);
    if (sides.length != 2) {
      throw new Side.Malformed("needs one '->' in its pattern");
    }
    List<String> operands = new ArrayList<>();
    for (String operand : sides[0].split(",", -1)) {
      operands.add(letters(Side.of(operand, 1, true), letters, true));
    }
    String result = letters(Side.of(sides[1], 1, true), letters, false);
    return String.join(",", operands) + "->" + result;
  }

  private static String letters(Side side, Map<Axis, Character> letters, boolean operand)
      throws Side.Malformed {
    StringBuilder text = new StringBuilder();
    for (List<Axis> group : side.groups()) {
      if (group.size() != 1 || group.get(0).isAnonymous()) {
        throw new Side.Malformed("takes neither groups nor lengths in its pattern");
      }
      Axis axis = group.get(0);
      if (axis.equals(Axis.DOTS)) {
        text.append("...");
        continue;
      }
      if (operand && !letters.containsKey(axis) && letters.size() < LETTERS.length()) {
        letters.put(axis, LETTERS.charAt(letters.size()));
      }
      Character letter = letters.get(axis);
      if (letter == null) {
        throw new Side.Malformed("has the axis '" + axis + "' in its result, which no operand has");
      }
      text.append(letter);
    }
    return text.toString();
  }
}
