package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.operation.Kind.Memory;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the values of a result lie in order in memory; where nothing is known, no view of
 * it is refused. Rule layout-2.
 */
public final class Layouts {
  private Layouts() {}

  /** What is known of a result: what the rule said of it, else what holds of such operations. */
  public static @Nullable Layout of(Memory memory, List<Tensor> arguments, Tensor result) {
    if (result.layout() != null) {
      return result.layout();
    }
    boolean inOrder =
        switch (memory) {
          case IN_ORDER -> true;
          case AS_READ -> Layout.areContiguous(arguments);
          case STACKS ->
              arguments.stream().allMatch(each -> each.rank() >= 3)
                  || Layout.areContiguous(arguments);
          case VIEW, UNKNOWN -> false;
        };
    return inOrder ? Layout.CONTIGUOUS : null;
  }
}
