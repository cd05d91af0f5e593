package io.github.shapecheck.processor.python.parser.statement;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.StringLiteral;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Statement.AnnotatedAssign;
import io.github.shapecheck.processor.python.Statement.Assert;
import io.github.shapecheck.processor.python.Statement.Assign;
import io.github.shapecheck.processor.python.Statement.AugmentedAssign;
import io.github.shapecheck.processor.python.Statement.Delete;
import io.github.shapecheck.processor.python.Statement.ExpressionStatement;
import io.github.shapecheck.processor.python.Statement.Raise;
import io.github.shapecheck.processor.python.Statement.Return;
import io.github.shapecheck.processor.python.parser.expression.Context;
import io.github.shapecheck.processor.python.parser.expression.ExpressionParser;
import io.github.shapecheck.processor.python.parser.expression.Targets;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses a statement without a block; a docstring is left out. */
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
  private final Context context;
  private final ExpressionParser expressions;
  private final ImportParser imports;

  StatementParser(Tokens tokens, Context context, ExpressionParser expressions) {
    this.tokens = tokens;
    this.context = context;
    this.expressions = expressions;
    this.imports = new ImportParser(tokens);
  }

  /** The statement that begins here; what stands behind it is not looked at. */
  Optional<Statement> statement() throws Unparsable {
    Token first = tokens.peek();
    if (first.kind() != Token.Kind.NAME) {
      return assignment(first);
    }
    return switch (first.text()) {
      case "pass" -> word(new Statement.Pass(tokens.next().span()));
      case "break" -> word(new Statement.Break(tokens.next().span()));
      case "continue" -> word(new Statement.Continue(tokens.next().span()));
      case "return" -> Optional.of(returned());
      case "del" -> Optional.of(deleted());
      case "assert" -> Optional.of(asserted());
      case "raise" -> Optional.of(raised());
      case "import" -> Optional.of(imports.importing());
      case "from" -> Optional.of(imports.importingFrom());
      case "global", "nonlocal" -> Optional.of(scope());
      case "elif", "else", "except", "finally" -> throw Complaint.noBlockBefore(first);
      case "type" -> beginsTypeAlias() ? Optional.of(typeAlias()) : assignment(first);
      default -> assignment(first);
    };
  }

  private static Optional<Statement> word(Statement statement) {
    return Optional.of(statement);
  }

  private Statement returned() throws Unparsable {
    Token word = tokens.next();
    Expression value = tokens.atEnd() ? null : expressions.value();
    return new Return(value, tokens.since(word));
  }

  private Statement deleted() throws Unparsable {
    Token word = tokens.next();
    Expression targets = Targets.of(expressions.value(), new LinkedHashSet<>());
    List<Expression> all = new ArrayList<>();
    flatten(targets, all);
    return new Delete(List.copyOf(all), tokens.since(word));
  }

  private static void flatten(Expression target, List<Expression> into) {
    if (target instanceof TupleDisplay tuple) {
      tuple.items().forEach(item -> flatten(item, into));
    } else {
      into.add(target);
    }
  }

  private Statement asserted() throws Unparsable {
    Token word = tokens.next();
    Expression condition = expressions.single();
    Expression message = tokens.take(",") ? expressions.single() : null;
    return new Assert(condition, message, tokens.since(word));
  }

  private Statement raised() throws Unparsable {
    Token word = tokens.next();
    Expression exception = tokens.atEnd() ? null : expressions.single();
    Expression cause = tokens.takeWord("from") ? expressions.single() : null;
    return new Raise(exception, cause, tokens.since(word));
  }

  private Statement scope() throws Unparsable {
    Token word = tokens.next();
    List<String> names = new ArrayList<>();
    do {
      names.add(tokens.name("a name").text());
    } while (tokens.take(","));
    return word.text().equals("global")
        ? new Statement.Global(List.copyOf(names), tokens.since(word))
        : new Statement.Nonlocal(List.copyOf(names), tokens.since(word));
  }

  private boolean beginsTypeAlias() {
    Token second = tokens.peekSecond();
    return second.isName() && !second.startsLine();
  }

  private Statement typeAlias() throws Unparsable {
    Token word = tokens.next();
    Token name = tokens.name("a name");
    TypeParameters.skip(tokens);
    if (!tokens.take("=")) {
      throw Complaint.afterStatement(name);
    }
    return new Statement.TypeAlias(name.text(), expressions.value(), tokens.since(word));
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
    BinaryOperator operator = sign.kind() == Token.Kind.SIGN ? AUGMENTED.get(sign.text()) : null;
    if (operator != null) {
      Expression target = Targets.single(head);
      tokens.next();
      Expression value = expressions.value();
      return Optional.of(new AugmentedAssign(target, operator, value, tokens.since(first)));
    }
    // A string on its own is a docstring.
    return head instanceof StringLiteral
        ? Optional.empty()
        : Optional.of(new ExpressionStatement(head, tokens.since(first)));
  }

  private Statement assign(Expression head, Token first) throws Unparsable {
    List<Expression> targets = new ArrayList<>();
    Expression value = head;
    while (tokens.take("=")) {
      targets.add(Targets.of(value, context.known()));
      value = expressions.value();
    }
    return new Assign(List.copyOf(targets), value, tokens.since(first));
  }

  /** {@code x: Tensor = value}: in forward text the type says nothing. */
  private Optional<Statement> annotated(Expression head, Token first) throws Unparsable {
    Expression target = Targets.single(head);
    tokens.next();
    Expression annotation = expressions.value();
    if (!context.isForward()) {
      Expression value = tokens.take("=") ? expressions.value() : null;
      return Optional.of(new AnnotatedAssign(target, annotation, value, tokens.since(first)));
    }
    return tokens.peek().isSign("=") ? Optional.of(assign(head, first)) : Optional.empty();
  }
}
