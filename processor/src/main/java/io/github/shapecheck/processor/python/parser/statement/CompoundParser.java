package io.github.shapecheck.processor.python.parser.statement;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Statement.For;
import io.github.shapecheck.processor.python.Statement.If;
import io.github.shapecheck.processor.python.Statement.Try;
import io.github.shapecheck.processor.python.Statement.While;
import io.github.shapecheck.processor.python.Statement.With;
import io.github.shapecheck.processor.python.parser.expression.Context;
import io.github.shapecheck.processor.python.parser.expression.ExpressionParser;
import io.github.shapecheck.processor.python.parser.expression.Targets;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;

/** Parses statements that hold blocks of others. */
final class CompoundParser {

  private final Tokens tokens;
  private final Context context;
  private final ExpressionParser expressions;
  private final Blocks blocks;
  private final DefinitionParser definitions;
  private final MatchParser matches;

  CompoundParser(Tokens tokens, Context context, ExpressionParser expressions, Blocks blocks) {
    this.tokens = tokens;
    this.context = context;
    this.expressions = expressions;
    this.blocks = blocks;
    this.definitions = new DefinitionParser(tokens, context, expressions, blocks);
    this.matches = new MatchParser(tokens, expressions, blocks);
  }

  /** Whether a statement with a block begins here. */
  boolean begins() {
    Token first = tokens.peek();
    return first.isSign("@")
        || (first.kind() == Kind.NAME
            && switch (first.text()) {
              case "if", "for", "while", "with", "try", "def", "class", "async" -> true;
              case "match" -> matches.begins();
              default -> false;
            });
  }

  /**
   * The statement that begins here, with its blocks.
   *
   * @param leading whether none stands before it
   */
  Statement statement(boolean leading) throws Unparsable {
    Token first = tokens.peek();
    return switch (first.text()) {
      case "if" -> branches(tokens.next());
      case "for" -> loop(tokens.next());
      case "while" -> whileLoop(tokens.next());
      case "with" -> with(tokens.next());
      case "try" -> tried(tokens.next());
      case "match" -> matches.statement();
      case "async" -> async(leading);
      default -> definitions.decorated(leading);
    };
  }

  private Statement async(boolean leading) throws Unparsable {
    Token second = tokens.peekSecond();
    if (second.isWord("for") || second.isWord("with")) {
      tokens.next();
      return second.isWord("for") ? loop(tokens.next()) : with(tokens.next());
    }
    return definitions.decorated(leading);
  }

  private Statement branches(Token first) throws Unparsable {
    int indent = tokens.indent();
    List<If.Branch> branches = new ArrayList<>();
    branches.add(branch(first));
    while (continues("elif", indent)) {
      branches.add(branch(tokens.next()));
    }
    List<Statement> otherwise = otherwise(indent);
    return new If(List.copyOf(branches), otherwise, tokens.since(first));
  }

  private If.Branch branch(Token word) throws Unparsable {
    Expression condition = expressions.single();
    List<Statement> body = blocks.block(word);
    return new If.Branch(condition, body, tokens.since(word));
  }

  private Statement loop(Token first) throws Unparsable {
    int indent = tokens.indent();
    Expression target = Targets.of(expressions.targets(), context.known());
    if (!tokens.takeWord("in")) {
      throw Complaint.missing("the 'in' of this 'for'", tokens.peek());
    }
    Expression iterable = expressions.value();
    List<Statement> body = blocks.block(first);
    List<Statement> otherwise = otherwise(indent);
    return new For(target, iterable, body, otherwise, tokens.since(first));
  }

  private Statement whileLoop(Token first) throws Unparsable {
    int indent = tokens.indent();
    Expression condition = expressions.single();
    List<Statement> body = blocks.block(first);
    List<Statement> otherwise = otherwise(indent);
    return new While(condition, body, otherwise, tokens.since(first));
  }

  private Statement with(Token first) throws Unparsable {
    int behind = tokens.peek().isSign("(") ? tokens.behindBracket() : tokens.position();
    boolean bracketed = behind > tokens.position() && tokens.all().get(behind).isSign(":");
    List<With.Item> items = tokens.listed(bracketed, this::item);
    List<Statement> body = blocks.block(first);
    return new With(items, body, tokens.since(first));
  }

  private With.Item item() throws Unparsable {
    Expression context = tokens.depth() > 0 ? expressions.item() : expressions.expression();
    boolean named = tokens.takeWord("as");
    return new With.Item(
        context, named ? Targets.of(expressions.target(), this.context.known()) : null);
  }

  private Statement tried(Token first) throws Unparsable {
    int indent = tokens.indent();
    List<Statement> body = blocks.block(first);
    List<Try.Handler> handlers = new ArrayList<>();
    while (continues("except", indent)) {
      handlers.add(handler(tokens.next()));
    }
    List<Statement> otherwise = otherwise(indent);
    boolean last = continues("finally", indent);
    if (handlers.isEmpty() && !last) {
      String message = "'try' has neither 'except' nor 'finally'";
      throw new Unparsable(message, "", first.span());
    }
    List<Statement> lastly = last ? blocks.block(tokens.next()) : List.of();
    return new Try(body, List.copyOf(handlers), otherwise, lastly, tokens.since(first));
  }

  private Try.Handler handler(Token word) throws Unparsable {
    tokens.take("*");
    Expression type = tokens.peek().isSign(":") ? null : expressions.value();
    String name = tokens.takeWord("as") ? tokens.name("a name").text() : null;
    List<Statement> body = blocks.block(word);
    return new Try.Handler(type, name, body, tokens.since(word));
  }

  private List<Statement> otherwise(int indent) throws Unparsable {
    return continues("else", indent) ? blocks.block(tokens.next()) : List.of();
  }

  /** Whether the next line goes on with a statement that is indented by so much. */
  private boolean continues(String word, int indent) {
    Token next = tokens.upcoming();
    boolean fits =
        context.isForward() && blocks.isOutermost()
            ? next.indent() >= indent
            : next.indent() == indent;
    boolean found = next.isWord(word) && next.startsLine() && fits;
    if (found) {
      tokens.beginStatement();
      tokens.resume(indent);
    }
    return found;
  }
}
