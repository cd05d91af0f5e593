package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.Slices;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.type.ManyLoop;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.Collections;
import java.util.List;

/**
 * Parts of tensors, lists and dicts, written and deleted: {@code x[...] = y}, {@code del x[...]}.
 */
final class ChangedParts {
  private final Evaluation evaluator;
  private final Machine machine;
  private final Frame frame;
  private final Subscripts parts;

  ChangedParts(Evaluation evaluator) {
    this.evaluator = evaluator;
    this.machine = evaluator.machine();
    this.frame = evaluator.frame();
    this.parts = new Subscripts(evaluator);
  }

  /** {@code x[...] = value}; of a tensor the value must fit the part, and it keeps its shape. */
  void set(Subscripts.Part part, Value value) {
    Expression.Subscript subscript = part.written();
    Value target = part.target();
    Value index = part.index();
    if (target instanceof Tensor) {
      Value changed = Value.UNKNOWN;
      if (!(value instanceof Value.Unknown)) {
        Span place = subscript.items().get(0).span();
        Arguments arguments = Arguments.of(index, place, value, null);
        changed =
            evaluator.operation(
                "setitem", arguments.after(target, subscript.target().span()), subscript.span());
      }
      Expression whole = subscript.target();
      if (whole instanceof Expression.Name || whole instanceof Expression.Attribute) {
        new Targets(evaluator).assign(whole, changed);
      }
      return;
    }
    Value refilled = ManyLoop.refilled(ManyList.plain(target), index.dim(), value);
    if (refilled != null) {
      new Targets(evaluator).assign(subscript.target(), refilled);
      return;
    }
    if (frame.special(target, "__setitem__", subscript.span(), index, value) == null) {
      set(InstanceObject.plain(target), index, value, subscript.span());
    }
  }

  private void set(Value plain, Value index, Value value, Span span) {
    if (plain instanceof Value.Unknown || plain instanceof Opaque) {
      return;
    }
    if (plain instanceof DictObject dict) {
      machine.requireHashable(index);
      dict.put(index, value);
      machine.requireRoom(dict.size());
    } else if (plain instanceof ListObject list) {
      set(list, index, value, span);
    } else if (!ManyLoop.fills(ManyList.plain(plain), index.dim(), value)) {
      throw machine.error("TypeError", plain.kind() + " does not change");
    }
  }

  private void set(ListObject list, Value index, Value value, Span span) {
    List<Value> items = list.items();
    if (index instanceof Value.Unknown || index instanceof Opaque) {
      Collections.fill(items, Value.UNKNOWN);
    } else if (index instanceof Value.Slice slice) {
      Slices places = parts.slices(slice, items.size());
      List<Value> others = machine.items(frame, value, span);
      if (places.step() == 1) {
        int from = (int) places.start();
        List<Value> part = items.subList(from, (int) Math.max(places.stop(), from));
        part.clear();
        items.addAll(from, others);
        machine.make(items.size());
        return;
      }
      List<Integer> all = places.places();
      if (all.size() != others.size()) {
        throw machine.error(
            "ValueError", others.size() + " items do not fit a slice of " + all.size());
      }
      for (int i = 0; i < all.size(); i++) {
        items.set(all.get(i), others.get(i));
      }
    } else {
      items.set(parts.position(list, index, items.size()), value);
    }
  }

  void delete(Expression.Subscript subscript) {
    Subscripts.Part part = parts.part(subscript);
    Value index = part.index();
    Value plain = InstanceObject.plain(part.target());
    if (plain instanceof ListObject list) {
      delete(list, index);
    } else if (plain instanceof ManyList) {
      Value method = machine.attribute(frame, plain, "__delitem__", subscript.span());
      machine.call(frame, method, Arguments.of(index), subscript.span());
    } else if (plain instanceof DictObject dict) {
      machine.requireHashable(index);
      if (dict.remove(index) == null) {
        throw machine.missing(frame, "the dict", index);
      }
    } else if (plain instanceof InstanceObject instance
        && instance.type().find("__delitem__") != null) {
      Value method = machine.attribute(frame, part.target(), "__delitem__", subscript.span());
      machine.call(frame, method, Arguments.of(index), subscript.span());
    } else {
      throw machine.unfit(plain, plain.kind() + " does not change");
    }
  }

  private void delete(ListObject list, Value index) {
    List<Value> items = list.items();
    if (index instanceof Value.Slice slice) {
      parts.slices(slice, items.size()).places().stream()
          .sorted(Collections.reverseOrder())
          .forEach(at -> items.remove((int) at));
    } else {
      items.remove(parts.position(list, index, items.size()));
    }
  }
}
