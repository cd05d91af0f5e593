package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers that a program put into a tensor and takes out again: {@code IntTensor([n])[0]}. */
record KnownNumbers(List<Step> steps) {
  private static final int DEEPEST = 20;

  /** The integer that a tensor holds; null where it is not known. */
  @Nullable Dim of(Tensor tensor) {
    Value held = held(tensor, 0);
    while (held instanceof Value.Sequence list && list.items().size() == 1) {
      held = list.items().get(0);
    }
    return held instanceof Value.Int number ? number.dim() : null;
  }

  private @Nullable Value held(Tensor tensor, int depth) {
    if (tensor.source() < 0 || tensor.item() != 0 || depth > DEEPEST) {
      return null;
    }
    Step step = steps.get(tensor.source());
    if (step.layer() != null || step.owner() != null) {
      return null;
    }
    if (step.call().knows("data")) {
      return data(step);
    }
    return switch (step.kind()) {
      case CAST, CONTIGUOUS, COPY, IDENTITY ->
          step.arguments().size() == 1 ? held(step.arguments().get(0), depth + 1) : null;
      case SUBSCRIPT -> item(held(step.arguments().get(0), depth + 1), step.call().get("index"));
      default -> null;
    };
  }

  private static Value data(Step step) {
    Value data = step.call().get("data");
    boolean sole = data instanceof Value.Sequence list && list.items().size() == 1;
    Value first = sole ? ((Value.Sequence) data).items().get(0) : data;
    return first instanceof Value.Sequence ? first : data;
  }

  private static @Nullable Value item(@Nullable Value held, Value index) {
    if (!(held instanceof Value.Sequence list) || !(index instanceof Value.Int at)) {
      return null;
    }
    int size = list.items().size();
    Dim place = at.dim();
    if (place == null || !place.isConstant() || place.value() < -size || place.value() >= size) {
      return null;
    }
    return list.items().get((int) (place.value() < 0 ? place.value() + size : place.value()));
  }
}
