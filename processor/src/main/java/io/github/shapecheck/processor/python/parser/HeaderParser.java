package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.parser.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code def forward(self, x: Tensor, skip=None) -> Tensor:} in front of a body. */
final class HeaderParser {

  private final Tokens tokens;
  private final ExpressionParser expressions;

  HeaderParser(Tokens tokens, Set<String> known) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens, known);
  }

  /** The parameters without {@code self}. */
  List<Parameter> parameters() throws Unparsable {
    Token def = tokens.next();
    List<Parameter> parameters = new ArrayList<>();
    boolean named = tokens.next().kind() == Kind.NAME;
    if (!named || !tokens.peek().isSign("(")) {
      throw new Unparsable("the def line has no parameters", "def forward(self, x):", def.span());
    }
    tokens.open();
    while (!tokens.atClosing()) {
      parameter(parameters);
      if (!tokens.take(",")) {
        break;
      }
    }
    tokens.close();
    while (!tokens.take(":")) { // the result's type says nothing about its shape
      Token token = tokens.peek();
      if (token.kind() == Kind.END || token.kind() == Kind.ERROR) {
        throw new Unparsable("the def line does not end with a colon", "", def.span());
      }
      skip(token);
    }
    return parameters;
  }

  private void skip(Token token) throws Unparsable {
    if (token.opens()) {
      tokens.open();
    } else if (tokens.atClosing()) {
      tokens.close();
    } else {
      tokens.next();
      return;
    }
    while (tokens.depth() > 0 && tokens.peek().kind() != Kind.END) {
      skip(tokens.peek());
    }
  }

  private void parameter(List<Parameter> parameters) throws Unparsable {
    Parameter.Kind kind = Parameter.Kind.POSITIONAL_OR_KEYWORD;
    if (tokens.take("*") && tokens.peek().isSign(",")) {
      return;
    }
    tokens.take("**");
    Token name = tokens.next();
    if (name.kind() != Kind.NAME || Keyword.isReserved(name.text())) {
      throw Complaint.noValue(name);
    }
    if (tokens.take(":")) {
      expressions.expression();
    }
    Expression fallback = tokens.take("=") ? expressions.expression() : null;
    if (!name.text().equals("self") && !name.text().equals("this")) {
      parameters.add(new Parameter(name.text(), kind, fallback, name.span()));
    }
  }
}
