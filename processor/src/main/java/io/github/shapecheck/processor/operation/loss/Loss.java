package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Choice;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all losses share: the reduction, weights, and the comparison of outputs with labels. Rules
 * loss-1 to loss-3.
 */
public final class Loss {
  private Loss() {}

  /** Rule loss-1: reductions are none, mean and sum, for KLDivLoss also batchmean. */
  static void checkReduction(Call call, boolean batchMean) {
    String reduction = reduction(call);
    boolean known =
        switch (reduction) {
          case "none", "mean", "sum" -> true;
          case "batchmean" -> batchMean;
          default -> false;
        };
    if (!known) {
      call.problem(
          ProblemId.ARGUMENT,
          "reduction",
          "does not know the reduction '"
              + reduction
              + "'"
              + NearestName.suggestion(reduction, List.of("none", "mean", "sum", "batchmean")));
    }
  }

  /** The reduction, PyTorch's older arguments for it counted in. */
  private static String reduction(Call call) {
    boolean averages = call.knows("size_average") && call.has("size_average");
    boolean reduces = call.knows("reduce") && call.has("reduce");
    if (!averages && !reduces) {
      return Choice.of(call, "reduction");
    }
    boolean reduce = !reduces || call.flag("reduce");
    boolean average = !averages || call.flag("size_average");
    return !reduce ? "none" : average ? "mean" : "sum";
  }

  /** An axis of classes, for a loss that is one number for all of them. */
  static void requireClasses(Call call, Tensor input) {
    if (input.rank() == 0) {
      throw call.refuse(
          ProblemId.RANK,
          "input",
          "needs at least one axis, the classes, but receives a single number");
    }
  }

  /** Rule loss-2: the losses of the elements, or one number. */
  static Value reduced(Call call, Tensor input, Shape elements) {
    return input.as(reduction(call).equals("none") ? elements : Shape.scalar());
  }

  /** The shape of weights: an annotation's numbers, or a function's tensor; null where absent. */
  static @Nullable Shape weights(Call call, String parameter) {
    if (!call.isGiven(parameter)) {
      return null;
    }
    return call.get(parameter) instanceof Tensor tensor
        ? tensor.shape()
        : Shape.of(call.dims(parameter));
  }

  /** The buffers that a layer keeps its weights in. */
  static Weights buffers(Call call, String... parameters) {
    Weights buffers = Weights.start();
    for (String parameter : parameters) {
      Shape shape = weights(call, parameter);
      if (shape != null) {
        buffers.bufferIf(true, parameter, shape.dims().toArray(new Dim[0]));
      }
    }
    return buffers;
  }

  /**
   * Rule loss-3: labels of the shape of the output. What PyTorch would broadcast without a word is
   * an error of its own.
   *
   * @param names what the two are called in the message
   * @return whether they are
   */
  static boolean requireSame(Call call, Tensor input, Tensor target, Names names) {
    if (Shapes.same(call, input.shape(), target.shape())) {
      return true;
    }
    boolean silent = names.broadcasts() && Shapes.broadcast(input.shape(), target.shape()) != null;
    String first = names.first().equals("input") ? "output" : names.first();
    String second = names.second().equals("target") ? "labels" : names.second();
    String text =
        "for the %1$s %3$s the %2$s should be %3$s, for the %2$s %4$s the %1$s should be %4$s"
            .formatted(first, second, input.shape(), target.shape());
    call.problem(
            silent ? ProblemId.LOSS_BROADCAST : ProblemId.LOSS_SHAPE,
            names.second(),
            (silent ? "would broadcast " : "cannot compare ")
                + input.shape()
                + " and "
                + target.shape()
                + ": "
                + text)
        .input(target, input.shape());
    return false;
  }

  /**
   * Two arguments that are compared.
   *
   * @param broadcasts whether PyTorch would broadcast them
   */
  record Names(String first, String second, boolean broadcasts) {
    /** An output and its labels. */
    static final Names LABELS = new Names("input", "target", true);
  }
}
