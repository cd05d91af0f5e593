package io.github.shapecheck.processor.run.trace;

import io.github.shapecheck.processor.operation.Arithmetic;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.object.ManyRange;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One operation that was executed.
 *
 * @param scope the path of the module whose forward pass it stands in, "" for the model's own
 * @param layer the field's path, null for a function
 * @param owner the key of its weights in {@link Trace#layers}, null for a function
 * @param op the layer's type or the function's name, to be shown
 * @param operation what it means
 * @param call its arguments, and what the rule told beyond the shape
 * @param arguments the tensors that it read
 * @param value what it gave
 * @param weights the layer's own tensors
 */
public record Step(
    String scope,
    @Nullable String layer,
    @Nullable String owner,
    String op,
    Operation operation,
    Call call,
    List<Tensor> arguments,
    Value value,
    Weights weights,
    Place place) {
  public Kind kind() {
    return operation.kind();
  }

  /** How often it is done, by a loop of as many steps as a free size says. */
  public Dim times() {
    return call.record().times;
  }

  /** That a loop does it so many times. */
  public void repeat(Dim times) {
    Dim macs = macs();
    if (macs != null && !ManyRange.isBatch(times)) { // they are those of one sample
      call.macs(macs.times(times));
    }
    call.repeat(times);
  }

  /** Whether it stands in such a loop. */
  public boolean isRepeated() {
    return !times().equals(Dim.of(1));
  }

  /** Multiplications with additions, null where there are none. */
  public @Nullable Dim macs() {
    return call.record().macs;
  }

  /** The kernel on each spatial axis, null where it has none. */
  public @Nullable List<Window> windows() {
    return call.record().windows;
  }

  /** How the sizes came about, null where they are those of the input. */
  public @Nullable Arithmetic arithmetic() {
    return call.record().arithmetic;
  }

  /** The same, of a layer that is called inside of what a forward hook sees. */
  public Step inside() {
    return new Step(scope, null, owner, op, operation, call, arguments, value, weights, place);
  }

  /** Whether it is the same function of the same values. */
  public boolean computesAs(Step other) {
    return layer == null
        && owner == null
        && operation.equals(other.operation)
        && call.computesAs(other.call);
  }

  /** How large it is: what it multiplies, how often it is done, the shapes that it gave. */
  public List<?> measure() {
    List<Shape> shapes = outputs().stream().map(Tensor::shape).toList();
    return Arrays.asList(macs(), times(), shapes);
  }

  /** The tensors that it gave, in order. */
  public List<Tensor> outputs() {
    return value.allTensors();
  }

  /** Whether it did not fail and gave shapes that are known. */
  public boolean isDone() {
    return !call.failed() && outputs().stream().allMatch(output -> output.shape().isKnown());
  }

  /** The same step with its tensors' sizes written otherwise. */
  public Step with(UnaryOperator<Dim> sizes) {
    List<Tensor> read = arguments.stream().map(tensor -> with(tensor, sizes)).toList();
    return new Step(
        scope, layer, owner, op, operation, call, read, with(value, sizes), weights, place);
  }

  /** The same value with sizes written otherwise. */
  private static Value with(Value value, UnaryOperator<Dim> sizes) {
    if (value instanceof Tensor tensor) {
      return with(tensor, sizes);
    }
    if (value instanceof Value.Sequence sequence) {
      List<Value> items = sequence.items().stream().map(item -> with(item, sizes)).toList();
      return sequence.of(items);
    }
    return value instanceof Value.Pieces pieces
        ? pieces.of(with(pieces.first(), sizes), with(pieces.last(), sizes))
        : value;
  }

  private static Tensor with(Tensor tensor, UnaryOperator<Dim> sizes) {
    Shape shape = Shape.of(tensor.shape().dims().stream().map(sizes).toList());
    return shape.equals(tensor.shape())
        ? tensor
        : tensor
            .as(shape)
            .from(tensor.source(), tensor.fold(), tensor.layout())
            .item(tensor.item());
  }

  /** Whether it is of the same layer or function in the same line of a module. */
  public boolean isOfCallOf(Step other) {
    return label().equals(other.label())
        && scope.equals(other.scope)
        && place.line() == other.place.line()
        && place.origin().equals(other.place.origin());
  }

  /** What the way to a problem calls it: the layer's path or the function. */
  public String label() {
    return layer == null ? op : layer;
  }
}
