package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code torch.broadcast_shapes}. */
final class BroadcastShapes {
  private BroadcastShapes() {}

  /** The shape to which shapes are broadcast; what Python says where they are not. */
  static Value of(Invocation in) {
    List<Value> common = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      List<Value> sizes = in.get(i) instanceof Value.Int one ? List.of(one) : in.items(i);
      while (common.size() < sizes.size()) {
        common.add(0, Value.Int.of(1));
      }
      for (int j = 0; j < sizes.size(); j++) {
        int place = common.size() - sizes.size() + j;
        if (common.get(place).equals(Value.Int.of(1))) {
          common.set(place, sizes.get(j));
        } else if (!sizes.get(j).equals(common.get(place))
            && !sizes.get(j).equals(Value.Int.of(1))) {
          throw in.machine()
              .error(
                  "RuntimeError",
                  ProblemId.BROADCAST,
                  "broadcast_shapes cannot bring "
                      + common.get(place).kind()
                      + " and "
                      + sizes.get(j).kind()
                      + " together");
        }
      }
    }
    return new Value.Sequence(common, true);
  }
}
