package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.report.ReceptiveField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes every step's receptive field on the model's first floating-point input that has spatial
 * axes.
 */
public final class ReceptiveFields {
  private final Trace trace;
  private final Domain domain;
  private final List<@Nullable TensorField> known = new ArrayList<>();
  private final Set<Integer> lost = new HashSet<>();
  private int origin = Integer.MAX_VALUE;
  private @Nullable TensorField start;

  private ReceptiveFields(Trace trace) {
    this.trace = trace;
    this.domain = Interpreter.domain(trace.model());
  }

  /** The receptive field of each step, empty where it has none or it cannot be told. */
  public static List<Optional<ReceptiveField>> of(Trace trace) {
    ReceptiveFields pass = new ReceptiveFields(trace);
    pass.begin();
    List<Optional<ReceptiveField>> fields = new ArrayList<>();
    for (Step step : trace.steps()) {
      TensorField field = pass.start == null ? null : pass.after(step);
      if (field == null && step.arguments().stream().anyMatch(pass::seesInput)) {
        pass.lost.add(pass.known.size());
      }
      pass.known.add(field);
      fields.add(Optional.ofNullable(field).flatMap(TensorField::field));
    }
    return fields;
  }

  private void begin() {
    for (int i = 0; i < trace.leaves().size(); i++) {
      Leaf leaf = trace.leaves().get(i);
      boolean data = leaf.kind() == Leaf.Kind.INPUT && leaf.dtype().isFloating();
      int rank = leaf.shape().rank();
      if (data && rank >= 3) {
        boolean sequence =
            rank == 3 && trace.steps().stream().noneMatch(ReceptiveFields::readsLines);
        int first = sequence ? 1 : 2;
        int end = sequence ? 2 : rank;
        List<AxisField> fields = new ArrayList<>();
        for (int axis = first; axis < end; axis++) {
          fields.add(AxisField.start(axis));
        }
        start = new TensorField(leaf.shape(), fields);
        origin = -1 - i;
        return;
      }
    }
  }

  /**
   * Whether an operation takes [N, C, L]; tensors of other models with three axes are [N, T, D].
   */
  private static boolean readsLines(Step step) {
    return step.operation().axes() == 1 || step.kind() == Kind.RESIZE;
  }

  /** The same for sizes in short, where it cannot be told from how they came about. */
  private @Nullable TensorField after(Step step) {
    TensorField field = after(new Operands(step));
    return field == null ? after(new Operands(step.with(domain::simplify))) : field;
  }

  /** Whether a tensor's values are of the input, even where it cannot be told of which part. */
  private boolean seesInput(Tensor tensor) {
    int source = tensor.source();
    return source == origin || source >= 0 && known.get(source) != null || lost.contains(source);
  }

  /** What a step's results see; null where it is nothing or cannot be told. */
  private @Nullable TensorField after(Operands operands) {
    List<Tensor> arguments = operands.step().arguments();
    if (operands.step().outputs().isEmpty()
        || operands.isVague()
        || arguments.stream().anyMatch(tensor -> lost.contains(tensor.source()))) {
      return null;
    }
    List<TensorField> seen = new ArrayList<>();
    for (Tensor tensor : arguments) {
      TensorField field = start;
      if (tensor.source() != origin) {
        field = tensor.source() >= 0 ? known.get(tensor.source()) : null;
      }
      if (field != null) {
        seen.add(field.of(tensor.shape()));
      }
    }
    if (seen.isEmpty()) {
      return null;
    }
    try {
      return new Propagation(operands).after(seen);
    } catch (ArithmeticException overflow) {
      return null;
    }
  }
}
