package io.github.shapecheck.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks a source as fingers, half-finished edits and spite would. */
final class Mutation {
  private static final Pattern TOKEN =
      Pattern.compile("\\s+|\\w+|\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|.", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern NAME = Pattern.compile("in|out|[kspd]|dim|\\w*(size|dim|features)");
  private static final Pattern BRACKET = Pattern.compile("[()\\[\\]{}]");
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

  private static final List<String> AROUND =
      List.of(
          "(lambda: %s)()",
          "(y := %s)",
          "[%s for _ in range(3)]",
          "*%s",
          "**%s",
          "%s if self.training else None",
          "f\"{%s}\"",
          "(%s,)",
          "%s.shape",
          "%s[0]",
          "-%s",
          "'%s'",
          "\"%s\"",
          "%s.0",
          "%s, -3",
          "0, %s",
          "2147483647, %s",
          "(byte) %s",
          "@%s",
          "%s = %s");

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /** One to three changes of a source. */
  String of(String source) {
    LineMutation lines = new LineMutation(random);
    String changed = source;
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed = random.nextInt(3) == 0 ? lines.of(changed) : ofTokens(changed);
    }
    return changed;
  }

  private String ofTokens(String source) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    if (!tokens.isEmpty()) {
      change(tokens);
    }
    return String.join("", tokens);
  }

  private void change(List<String> tokens) {
    int at = random.nextInt(tokens.size());
    switch (random.nextInt(14)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> swap(tokens, at, random.nextInt(tokens.size()));
      case 3 -> tokens.set(at, tokens.get(at) + oneOf(STRANGE));
      case 4 -> tokens.set(next(tokens, at, NUMBER), oneOf(NUMBERS));
      case 5 -> tokens.set(at, oneOf(NAMES));
      case 6 -> grow(tokens, at);
      case 7 -> nest(tokens, at);
      case 8 -> swap(tokens, next(tokens, at, NUMBER), next(tokens, any(tokens), NUMBER));
      case 9 -> swap(tokens, next(tokens, at, NAME), next(tokens, any(tokens), NAME));
      case 10 -> tokens.remove(next(tokens, at, BRACKET));
      case 11 -> around(tokens, next(tokens, at, random.nextBoolean() ? NUMBER : WORD));
      case 12 -> rename(tokens, next(tokens, at, WORD));
      default -> tokens.subList(at, Math.min(tokens.size(), at + 1 + random.nextInt(8))).clear();
    }
  }

  private static void swap(List<String> tokens, int one, int other) {
    String moved = tokens.get(one);
    tokens.set(one, tokens.get(other));
    tokens.set(other, moved);
  }

  private int any(List<String> tokens) {
    return random.nextInt(tokens.size());
  }

  /** The next token of a kind, else the one itself. */
  private static int next(List<String> tokens, int from, Pattern kind) {
    for (int i = 0; i < tokens.size(); i++) {
      int at = (from + i) % tokens.size();
      if (kind.matcher(tokens.get(at)).matches()) {
        return at;
      }
    }
    return from;
  }

  private void around(List<String> tokens, int at) {
    tokens.set(at, oneOf(AROUND).replace("%s", tokens.get(at)));
  }

  /** A name is another one wherever it stands. */
  private void rename(List<String> tokens, int at) {
    String old = tokens.get(at);
    String other = random.nextBoolean() ? oneOf(NAMES) : old + "\u00e9\u03b1";
    tokens.replaceAll(token -> token.equals(old) ? other : token);
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
