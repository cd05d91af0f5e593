package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.SyntaxError;
import io.github.shapecheck.processor.python.parser.expression.Context;
import io.github.shapecheck.processor.python.parser.statement.BlockParser;
import io.github.shapecheck.processor.python.parser.token.Dialect;
import io.github.shapecheck.processor.python.parser.token.Lexer;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Reads a whole Python file into a {@link Program}. */
public final class ModuleSource {
  /** Characters, far more than a network needs. */
  private static final int MOST_TEXT = 1_000_000;

  private ModuleSource() {}

  /**
   * Parses a file of Python 3.8 to 3.13; whatever the text, the answer is a program, with its
   * syntax errors in it.
   */
  public static Program parse(String text) {
    if (text.length() > MOST_TEXT) {
      String message =
          String.format(Locale.ROOT, "the file has over %,d characters and is not read", MOST_TEXT);
      SyntaxError tooLong = new SyntaxError(message, "", Span.of(1, 0, 0));
      return new Program(List.of(), List.of(tooLong), List.of(), List.of(), List.of(""));
    }
    List<String> lines = Lines.of(List.of(text));
    Context context = new Context(Dialect.MODULE, lines, new HashSet<>());
    BlockParser blocks = new BlockParser(new Tokens(Lexer.lex(lines, Dialect.MODULE)), context);
    List<Statement> statements = blocks.all();
    return new Program(statements, blocks.errors(), List.of(), List.of(), lines);
  }
}
