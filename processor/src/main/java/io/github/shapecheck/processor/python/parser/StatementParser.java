package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.StringLiteral;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Statement.Assign;
import io.github.shapecheck.processor.python.Statement.AugmentedAssign;
import io.github.shapecheck.processor.python.Statement.ExpressionStatement;
import io.github.shapecheck.processor.python.Statement.Return;
import io.github.shapecheck.processor.python.parser.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses one statement; one without any effect, such as a docstring, is left out. */
final class StatementParser {

  private static final Map<String, BinaryOperator> AUGMENTED =
      Map.ofEntries(
          Map.entry("+=", BinaryOperator.ADD),
          Map.entry("-=", BinaryOperator.SUBTRACT),
          Map.entry("*=", BinaryOperator.MULTIPLY),
          Map.entry("/=", BinaryOperator.DIVIDE),
          Map.entry("//=", BinaryOperator.FLOOR_DIVIDE),
          Map.entry("%=", BinaryOperator.REMAINDER),
          Map.entry("@=", BinaryOperator.MATRIX_MULTIPLY),
          Map.entry("**=", BinaryOperator.POWER),
          Map.entry("&=", BinaryOperator.AND),
          Map.entry("|=", BinaryOperator.OR),
          Map.entry("^=", BinaryOperator.XOR),
          Map.entry("<<=", BinaryOperator.SHIFT_LEFT),
          Map.entry(">>=", BinaryOperator.SHIFT_RIGHT));

  private final Tokens tokens;
  private final Set<String> known;
  private final ExpressionParser expressions;

  StatementParser(Tokens tokens, Set<String> known) {
    this.tokens = tokens;
    this.known = known;
    this.expressions = new ExpressionParser(tokens, known);
  }

  /** The statement that begins here, up to its end. */
  Optional<Statement> statement() throws Unparsable {
    Token first = tokens.peek();
    Optional<Statement> statement = parse(first);
    Token end = tokens.peek();
    if (end.kind() != Kind.END && !end.isSign(";")) {
      throw Complaint.afterStatement(end);
    }
    return statement;
  }

  private Optional<Statement> parse(Token first) throws Unparsable {
    if (Keyword.isForeignStatement(first, tokens.peekSecond())) {
      throw new Unparsable(Keyword.error(first));
    }
    if (first.isWord("pass")) {
      tokens.next();
      return Optional.empty();
    }
    if (first.isWord("del")) {
      tokens.next();
      expressions.value();
      return Optional.empty();
    }
    if (first.isWord("return")) {
      tokens.next();
      Token next = tokens.peek();
      boolean empty = next.kind() == Kind.END || next.isSign(";");
      Expression value = empty ? null : expressions.value();
      return Optional.of(new Return(value, spanFrom(first)));
    }
    return assignment(first);
  }

  private Optional<Statement> assignment(Token first) throws Unparsable {
    Expression head = expressions.head();
    Token sign = tokens.peek();
    if (sign.isSign("=")) {
      return Optional.of(assign(head, first));
    }
    if (sign.isSign(":")) {
      return annotated(head, first);
    }
    BinaryOperator operator = sign.kind() == Kind.SIGN ? AUGMENTED.get(sign.text()) : null;
    if (operator != null) {
      Expression target = Targets.single(head);
      tokens.next();
      Expression value = expressions.value();
      return Optional.of(new AugmentedAssign(target, operator, value, spanFrom(first)));
    }
    // A string on its own is a docstring.
    return head instanceof StringLiteral
        ? Optional.empty()
        : Optional.of(new ExpressionStatement(head, spanFrom(first)));
  }

  private Statement assign(Expression head, Token first) throws Unparsable {
    List<Expression> targets = new ArrayList<>();
    Expression value = head;
    while (tokens.take("=")) {
      targets.add(Targets.of(value, known));
      value = expressions.value();
    }
    return new Assign(List.copyOf(targets), value, spanFrom(first));
  }

  /** {@code x: Tensor = value}: the type says nothing about the shape. */
  private Optional<Statement> annotated(Expression head, Token first) throws Unparsable {
    Targets.single(head);
    tokens.next();
    expressions.value();
    return tokens.peek().isSign("=") ? Optional.of(assign(head, first)) : Optional.empty();
  }

  private Span spanFrom(Token first) {
    return first.span().to(tokens.last().span());
  }
}
