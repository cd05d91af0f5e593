package io.github.shapecheck.processor.operation.math;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ElementOrder;
import io.github.shapecheck.processor.operation.math.Elementwise.Result;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.DataDependentSizes;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Elements chosen by a mask, and complex numbers of two parts. */
final class Choosing {
  private Choosing() {}

  /** Rule elementwise-3: the condition is broadcast too but has no say in the type. */
  static Value where(Call call) {
    Tensor condition = call.tensor("condition");
    if (!call.has("input")) {
      Dim count = call.counted("", condition); // count-1
      return DataDependentSizes.places(count, Math.max(1, condition.rank()));
    }
    Value value = Elementwise.of(Result.PROMOTED, "input", "other").values(call);
    if (value instanceof Tensor result) {
      Shape shape = Broadcasting.shapes(call, condition.shape(), result.shape());
      List<Tensor> operands = new ArrayList<>(List.of(condition));
      for (String name : new String[] {"input", "other"}) {
        if (call.get(name) instanceof Tensor tensor) {
          operands.add(tensor);
        }
      }
      return result.as(shape).with(ElementOrder.of(operands, shape));
    }
    return Tensor.of(
        condition.shape(), new Promotion().add(call.get("input")).add(call.get("other")).result());
  }

  static Value masked(Call call) {
    Tensor mask = call.tensor("mask");
    Tensor input = call.tensor("input");
    Shape shape = Broadcasting.shapes(call, input.shape(), mask.shape());
    boolean inOrder = input.layout() == Layout.CONTIGUOUS && mask.layout() == Layout.CONTIGUOUS;
    return input.as(shape).with(inOrder ? Layout.CONTIGUOUS : null);
  }

  static Value pair(Call call, String first, String second) {
    call.tensor(first);
    call.tensor(second);
    Value value = Elementwise.of(Result.PROMOTED, first, second).values(call);
    return ((Tensor) value).as(DType.COMPLEX64);
  }
}
