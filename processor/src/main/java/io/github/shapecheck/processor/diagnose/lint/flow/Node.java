package io.github.shapecheck.processor.diagnose.lint.flow;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation of a trace together with its neighbours. */
public final class Node {
  private final Flow flow;
  private final int index;
  private final Step step;
  private @Nullable List<Sliding> windows;

  Node(Flow flow, int index, Step step) {
    this.flow = flow;
    this.index = index;
    this.step = step;
  }

  public Flow flow() {
    return flow;
  }

  public Step step() {
    return step;
  }

  public Call call() {
    return step.call();
  }

  public Kind kind() {
    return step.kind();
  }

  /** Its kernel on each spatial axis; empty without windows or with free sizes. */
  public List<Sliding> windows() {
    if (windows == null) {
      windows = Sliding.of(this);
    }
    return windows;
  }

  /** What messages call it: the layer's path, with its type where the field has several. */
  public String name() {
    boolean alone = step.layer() == null || step.layer().equals(step.owner());
    return alone ? step.label() : step.layer() + " (" + step.op() + ")";
  }

  /** Whether the sizes of all that it reads and makes are known, each time that it is done. */
  public boolean isKnown() {
    return step.times().isKnown()
        && !step.outputs().isEmpty()
        && areKnown(step.outputs())
        && areKnown(step.arguments());
  }

  private static boolean areKnown(List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      if (!tensor.shape().isKnown()) {
        return false;
      }
    }
    return true;
  }

  /** The operations that read a tensor of this one, each once. */
  public List<Node> readers() {
    return flow.readers(index);
  }

  /** The only operation that uses what this one makes; null for none, several or the output. */
  public @Nullable Node onlyReader() {
    return readers().size() == 1 && !isReturned() ? readers().get(0) : null;
  }

  /** Whether a tensor of this one is part of the model's output. */
  public boolean isReturned() {
    return flow.isReturned(index);
  }

  /** The operation that made a tensor, null for an input and the model's own tensors. */
  public @Nullable Node maker(Tensor tensor) {
    return flow.maker(tensor);
  }

  /** The tensor argument of a name, or null. */
  public @Nullable Tensor tensor(String parameter) {
    return call().has(parameter) && call().get(parameter) instanceof Tensor tensor ? tensor : null;
  }

  /** The first tensor that it reads, or null. */
  public @Nullable Tensor input() {
    return step.arguments().isEmpty() ? null : step.arguments().get(0);
  }

  /** The first tensor that it makes, or null. */
  public @Nullable Tensor output() {
    List<Tensor> outputs = step.outputs();
    return outputs.isEmpty() ? null : outputs.get(0);
  }

  /** The layer's own tensor of a name, or null. */
  public Weights.@Nullable Weight weight(String name) {
    return step.weights().get(name);
  }

  /** The place of the first of these parameters that the user wrote, else of the whole call. */
  public Place place(String... parameters) {
    Place whole = call().place(null);
    for (String parameter : parameters) {
      Place place = call().knows(parameter) ? call().place(parameter) : whole;
      if (!place.equals(whole)) {
        return place;
      }
    }
    return whole;
  }
}
