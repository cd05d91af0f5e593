package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Attribute;
import io.github.shapecheck.processor.python.Expression.Call;
import io.github.shapecheck.processor.python.Expression.Constant;
import io.github.shapecheck.processor.python.Expression.FloatLiteral;
import io.github.shapecheck.processor.python.Expression.IntLiteral;
import io.github.shapecheck.processor.python.Expression.ListDisplay;
import io.github.shapecheck.processor.python.Expression.Name;
import io.github.shapecheck.processor.python.Expression.StringLiteral;
import io.github.shapecheck.processor.python.Expression.Subscript;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.Token.Kind;
import java.util.List;

/** Parses what operators stand between: a name, number or bracket with the calls behind it. */
final class OperandParser {

  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final BracketParser brackets;

  OperandParser(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.brackets = new BracketParser(tokens, expressions);
  }

  /** An atom and the attributes, calls and subscripts behind it. */
  Expression operand() throws Unparsable {
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
      case NAME -> name(tokens.next());
      case INT -> integer(tokens.next());
      case FLOAT ->
          new FloatLiteral(Double.parseDouble(tokens.next().text().replace("_", "")), span);
      case STRING -> string();
      case SIGN -> display(token);
      case ERROR, END -> throw Complaint.noValue(token);
    };
  }

  private static Expression name(Token word) throws Unparsable {
    return switch (word.text()) {
      case "True" -> new Constant(Constant.Kind.TRUE, word.span());
      case "False" -> new Constant(Constant.Kind.FALSE, word.span());
      case "None" -> new Constant(Constant.Kind.NONE, word.span());
      default -> {
        if (Keyword.isReserved(word.text())) {
          throw Complaint.noValue(word);
        }
        yield new Name(word.text(), word.span());
      }
    };
  }

  private static Expression integer(Token number) throws Unparsable {
    long value =
        NumberScanner.integer(number.text())
            .orElseThrow(() -> new Unparsable("the number is too large", "", number.span()));
    return new IntLiteral(value, number.span());
  }

  private Expression string() {
    Token first = tokens.next();
    StringBuilder value = new StringBuilder(first.text());
    while (tokens.peek().kind() == Kind.STRING) {
      value.append(tokens.next().text());
    }
    return new StringLiteral(value.toString(), first.span().to(tokens.last().span()));
  }

  private Expression display(Token opening) throws Unparsable {
    Span span = opening.span();
    switch (opening.text()) {
      case "..." -> {
        tokens.next();
        return new Constant(Constant.Kind.ELLIPSIS, span);
      }
      case "(" -> {
        return brackets.parenthesized();
      }
      case "[" -> {
        List<Expression> items = brackets.items();
        return new ListDisplay(items, span.to(tokens.last().span()));
      }
      default -> throw Complaint.noValue(opening);
    }
  }

  private Expression attribute(Expression target) throws Unparsable {
    tokens.next();
    Token name = tokens.peek();
    if (name.kind() != Kind.NAME) {
      throw new Unparsable("a name is missing behind the dot", "", name.span());
    }
    tokens.next();
    return new Attribute(target, name.text(), target.span().to(name.span()));
  }

  private Expression call(Expression callee) throws Unparsable {
    if (!(callee instanceof Name
        || callee instanceof Attribute
        || callee instanceof Call
        || callee instanceof Subscript)) {
      boolean tuple = callee instanceof TupleDisplay || callee instanceof ListDisplay;
      throw new Unparsable(
          (tuple ? "a sequence" : "this value") + " cannot be called",
          "an operator or a comma may be missing before the bracket",
          tokens.peek().span());
    }
    BracketParser.Arguments arguments = brackets.arguments();
    Span span = callee.span().to(tokens.last().span());
    if (callee instanceof Name name
        && name.id().equals("getattr")
        && arguments.keywords().isEmpty()
        && arguments.positional().size() == 2
        && arguments.positional().get(1) instanceof StringLiteral attribute) {
      return new Attribute(arguments.positional().get(0), attribute.value(), span);
    }
    return new Call(callee, arguments.positional(), arguments.keywords(), span);
  }
}
