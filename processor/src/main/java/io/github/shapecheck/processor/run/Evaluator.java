package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.Signature;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the value of an expression of the forward language. */
final class Evaluator {
  private final Frame frame;
  private final Lookup lookup;
  private final Applications applications;
  private final Calls calls;

  Evaluator(Frame frame) {
    this.frame = frame;
    this.lookup = new Lookup(frame, this);
    this.applications = new Applications(frame);
    this.calls = new Calls(frame, this, lookup);
  }

  Value evaluate(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return lookup.name(name);
    }
    if (expression instanceof Expression.Call call) {
      return calls.value(call);
    }
    if (expression instanceof Expression.Attribute attribute) {
      return lookup.attribute(attribute);
    }
    if (expression instanceof Expression.IntLiteral literal) {
      return Value.Int.of(literal.value());
    }
    if (expression instanceof Expression.FloatLiteral literal) {
      return new Value.Real(literal.value());
    }
    if (expression instanceof Expression.StringLiteral literal) {
      return new Value.Text(literal.value());
    }
    if (expression instanceof Expression.Constant constant) {
      return switch (constant.kind()) {
        case TRUE -> new Value.Bool(true);
        case FALSE -> new Value.Bool(false);
        case NONE -> Value.NONE;
        case ELLIPSIS -> new Value.Ellipsis();
      };
    }
    if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    }
    if (expression instanceof Expression.Subscript subscript) {
      return new Subscripts(frame, this).value(subscript);
    }
    return compound(expression);
  }

  private Value compound(Expression expression) {
    if (expression instanceof Expression.TupleDisplay tuple) {
      return new Value.Sequence(evaluateAll(tuple.items()), true);
    }
    if (expression instanceof Expression.ListDisplay list) {
      return new Value.Sequence(evaluateAll(list.items()), false);
    }
    if (expression instanceof Expression.Unary unary) {
      Value operand = evaluate(unary.operand());
      return operand instanceof Tensor
          ? operator(Operators.name(unary.operator()), Arguments.of(operand), unary.span())
          : checked(Operators.unary(unary.operator(), operand), unary);
    }
    if (expression instanceof Expression.Comparison comparison
        && comparison.operator().compareTo(ComparisonOperator.IS) < 0) {
      Value left = evaluate(comparison.left());
      Value right = evaluate(comparison.right());
      return left instanceof Tensor || right instanceof Tensor
          ? operator(
              Operators.name(comparison.operator()),
              Arguments.of(left, comparison.left().span(), right, comparison.right().span()),
              comparison.span())
          : Operators.compare(comparison.operator(), left, right, frame.recorder().decider);
    }
    if (expression instanceof Expression.Slice slice) {
      return new Value.Slice(part(slice.lower()), part(slice.upper()), part(slice.step()));
    }
    if (expression instanceof Expression.Starred starred) {
      return evaluate(starred.value());
    }
    frame.report(
        ProblemId.SYNTAX, expression.span(), "this expression is not part of the forward language");
    return Value.UNKNOWN;
  }

  private Value part(@Nullable Expression expression) {
    return expression == null ? Value.NONE : evaluate(expression);
  }

  List<Value> evaluateAll(List<Expression> expressions) {
    List<Value> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      evaluateInto(values, expression);
    }
    return values;
  }

  /** Adds the value of an expression, of {@code *items} one for each item. */
  void evaluateInto(List<Value> values, Expression expression) {
    if (expression instanceof Expression.Starred starred) {
      List<Value> items = items(evaluate(starred.value()), starred, -1);
      values.addAll(items == null ? List.of(Value.UNKNOWN) : items);
    } else {
      values.add(evaluate(expression));
    }
  }

  Value binary(Expression.Binary binary) {
    return binary(binary, evaluate(binary.left()), evaluate(binary.right()));
  }

  private Value binary(Expression.Binary binary, Value left, Value right) {
    if (left instanceof Tensor || right instanceof Tensor) {
      if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
        return lost(binary.operator().symbol(), binary.span());
      }
      return operator(
          Operators.name(binary.operator()),
          Arguments.of(left, binary.left().span(), right, binary.right().span()),
          binary.span());
    }
    return checked(Operators.binary(binary.operator(), left, right), binary);
  }

  /** {@code x += y} writes into a tensor, which cannot grow. */
  Value augmented(Statement.AugmentedAssign assign) {
    Expression.Binary binary =
        new Expression.Binary(assign.target(), assign.operator(), assign.value(), assign.span());
    Value left = evaluate(assign.target());
    Value right = evaluate(assign.value());
    if (!(left instanceof Tensor) || right instanceof Value.Unknown) {
      return binary(binary, left, right);
    }
    return operator(
        Operators.name(assign.operator()) + "_",
        Arguments.of(left, assign.target().span(), right, assign.value().span()),
        assign.span());
  }

  private Value checked(@Nullable Value value, Expression expression) {
    if (value == null) {
      frame.report(ProblemId.ARGUMENT, expression.span(), "these values cannot be combined so");
      return Value.UNKNOWN;
    }
    return value;
  }

  Value operator(String name, Arguments arguments, Span span) {
    Function function = Catalogue.function(name);
    return function == null
        ? Value.UNKNOWN
        : applications.function(function, arguments, frame.place(span));
  }

  /**
   * Applies what can be applied; {@code span} is the call, null where the fields are applied in
   * source order.
   */
  Value apply(Value callee, Arguments arguments, @Nullable Span span) {
    Place place = span == null ? null : frame.place(span);
    if (callee instanceof References.Layers layers) {
      return applications.layers(layers, arguments, place);
    }
    if (callee instanceof References.Modules modules) {
      return applications.modules(modules, arguments);
    }
    if (callee instanceof InlineLayers.Constructor constructor && place != null) {
      return applications.construct(constructor.type(), arguments, place);
    }
    if (callee instanceof References.Named named) {
      return applications.function(named.function(), arguments, place == null ? Place.NONE : place);
    }
    if (span != null && !(callee instanceof Value.Unknown)) {
      frame.report(ProblemId.NOT_CALLABLE, span, callee.kind() + " cannot be called");
    }
    return Value.UNKNOWN;
  }

  /** The value of what cannot be followed. */
  Value lost(String subject, Span span) {
    frame.recorder().unchecked.watch(Value.UNKNOWN, frame, frame.place(span), subject);
    return Value.UNKNOWN;
  }

  /** The items of a list whose length is a free size. */
  PieceItems pieces(Value.Pieces pieces, Span span) {
    Signature signature = Signature.of("pieces");
    FunctionSite site = new FunctionSite(frame, frame.place(span), "the list", signature);
    return new PieceItems(site.call(new Value[] {pieces}), pieces);
  }

  /** What a field is. */
  Value member(FieldDeclaration field) {
    return lookup.member(field);
  }

  /**
   * The items of a value that is unpacked; null with a problem reported, or silently, where there
   * are none to tell.
   */
  @Nullable List<Value> items(Value value, Expression place, int wanted) {
    if (value instanceof Value.Sequence sequence) {
      return sequence.items();
    }
    if (value instanceof Value.Pieces pieces) {
      if (wanted < 0) {
        lost(pieces.kind(), place.span());
        return null;
      }
      return pieces(pieces, place.span()).unpacked(wanted);
    }
    if (value instanceof Value.Unknown) {
      return null;
    }
    if (value instanceof Tensor tensor && tensor.rank() > 0) {
      Dim count = tensor.dim(0);
      if (count.isConstant() && (wanted < 0 ? count.value() <= 1000 : count.value() == wanted)) {
        Value pieces = operator("unbind", Arguments.of(tensor), place.span());
        return pieces instanceof Value.Sequence sequence ? sequence.items() : null;
      }
      if (!count.isKnown()) {
        return null;
      }
      frame.report(
          ProblemId.UNPACK,
          place.span(),
          value.kind() + " unpacks into " + count + " values, not " + wanted);
      return null;
    }
    frame.report(ProblemId.UNPACK, place.span(), value.kind() + " cannot be unpacked");
    return null;
  }
}
