package io.github.shapecheck.processor.python.parser.expression;

import static io.github.shapecheck.processor.python.BinaryOperator.SUM_PRECEDENCE;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Pattern;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what a {@code case} looks for. */
public final class PatternParser {

  private static final int DEEPEST = 50;

  private final Tokens tokens;
  private final Expressions expressions;
  private int depth;

  public PatternParser(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** A pattern, or several with commas between them, which are a sequence. */
  public Pattern patterns() throws Unparsable {
    Token first = tokens.peek();
    Pattern pattern = item();
    if (!tokens.peek().isSign(",")) {
      if (pattern instanceof Pattern.Star) {
        throw new Unparsable("* stands before an item of a sequence", "", first.span());
      }
      return pattern;
    }
    List<Pattern> items = new ArrayList<>(List.of(pattern));
    while (tokens.take(",") && !tokens.peek().isSign(":") && !tokens.peek().isWord("if")) {
      items.add(item());
    }
    return new Pattern.Sequence(List.copyOf(items), tokens.since(first));
  }

  private Pattern item() throws Unparsable {
    Token star = tokens.peek();
    if (!tokens.take("*")) {
      return named();
    }
    return new Pattern.Star(captured(tokens.name("a name")), tokens.since(star));
  }

  private static @Nullable String captured(Token name) {
    return name.text().equals("_") ? null : name.text();
  }

  private Pattern named() throws Unparsable {
    if (depth++ >= DEEPEST) {
      throw new Unparsable("the pattern is nested too deeply", "", tokens.peek().span());
    }
    Token first = tokens.peek();
    Pattern pattern = either(first);
    depth--;
    return tokens.takeWord("as")
        ? new Pattern.Capture(pattern, tokens.name("a name").text(), tokens.since(first))
        : pattern;
  }

  private Pattern either(Token first) throws Unparsable {
    Pattern pattern = closed();
    if (!tokens.peek().isSign("|")) {
      return pattern;
    }
    List<Pattern> alternatives = new ArrayList<>(List.of(pattern));
    while (tokens.take("|")) {
      alternatives.add(closed());
    }
    return new Pattern.Either(List.copyOf(alternatives), tokens.since(first));
  }

  private Pattern closed() throws Unparsable {
    Token first = tokens.peek();
    if (first.isSign("(") || first.isSign("[")) {
      return sequence(first);
    }
    if (first.isSign("{")) {
      return mapping(first);
    }
    boolean dotted = tokens.peekSecond().isSign(".") || tokens.peekSecond().isSign("(");
    if (first.isName() && !isConstant(first) && !dotted) {
      tokens.next();
      return new Pattern.Capture(null, captured(first), first.span());
    }
    if (first.isName() && !isConstant(first)) {
      return reference();
    }
    Expression value = expressions.nested(SUM_PRECEDENCE);
    return new Pattern.Literal(value, value.span());
  }

  private static boolean isConstant(Token word) {
    return word.isWord("None") || word.isWord("True") || word.isWord("False");
  }

  private Pattern sequence(Token opening) throws Unparsable {
    tokens.open();
    List<Pattern> items = new ArrayList<>();
    boolean comma = false;
    while (!tokens.atClosing()) {
      items.add(item());
      comma = tokens.take(",");
      if (!comma) {
        break;
      }
    }
    tokens.close();
    boolean group =
        opening.isSign("(")
            && items.size() == 1
            && !comma
            && !(items.get(0) instanceof Pattern.Star);
    return group ? items.get(0) : new Pattern.Sequence(List.copyOf(items), tokens.since(opening));
  }

  private Pattern mapping(Token opening) throws Unparsable {
    tokens.open();
    List<Pattern.Mapping.Entry> entries = new ArrayList<>();
    String rest = null;
    while (!tokens.atClosing()) {
      if (tokens.take("**")) {
        rest = tokens.name("a name").text();
      } else {
        Expression key = expressions.nested(SUM_PRECEDENCE);
        if (!tokens.take(":")) {
          throw Complaint.missing("the colon behind a key", tokens.peek());
        }
        entries.add(new Pattern.Mapping.Entry(key, named()));
      }
      if (!tokens.take(",")) {
        break;
      }
    }
    tokens.close();
    return new Pattern.Mapping(List.copyOf(entries), rest, tokens.since(opening));
  }

  /** {@code Color.RED}, or a class with patterns behind it. */
  private Pattern reference() throws Unparsable {
    Token first = tokens.next();
    Expression value = new Expression.Name(first.text(), first.span());
    while (tokens.take(".")) {
      String name = tokens.name("a name").text();
      value = new Expression.Attribute(value, name, tokens.since(first));
    }
    return tokens.peek().isSign("(")
        ? instance(value, first)
        : new Pattern.Literal(value, value.span());
  }

  private Pattern instance(Expression type, Token first) throws Unparsable {
    List<Pattern> positional = new ArrayList<>();
    List<Pattern.Instance.Keyword> keywords = new ArrayList<>();
    tokens.open();
    while (!tokens.atClosing()) {
      Token name = tokens.peek();
      if (name.kind() == Kind.NAME && tokens.peekSecond().isSign("=")) {
        tokens.next();
        tokens.next();
        keywords.add(new Pattern.Instance.Keyword(name.text(), named()));
      } else {
        positional.add(named());
      }
      if (!tokens.take(",")) {
        break;
      }
    }
    tokens.close();
    return new Pattern.Instance(
        type, List.copyOf(positional), List.copyOf(keywords), tokens.since(first));
  }
}
