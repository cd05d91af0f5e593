package io.github.shapecheck.processor.operation.activation;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ElementOrder;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;

/**
 * A function of every element alone. The shape stays; rule pointwise-1.
 *
 * @param order how the values of the result lie in memory, rule layout-3
 */
public record Pointwise(Order order) implements Rule {
  /** Writes a result as PyTorch's element-wise functions do. */
  public static final Pointwise ANY = new Pointwise(Order.ELEMENTS);

  /** Writes a result in an order that PyTorch does not promise. */
  public static final Pointwise COPY = new Pointwise(Order.UNKNOWN);

  /** Gives back what it receives. */
  public static final Pointwise SAME = new Pointwise(Order.INPUT);

  /** An order in memory. */
  enum Order {
    /** That of element-wise functions. */
    ELEMENTS,
    /** The input's. */
    INPUT,
    /** It is not known. */
    UNKNOWN
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    return switch (order) {
      case ELEMENTS -> ElementOrder.written(call, input);
      case INPUT -> input.as(input.shape()).with(input.layout());
      case UNKNOWN -> input.as(input.shape());
    };
  }
}
