package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.run.object.Slices;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.type.Arithmetic;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.run.program.type.Enumerations;
import io.github.shapecheck.processor.run.program.type.ManyIteration;
import io.github.shapecheck.processor.run.program.type.ManyLoop;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.Collection;
import java.util.List;

/** Parts of tensors, lists, dicts and strings: {@code x[...]}, read. */
final class Subscripts {
  private final Evaluation evaluator;
  private final Machine machine;
  private final Frame frame;

  Subscripts(Evaluation evaluator) {
    this.evaluator = evaluator;
    this.machine = evaluator.machine();
    this.frame = evaluator.frame();
  }

  private Value index(Expression.Subscript subscript) {
    List<Value> items = evaluator.evaluateAll(subscript.items());
    boolean single = items.size() == 1 && !(subscript.items().get(0) instanceof Expression.Starred);
    return single ? items.get(0) : new Value.Sequence(items, true);
  }

  /** A part of a value, its expressions evaluated. */
  record Part(Expression.Subscript written, Value target, Value index) {}

  /** Evaluates which part of what it is. */
  Part part(Expression.Subscript subscript) {
    Value target = evaluator.evaluate(subscript.target());
    return new Part(subscript, target, index(subscript));
  }

  Value get(Part part) {
    Expression.Subscript subscript = part.written();
    Value target = part.target();
    Value index = part.index();
    if (target instanceof Tensor) {
      Span place = subscript.items().get(0).span();
      return evaluator.operation(
          "getitem",
          Arguments.of(target, subscript.target().span(), index, place),
          subscript.span());
    }
    return get(target, index, subscript.span());
  }

  private Value get(Value target, Value index, Span span) {
    if (target instanceof Value.Unknown || target instanceof Opaque) {
      return target;
    }
    if (target instanceof InstanceObject instance) {
      Value method = instance.type().find("__getitem__");
      if (method != null && !(method instanceof Builtin && instance.base() != null)) {
        return machine.call(frame, method, Arguments.of(List.of(target, index)), span);
      }
    }
    Value plain = InstanceObject.plain(target);
    if (plain instanceof DictObject dict) {
      Value missing = target instanceof InstanceObject own ? own.type().find("__missing__") : null;
      return missing == null || dict.get(index) != null
          ? get(dict, index, span)
          : machine.call(frame, missing, Arguments.of(List.of(target, index)), span);
    }
    List<Value> items = Comparing.sequence(plain);
    if (index instanceof Tensor tensor && tensor.shape().numel().equals(Dim.of(1))) {
      return picked(Opaque.in(tensor, ""), items == null ? List.of() : items);
    }
    if (index instanceof Value.Unknown || index instanceof Opaque) {
      return picked(index, items == null ? List.of() : items);
    }
    if (items != null) {
      if (index instanceof Value.Slice slice) {
        List<Value> picked = slices(slice, items.size()).of(items);
        machine.handle(picked.size());
        if (plain instanceof Value.Sequence && picked.size() == items.size() && isWhole(slice)) {
          return plain;
        }
        return plain instanceof Value.Sequence tuple ? tuple.of(picked) : new ListObject(picked);
      }
      Dim at = index.dim();
      return at == null || at.isConstant() || !at.isKnown()
          ? items.get(position(target, index, items.size()))
          : anyOf(items, target, span);
    }
    if (plain instanceof Value.Text text) {
      return letters(text.value(), index);
    }
    if (plain instanceof RangeObject range) {
      return part(range, index);
    }
    Value hosts = machine.host().item(frame, target, index, span);
    if (hosts != null) {
      return hosts;
    }
    if (target instanceof ClassObject type) {
      return type.isSubclassOf(Types.ENUM)
          ? Enumerations.named(machine, type, index)
          : type; // list[int] in a hint
    }
    throw machine.error("TypeError", ProblemId.INDEX_RANGE, target.kind() + " has no such item");
  }

  /** An item at a place that a free size says. */
  private Value anyOf(List<Value> items, Value target, Span span) {
    if (items.isEmpty() || !items.stream().allMatch(item -> ManyLoop.isAlike(items.get(0), item))) {
      throw new ManyIteration(frame).lost(target.kind(), span);
    }
    return items.get(0);
  }

  /** One of some items, nobody knows which. */
  private static Value picked(Value index, Collection<Value> items) {
    boolean tensors = items.stream().anyMatch(item -> !item.allTensors().isEmpty());
    return index instanceof Opaque opaque && tensors ? opaque.ofTensors() : index;
  }

  private static boolean isWhole(Value.Slice slice) {
    return slice.lower() instanceof Value.None && slice.step() instanceof Value.None;
  }

  private Value get(DictObject dict, Value key, Span span) {
    machine.requireHashable(key);
    if (key instanceof Opaque || key instanceof Value.Unknown) {
      return picked(key, dict.values());
    }
    Value value = dict.get(key);
    if (value != null) {
      return value;
    }
    if (dict.factory() != null) {
      Value made = machine.call(frame, dict.factory(), Arguments.NONE, span);
      dict.put(key, made);
      return made;
    }
    throw machine.missing(frame, "the dict", key);
  }

  private Value letters(String text, Value index) {
    if (!(index instanceof Value.Slice slice)) {
      int at = position(new Value.Text(text), index, text.length());
      return new Value.Text(text.substring(at, at + 1));
    }
    StringBuilder picked = new StringBuilder();
    slices(slice, text.length()).places().forEach(at -> picked.append(text.charAt(at)));
    machine.handle(picked.length());
    return new Value.Text(picked.toString());
  }

  private Value part(RangeObject range, Value index) {
    int size = (int) Math.min(range.size(), Integer.MAX_VALUE);
    if (index instanceof Value.Slice slice) {
      Slices places = slices(slice, size);
      return new RangeObject(
          range.at(places.start()), range.at(places.stop()), range.step() * places.step());
    }
    return Value.Int.of(range.at(position(range, index, size)));
  }

  Slices slices(Value.Slice slice, int size) {
    for (Value part : List.of(slice.lower(), slice.upper(), slice.step())) {
      if (part instanceof Value.Unknown || part instanceof Opaque) {
        throw new Lost(part);
      }
    }
    Slices slices = Slices.of(slice, size);
    if (slices == null) {
      throw machine.error(
          "TypeError", ProblemId.INDEX_RANGE, "a slice needs plain integers, and no step of 0");
    }
    return slices;
  }

  int position(Value target, Value index, int size) {
    Dim dim = Arithmetic.integer(index);
    if (dim == null || !dim.isConstant()) {
      throw machine.error("TypeError", ProblemId.INDEX_RANGE, target.kind() + " has no such item");
    }
    if (dim.value() < -size || dim.value() >= size) {
      throw machine.error("IndexError", target.kind() + " has no item " + dim.value());
    }
    return (int) (dim.value() < 0 ? dim.value() + size : dim.value());
  }
}
