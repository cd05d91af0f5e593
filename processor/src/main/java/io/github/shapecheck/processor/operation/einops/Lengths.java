package io.github.shapecheck.processor.operation.einops;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.view.Joining;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the calls of einops have in common. */
final class Lengths {
  private static final String NAME = "axes_lengths";

  private Lengths() {}

  /** The lengths that keyword arguments give axes. */
  static Map<String, Dim> of(Call call) {
    Map<String, Dim> lengths = new LinkedHashMap<>();
    Value value = call.get(NAME);
    for (Value item : value instanceof Value.Sequence all ? all.items() : List.<Value>of()) {
      if (item instanceof Value.Sequence pair
          && pair.items().size() == 2
          && pair.items().get(0) instanceof Value.Text name) {
        Value given = pair.items().get(1);
        Dim length = given instanceof Value.Unknown ? Dim.unknown() : call.dim(NAME, given);
        if (length.isKnown() && call.fails(length, Relation.GE, Dim.of(0))) {
          String message = "has a length of " + length + " for the axis '" + name.value() + "'";
          throw call.refuse(ProblemId.EINOPS, NAME, message);
        }
        lengths.put(name.value(), length);
      }
    }
    return lengths;
  }

  /** The tensor, of a list the tensors stacked along a new first axis. Rule einops-12. */
  static Tensor input(Call call) {
    String name = call.knows("tensor") ? "tensor" : "input";
    return call.get(name) instanceof Value.Sequence list && !list.tuple()
        ? Joining.stacked(call, Joining.tensors(call, name), 0)
        : call.tensor(name);
  }
}
