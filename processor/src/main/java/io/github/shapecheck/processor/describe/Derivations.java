package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.operation.Arithmetic;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.report.Derivation;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how a step's sizes come about: the rule's own arithmetic, else what the shapes tell. */
final class Derivations {
  private static final int SHOWN = 6;

  private final Operands operands;

  private Derivations(Operands operands) {
    this.operands = operands;
  }

  /** The lines of a step; none where the shape is that of an argument. */
  static List<Derivation> of(Step step) {
    Arithmetic arithmetic = step.arithmetic();
    if (arithmetic != null) {
      return arithmetic.lines().stream().distinct().map(Derivation::parse).toList();
    }
    Operands operands = new Operands(step);
    if (!operands.hasTensors() || operands.isVague()) {
      return List.of();
    }
    boolean same = step.arguments().stream().anyMatch(t -> t.shape().equals(operands.output()));
    return same && step.outputs().size() == 1 ? List.of() : new Derivations(operands).lines();
  }

  private List<Derivation> lines() {
    List<Tensor> inputs = operands.step().arguments();
    Shape input = operands.input();
    Shape output = operands.output();
    Value.Pieces pieces = pieces();
    if (pieces != null) {
      return operands.step().kind() == Kind.SPLIT
          ? line("parts of " + input, many(pieces))
          : line(operands.step().op() + " of " + many(pieces), output);
    }
    return switch (operands.step().kind()) {
      case LINEAR -> linear(input, output);
      case PRODUCT ->
          inputs.size() == 2
              ? line(input + " @ " + inputs.get(1).shape(), output)
              : line("product of " + shapes(inputs), output);
      case JOIN -> joined(inputs, output);
      case STACK -> line("stack of " + inputs.size() + " * " + input, output);
      case SPLIT -> parts(input);
      case PERMUTE -> line("axes of " + input, output);
      case EMBEDDING -> line("rows of " + last(output) + " for " + input, output);
      case RECURRENT -> line("hidden sizes for " + input, shapes(operands.step().outputs()));
      default -> other(inputs, input, output);
    };
  }

  /** As many tensors as a free size says, that it gives or takes; null for none. */
  private Value.@Nullable Pieces pieces() {
    Step step = operands.step();
    Value taken = step.call().knows("tensors") ? step.call().get("tensors") : Value.NONE;
    return step.value() instanceof Value.Pieces given
        ? given
        : taken instanceof Value.Pieces pieces ? pieces : null;
  }

  private static String many(Value.Pieces pieces) {
    Shape first = pieces.first().shape();
    Shape last = pieces.last().shape();
    return first.equals(last)
        ? first + " times " + pieces.count()
        : first + " times " + pieces.count().minus(1) + ", " + last;
  }

  private static List<Derivation> line(String formula, Object result) {
    return List.of(new Derivation(formula, result.toString()));
  }

  private static List<Derivation> linear(Shape input, Shape output) {
    return line(input + " @ [" + last(input) + ", " + last(output) + "]", output);
  }

  private static List<Derivation> joined(List<Tensor> inputs, Shape output) {
    for (int axis = 0; axis < output.rank(); axis++) {
      int place = axis;
      boolean grows =
          inputs.stream().allMatch(t -> t.rank() == output.rank())
              && inputs.stream().anyMatch(t -> !t.dim(place).equals(output.dim(place)));
      if (grows) {
        String sum =
            inputs.stream().map(t -> t.dim(place).toString()).collect(Collectors.joining(" + "));
        return line(sum, output.dim(axis));
      }
    }
    return line("join of " + shapes(inputs), output);
  }

  private List<Derivation> parts(Shape input) {
    List<Tensor> parts = operands.step().outputs();
    for (int axis = 0; axis < input.rank(); axis++) {
      int place = axis;
      boolean cut =
          parts.stream()
              .anyMatch(p -> p.rank() == input.rank() && !p.dim(place).equals(input.dim(place)));
      if (cut) {
        String sum =
            parts.stream().map(p -> p.dim(place).toString()).collect(Collectors.joining(" + "));
        return line(sum, input.dim(axis));
      }
    }
    return line("parts of " + input, parts.size() + " * " + parts.get(0).shape());
  }

  private List<Derivation> other(List<Tensor> inputs, Shape input, Shape output) {
    if (operands.step().kind().sees() == Kind.Sees.REGROUPED) {
      return line(Dims.product(input.dims()), Dims.product(output.dims()));
    }
    if (inputs.size() > 1 && output.rank() > 0) {
      return line(shapes(inputs) + " together", output);
    }
    return line(operands.step().op() + " of " + shapes(inputs), output);
  }

  private static String shapes(List<Tensor> tensors) {
    String first =
        tensors.stream()
            .limit(SHOWN)
            .map(t -> t.shape().toString())
            .collect(Collectors.joining(", "));
    return tensors.size() > SHOWN ? first + ", ..." : first;
  }

  private static Dim last(Shape shape) {
    return shape.rank() == 0 ? Dim.of(1) : shape.dim(-1);
  }
}
