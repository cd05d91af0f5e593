package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.report.Argument;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.shape.Dim;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of a forward pass: its arguments by PyTorch's names, free sizes put in. */
public final class Invocation {
  private static final Operand NONE = new Operand.None();

  private final Step step;
  private final Execution run;
  private final Map<String, Operand> operands = new LinkedHashMap<>();

  /** Names the arguments of a step. */
  public Invocation(Step step, Execution run) {
    this.step = step;
    this.run = run;
    for (Argument argument : step.attributes()) {
      operands.put(argument.name(), argument.value());
    }
    for (Argument argument : step.arguments()) {
      operands.put(argument.name(), argument.value());
    }
  }

  /** The step that is executed. */
  public Step step() {
    return step;
  }

  /** The tensors that it reads. */
  public NDList inputs() {
    NDList inputs = new NDList();
    step.arguments().forEach(argument -> collect(argument.value(), inputs));
    return inputs;
  }

  private void collect(Operand value, NDList into) {
    if (value instanceof Operand.Reference reference) {
      into.add(run.value(reference));
    } else if (value instanceof Operand.Items items) {
      items.items().forEach(item -> collect(item, into));
    }
  }

  boolean isTraining() {
    return run.isTraining();
  }

  NDManager manager() {
    return run.manager();
  }

  Operand operand(String name) {
    return operands.getOrDefault(name, NONE);
  }

  boolean has(String name) {
    return !(operand(name) instanceof Operand.None);
  }

  boolean isTensor(String name) {
    return operand(name) instanceof Operand.Reference;
  }

  /** The argument at a place of the call. */
  Operand at(int place) {
    if (place >= step.arguments().size()) {
      throw failure("has no argument " + place);
    }
    return step.arguments().get(place).value();
  }

  /** The tensor that the operation is applied to first. */
  NDArray input() {
    return has("input") ? tensor("input") : array(at(0));
  }

  /** How many axes it has. */
  int rank() {
    return input().getShape().dimension();
  }

  NDArray tensor(String name) {
    if (!has(name)) {
      throw failure("has no " + name);
    }
    return array(operand(name));
  }

  Optional<NDArray> optional(String name) {
    return has(name) ? Optional.of(tensor(name)) : Optional.empty();
  }

  /** Whether a layer is applied, which may have no path of its own. */
  boolean isLayer() {
    return step.layer().isPresent() || !step.owner().isEmpty();
  }

  /** A tensor of the layer, or the argument of that name where a function is called. */
  NDArray weight(String name) {
    return optionalWeight(name).orElseThrow(() -> failure("has no " + name));
  }

  Optional<NDArray> optionalWeight(String name) {
    if (!isLayer()) {
      return optional(name);
    }
    boolean known = step.weights().stream().anyMatch(w -> w.name().equals(name));
    return known ? Optional.of(run.parameter(step.owner() + "." + name)) : Optional.empty();
  }

  /** A tensor as it is, a number as a scalar. */
  NDArray array(Operand value) {
    if (value instanceof Operand.Reference reference) {
      return run.value(reference);
    } else if (value instanceof Operand.Size size) {
      return manager().create(size.dim().at(run.sizes())).duplicate();
    } else if (value instanceof Operand.Flag flag) {
      return manager().create(flag.isTrue()).duplicate();
    }
    return manager().create((float) number(value)).duplicate();
  }

  NDList tensors(String name) {
    NDList list = new NDList();
    for (Operand item : items(name)) {
      list.add(array(item));
    }
    return list;
  }

  List<Operand> items(String name) {
    Operand value = operand(name);
    return value instanceof Operand.Items items ? items.items() : List.of(value);
  }

  double real(String name, double fallback) {
    return has(name) ? number(operand(name)) : fallback;
  }

  long integer(String name, long fallback) {
    return has(name) ? (long) number(operand(name)) : fallback;
  }

  boolean flag(String name, boolean fallback) {
    Operand value = operand(name);
    return value instanceof Operand.Flag flag
        ? flag.isTrue()
        : integer(name, fallback ? 1 : 0) != 0;
  }

  String text(String name, String fallback) {
    return operand(name) instanceof Operand.Text text ? text.text() : fallback;
  }

  /** The integers of an argument, none where it is absent. */
  long[] integers(String name) {
    return has(name)
        ? items(name).stream().mapToLong(item -> (long) number(item)).toArray()
        : new long[0];
  }

  /** One integer for each axis. */
  long[] perAxis(String name, int axes, long fallback) {
    long[] given = integers(name);
    if (given.length == axes) {
      return given;
    }
    long[] all = new long[axes];
    Arrays.fill(all, given.length == 0 ? fallback : given[0]);
    return all;
  }

  /** The axes that an argument names, from the front; all where it is absent. */
  int[] axes(String name, int rank) {
    long[] given = integers(name);
    if (given.length == 0) {
      int[] all = new int[rank];
      Arrays.setAll(all, i -> i);
      return all;
    }
    return Arrays.stream(given).mapToInt(axis -> (int) (axis < 0 ? axis + rank : axis)).toArray();
  }

  int axis(String name, int fallback, int rank) {
    long axis = integer(name, fallback);
    return (int) (axis < 0 ? axis + rank : axis);
  }

  double number(Operand value) {
    if (value instanceof Operand.Size size) {
      return size.dim().at(run.sizes());
    } else if (value instanceof Operand.Real real) {
      return real.number();
    } else if (value instanceof Operand.Flag flag) {
      return flag.isTrue() ? 1 : 0;
    } else if (value instanceof Operand.Quotient quotient) {
      return (double) quotient.dividend().at(run.sizes()) / quotient.divisor().at(run.sizes());
    }
    throw failure("needs a number instead of " + value);
  }

  /** The shape that the report promises of a result. */
  public Shape shape(int item) {
    return new Shape(step.results().get(item).shape().at(run.sizes()));
  }

  /** The same with -1 where a size depends on values, as that of {@code x[mask]}. */
  public Shape promised(int item) {
    return shape(step.results().get(item).shape(), run.sizes());
  }

  /** A shape at sizes, with -1 where they do not say one. */
  public static Shape shape(io.github.shapecheck.shape.Shape shape, Map<String, Long> sizes) {
    return new Shape(
        shape.dims().stream().mapToLong(dim -> isKnown(dim, sizes) ? dim.at(sizes) : -1).toArray());
  }

  private static boolean isKnown(Dim dim, Map<String, Long> sizes) {
    return dim.isKnown() && sizes.keySet().containsAll(dim.symbols());
  }

  Shape shape() {
    return shape(0);
  }

  /** The element type that the report promises. */
  DataType dtype() {
    return Types.of(step.results().get(0).dtype());
  }

  IllegalArgumentException failure(String message) {
    String layer = step.layer().map(l -> l + " (" + step.op() + ")").orElse(step.op());
    return new IllegalArgumentException(layer + " " + message);
  }
}
