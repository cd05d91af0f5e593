package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.KeywordArgument;
import io.github.shapecheck.processor.python.Expression.Slice;
import io.github.shapecheck.processor.python.Expression.TupleDisplay;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses what stands between brackets: items, arguments, subscripts. */
final class BracketParser {

  /** The arguments of a call. */
  record Arguments(List<Expression> positional, List<KeywordArgument> keywords) {}

  /** Parses one of the things between two commas. */
  private interface ItemParser {
    void parse() throws Unparsable;
  }

  private final Tokens tokens;
  private final ExpressionParser expressions;

  BracketParser(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** {@code (a)} is a, {@code (a,)} and {@code ()} are tuples. */
  Expression parenthesized() throws Unparsable {
    Span opening = tokens.peek().span();
    tokens.open();
    if (tokens.atClosing()) {
      return new TupleDisplay(List.of(), opening.to(tokens.close().span()));
    }
    Expression inner = expressions.list();
    Span span = opening.to(tokens.close().span());
    return inner instanceof TupleDisplay tuple ? new TupleDisplay(tuple.items(), span) : inner;
  }

  List<Expression> items() throws Unparsable {
    List<Expression> items = new ArrayList<>();
    separated(() -> items.add(expressions.item()));
    return List.copyOf(items);
  }

  Arguments arguments() throws Unparsable {
    List<Expression> positional = new ArrayList<>();
    List<KeywordArgument> keywords = new ArrayList<>();
    Set<String> names = new HashSet<>();
    separated(
        () -> {
          Token first = tokens.peek();
          if (first.isSign("**")) {
            throw new Unparsable("'**' arguments are not known", "name them", first.span());
          }
          if (first.kind() == Kind.NAME && tokens.peekSecond().isSign("=")) {
            keywords.add(keyword(names));
            return;
          }
          Expression value = expressions.item();
          if (!keywords.isEmpty() && !(value instanceof Expression.Starred)) {
            String message = "a positional argument stands behind a keyword argument";
            throw new Unparsable(message, "give its name", value.span());
          }
          positional.add(value);
        });
    return new Arguments(List.copyOf(positional), List.copyOf(keywords));
  }

  List<Expression> subscripts() throws Unparsable {
    Span opening = tokens.peek().span();
    List<Expression> items = new ArrayList<>();
    separated(() -> items.add(subscript()));
    if (items.isEmpty()) {
      throw new Unparsable("an index is missing", "", opening.to(tokens.last().span()));
    }
    return List.copyOf(items);
  }

  private KeywordArgument keyword(Set<String> names) throws Unparsable {
    Token name = tokens.next();
    tokens.next();
    if (!names.add(name.text())) {
      String message = "the argument '" + Ascii.of(name.text()) + "' is given twice";
      throw new Unparsable(message, "", name.span());
    }
    Expression value = expressions.expression();
    return new KeywordArgument(name.text(), value, name.span().to(value.span()));
  }

  private Expression subscript() throws Unparsable {
    Span start = tokens.peek().span();
    Expression lower = tokens.peek().isSign(":") ? null : expressions.item();
    if (lower != null && !tokens.peek().isSign(":")) {
      return lower;
    }
    tokens.next();
    int height = expressions.height();
    Expression upper = bound();
    height = Math.max(height, expressions.height());
    Expression step = tokens.take(":") ? bound() : null;
    expressions.grow(Math.max(height, expressions.height()), start);
    return new Slice(lower, upper, step, start.to(tokens.last().span()));
  }

  private @Nullable Expression bound() throws Unparsable {
    Token next = tokens.peek();
    return next.isSign(":") || next.isSign(",") || tokens.atClosing()
        ? null
        : expressions.expression();
  }

  /** Items with commas between them and perhaps one at the end, brackets included. */
  private void separated(ItemParser parser) throws Unparsable {
    Span opening = tokens.peek().span();
    tokens.open();
    int highest = 0;
    while (!tokens.atClosing()) {
      parser.parse();
      highest = Math.max(highest, expressions.height());
      if (!tokens.take(",")) {
        break;
      }
    }
    tokens.close();
    expressions.grow(highest, opening);
  }
}
