package io.github.shapecheck.processor.python.parser.statement;

import io.github.shapecheck.processor.python.Code;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Statement.ClassDef;
import io.github.shapecheck.processor.python.Statement.FunctionDef;
import io.github.shapecheck.processor.python.parser.expression.ArgumentParser;
import io.github.shapecheck.processor.python.parser.expression.Context;
import io.github.shapecheck.processor.python.parser.expression.ExpressionParser;
import io.github.shapecheck.processor.python.parser.expression.ParameterParser;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses functions and classes with their decorators. */
record DefinitionParser(
    Tokens tokens, Context context, ExpressionParser expressions, Blocks blocks) {
  private static final Set<String> PLAIN =
      Set.of("object", "Function", "Enum", "IntEnum", "NamedTuple", "ABC", "dict", "list");

  /**
   * A function or class, which may have decorators in front of it.
   *
   * @param leading whether no statement stands before it: then the body of a forward pass may
   *     follow without being indented
   */
  Statement decorated(boolean leading) throws Unparsable {
    List<Expression> decorators = new ArrayList<>();
    while (tokens.take("@")) {
      decorators.add(expressions.single());
      if (tokens.peek().kind() != Kind.END) {
        throw Complaint.afterStatement(tokens.peek());
      }
      tokens.beginStatement();
    }
    Token first = tokens.peek();
    tokens.takeWord("async");
    Token word = tokens.peek();
    if (tokens.takeWord("def")) {
      return function(first, decorators, leading && context.isForward() && blocks.isOutermost());
    }
    if (tokens.takeWord("class") && word == first) {
      return type(first, decorators);
    }
    throw Complaint.missing("a def or a class", word);
  }

  private Statement function(Token first, List<Expression> decorators, boolean leading)
      throws Unparsable {
    Token word = tokens.last();
    boolean named = tokens.next().kind() == Kind.NAME;
    String name = tokens.last().text();
    TypeParameters.skip(tokens);
    if (!named || !tokens.peek().isSign("(")) {
      String hint = "def forward(self, x):";
      throw new Unparsable("the def line has no parameters", hint, word.span());
    }
    List<Parameter> parameters = new ParameterParser(tokens, expressions).def();
    if (tokens.take("->")) {
      expressions.value(); // the result's type says nothing about its shape
    }
    if (!tokens.peek().isSign(":")) {
      throw new Unparsable("the def line does not end with a colon", "", word.span());
    }
    parameters.forEach(parameter -> context.known().add(parameter.name()));
    List<Statement> body = leading && isHeader() ? List.of() : blocks.block(word);
    Code code = Code.of(name, parameters, body);
    return new FunctionDef(code, List.copyOf(decorators), tokens.since(first));
  }

  /** Takes the colon of a def line whose body is not indented, if it is one. */
  private boolean isHeader() {
    int colon = tokens.position();
    tokens.take(":");
    boolean header = tokens.peek().kind() == Kind.END && !blocks.indented();
    tokens.moveTo(header ? colon + 1 : colon);
    return header;
  }

  private Statement type(Token word, List<Expression> decorators) throws Unparsable {
    Token name = tokens.name("the class's name");
    TypeParameters.skip(tokens);
    ArgumentParser.Arguments bases =
        tokens.peek().isSign("(")
            ? new ArgumentParser(tokens, expressions).arguments()
            : new ArgumentParser.Arguments(List.of(), List.of());
    if (context.isForward() && !bases.positional().stream().allMatch(this::isPlain)) {
      throw new Unparsable(
          "a class of layers is not part of the forward language",
          "@Forward takes the body of one forward method, @TorchModule a whole class",
          word.span());
    }
    context.known().add(name.text());
    List<Statement> body = blocks.block(word);
    return new ClassDef(
        name.text(),
        bases.positional(),
        bases.keywords(),
        body,
        List.copyOf(decorators),
        tokens.since(word));
  }

  /** Whether a base cannot have made a module of a class that stands in forward text. */
  private boolean isPlain(Expression base) {
    return base instanceof Expression.Name name
        ? PLAIN.contains(name.id()) || context.known().contains(name.id())
        : base instanceof Expression.Attribute attribute && PLAIN.contains(attribute.name());
  }
}
