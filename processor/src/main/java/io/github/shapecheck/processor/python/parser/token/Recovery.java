package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds, after a syntax error, where the next statement begins and which names were lost. */
public final class Recovery {

  /** How far to look for a closing bracket: keeps the whole linear. */
  private static final int REACH = 2000;

  private final Tokens position;
  private final List<Token> tokens;

  public Recovery(Tokens position) {
    this.position = position;
    this.tokens = position.all();
  }

  /** Moves behind the statement that cannot be parsed, or the block that it is the head of. */
  public Statement.Broken recover(int begin) {
    Token first = tokens.get(begin);
    boolean block =
        first.isSign("@") || (first.kind() == Kind.NAME && Keyword.beginsBlock(first.text()));
    int end = block ? blockEnd(begin) : statementEnd(begin, position.position());
    position.resumeAt(end);
    Span span = first.span().to(tokens.get(Math.max(begin, end - 1)).span());
    return new Statement.Broken(assigned(begin, end), span);
  }

  /** Gives up on the rest of the text. */
  public Statement.Broken abandon(int begin) {
    int end = tokens.size() - 1;
    position.resumeAt(end);
    return new Statement.Broken(assigned(begin, end), tokens.get(begin).span());
  }

  private int statementEnd(int begin, int error) {
    int depth = 0;
    for (int i = begin; depth == 0 || i < error + REACH; i++) {
      Token token = tokens.get(i);
      boolean line = token.startsLine() && i > begin;
      if (token.kind() == Kind.END) {
        break;
      }
      if (line && (depth == 0 ? i >= error : beginsStatement(i, begin))) {
        return i;
      }
      if (token.isSign(";") && depth == 0 && i >= error) {
        return i;
      }
      depth = Math.max(0, depth + (token.opens() ? 1 : 0) - (token.closes() ? 1 : 0));
    }
    return depth > 0 ? nextLine(begin, error) : lastIndex();
  }

  /** Whether a line inside open brackets is a statement: then a bracket before it is not closed. */
  private boolean beginsStatement(int index, int begin) {
    Token word = tokens.get(index);
    if (word.kind() != Kind.NAME) {
      return false;
    }
    if (Keyword.beginsStatement(word.text())) {
      return !Keyword.isInner(word.text()) || word.indent() <= tokens.get(begin).indent();
    }
    return tokens.get(index - 1).endsOperand() && !Keyword.isInner(word.text());
  }

  private int nextLine(int begin, int error) {
    int i = Math.max(begin + 1, error);
    while (i < lastIndex() && !tokens.get(i).startsLine()) {
      i++;
    }
    return Math.min(i, lastIndex());
  }

  private int blockEnd(int begin) {
    int indent = position.indent();
    int i = Math.max(begin + 1, position.position());
    while (i < lastIndex()) {
      Token token = tokens.get(i);
      boolean outside = token.startsLine() && token.indent() <= indent;
      if (outside && !(token.kind() == Kind.NAME && Keyword.continuesBlock(token.text()))) {
        return i;
      }
      i++;
    }
    return lastIndex();
  }

  /** All names to the left of an assignment, {@code self.fc} too, and a loop's variables: rather one too many. */
  private Set<String> assigned(int begin, int end) {
    Set<String> names = new LinkedHashSet<>();
    List<StringBuilder> candidates = new ArrayList<>();
    int inCall = 0;
    for (int i = begin; i < end; i++) {
      Token token = tokens.get(i);
      boolean behindOperand = i > begin && tokens.get(i - 1).endsOperand();
      boolean attribute = i > begin && tokens.get(i - 1).isSign(".");
      if (token.startsLine() || token.isSign(";") || token.isWord("for")) {
        candidates.clear();
        inCall = 0;
      }
      if (token.opens() && (inCall > 0 || behindOperand)) {
        inCall++;
      } else if (inCall > 0) {
        inCall -= token.closes() ? 1 : 0;
      } else if (token.isWord("in") || (token.kind() == Kind.SIGN && assigns(token.text()))) {
        candidates.forEach(name -> names.add(name.toString()));
        candidates.clear();
      } else if (token.isName() && attribute && !candidates.isEmpty()) {
        candidates.get(candidates.size() - 1).append('.').append(token.text());
      } else if (token.isName() && !attribute) {
        candidates.add(new StringBuilder(token.text()));
      }
    }
    return names;
  }

  private static boolean assigns(String sign) {
    return sign.endsWith("=")
        && !(sign.equals("==") || sign.equals("!=") || sign.equals("<=") || sign.equals(">="));
  }

  private int lastIndex() {
    return tokens.size() - 1;
  }
}
