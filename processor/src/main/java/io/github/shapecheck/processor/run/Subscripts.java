package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** Parts of tensors, tuples and repeated modules: {@code x[...]}, read and written. */
final class Subscripts {
  private final Frame frame;
  private final Evaluator evaluator;

  Subscripts(Frame frame, Evaluator evaluator) {
    this.frame = frame;
    this.evaluator = evaluator;
  }

  /** The part. */
  Value value(Expression.Subscript subscript) {
    Value target = evaluator.evaluate(subscript.target());
    List<Value> items = evaluator.evaluateAll(subscript.items());
    if (target instanceof Tensor) {
      Value index = items.size() == 1 ? items.get(0) : new Value.Sequence(items, true);
      return evaluator.operator(
          "getitem",
          Arguments.of(target, subscript.target().span(), index, subscript.items().get(0).span()),
          subscript.span());
    }
    if (target instanceof Value.Unknown) {
      return target;
    }
    if (target instanceof Value.Pieces pieces && items.size() == 1) {
      Value item = evaluator.pieces(pieces, subscript.span()).of(items.get(0));
      return item instanceof Value.Unknown ? evaluator.lost(pieces.kind(), subscript.span()) : item;
    }
    Value part = items.size() == 1 ? Items.of(target, items.get(0)) : null;
    if (part == null) {
      frame.report(ProblemId.INDEX_RANGE, subscript.span(), target.kind() + " has no such item");
      return Value.UNKNOWN;
    }
    return part;
  }

  /** {@code x[...] = value}: the value must fit the part; x keeps its shape. */
  void assign(Expression.Subscript subscript, Value value) {
    Value target = evaluator.evaluate(subscript.target());
    List<Value> items = evaluator.evaluateAll(subscript.items());
    Value changed = Value.UNKNOWN;
    if (target instanceof Tensor && !(value instanceof Value.Unknown)) {
      Value index = items.size() == 1 ? items.get(0) : new Value.Sequence(items, true);
      Span place = subscript.items().get(0).span();
      Arguments arguments = Arguments.of(index, place, value, null);
      changed =
          evaluator.operator(
              "setitem", arguments.after(target, subscript.target().span()), subscript.span());
    }
    if (subscript.target() instanceof Expression.Name name) {
      frame.variables.put(name.id(), changed);
    }
  }
}
