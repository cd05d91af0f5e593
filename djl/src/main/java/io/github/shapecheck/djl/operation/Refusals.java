package io.github.shapecheck.djl.operation;

import io.github.shapecheck.report.Argument;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.Step;
import java.util.List;

/** Says before anything runs which steps cannot: their operation or one of its options. */
public final class Refusals {
  private final Step step;

  private Refusals(Step step) {
    this.step = step;
  }

  /** Why a step does not run, or "". */
  public static String reason(Step step) {
    return Operations.of(step.op()).isEmpty() ? "does not run here" : new Refusals(step).option();
  }

  private String option() {
    String op = step.op();
    if (op.startsWith("AvgPool") || op.startsWith("avg_pool")) {
      return refused(given("divisor_override"), "has a divisor of its own");
    } else if (op.startsWith("MaxPool") || op.contains("max_pool") || op.contains("MaxPool")) {
      return refused(flag("return_indices"), "gives indices");
    } else if (op.startsWith("InstanceNorm")) {
      boolean tracks = step.weights().stream().anyMatch(w -> w.name().equals("running_mean"));
      return refused(tracks, "tracks statistics");
    } else if (op.endsWith("Loss") || op.contains("cross_entropy") || op.endsWith("_loss")) {
      boolean weighs = given("pos_weight") || given("weight") || given("label_smoothing");
      return refused(weighs, "weighs classes or smooths labels");
    }
    return switch (op) {
      case "MultiheadAttention" ->
          refused(flag("add_bias_kv") || flag("add_zero_attn"), "adds keys and values of its own");
      case "LSTM" -> refused(given("proj_size"), "projects its states");
      case "einsum" -> einsum();
      case "interpolate", "Upsample" ->
          refused(text("mode").equals("area") || flag("antialias"), "averages areas");
      case "scaled_dot_product_attention" -> refused(flag("enable_gqa"), "groups its queries");
      case "repeat_interleave" ->
          refused(operand("repeats") instanceof Operand.Reference, "repeats by a tensor of counts");
      case "getitem" -> subscript(step.arguments().get(1).value());
      case "setitem" -> region(step.arguments().get(1).value());
      default -> "";
    };
  }

  private static String refused(boolean is, String why) {
    return is ? why + ", which is not built here" : "";
  }

  private Operand operand(String name) {
    for (List<Argument> arguments : List.of(step.attributes(), step.arguments())) {
      for (Argument argument : arguments) {
        if (argument.name().equals(name)) {
          return argument.value();
        }
      }
    }
    return new Operand.None();
  }

  private boolean given(String name) {
    return !(operand(name) instanceof Operand.None);
  }

  private boolean flag(String name) {
    return operand(name) instanceof Operand.Flag flag && flag.isTrue();
  }

  private String text(String name) {
    return operand(name) instanceof Operand.Text text ? text.text() : "";
  }

  /** Only labels with an arrow, each once in an operand; of two, none that one sums alone. */
  private String einsum() {
    String equation = text("equation").replace(" ", "");
    int arrow = equation.indexOf("->");
    if (arrow < 0 || equation.contains(".")) {
      return refused(true, "has no plain labels with an arrow");
    }
    String output = equation.substring(arrow + 2);
    String[] inputs = equation.substring(0, arrow).split(",");
    for (String input : inputs) {
      for (int i = 0; i < input.length(); i++) {
        char label = input.charAt(i);
        boolean twice = input.indexOf(label) != input.lastIndexOf(label);
        boolean elsewhere =
            equation.indexOf(label) != equation.lastIndexOf(label) || output.indexOf(label) >= 0;
        if (twice || inputs.length == 2 && !elsewhere) {
          return refused(true, "takes a diagonal or sums an operand alone");
        }
      }
    }
    return "";
  }

  private String subscript(Operand index) {
    List<Operand> items =
        index instanceof Operand.Items many && many.tuple() ? many.items() : List.of(index);
    int picks = 0;
    for (Operand item : items) {
      if (item instanceof Operand.Reference || item instanceof Operand.Items) {
        picks++;
      } else if (item instanceof Operand.Flag || item instanceof Operand.Unknown) {
        picks = 2;
      }
    }
    boolean mask =
        items.size() == 1
            && picks == 1
            && step.results().stream().anyMatch(r -> !r.shape().isKnown());
    return refused(picks > 1 || mask, "picks by several tensors or by a mask");
  }

  private static String region(Operand index) {
    List<Operand> items = index instanceof Operand.Items many ? many.items() : List.of(index);
    for (Operand item : items) {
      boolean step = item instanceof Operand.Slice slice && !(slice.step() instanceof Operand.None);
      if (step || !(item instanceof Operand.Slice) && !(item instanceof Operand.Size)) {
        return refused(true, "writes to more than ranges");
      }
    }
    return "";
  }
}
