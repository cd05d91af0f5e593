package io.github.shapecheck.djl.operation;

import io.github.shapecheck.report.Argument;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.regex.Pattern;

/** Says before anything runs which steps cannot: their operation or one of its options. */
public final class Refusals {
  private static final Pattern WEIGHED =
      Pattern.compile("Conv\\w+|Linear|Bilinear|Embedding|EmbeddingBag|PReLU");

  /** Why what a loop over a free size does is not run. */
  public static final String REPEATED =
      "belongs to a loop or a list of as many items as a free size says, which is not built here";

  private final Step step;

  private Refusals(Step step) {
    this.step = step;
  }

  /** Why a step does not run, or "". */
  public static String reason(Step step) {
    if (Operations.of(step).isEmpty()) {
      return "does not run here";
    }
    boolean homeless =
        step.owner().isEmpty()
            || step.weights().stream().noneMatch(weight -> weight.name().equals("weight"));
    if (WEIGHED.matcher(step.op()).matches() && homeless && !step.view()) {
      return "has weights that stand elsewhere, which is not built here";
    }
    if (isRepeated(step) || readsSome(step)) {
      return REPEATED;
    }
    Refusals refusals = new Refusals(step);
    String option = refusals.option();
    return option.isEmpty() ? refusals.unknown() : option;
  }

  private static boolean isRepeated(Step step) {
    boolean free = step.results().stream().anyMatch(result -> !result.times().equals(Dim.of(1)));
    return free || !step.tuple() && step.results().size() > 1;
  }

  private static boolean readsSome(Step step) {
    return step.arguments().stream().anyMatch(argument -> isSome(argument.value()));
  }

  private static boolean isSome(Operand value) {
    if (value instanceof Operand.Items many) {
      return many.items().stream().anyMatch(Refusals::isSome);
    }
    return value instanceof Operand.Reference reference
        && reference.item() == Operand.Reference.SOME;
  }

  private String option() {
    String op = step.op();
    if (op.startsWith("AvgPool") || op.startsWith("avg_pool")) {
      return refused(given("divisor_override"), "has a divisor of its own");
    } else if (op.matches("(Sync)?BatchNorm.*")) {
      return refused(averages(), "has no momentum but averages over all batches");
    } else if (op.startsWith("InstanceNorm")) {
      boolean tracks = step.weights().stream().anyMatch(w -> w.name().equals("running_mean"));
      return refused(tracks, "tracks statistics");
    } else if (op.endsWith("Loss") || op.contains("cross_entropy") || op.endsWith("_loss")) {
      boolean classes = op.equals("cross_entropy") || op.equals("nll_loss");
      boolean weighs = given("pos_weight") || given("weight") && !classes;
      return refused(weighs, "weighs classes");
    }
    return switch (op.endsWith("_") ? op.substring(0, op.length() - 1) : op) {
      case "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_not" ->
          refused(!step.results().get(0).dtype().equals("bool"), "takes bits of integers");
      case "fill_diagonal" -> refused(step.output().rank() != 2, "fills more than a matrix");
      case "scatter" -> refused(given("reduce"), "combines what it writes");
      case "quantile" -> refused(operand("q") instanceof Operand.Reference, "takes several ranks");
      case "cov" -> refused(given("fweights") || given("aweights"), "weighs observations");
      case "Embedding", "embedding" ->
          refused(
              given("max_norm") || flag("scale_grad_by_freq"),
              "shortens its rows or scales their gradients");
      case "EmbeddingBag", "embedding_bag" ->
          refused(
              given("offsets")
                  || given("padding_idx")
                  || given("max_norm")
                  || flag("scale_grad_by_freq"),
              "has offsets, padding, a longest row or scaled gradients");
      case "grid_sample" ->
          refused(
              step.output().rank() != 4
                  || text("mode").equals("bicubic")
                  || text("padding_mode").equals("reflection"),
              "samples volumes, with cubic curves or with reflection");
      case "TripletMarginWithDistanceLoss", "triplet_margin_with_distance_loss" ->
          refused(given("distance_function"), "has a distance of its own");
      case "LSTM" -> refused(given("proj_size"), "projects its states");
      case "interpolate", "Upsample" -> refused(flag("antialias"), "smooths before it shrinks");
      case "scaled_dot_product_attention" -> refused(flag("enable_gqa"), "groups its queries");
      case "repeat_interleave" ->
          refused(operand("repeats") instanceof Operand.Reference, "repeats by a tensor of counts");
      case "istft" -> refused(flag("return_complex"), "makes a complex series");
      case "getitem" -> subscript(step.arguments().get(1).value());
      case "setitem" -> region(step.arguments().get(1).value());
      default -> "";
    };
  }

  /** Not every value that a step was given is a number or a tensor. */
  private String unknown() {
    for (List<Argument> arguments : List.of(step.attributes(), step.arguments())) {
      for (Argument argument : arguments) {
        if (argument.value() instanceof Operand.Unknown && !argument.name().equals("dtype")) {
          return "has a value of " + argument.name() + " that no report can hold";
        }
      }
    }
    return "";
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

  /** Whether {@code momentum=None} is written, where PyTorch has 0.1 else. */
  private boolean averages() {
    return step.attributes().stream()
        .anyMatch(a -> a.name().equals("momentum") && a.value() instanceof Operand.None);
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

  private static String subscript(Operand index) {
    boolean flag =
        index instanceof Operand.Flag
            || index instanceof Operand.Items many
                && many.items().stream().anyMatch(i -> i instanceof Operand.Flag);
    return refused(
        flag || bounds(index), "picks by a truth value or cuts at a place that values say");
  }

  /** Whether a bound of a slice is a tensor. */
  private static boolean bounds(Operand index) {
    if (index instanceof Operand.Items many) {
      return many.items().stream().anyMatch(Refusals::bounds);
    }
    return index instanceof Operand.Slice slice
        && (slice.lower() instanceof Operand.Reference
            || slice.upper() instanceof Operand.Reference);
  }

  private static String region(Operand index) {
    if (index instanceof Operand.Reference) {
      return "";
    }
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
