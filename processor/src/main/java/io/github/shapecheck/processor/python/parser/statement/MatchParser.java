package io.github.shapecheck.processor.python.parser.statement;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Pattern;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Statement.Match;
import io.github.shapecheck.processor.python.parser.expression.ExpressionParser;
import io.github.shapecheck.processor.python.parser.expression.PatternParser;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;

/** Parses {@code match} with its cases. */
record MatchParser(Tokens tokens, ExpressionParser expressions, Blocks blocks) {
  /** Whether the name {@code match} that comes next begins a statement: cases follow its line. */
  boolean begins() {
    List<Token> all = tokens.all();
    int depth = 0;
    int i = tokens.position() + 1;
    while (all.get(i).kind() != Kind.END && (depth > 0 || !all.get(i).startsLine())) {
      depth += all.get(i).opens() ? 1 : all.get(i).closes() ? -1 : 0;
      i++;
    }
    return all.get(i).isWord("case")
        && all.get(i).indent() > tokens.indent()
        && i > tokens.position() + 2
        && all.get(i - 1).isSign(":");
  }

  Statement statement() throws Unparsable {
    Token first = tokens.next();
    Expression subject = expressions.value();
    if (!tokens.take(":")) {
      throw Complaint.missing("the colon of this 'match'", tokens.peek());
    }
    int indent = tokens.indent();
    int inner = tokens.upcoming().indent();
    List<Match.Case> cases = new ArrayList<>();
    while (tokens.upcoming().isWord("case") && tokens.upcoming().indent() == inner) {
      tokens.beginStatement();
      cases.add(oneCase(tokens.next()));
    }
    tokens.resume(indent);
    if (tokens.upcoming().kind() != Kind.END && tokens.upcoming().indent() > indent) {
      throw Complaint.missing("a 'case'", tokens.upcoming());
    }
    return new Match(subject, List.copyOf(cases), tokens.since(first));
  }

  private Match.Case oneCase(Token word) throws Unparsable {
    Pattern pattern = new PatternParser(tokens, expressions).patterns();
    Expression guard = tokens.takeWord("if") ? expressions.single() : null;
    List<Statement> body = blocks.block(word);
    return new Match.Case(pattern, guard, body, tokens.since(word));
  }
}
