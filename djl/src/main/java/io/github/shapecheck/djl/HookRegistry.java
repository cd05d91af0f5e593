package io.github.shapecheck.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.github.shapecheck.djl.operation.Invocation;
import io.github.shapecheck.report.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The hooks of one block, and its count of iterations. */
final class HookRegistry {
  private final List<Registered<LayerCall>> before = new CopyOnWriteArrayList<>();
  private final List<Registered<LayerCall>> after = new CopyOnWriteArrayList<>();
  private final List<Registered<Gradient>> gradients = new CopyOnWriteArrayList<>();
  private long iteration;

  /** When a hook is called. */
  enum When {
    BEFORE,
    AFTER
  }

  private record Registered<T>(Selection selection, Pattern names, Consumer<T> work) {
    static <T> Registered<T> of(Selection selection, Consumer<T> work) {
      return new Registered<>(selection, selection.pattern(), work);
    }

    void call(String name, T seen) {
      try {
        work.accept(seen);
      } catch (RuntimeException e) {
        throw new IllegalStateException("the hook at " + name + " failed: " + e.getMessage(), e);
      }
    }
  }

  Hook add(When when, Selection selection, Consumer<LayerCall> work) {
    return added(when == When.BEFORE ? before : after, Registered.of(selection, work));
  }

  Hook addForGradients(Selection selection, Consumer<Gradient> work) {
    return added(gradients, Registered.of(selection, work));
  }

  private static <T> Hook added(List<Registered<T>> hooks, Registered<T> hook) {
    hooks.add(hook);
    return () -> hooks.removeIf(h -> h == hook);
  }

  void before(Invocation call) {
    if (!before.isEmpty()) {
      tell(before, call, new NDList());
    }
  }

  void after(Invocation call, NDList results) {
    if (!after.isEmpty()) {
      tell(after, call, results);
    }
  }

  private void tell(List<Registered<LayerCall>> hooks, Invocation call, NDList results) {
    Step step = call.step();
    String name = Selection.name(step);
    for (Registered<LayerCall> hook : hooks) {
      Selection selection = hook.selection();
      boolean takes = selection.takes(step.op()) && selection.sees(iteration);
      if (takes && hook.names().matcher(name).matches()) {
        hook.call(name, new LayerCall(step, iteration, call.inputs(), results, expected(call)));
      }
    }
  }

  private static List<Shape> expected(Invocation call) {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < call.step().results().size(); i++) {
      shapes.add(call.promised(i));
    }
    return shapes;
  }

  /**
   * Shows gradients.
   *
   * @param kinds the type of the layer that a parameter belongs to
   */
  void tellGradients(Map<String, Parameter> parameters, Map<String, String> kinds) {
    for (Registered<Gradient> hook : gradients) {
      Selection selection = hook.selection();
      if (selection.sees(Math.max(0, iteration - 1))) {
        new TreeMap<>(parameters)
            .forEach(
                (name, parameter) -> {
                  if (hook.names().matcher(name).matches() && selection.takes(kinds.get(name))) {
                    tell(hook, name, parameter);
                  }
                });
      }
    }
  }

  private static void tell(Registered<Gradient> hook, String name, Parameter parameter) {
    NDArray array = parameter.getArray();
    if (array.hasGradient()) {
      try (NDArray gradient = array.getGradient()) {
        hook.call(name, new Gradient(name, gradient));
      }
    }
  }

  void endIteration() {
    iteration++;
  }

  void beginEpoch() {
    iteration = 0;
  }
}
