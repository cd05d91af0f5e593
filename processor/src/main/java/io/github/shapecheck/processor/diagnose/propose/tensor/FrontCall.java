package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.Expression;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In Python a layer in front of another is a method of what that receives, or one more in a list. */
public final class FrontCall {
  private FrontCall() {}

  /** The same edit, of a Python model as a line of its forward pass. */
  public static Edit of(Edit edit, Failure failure) {
    LayerType type = edit instanceof Edit.AddLayer add ? Catalogue.layer(add.annotation()) : null;
    if (type == null || failure.trace().model().python().isEmpty()) {
      return edit;
    }
    FailingCall call = failure.call();
    if (!(call.expression().orElse(null) instanceof Expression.Call function)
        || function.positional().isEmpty()) {
      return edit;
    }
    Expression received = function.positional().get(0);
    return method((Edit.AddLayer) edit, type)
        .flatMap(method -> call.replaced(received, call.operand(received) + method))
        .orElse(edit);
  }

  /** Another layer in front of the failing one, as in the list of a Sequential. */
  static Stream<Edit> listed(String layer, Failure failure) {
    Place place = failure.problem().place();
    return place.origin() instanceof PythonFile
        ? LineEditing.at(failure.trace().model(), place).stream()
            .flatMap(
                line ->
                    line.around(place, Expression.Call.class).stream()
                        .filter(made -> line.isOneLine(made.span()))
                        .limit(1)
                        .map(made -> listed(layer, line, made)))
        : Stream.of();
  }

  private static Edit listed(String layer, LineEditing line, Expression.Call made) {
    String type = line.text(made.callee());
    String module = type.substring(0, type.lastIndexOf('.') + 1);
    return line.replaced(made.span(), module + layer + ", " + line.text(made));
  }

  private static Optional<String> method(Edit.AddLayer add, LayerType type) {
    String numbers =
        add.members().values().stream().map(FrontCall::text).collect(Collectors.joining(", "));
    Kind kind = type.operation().kind();
    if (kind == Kind.FLATTEN) {
      return Optional.of(".flatten(" + (numbers.isEmpty() ? "1" : numbers) + ")");
    }
    return kind == Kind.UNFLATTEN ? Optional.of(".unflatten(" + numbers + ")") : Optional.empty();
  }

  private static String text(Setting setting) {
    return setting instanceof Setting.Numbers numbers
        ? numbers.values().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"))
        : setting.toString();
  }
}
