package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.SyntaxError;
import java.util.Map;
import java.util.Set;

/** The words of Python that the language does not have, with what to write instead. */
final class Keyword {

  private static final String NO_BRANCH =
      "the forward language has no branches: write the way that the model takes";
  private static final String NO_LOOP =
      "the forward language has no loops: write the steps one after the other, or use @Submodule"
          + " with repeat";
  private static final String NO_LOGIC =
      "the forward language has no conditions; on tensors use &, | and ~";
  private static final String BODY_ONLY = "@Forward takes the body of one forward method";
  private static final String NO_EFFECT = "leave it out: it does not change a shape";

  private static final Map<String, String> HINTS =
      Map.ofEntries(
          Map.entry("if", NO_BRANCH),
          Map.entry("elif", NO_BRANCH),
          Map.entry("else", NO_BRANCH),
          Map.entry("for", NO_LOOP),
          Map.entry("while", NO_LOOP),
          Map.entry("break", NO_LOOP),
          Map.entry("continue", NO_LOOP),
          Map.entry("and", NO_LOGIC),
          Map.entry("or", NO_LOGIC),
          Map.entry("not", NO_LOGIC),
          Map.entry("in", NO_LOGIC),
          Map.entry("is", NO_LOGIC),
          Map.entry("lambda", "write the expression where it is used"),
          Map.entry("assert", NO_EFFECT),
          Map.entry("print", NO_EFFECT),
          Map.entry("raise", NO_EFFECT),
          Map.entry("global", NO_EFFECT),
          Map.entry("nonlocal", NO_EFFECT),
          Map.entry("with", "write the statements without the block"),
          Map.entry("try", "write the statements without the block"),
          Map.entry("except", "write the statements without the block"),
          Map.entry("finally", "write the statements without the block"),
          Map.entry("async", BODY_ONLY),
          Map.entry("await", BODY_ONLY),
          Map.entry("yield", "return one value or a tuple"),
          Map.entry("def", BODY_ONLY),
          Map.entry("class", BODY_ONLY),
          Map.entry("import", "the functions of torch are known without an import"),
          Map.entry("from", "the functions of torch are known without an import"),
          Map.entry("as", "give the value a name with ="));

  /** Words that begin an indented block. */
  private static final Set<String> BLOCKS =
      Set.of("if", "for", "while", "with", "try", "def", "class", "async");

  /** Words that go on with the block before them. */
  private static final Set<String> CONTINUATIONS = Set.of("elif", "else", "except", "finally");

  private static final Set<String> STATEMENTS = Set.of("return", "pass", "del");

  private Keyword() {}

  /** Whether the word can be no variable, layer or function. */
  static boolean isReserved(String word) {
    return STATEMENTS.contains(word) || isForeign(word);
  }

  /** Whether the word belongs to Python but not to the language; {@code print} is a function. */
  static boolean isForeign(String word) {
    return HINTS.containsKey(word) && !word.equals("print");
  }

  /**
   * Whether a statement that begins with this word and goes on with {@code next} is none of ours.
   */
  static boolean isForeignStatement(Token word, Token next) {
    return word.kind() == Token.Kind.NAME
        && (isForeign(word.text()) || (word.text().equals("print") && next.isSign("(")));
  }

  /** Whether only a statement can begin with the word. */
  static boolean beginsStatement(String word) {
    return STATEMENTS.contains(word)
        || BLOCKS.contains(word)
        || CONTINUATIONS.contains(word)
        || word.equals("assert")
        || word.equals("raise");
  }

  static boolean beginsBlock(String word) {
    return BLOCKS.contains(word) || CONTINUATIONS.contains(word);
  }

  static boolean continuesBlock(String word) {
    return CONTINUATIONS.contains(word);
  }

  /** The syntax error for a word of Python that the language does not have. */
  static SyntaxError error(Token word) {
    return new SyntaxError(
        "'" + word.text() + "' is not part of the forward language",
        HINTS.getOrDefault(word.text(), ""),
        word.span());
  }
}
