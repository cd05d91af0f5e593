package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Parameter.Kind;
import io.github.shapecheck.processor.python.parser.token.Ascii;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses the parameters of a {@code def} or a {@code lambda}; annotations are read over. */
public final class ParameterParser {

  private final Tokens tokens;
  private final Expressions expressions;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private Kind kind = Kind.POSITIONAL_OR_KEYWORD;

  public ParameterParser(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** Those in the brackets that open here. */
  public List<Parameter> def() throws Unparsable {
    tokens.open();
    while (!tokens.atClosing()) {
      parameter(true);
      if (!tokens.take(",")) {
        break;
      }
    }
    tokens.close();
    return List.copyOf(parameters);
  }

  /** Those in front of a colon. */
  List<Parameter> lambda() throws Unparsable {
    while (!tokens.peek().isSign(":")) {
      parameter(false);
      if (!tokens.take(",")) {
        break;
      }
    }
    return List.copyOf(parameters);
  }

  private void parameter(boolean annotated) throws Unparsable {
    Token first = tokens.peek();
    if (tokens.take("/")) {
      parameters.replaceAll(ParameterParser::positionalOnly);
    } else if (tokens.take("**")) {
      add(Kind.VAR_KEYWORD, first, annotated);
    } else if (!tokens.take("*")) {
      add(kind, first, annotated);
    } else {
      kind = Kind.KEYWORD_ONLY;
      if (!tokens.peek().isSign(",")) {
        add(Kind.VAR_POSITIONAL, first, annotated);
      }
    }
  }

  private void add(Kind added, Token first, boolean annotated) throws Unparsable {
    Token name = tokens.name("a parameter's name");
    if (!names.add(name.text())) {
      String message = "the parameter '" + Ascii.of(name.text()) + "' stands here twice";
      throw new Unparsable(message, "", name.span());
    }
    if (annotated && tokens.take(":")) {
      expressions.item();
    }
    Expression fallback = tokens.take("=") ? expressions.expression() : null;
    parameters.add(new Parameter(name.text(), added, fallback, tokens.since(first)));
  }

  private static Parameter positionalOnly(Parameter parameter) {
    return new Parameter(
        parameter.name(), Kind.POSITIONAL_ONLY, parameter.fallback(), parameter.span());
  }
}
