package io.github.shapecheck.processor.python.parser.statement;

import io.github.shapecheck.processor.python.parser.token.Tokens;

/** Reads over {@code [T, *Ts, **P]} behind the name of a function, class or type. */
final class TypeParameters {

  private TypeParameters() {}

  static void skip(Tokens tokens) {
    if (tokens.peek().isSign("[")) {
      tokens.moveTo(tokens.behindBracket());
    }
  }
}
