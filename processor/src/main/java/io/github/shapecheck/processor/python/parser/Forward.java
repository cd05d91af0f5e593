package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.SyntaxError;
import io.github.shapecheck.processor.python.parser.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the strings of {@code @Forward} into a {@link Program}. */
public final class Forward {

  /** After so many syntax errors the text is no forward pass. */
  private static final int MOST_ERRORS = 100;

  private final List<String> lines;
  private final Tokens tokens;
  private final Set<String> known;
  private final HeaderParser header;
  private final StatementParser parser;
  private final Recovery recovery;
  private final List<Statement> statements = new ArrayList<>();
  private final List<SyntaxError> errors = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();

  private Forward(List<String> lines, Set<String> names) {
    this.lines = lines;
    this.tokens = new Tokens(Lexer.lex(lines));
    this.known = new HashSet<>(names);
    this.header = new HeaderParser(tokens, known);
    this.parser = new StatementParser(tokens, known);
    this.recovery = new Recovery(tokens);
  }

  /**
   * Parses a forward pass; whatever the text, the answer is a program, with its syntax errors in
   * it.
   *
   * @param text the strings of {@code @Forward}, each of one or more lines
   * @param names what has a value beforehand: the inputs and the module's parameters; they help to
   *     tell a floor division {@code //} from a comment
   */
  public static Program parse(List<String> text, Set<String> names) {
    return new Forward(lines(text), names).program();
  }

  private Program program() {
    boolean body = false;
    while (!atEnd()) {
      tokens.beginStatement();
      if (tokens.take(";")) {
        continue;
      }
      try {
        if (!body && tokens.peek().isWord("def")) {
          body = true;
          parameters.addAll(header.parameters());
          parameters.forEach(parameter -> known.add(parameter.name()));
        } else {
          parser.statement().ifPresent(statements::add);
          body |= !statements.isEmpty();
        }
      } catch (Unparsable unparsable) {
        body = true;
        errors.add(unparsable.error());
        statements.add(errors.size() < MOST_ERRORS ? recovery.recover() : recovery.abandon());
      }
    }
    return new Program(statements, errors, parameters, List.of(), lines);
  }

  private boolean atEnd() {
    return tokens.all().get(tokens.position()).kind() == Kind.END;
  }

  /** The lines of all strings; a line end at the end of a string begins no further line. */
  private static List<String> lines(List<String> text) {
    List<String> lines = new ArrayList<>();
    for (String part : text) {
      List<String> pieces = List.of(part.split("\r\n|\r|\n", -1));
      boolean ended = pieces.size() > 1 && pieces.get(pieces.size() - 1).isEmpty();
      lines.addAll(ended ? pieces.subList(0, pieces.size() - 1) : pieces);
    }
    return lines;
  }
}
