package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.Comprehension;
import io.github.shapecheck.processor.python.Expression.KeywordArgument;
import io.github.shapecheck.processor.python.Expression.Starred;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Ascii;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses the arguments of a call. */
public final class ArgumentParser {

  /** What stands in the brackets of a call, or of a class. */
  public record Arguments(List<Expression> positional, List<KeywordArgument> keywords) {}

  private final Tokens tokens;
  private final Expressions expressions;
  private final List<Expression> positional = new ArrayList<>();
  private final List<KeywordArgument> keywords = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  public ArgumentParser(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  public Arguments arguments() throws Unparsable {
    Span opening = tokens.peek().span();
    tokens.open();
    int highest = 0;
    while (!tokens.atClosing()) {
      argument();
      highest = Math.max(highest, expressions.height());
      if (!tokens.take(",")) {
        break;
      }
    }
    tokens.close();
    expressions.grow(highest, opening);
    return new Arguments(List.copyOf(positional), List.copyOf(keywords));
  }

  private void argument() throws Unparsable {
    Token first = tokens.peek();
    if (tokens.take("**")) {
      Expression value = expressions.expression();
      keywords.add(new KeywordArgument("", value, first.span().to(value.span())));
    } else if (first.kind() == Kind.NAME && tokens.peekSecond().isSign("=")) {
      keywords.add(keyword());
    } else {
      positional(expressions.item());
    }
  }

  private KeywordArgument keyword() throws Unparsable {
    Token name = tokens.next();
    tokens.next();
    if (!names.add(name.text())) {
      String message = "the argument '" + Ascii.of(name.text()) + "' is given twice";
      throw new Unparsable(message, "", name.span());
    }
    Expression value = expressions.expression();
    return new KeywordArgument(name.text(), value, name.span().to(value.span()));
  }

  private void positional(Expression value) throws Unparsable {
    ComprehensionParser comprehensions = new ComprehensionParser(tokens, expressions);
    if (comprehensions.follows()) {
      List<Comprehension.Clause> clauses = comprehensions.clauses(value.span());
      Span span = tokens.since(value.span());
      positional.add(new Comprehension(Comprehension.Kind.GENERATOR, value, clauses, span));
    } else if (!keywords.isEmpty() && !(value instanceof Starred)) {
      String message = "a positional argument stands behind a keyword argument";
      throw new Unparsable(message, "give its name", value.span());
    } else {
      positional.add(value);
    }
  }
}
