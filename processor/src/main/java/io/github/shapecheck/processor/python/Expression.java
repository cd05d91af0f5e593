package io.github.shapecheck.processor.python;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in Python text that has a value, with the place where it stands. */
public sealed interface Expression {

  /** Where it stands, brackets around it not included. */
  Span span();

  /** A variable, a layer, a function or a module such as {@code torch}. */
  record Name(String id, Span span) implements Expression {}

  record IntLiteral(long value, Span span) implements Expression {}

  /** A whole number that no {@code long} holds. */
  record BigIntLiteral(BigInteger value, Span span) implements Expression {}

  record FloatLiteral(double value, Span span) implements Expression {}

  /** {@code 2j}; the value is the imaginary part. */
  record ImaginaryLiteral(double value, Span span) implements Expression {}

  /** A string, its escapes resolved and adjacent strings joined. */
  record StringLiteral(String value, Span span) implements Expression {}

  /** {@code b"..."}, one character a byte, from 0 to 255. */
  record BytesLiteral(String value, Span span) implements Expression {}

  /**
   * An f-string, adjacent strings joined.
   *
   * @param parts in order, each a {@link StringLiteral} that is not empty or a {@link
   *     FormattedValue}
   */
  record FormattedString(List<Expression> parts, Span span) implements Expression {}

  /**
   * {@code {value!r:format}} inside an f-string; {@code {value=}} is the text {@code value=} in
   * front of {@code {value!r}}.
   *
   * @param format the format specification, itself with values in braces, if there is one
   */
  record FormattedValue(
      Expression value, Conversion conversion, @Nullable FormattedString format, Span span)
      implements Expression {
    /** What is done to the value before it is formatted. */
    public enum Conversion {
      NONE,
      STR,
      REPR,
      ASCII
    }
  }

  /** {@code True}, {@code False}, {@code None} or {@code ...}. */
  record Constant(Constant.Kind kind, Span span) implements Expression {
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

  /** {@code {a, b}}, never empty; items may be {@link Starred}. */
  record SetDisplay(List<Expression> items, Span span) implements Expression {}

  /** {@code {key: value, **others}}; later entries overwrite earlier ones. */
  record DictDisplay(List<Entry> entries, Span span) implements Expression {
    /**
     * {@code key: value} or {@code **value}.
     *
     * @param key null for {@code **value}, whose entries are all put
     */
    public record Entry(@Nullable Expression key, Expression value) {}
  }

  /** {@code [element for target in iterable if condition]}, as a list, a set or a generator. */
  record Comprehension(Comprehension.Kind kind, Expression element, List<Clause> clauses, Span span)
      implements Expression {
    /** What it makes. */
    public enum Kind {
      LIST,
      SET,
      GENERATOR
    }

    /**
     * {@code for target in iterable if condition if condition}; a later clause runs for every item
     * of an earlier one.
     *
     * @param target as in {@link Statement.Assign}
     * @param conditions in order, all of which must hold
     */
    public record Clause(Expression target, Expression iterable, List<Expression> conditions) {}
  }

  /** {@code {key: value for target in iterable}}. */
  record DictComprehension(
      Expression key, Expression value, List<Comprehension.Clause> clauses, Span span)
      implements Expression {}

  /** {@code *value}: an argument, item or target that stands for a whole sequence. */
  record Starred(Expression value, Span span) implements Expression {}

  record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

  /** {@code not operand}. */
  record Not(Expression operand, Span span) implements Expression {}

  /** Two operands and the operator between them, which stands at {@code sign}. */
  record Binary(Expression left, BinaryOperator operator, Expression right, Span sign)
      implements Expression {
    @Override
    public Span span() {
      return left.span().to(right.span());
    }
  }

  /**
   * {@code a and b and c} or {@code a or b or c}: the first operand that decides, else the last.
   *
   * @param operands two or more, evaluated from left to right as far as needed
   */
  record BooleanOperation(BooleanOperation.Kind kind, List<Expression> operands)
      implements Expression {
    /** Which. */
    public enum Kind {
      AND,
      OR
    }

    @Override
    public Span span() {
      return operands.get(0).span().to(operands.get(operands.size() - 1).span());
    }
  }

  /** A single comparison. */
  record Comparison(Expression left, ComparisonOperator operator, Expression right, Span sign)
      implements Expression {
    @Override
    public Span span() {
      return left.span().to(right.span());
    }
  }

  /**
   * {@code a < b <= c}: all comparisons must hold.
   *
   * @param comparisons two or more; the left operand of each but the first is the very object that
   *     is the right operand of the one before, and is evaluated once
   */
  record ComparisonChain(List<Comparison> comparisons) implements Expression {
    @Override
    public Span span() {
      return comparisons.get(0).span().to(comparisons.get(comparisons.size() - 1).span());
    }
  }

  /** {@code value if condition else otherwise}; the span is that of all. */
  record Conditional(Expression condition, Expression value, Expression otherwise)
      implements Expression {
    @Override
    public Span span() {
      return value.span().to(otherwise.span());
    }
  }

  /** {@code name := value}. */
  record NamedExpression(Name target, Expression value) implements Expression {
    @Override
    public Span span() {
      return target.span().to(value.span());
    }
  }

  /** {@code lambda a, b=1: body}. */
  record Lambda(List<Parameter> parameters, Expression body, Span span) implements Expression {}

  /**
   * {@code callee(a, *b, name=c, **d)}.
   *
   * @param positional in order; {@link Starred} ones stand for all their items. A generator that is
   *     the only argument is a {@link Comprehension}
   */
  record Call(
      Expression callee, List<Expression> positional, List<KeywordArgument> keywords, Span span)
      implements Expression {}

  /**
   * {@code name=value} in a call, or {@code **value}; the span is that of both.
   *
   * @param name empty for {@code **value}
   */
  record KeywordArgument(String name, Expression value, Span span) {
    /** Whether it is {@code **value}: a whole dict of arguments. */
    public boolean isUnpacked() {
      return name.isEmpty();
    }
  }

  /**
   * {@code target.name}, in forward text also {@code getattr(target, "name")}; there the name may
   * be digits, as in {@code self.layer1.0.conv1}.
   */
  record Attribute(Expression target, String name, Span span) implements Expression {}

  /**
   * {@code target[a, b]}; each item an expression, a {@link Slice}, a constant or {@link Starred}.
   * Several items are a tuple; {@code target[a,]} has one item, a tuple of one.
   */
  record Subscript(Expression target, List<Expression> items, Span span) implements Expression {}

  /** {@code lower:upper:step} in a subscript, each of them optional. */
  record Slice(
      @Nullable Expression lower, @Nullable Expression upper, @Nullable Expression step, Span span)
      implements Expression {}

  /** {@code yield value}; a function that holds one is a generator. */
  record Yield(@Nullable Expression value, Span span) implements Expression {}

  /** {@code yield from iterable}. */
  record YieldFrom(Expression iterable, Span span) implements Expression {}

  /** {@code await value}. */
  record Await(Expression value, Span span) implements Expression {}
}
