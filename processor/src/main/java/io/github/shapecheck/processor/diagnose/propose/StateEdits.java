package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.Expression;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Proposes other axes for the state that a recurrent layer starts from, or to give it none. */
final class StateEdits {
  private StateEdits() {}

  /** Edits to try. */
  static Stream<Edit> of(Failure failure) {
    Set<Edit> edits = new LinkedHashSet<>();
    FailingCall call = failure.call();
    if (!(call.expression().orElse(null) instanceof Expression.Call layer)
        || layer.positional().size() != 2) {
      return edits.stream();
    }
    Expression state = layer.positional().get(1);
    if (!(state instanceof Expression.TupleDisplay)) {
      call.replaced(state, call.operand(state) + ".unsqueeze(0)").ifPresent(edits::add);
      call.replaced(state, call.operand(state) + ".transpose(0, 1)").ifPresent(edits::add);
    }
    return edits.stream();
  }

  /** The layer called without a state, which then is zero. */
  static Stream<Edit> without(Failure failure) {
    Set<Edit> edits = new LinkedHashSet<>();
    FailingCall call = failure.call();
    if (call.expression().orElse(null) instanceof Expression.Call layer
        && layer.positional().size() == 2) {
      String input = call.text(layer.positional().get(0));
      call.replaced(layer, call.text(layer.callee()) + "(" + input + ")").ifPresent(edits::add);
    }
    return edits.stream();
  }
}
