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
        Value size = sizes.get(j);
        if (size.dim() != null && size.dim().isConstant() && size.dim().value() < 0) {
          throw refused(in, "makes no shape with " + size.kind());
        } else if (common.get(place).equals(Value.Int.of(1))) {
          common.set(place, size);
        } else if (!size.equals(common.get(place)) && !size.equals(Value.Int.of(1))) {
          String both = common.get(place).kind() + " and " + size.kind();
          throw refused(in, "cannot bring " + both + " together");
        }
      }
    }
    return new Value.Sequence(common, true);
  }

  private static RuntimeException refused(Invocation in, String why) {
    return in.error("RuntimeError", ProblemId.BROADCAST, "broadcast_shapes " + why);
  }
}
