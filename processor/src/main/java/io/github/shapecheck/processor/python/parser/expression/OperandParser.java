package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Attribute;
import io.github.shapecheck.processor.python.Expression.Await;
import io.github.shapecheck.processor.python.Expression.BigIntLiteral;
import io.github.shapecheck.processor.python.Expression.Call;
import io.github.shapecheck.processor.python.Expression.Constant;
import io.github.shapecheck.processor.python.Expression.FloatLiteral;
import io.github.shapecheck.processor.python.Expression.ImaginaryLiteral;
import io.github.shapecheck.processor.python.Expression.IntLiteral;
import io.github.shapecheck.processor.python.Expression.Name;
import io.github.shapecheck.processor.python.Expression.StringLiteral;
import io.github.shapecheck.processor.python.Expression.Subscript;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Keyword;
import io.github.shapecheck.processor.python.parser.token.NumberScanner;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Parses what operators stand between: a name, number or bracket with the calls behind it. */
final class OperandParser {

  private final Tokens tokens;
  private final Expressions expressions;
  private final BracketParser brackets;
  private final StringParser strings;
  private final Context context;

  OperandParser(Tokens tokens, Expressions expressions, Context context) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.brackets = new BracketParser(tokens, expressions);
    this.strings = new StringParser(tokens, expressions, context);
    this.context = context;
  }

  /** An atom and the attributes, calls and subscripts behind it. */
  Expression operand() throws Unparsable {
    Token word = tokens.peek();
    if (!tokens.takeWord("await")) {
      return primary();
    }
    Expression value = primary();
    expressions.grow(expressions.height(), word.span());
    return new Await(value, word.span().to(value.span()));
  }

  private Expression primary() throws Unparsable {
    Expression result = atom();
    while (true) {
      int height = expressions.height();
      Token next = tokens.peek();
      if (next.isSign(".")) {
        result = attribute(result);
      } else if (next.isSign("(")) {
        result = call(result);
      } else if (next.isSign("[")) {
        List<Expression> items = brackets.subscripts();
        result = new Subscript(result, items, result.span().to(tokens.last().span()));
      } else {
        return result;
      }
      expressions.grow(Math.max(height, expressions.height()), next.span());
    }
  }

  private Expression atom() throws Unparsable {
    Token token = tokens.peek();
    Span span = token.span();
    expressions.grow(0, span);
    return switch (token.kind()) {
      case NAME -> name(token);
      case INT -> integer(tokens.next());
      case FLOAT -> new FloatLiteral(number(tokens.next().text()), span);
      case IMAGINARY -> imaginary(tokens.next());
      case STRING, BYTES, FORMATTED -> strings.joined();
      case SIGN -> display(token);
      case FORMATTED_TEXT, FORMATTED_END, ERROR, END -> throw Complaint.noValue(token);
    };
  }

  private Expression name(Token word) throws Unparsable {
    if (Keyword.isReserved(word.text())) {
      throw Complaint.noValue(word);
    }
    tokens.next();
    return switch (word.text()) {
      case "True" -> new Constant(Constant.Kind.TRUE, word.span());
      case "False" -> new Constant(Constant.Kind.FALSE, word.span());
      case "None" -> new Constant(Constant.Kind.NONE, word.span());
      default -> new Name(word.text(), word.span());
    };
  }

  private static Expression integer(Token number) throws Unparsable {
    Optional<BigInteger> value = NumberScanner.integer(number.text());
    if (value.isEmpty()) {
      throw new Unparsable("the number is too large", "", number.span());
    }
    return value.get().bitLength() < Long.SIZE
        ? new IntLiteral(value.get().longValue(), number.span())
        : new BigIntLiteral(value.get(), number.span());
  }

  private static Expression imaginary(Token number) {
    String digits = number.text().substring(0, number.text().length() - 1);
    return new ImaginaryLiteral(number(digits), number.span());
  }

  private static double number(String written) {
    return Double.parseDouble(written.replace("_", ""));
  }

  private Expression display(Token opening) throws Unparsable {
    return switch (opening.text()) {
      case "..." -> new Constant(Constant.Kind.ELLIPSIS, tokens.next().span());
      case "(" -> brackets.parenthesized();
      case "[" -> brackets.list();
      case "{" -> new BraceParser(tokens, expressions).braces();
      default -> throw Complaint.noValue(opening);
    };
  }

  private Expression attribute(Expression target) throws Unparsable {
    tokens.next();
    Token name = tokens.peek();
    if (name.kind() != Token.Kind.NAME) {
      throw new Unparsable("a name is missing behind the dot", "", name.span());
    }
    tokens.next();
    return new Attribute(target, name.text(), target.span().to(name.span()));
  }

  private Expression call(Expression callee) throws Unparsable {
    if (context.isForward()) {
      refuseToCall(callee);
    }
    ArgumentParser.Arguments arguments = new ArgumentParser(tokens, expressions).arguments();
    Span span = callee.span().to(tokens.last().span());
    if (context.isForward()
        && callee instanceof Name name
        && name.id().equals("getattr")
        && arguments.keywords().isEmpty()
        && arguments.positional().size() == 2
        && arguments.positional().get(1) instanceof StringLiteral attribute) {
      return new Attribute(arguments.positional().get(0), attribute.value(), span);
    }
    return new Call(callee, arguments.positional(), arguments.keywords(), span);
  }

  private void refuseToCall(Expression callee) throws Unparsable {
    boolean sequence =
        callee instanceof Expression.TupleDisplay
            || callee instanceof Expression.ListDisplay
            || callee instanceof Expression.SetDisplay
            || callee instanceof Expression.DictDisplay;
    boolean value =
        callee instanceof IntLiteral
            || callee instanceof FloatLiteral
            || callee instanceof StringLiteral
            || callee instanceof Constant
            || callee instanceof Expression.Binary
            || callee instanceof Expression.Unary
            || callee instanceof Expression.Comparison;
    if (sequence || value) {
      throw new Unparsable(
          (sequence ? "a sequence" : "this value") + " cannot be called",
          "an operator or a comma may be missing before the bracket",
          tokens.peek().span());
    }
  }
}
