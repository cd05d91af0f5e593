package io.github.shapecheck.processor.python.parser.token;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The reserved words of Python; soft ones such as {@code match} are names. */
public final class Keyword {

  /** Words that begin an indented block. */
  private static final Set<String> BLOCKS =
      Set.of("if", "for", "while", "with", "try", "def", "class", "async");

  /** Words that go on with the block before them. */
  private static final Set<String> CONTINUATIONS = Set.of("elif", "else", "except", "finally");

  /** Words that begin a statement of one line. */
  private static final Set<String> STATEMENTS =
      Set.of(
          "return",
          "pass",
          "del",
          "break",
          "continue",
          "assert",
          "raise",
          "global",
          "nonlocal",
          "import",
          "from");

  /** Words that may stand in an expression, also at the begin of a line inside brackets. */
  private static final Set<String> INNER =
      Set.of("if", "else", "for", "async", "from", "and", "or", "in", "is", "not", "lambda");

  private static final Set<String> RESERVED = new HashSet<>();

  static {
    for (Set<String> words : List.of(BLOCKS, CONTINUATIONS, STATEMENTS, INNER)) {
      RESERVED.addAll(words);
    }
    RESERVED.addAll(List.of("await", "yield", "as"));
  }

  private Keyword() {}

  /** Whether the word can be no variable, layer or function. */
  public static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }

  /** Whether the word begins a statement or a part of one. */
  static boolean beginsStatement(String word) {
    return STATEMENTS.contains(word) || beginsBlock(word);
  }

  static boolean beginsBlock(String word) {
    return BLOCKS.contains(word) || CONTINUATIONS.contains(word);
  }

  static boolean continuesBlock(String word) {
    return CONTINUATIONS.contains(word);
  }

  /** Whether the word may stand inside an expression. */
  static boolean isInner(String word) {
    return INNER.contains(word);
  }
}
