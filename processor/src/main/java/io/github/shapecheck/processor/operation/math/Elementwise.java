package io.github.shapecheck.processor.operation.math;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ElementOrder;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Numbers;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the elements at the same place of its operands, which are broadcast together; those
 * that are numbers or {@code None} have no shape. Rule elementwise-1.
 *
 * @param result the element type of the result
 * @param operands the parameters that are operands
 * @param direction where a number as operand moves all values: up 1, down -1, elsewhere 0
 */
public record Elementwise(Result result, List<String> operands, int direction) implements Rule {

  /** How the element type follows from those of the operands. */
  public enum Result {
    /** PyTorch's promotion. */
    PROMOTED,
    /** The promoted type, integers turned into floats. */
    FLOAT,
    /** The promoted type, of complex numbers that of their parts. */
    REAL,
    /** Truth values. */
    BOOL
  }

  public static Elementwise of(Result result, String... operands) {
    return new Elementwise(result, List.of(operands), 0);
  }

  Elementwise moving(int up) {
    return new Elementwise(result, operands, up);
  }

  @Override
  public Value apply(Call call) {
    Value value = values(call);
    return value instanceof Tensor tensor
        ? tensor.holding(numbers(call))
        : call.tensor(operands.get(0));
  }

  /** What is known of a tensor to which a number is added, of which one is subtracted. */
  private @Nullable Numbers numbers(Call call) {
    if (direction == 0 || !call.get("alpha").equals(Value.Int.of(1))) {
      return null;
    }
    Value other = call.get("other");
    boolean swapped = direction == 1 && other instanceof Tensor;
    return (swapped ? other : call.get("input")) instanceof Tensor tensor
            && (swapped ? call.get("input") : other) instanceof Value.Int by
            && tensor.numbers() != null
        ? tensor.numbers().plus(by.value().times(direction))
        : null;
  }

  /** The result, or {@code None} if no operand is a tensor. */
  public Value values(Call call) {
    Shape shape = null;
    Promotion promotion = new Promotion();
    List<Tensor> tensors = new ArrayList<>();
    for (String name : operands) {
      Value value = call.get(name);
      if (value instanceof Value.Unknown) {
        throw call.abandon();
      }
      promotion.add(value);
      if (value instanceof Tensor tensor) {
        tensors.add(tensor);
        shape = shape == null ? tensor.shape() : Broadcasting.shapes(call, shape, tensor.shape());
      } else if (!isNumber(value) || value instanceof Value.None && !call.isOptional(name)) {
        call.tensor(name);
      }
    }
    return shape == null
        ? Value.NONE
        : Tensor.of(shape, type(call, promotion)).with(ElementOrder.of(tensors, shape));
  }

  private DType type(Call call, Promotion promotion) {
    DType promoted = promotion.result();
    boolean rounded = call.knows("rounding_mode") && call.has("rounding_mode");
    return switch (result) {
      case BOOL -> DType.BOOL;
      case PROMOTED -> promoted;
      case REAL -> promoted.isComplex() ? DType.FLOAT32 : promoted;
      case FLOAT -> rounded ? promoted : floating(promoted);
    };
  }

  /** The type itself if it has fractions, else PyTorch's default. */
  public static DType floating(DType type) {
    return type.isFloating() || type.isComplex() ? type : DType.FLOAT32;
  }

  static boolean isNumber(Value value) {
    return value instanceof Value.Int
        || value instanceof Value.Real
        || value instanceof Value.Quotient
        || value instanceof Value.Bool
        || value.equals(Value.COMPLEX)
        || value instanceof Value.None;
  }

  /** A result that is written into the first operand cannot be larger. */
  @Override
  public Rule inPlace() {
    return operands.size() == 1
        ? this
        : call -> {
          Value value = apply(call);
          Tensor input = call.tensor("input");
          if (value instanceof Tensor result && grows(call, input.shape(), result.shape())) {
            call.problem(
                ProblemId.BROADCAST,
                null,
                "cannot write " + result.shape() + " into " + input.shape() + " in place");
          }
          return input.as(input.shape()).with(input.layout()).holding(numbers(call));
        };
  }

  /** Whether a result is larger than what it is to be written into; rule elementwise-2. */
  public static boolean grows(Call call, Shape into, Shape result) {
    if (into.rank() != result.rank()) {
      return true;
    }
    for (int i = 0; i < into.rank(); i++) {
      if (call.fails(into.dim(i), Relation.EQ, result.dim(i))) {
        return true;
      }
    }
    return false;
  }
}
