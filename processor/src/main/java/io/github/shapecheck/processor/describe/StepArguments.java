package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.report.Argument;
import io.github.shapecheck.report.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells what operations were given, in a report's terms: enough to run them. */
record StepArguments(Trace trace) {
  private static final Operand UNKNOWN = new Operand.Unknown();

  /** What a layer was made with. */
  List<Argument> attributes(Step step) {
    return isOwn(step) ? List.of() : arguments(step.call().given(0, constructor(step)));
  }

  /** What an operation was applied to. */
  List<Argument> arguments(Step step) {
    return arguments(step.call().given(constructor(step), step.call().size()));
  }

  private static int constructor(Step step) {
    if (step.layer() == null) {
      return 0;
    }
    LayerType type = isOwn(step) ? null : Catalogue.layer(step.op());
    return type == null ? step.call().size() - 1 : type.constructor().size();
  }

  /** Whether it stands for a class of the user's, which may have the name of a layer of PyTorch. */
  private static boolean isOwn(Step step) {
    LayerType type = step.layer() == null ? null : Catalogue.layer(step.op());
    return step.layer() != null && (type == null || type.operation() != step.operation());
  }

  /** Which of its source's results a tensor is. */
  int item(Tensor tensor) {
    Step step = tensor.source() < 0 ? null : trace.steps().get(tensor.source());
    boolean many = step != null && (step.isRepeated() || step.value() instanceof Value.Pieces);
    return many ? Operand.Reference.SOME : tensor.item();
  }

  private List<Argument> arguments(Map<String, Value> given) {
    List<Argument> arguments = new ArrayList<>(given.size());
    given.forEach((name, value) -> arguments.add(new Argument(name, described(value))));
    return arguments;
  }

  private Operand described(Value value) {
    if (value instanceof Tensor tensor) {
      return tensor.source() == Tensor.NOWHERE
          ? UNKNOWN
          : new Operand.Reference(trace.sourceName(tensor.source()), item(tensor));
    } else if (value instanceof Value.Pieces pieces) {
      return described(pieces.first());
    } else if (value instanceof Value.Sequence sequence) {
      return new Operand.Items(
          sequence.items().stream().map(this::described).toList(), sequence.tuple());
    } else if (value instanceof Value.Slice slice) {
      return new Operand.Slice(
          described(slice.lower()), described(slice.upper()), described(slice.step()));
    } else if (value instanceof Value.Int number) {
      return number.value().isKnown() ? new Operand.Size(number.value()) : UNKNOWN;
    } else if (value instanceof Value.Quotient quotient) {
      return new Operand.Quotient(quotient.dividend(), quotient.divisor());
    }
    return plain(value);
  }

  private static Operand plain(Value value) {
    if (value instanceof Value.Real real) {
      return new Operand.Real(real.value());
    } else if (value instanceof Value.Bool flag) {
      return new Operand.Flag(flag.value());
    } else if (value instanceof Value.Text text) {
      return new Operand.Text(text.value());
    } else if (value instanceof Value.Type type) {
      return new Operand.Type(type.dtype().torchName());
    } else if (value instanceof Value.Ellipsis) {
      return new Operand.Ellipsis();
    } else if (value instanceof Value.None || value instanceof Value.Constant) {
      return new Operand.None();
    }
    return UNKNOWN;
  }
}
