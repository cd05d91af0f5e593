package io.github.shapecheck.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks a source as fingers, half-finished edits and spite would. */
final class Mutation {
  private static final Pattern TOKEN =
      Pattern.compile("\\s+|\\w+|\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|.", Pattern.DOTALL);
  private static final List<String> NUMBERS =
      List.of("0", "-1", "2147483647", "-2147483648", "1", "3", "65536", "999999999");
  private static final List<String> STRANGE =
      List.of(
          "\\r",
          "\\0",
          "\u00e9",
          "\u202e",
          "\\u0007",
          "\ud83d\ude00",
          "\t",
          "#",
          "//",
          "...",
          "*",
          "**");
  private static final List<String> NAMES =
      List.of(
          "x",
          "self",
          "None",
          "Missing.X",
          "torch",
          "float.class",
          "Missing.class",
          "-x",
          "N",
          "lambda");

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /** One to three changes of a source. */
  String of(String source) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    for (int i = random.nextInt(3); i >= 0 && !tokens.isEmpty(); i--) {
      change(tokens);
    }
    return String.join("", tokens);
  }

  private void change(List<String> tokens) {
    int at = random.nextInt(tokens.size());
    switch (random.nextInt(9)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> swap(tokens, at, random.nextInt(tokens.size()));
      case 3 -> tokens.set(at, tokens.get(at) + oneOf(STRANGE));
      case 4 -> number(tokens, at);
      case 5 -> tokens.set(at, oneOf(NAMES));
      case 6 -> grow(tokens, at);
      case 7 -> nest(tokens, at);
      default -> tokens.subList(at, Math.min(tokens.size(), at + 1 + random.nextInt(8))).clear();
    }
  }

  private static void swap(List<String> tokens, int one, int other) {
    String moved = tokens.get(one);
    tokens.set(one, tokens.get(other));
    tokens.set(other, moved);
  }

  private void number(List<String> tokens, int from) {
    for (int i = 0; i < tokens.size(); i++) {
      int at = (from + i) % tokens.size();
      if (tokens.get(at).matches("\\d+")) {
        tokens.set(at, oneOf(NUMBERS));
        return;
      }
    }
  }

  /** A word or a text grows to thousands of letters, one time in fifty to a megabyte. */
  private void grow(List<String> tokens, int at) {
    int times = random.nextInt(50) == 0 ? 100_000 : 300;
    String token = tokens.get(at).isBlank() ? "a" : tokens.get(at);
    tokens.set(at, repeated(token, times));
  }

  private static String repeated(String token, int times) {
    return token.length() > 1 && token.startsWith("\"") && !token.equals("\"\"\"")
        ? "\"" + token.substring(1, token.length() - 1).repeat(times) + "\""
        : token.repeat(Math.min(times, 1_000_000 / token.length() + 1));
  }

  private void nest(List<String> tokens, int at) {
    int depth = 1 + random.nextInt(random.nextInt(20) == 0 ? 5_000 : 40);
    String open = oneOf(List.of("(", "[", "relu(", "{", "-", "not "));
    String close = open.endsWith("(") ? ")" : open.equals("[") ? "]" : open.equals("{") ? "}" : "";
    tokens.set(at, open.repeat(depth) + tokens.get(at) + close.repeat(depth));
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
