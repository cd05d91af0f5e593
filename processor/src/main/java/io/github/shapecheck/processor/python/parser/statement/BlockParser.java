package io.github.shapecheck.processor.python.parser.statement;

import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.SyntaxError;
import io.github.shapecheck.processor.python.parser.expression.Context;
import io.github.shapecheck.processor.python.parser.expression.ExpressionParser;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Recovery;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses statements line by line and block by block; one that is broken is left behind. */
public final class BlockParser implements Blocks {

  /** After so many syntax errors the text is no Python. */
  private static final int MOST_ERRORS = 100;

  /** How many blocks may stand in one another, as in Python. */
  private static final int DEEPEST = 100;

  private final Tokens tokens;
  private final Context context;
  private final ExpressionParser expressions;
  private final StatementParser simple;
  private final CompoundParser compound;
  private final Recovery recovery;
  private final List<SyntaxError> errors = new ArrayList<>();
  private int depth;
  private boolean recovering;

  public BlockParser(Tokens tokens, Context context) {
    this.tokens = tokens;
    this.context = context;
    this.expressions = new ExpressionParser(tokens, context);
    this.simple = new StatementParser(tokens, context, expressions);
    this.compound = new CompoundParser(tokens, context, expressions, this);
    this.recovery = new Recovery(tokens);
  }

  /** The statements of the whole text. */
  public List<Statement> all() {
    return lines(0);
  }

  /** The errors so far, in the order in which they were seen. */
  public List<SyntaxError> errors() {
    return errors;
  }

  @Override
  public boolean isOutermost() {
    return depth == 0;
  }

  @Override
  public List<Statement> block(Token head) throws Unparsable {
    if (!tokens.take(":")) {
      throw Complaint.missing("the colon of this " + Complaint.shown(head), tokens.peek());
    }
    if (tokens.peek().kind() != Kind.END) {
      return line();
    }
    if (!indented()) {
      throw Complaint.noBlock(head);
    }
    if (depth >= DEEPEST) {
      throw new Unparsable("the blocks are nested too deeply", "", head.span());
    }
    int indent = tokens.indent();
    depth++;
    List<Statement> statements = lines(tokens.upcoming().indent());
    depth--;
    tokens.resume(indent);
    return statements;
  }

  @Override
  public boolean indented() {
    Token next = tokens.upcoming();
    return next.kind() != Kind.END && next.indent() > tokens.indent();
  }

  /** Statements without a block, with semicolons between them. */
  private List<Statement> line() throws Unparsable {
    List<Statement> statements = new ArrayList<>();
    do {
      if (!tokens.atEnd()) {
        simple.statement().ifPresent(statements::add);
      }
    } while (tokens.take(";"));
    return List.copyOf(statements);
  }

  /** Takes the lines that are indented by at least so much. */
  private List<Statement> lines(int indent) {
    List<Statement> statements = new ArrayList<>();
    for (Token next = tokens.upcoming(); next.kind() != Kind.END; next = tokens.upcoming()) {
      if (next.startsLine()) {
        if (next.indent() < indent) {
          break;
        }
        checkIndentation(next, indent);
      }
      statement(statements);
    }
    return List.copyOf(statements);
  }

  private void checkIndentation(Token first, int indent) {
    boolean fits = first.indent() == indent || (depth == 0 && context.isForward());
    if (!fits && !recovering) {
      errors.add(
          new SyntaxError(
              "the line is indented like no block around it",
              "indent it as the statement before it",
              first.span()));
    }
    recovering = !fits;
  }

  /** Takes a statement, or a semicolon in front of one. */
  private void statement(List<Statement> into) {
    int begin = tokens.position();
    tokens.beginStatement();
    expressions.reset();
    try {
      if (tokens.take(";")) {
        return;
      }
      Optional<Statement> statement =
          compound.begins() ? Optional.of(compound.statement(into.isEmpty())) : simple.statement();
      if (!tokens.atEnd()) {
        throw Complaint.afterStatement(tokens.peek());
      }
      statement.ifPresent(into::add);
    } catch (Unparsable unparsable) {
      errors.add(unparsable.error());
      recovering = true;
      into.add(errors.size() < MOST_ERRORS ? recovery.recover(begin) : recovery.abandon(begin));
    }
  }
}
