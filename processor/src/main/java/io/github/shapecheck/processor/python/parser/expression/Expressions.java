package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;

/** What the parts of an expression ask of its parser; nesting is bounded, so no stack overflows. */
public abstract class Expressions {
  /** How deep brackets, which count twice, signs and powers may stand in one another. */
  static final int DEEPEST = 400;

  /** How high a tree may grow along a chain such as {@code a + b + c}. */
  static final int HIGHEST = 400;

  private final Tokens tokens;
  private int depth;
  private int height;

  Expressions(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Anything but a list, a star or a walrus. */
  public abstract Expression expression() throws Unparsable;

  /** An expression, or one with a star in front of it; inside brackets perhaps with a walrus. */
  public abstract Expression item() throws Unparsable;

  /** One expression, or a tuple of several with commas between them, or a {@code yield}. */
  abstract Expression list() throws Unparsable;

  /** What a loop or a {@code with} assigns. */
  public abstract Expression targets() throws Unparsable;

  /** An expression without {@code if} and {@code lambda}, unless in brackets. */
  abstract Expression disjunction() throws Unparsable;

  /** Operators that bind at least so tightly, in one level more of nesting. */
  abstract Expression nested(int precedence) throws Unparsable;

  /** How high the tree of the last parsed expression is. */
  int height() {
    return height;
  }

  /** The expression is as yet nothing. */
  void plain() {
    height = 0;
  }

  /** Notes that a node stands on parts of the given height. */
  void grow(int partHeight, Span span) throws Unparsable {
    height = partHeight + 1;
    if (height > HIGHEST) {
      throw Complaint.tooDeep(span);
    }
  }

  /** Goes into something that may hold itself. */
  void enter() throws Unparsable {
    if (depth >= DEEPEST) {
      throw Complaint.tooDeep(tokens.peek().span());
    }
    depth++;
  }

  /** Leaves what was entered. */
  void leave() {
    depth--;
  }

  /** Outside of all brackets. */
  void beginAnew() {
    depth = 0;
    height = 0;
  }
}
