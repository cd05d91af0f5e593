package io.github.shapecheck.processor.python;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement of Python text; one with a block holds the statements in it. */
public sealed interface Statement {

  /** Where it stands, its blocks included, comments not. */
  Span span();

  /** What it computes, if it is a simple statement that computes anything. */
  default Optional<Expression> expression() {
    if (this instanceof Assign assign) {
      return Optional.of(assign.value());
    }
    if (this instanceof AnnotatedAssign assign) {
      return Optional.ofNullable(assign.value());
    }
    if (this instanceof AugmentedAssign augmented) {
      return Optional.of(augmented.value());
    }
    if (this instanceof ExpressionStatement alone) {
      return Optional.of(alone.value());
    }
    return this instanceof Return returned
        ? Optional.ofNullable(returned.value())
        : Optional.empty();
  }

  /**
   * {@code a = b = value}: every target gets the value, from left to right.
   *
   * @param targets each a {@code Name}, {@code Attribute}, {@code Subscript}, {@code Starred}
   *     inside a tuple, or a (nested) {@code TupleDisplay} of those; lists are given as tuples
   */
  record Assign(List<Expression> targets, Expression value, Span span) implements Statement {}

  /**
   * {@code target: annotation = value}; in forward text an {@link Assign}, or nothing without a
   * value.
   *
   * @param target a name, an attribute or a subscript
   */
  record AnnotatedAssign(
      Expression target, Expression annotation, @Nullable Expression value, Span span)
      implements Statement {}

  /** {@code target += value} and its like; the target is a name, an attribute or a subscript. */
  record AugmentedAssign(Expression target, BinaryOperator operator, Expression value, Span span)
      implements Statement {}

  /** An expression on its own, for instance the bare name of a layer; docstrings are left out. */
  record ExpressionStatement(Expression value, Span span) implements Statement {}

  /** {@code return}, with what it returns if it says so. */
  record Return(@Nullable Expression value, Span span) implements Statement {}

  /**
   * {@code if}, {@code elif}, {@code else}.
   *
   * @param branches one or more; the first whose condition holds is taken
   * @param otherwise the statements of {@code else}, may be empty
   */
  record If(List<Branch> branches, List<Statement> otherwise, Span span) implements Statement {
    /** {@code if condition: body}; the span is that of both, from the word on. */
    public record Branch(Expression condition, List<Statement> body, Span span) {}
  }

  /**
   * {@code for target in iterable: body}, {@code async} or not.
   *
   * @param target as in {@link Assign}
   * @param otherwise what runs where the loop ends without a break, may be empty
   */
  record For(
      Expression target,
      Expression iterable,
      List<Statement> body,
      List<Statement> otherwise,
      Span span)
      implements Statement {}

  /**
   * {@code while condition: body}.
   *
   * @param otherwise what runs where the loop ends without a break, may be empty
   */
  record While(Expression condition, List<Statement> body, List<Statement> otherwise, Span span)
      implements Statement {}

  record Break(Span span) implements Statement {}

  record Continue(Span span) implements Statement {}

  record Pass(Span span) implements Statement {}

  /** {@code assert condition, message}. */
  record Assert(Expression condition, @Nullable Expression message, Span span)
      implements Statement {}

  /** {@code raise exception from cause}, each of them optional. */
  record Raise(@Nullable Expression exception, @Nullable Expression cause, Span span)
      implements Statement {}

  /** {@code with a as b, c: body}, {@code async} or not. */
  record With(List<Item> items, List<Statement> body, Span span) implements Statement {
    /**
     * {@code context as target}.
     *
     * @param target as in {@link Assign}; null without {@code as}
     */
    public record Item(Expression context, @Nullable Expression target) {}
  }

  /**
   * {@code try}, {@code except}, {@code else}, {@code finally}.
   *
   * @param otherwise what runs where the body raises nothing, may be empty
   * @param last the statements of {@code finally}, may be empty
   */
  record Try(
      List<Statement> body,
      List<Handler> handlers,
      List<Statement> otherwise,
      List<Statement> last,
      Span span)
      implements Statement {
    /**
     * {@code except type as name: body}, also {@code except*}.
     *
     * @param type null where it takes every exception
     */
    public record Handler(
        @Nullable Expression type, @Nullable String name, List<Statement> body, Span span) {}
  }

  /** {@code del a, b[0]}; tuples are taken apart. */
  record Delete(List<Expression> targets, Span span) implements Statement {}

  /**
   * {@code def name(parameters): body}, {@code async} or not; annotations and type parameters are
   * read over.
   *
   * @param code with {@code self} among its parameters
   * @param decorators without the {@code @}, the outermost first
   * @param span from {@code def} on, the decorators not included
   */
  record FunctionDef(Code code, List<Expression> decorators, Span span) implements Statement {

    public String name() {
      return code.name();
    }

    public List<Parameter> parameters() {
      return code.parameters();
    }

    public List<Statement> body() {
      return code.body();
    }

    /** The same function with other statements in it. */
    public FunctionDef withBody(List<Statement> changed) {
      Code other = Code.of(name(), parameters(), changed);
      return new FunctionDef(other, decorators, upTo(span, changed));
    }
  }

  /**
   * {@code class name(bases, keyword=value): body}; type parameters are read over.
   *
   * @param decorators without the {@code @}, the outermost first
   * @param span from {@code class} on, the decorators not included
   */
  record ClassDef(
      String name,
      List<Expression> bases,
      List<Expression.KeywordArgument> keywords,
      List<Statement> body,
      List<Expression> decorators,
      Span span)
      implements Statement {
    /** The same class with other statements in it. */
    public ClassDef withBody(List<Statement> changed) {
      return new ClassDef(name, bases, keywords, changed, decorators, upTo(span, changed));
    }
  }

  /** {@code import a.b as c, d}. */
  record Import(List<Imported> names, Span span) implements Statement {}

  /**
   * {@code from ..module import a as b, c}.
   *
   * @param module dotted, empty for {@code from . import a}
   * @param level how many dots stand in front of it
   * @param names with the single name {@code *} for all of them
   */
  record ImportFrom(String module, int level, List<Imported> names, Span span)
      implements Statement {}

  /**
   * A name in an import.
   *
   * @param name dotted in {@link Import}
   * @param alias what it is called here; null without {@code as}
   */
  record Imported(String name, @Nullable String alias, Span span) {}

  record Global(List<String> names, Span span) implements Statement {}

  record Nonlocal(List<String> names, Span span) implements Statement {}

  /** {@code match subject:} with its cases, the first that matches is taken. */
  record Match(Expression subject, List<Case> cases, Span span) implements Statement {
    /** {@code case pattern if guard: body}. */
    public record Case(
        Pattern pattern, @Nullable Expression guard, List<Statement> body, Span span) {}
  }

  /** {@code type name = value}. */
  record TypeAlias(String name, Expression value, Span span) implements Statement {}

  /**
   * Text with a syntax error, already reported.
   *
   * @param names what it would have assigned: from here on nothing is known about them
   */
  record Broken(Set<String> names, Span span) implements Statement {}

  private static Span upTo(Span whole, List<Statement> body) {
    return whole.to(body.get(body.size() - 1).span());
  }
}
