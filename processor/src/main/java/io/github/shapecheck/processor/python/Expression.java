package io.github.shapecheck.processor.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in the forward text that has a value, with the place where it stands. */
public sealed interface Expression {

  /** Where it stands, brackets around it not included. */
  Span span();

  /** A variable, a layer, a function or a module such as {@code torch}. */
  record Name(String id, Span span) implements Expression {}

  record IntLiteral(long value, Span span) implements Expression {}

  record FloatLiteral(double value, Span span) implements Expression {}

  /** A string, its escapes resolved and adjacent strings joined. */
  record StringLiteral(String value, Span span) implements Expression {}

  /** {@code True}, {@code False}, {@code None} or {@code ...}. */
  record Constant(Kind kind, Span span) implements Expression {
    /** Which constant. */
    public enum Kind {
      TRUE,
      FALSE,
      NONE,
      ELLIPSIS
    }
  }

  /** {@code a, b} or {@code (a, b)}; items may be {@link Starred}. */
  record TupleDisplay(List<Expression> items, Span span) implements Expression {}

  /** {@code [a, b]}; items may be {@link Starred}. */
  record ListDisplay(List<Expression> items, Span span) implements Expression {}

  /** {@code *value}: an argument, item or target that stands for a whole sequence. */
  record Starred(Expression value, Span span) implements Expression {}

  record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

  /** Two operands and the operator between them, which stands at {@code sign}. */
  record Binary(Expression left, BinaryOperator operator, Expression right, Span sign)
      implements Expression {
    @Override
    public Span span() {
      return left.span().to(right.span());
    }
  }

  /** A single comparison; chains of them are a syntax error. */
  record Comparison(Expression left, ComparisonOperator operator, Expression right, Span sign)
      implements Expression {
    @Override
    public Span span() {
      return left.span().to(right.span());
    }
  }

  /** {@code callee(a, *b, name=c)}. */
  record Call(
      Expression callee, List<Expression> positional, List<KeywordArgument> keywords, Span span)
      implements Expression {}

  /** {@code name=value} in a call; the span is that of both. */
  record KeywordArgument(String name, Expression value, Span span) {}

  /**
   * {@code target.name}, also {@code getattr(target, "name")}; the name may be digits, as in {@code
   * self.layer1.0.conv1}.
   */
  record Attribute(Expression target, String name, Span span) implements Expression {}

  /** {@code target[a, b]}; each item an expression, a {@link Slice} or a constant. */
  record Subscript(Expression target, List<Expression> items, Span span) implements Expression {}

  /** {@code lower:upper:step} in a subscript, each of them optional. */
  record Slice(
      @Nullable Expression lower, @Nullable Expression upper, @Nullable Expression step, Span span)
      implements Expression {}
}
