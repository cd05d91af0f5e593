package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.run.object.ManyItems;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.type.Arithmetic;
import io.github.shapecheck.processor.run.program.type.BinaryOperations;
import io.github.shapecheck.processor.run.program.type.ManyIteration;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Built-in functions of numbers: {@code min}, {@code max}, {@code sum}, {@code abs}. */
final class Numbers {
  private Numbers() {}

  static void fill(Map<String, Value> functions) {
    functions.put("abs", new Builtin("abs", Numbers::abs));
    functions.put("pow", new Builtin("pow", Numbers::pow));
    functions.put("sum", new Builtin("sum", Numbers::sum));
    functions.put("min", new Builtin("min", in -> extreme(in, true)));
    functions.put("max", new Builtin("max", in -> extreme(in, false)));
  }

  private static Value abs(Invocation in) {
    Value value = in.get(0);
    Dim dim = Arithmetic.integer(value);
    if (dim != null) {
      return new Value.Int(
          dim.isConstant() ? Dim.of(Math.abs(dim.value())) : dim.max(dim.negate()));
    }
    if (value instanceof Value.Real real) {
      return new Value.Real(Math.abs(real.value()));
    }
    if (value.equals(Value.COMPLEX)) {
      return new Opaque("the size of a complex number");
    }
    if (value instanceof Tensor) {
      return in.operation("abs", Arguments.of(value));
    }
    throw in.unfit(value, value.kind() + " is no number");
  }

  private static Value pow(Invocation in) {
    if (in.get(0) instanceof Tensor || in.get(1) instanceof Tensor) {
      return in.operation("pow", Arguments.of(in.arguments().positional()));
    }
    Value power = Arithmetic.binary(BinaryOperator.POWER, in.get(0), in.get(1));
    if (power == null) {
      throw in.unfit(in.get(0), "pow needs two numbers");
    }
    return in.size() == 2 ? power : Value.Int.of(Math.floorMod(in.integer(power), in.integer(2)));
  }

  private static Value sum(Invocation in) {
    if (in.get(0) instanceof Tensor tensor && in.size() == 1 && tensor.rank() < 2) {
      return in.operation("sum", Arguments.of(tensor));
    }
    ManyItems many = new ManyIteration(in.frame()).of(in.get(0), in.span());
    if (many != null && many.first() instanceof Tensor && in.size() == 1) {
      return in.operation("add", Arguments.of(List.of(many.first(), many.last())));
    }
    Value total = in.get(1, "start", Value.Int.of(0));
    BinaryOperations operations = new BinaryOperations(in.frame());
    boolean first = true;
    for (Value item : in.items(0)) {
      if (item instanceof Tensor || total instanceof Tensor) {
        boolean zero = first && total.dim() != null && total.dim().equals(Dim.of(0));
        total = zero ? item : in.operation("add", Arguments.of(List.of(total, item)));
      } else {
        total =
            operations.combine(
                BinaryOperator.ADD, total, item, in.span() == null ? Machine.NOWHERE : in.span());
      }
      first = false;
    }
    return total;
  }

  private static Value extreme(Invocation in, boolean least) {
    List<Value> items = in.size() == 1 ? in.items(0) : in.arguments().positional();
    if (items.isEmpty()) {
      Value absent = in.arguments().get("default");
      if (absent == null) {
        throw in.error("ValueError", (least ? "min" : "max") + " of nothing has no value");
      }
      return absent;
    }
    Value key = in.named("key", Value.NONE);
    if (key instanceof Value.None) {
      Value formula = formula(items, least);
      if (formula != null) {
        return formula;
      }
    }
    Value best = items.get(0);
    Value bestKey = key instanceof Value.None ? best : in.call(key, best);
    for (Value item : items.subList(1, items.size())) {
      if (item instanceof Tensor || best instanceof Tensor) {
        return in.operation(least ? "minimum" : "maximum", Arguments.of(new ArrayList<>(items)));
      }
      Value itemKey = key instanceof Value.None ? item : in.call(key, item);
      int order = in.machine().order(in.frame(), itemKey, bestKey, Machine.NOWHERE);
      if (least ? order < 0 : order > 0) {
        best = item;
        bestKey = itemKey;
      }
    }
    return best;
  }

  /** The least or greatest of sizes as a size; null where one is no integer with free sizes. */
  private static @org.jspecify.annotations.Nullable Value formula(
      List<Value> items, boolean least) {
    Dim result = null;
    boolean free = false;
    for (Value item : items) {
      if (item instanceof Opaque opaque) {
        return opaque.derived();
      }
      if (item instanceof Value.Unknown) {
        return item;
      }
      Dim dim = item.dim();
      if (dim == null) {
        return null;
      }
      free |= !dim.isConstant();
      result = result == null ? dim : least ? result.min(dim) : result.max(dim);
    }
    return free && result != null ? new Value.Int(result) : null;
  }
}
