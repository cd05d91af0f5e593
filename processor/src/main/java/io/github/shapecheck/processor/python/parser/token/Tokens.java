package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A position in the tokens that knows where a statement ends: at a line's end outside brackets. */
public final class Tokens {

  private final List<Token> tokens;
  private final Deque<Token> brackets = new ArrayDeque<>();
  private int at;
  private int begin;
  private int indent;

  public Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Begins a statement, or a further line of one, here, outside of all brackets. */
  public void beginStatement() {
    brackets.clear();
    begin = at;
    indent = upcoming().startsLine() ? upcoming().indent() : indent;
  }

  /** Goes back to a statement whose line is indented by so much. */
  public void resume(int outerIndent) {
    indent = outerIndent;
  }

  /** How far the line of the last statement begun is indented. */
  public int indent() {
    return indent;
  }

  /** The next token; an END where the statement is over. */
  public Token peek() {
    Token next = tokens.get(at);
    if (!next.startsLine() || at == begin || !brackets.isEmpty()) {
      return next;
    }
    Span last = tokens.get(at - 1).span();
    return new Token(Kind.END, "", Span.of(last.lastLine(), last.end(), last.end()), 0);
  }

  /** The next token, whatever statement it belongs to. */
  public Token upcoming() {
    return tokens.get(at);
  }

  /** The token behind the next one, whatever statement it belongs to. */
  public Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  public Token next() {
    Token next = peek();
    if (next.kind() != Kind.END) {
      at++;
    }
    return next;
  }

  public boolean take(String sign) {
    boolean found = peek().isSign(sign);
    if (found) {
      at++;
    }
    return found;
  }

  public boolean takeWord(String word) {
    boolean found = peek().isWord(word);
    if (found) {
      at++;
    }
    return found;
  }

  /** Takes a name, which a statement of the given sort needs here. */
  public Token name(String what) throws Unparsable {
    Token name = peek();
    if (!name.isName()) {
      throw Complaint.missing(what, name);
    }
    return next();
  }

  /** Whether the statement ends here. */
  public boolean atEnd() {
    Token next = peek();
    return next.kind() == Kind.END || next.isSign(";");
  }

  /** The last token taken. */
  public Token last() {
    return tokens.get(Math.max(at - 1, 0));
  }

  /** From a token to the last one taken. */
  public Span since(Token first) {
    return since(first.span());
  }

  /** From a place to the last token taken. */
  public Span since(Span first) {
    return first.to(last().span());
  }

  public void open() {
    brackets.push(next());
  }

  /** Takes the bracket that closes the last one opened. */
  public Token close() throws Unparsable {
    Token opening = brackets.element();
    Token closing = peek();
    if (!closing.isSign(closing(opening))) {
      throw Complaint.inBrackets(opening, closing);
    }
    at++;
    brackets.pop();
    return closing;
  }

  public boolean atClosing() {
    return !brackets.isEmpty() && peek().isSign(closing(brackets.element()));
  }

  public int depth() {
    return brackets.size();
  }

  /** Leaves out what is left of the line, a comment. */
  public void skipLine() {
    int line = tokens.get(at).span().line();
    while (tokens.get(at).kind() != Kind.END && tokens.get(at).span().line() == line) {
      at++;
    }
  }

  /** The index of the token behind the bracket that closes the next one, or that of the END. */
  public int behindBracket() {
    int depth = 0;
    int i = at;
    do {
      Token token = tokens.get(i);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      i++;
    } while (depth > 0 && i < tokens.size() - 1);
    return Math.min(i, tokens.size() - 1);
  }

  public int position() {
    return at;
  }

  public void moveTo(int position) {
    at = position;
  }

  /** Goes on behind a statement that is given up, outside of all brackets. */
  void resumeAt(int position) {
    brackets.clear();
    at = position;
  }

  public List<Token> all() {
    return tokens;
  }

  private static String closing(Token opening) {
    return switch (opening.text()) {
      case "(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }

  /** One thing of a list. */
  public interface Item<T> {
    T parse() throws Unparsable;
  }

  /** Things with commas between them, at least one of them where no bracket is around them. */
  public <T> List<T> listed(boolean bracketed, Item<T> item) throws Unparsable {
    List<T> items = new ArrayList<>();
    if (bracketed) {
      open();
    }
    do {
      if (bracketed && atClosing()) {
        break;
      }
      items.add(item.parse());
    } while (take(","));
    if (bracketed) {
      close();
    }
    return List.copyOf(items);
  }
}
