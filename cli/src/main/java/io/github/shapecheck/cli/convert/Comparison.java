package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Holds the run of a Python model against that of its Java classes, step by step: every operation
 * with its layer, weights, shapes and costs.
 *
 * <p>Five things may differ. What a module without layers gives is a step in Python's report only:
 * in Java's its functions are the steps. A layer without weights that Python calls in two places is
 * two layers. The layers of a sequence that is a class are those of a field. A layer whose class
 * has a forward of its own is a class with the weights, which calls the function. A weight that a
 * parameter took the place of is that parameter's alone in Python.
 */
public final class Comparison {
  private static final Pattern KEYWORD = Pattern.compile("\\b(\\w+)_\\b");

  private Comparison() {}

  /**
   * The first difference; null for none.
   *
   * @param moved where in Java a module of Python is
   */
  public static @Nullable Refusal difference(
      Trace python, Trace java, UnaryOperator<String> moved) {
    List<Step> expected = steps(python);
    List<Step> actual = steps(java);
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      Step one = i < expected.size() ? expected.get(i) : null;
      Step other = i < actual.size() ? actual.get(i) : null;
      if (one == null || other == null || !isSame(one, other, moved)) {
        Step last = one == null && !expected.isEmpty() ? expected.get(expected.size() - 1) : one;
        String why = "step " + (i + 1) + " is " + describe(other) + " instead of " + describe(one);
        return new Refusal(last == null ? Place.NONE : last.place(), why);
      }
    }
    String outputs = shapes(python.outputs());
    if (!outputs.equals(shapes(java.outputs()))) {
      String why = "the outputs are " + shapes(java.outputs()) + " instead of " + outputs;
      return new Refusal(Place.NONE, why);
    }
    String counts = java.parameters() + " parameters instead of " + python.parameters();
    return python.parameters().equals(java.parameters()) ? null : new Refusal(Place.NONE, counts);
  }

  private static List<Step> steps(Trace trace) {
    return trace.steps().stream().filter(step -> step.layer() == null || isLayer(step)).toList();
  }

  private static boolean isLayer(Step step) {
    LayerType type = Catalogue.layer(step.op());
    return type != null && type.operation() == step.operation();
  }

  private static boolean isSame(Step python, Step java, UnaryOperator<String> moved) {
    boolean calls = Catalogue.layer(python.op()) != null && java.layer() == null;
    boolean copy = python.weights().all().isEmpty() && java.weights().all().isEmpty();
    return name(python.op(), calls).equals(name(java.op(), calls))
        && shapes(python.outputs()).equals(shapes(java.outputs()))
        && Objects.equals(python.macs(), java.macs())
        && (calls || java.weights().all().containsAll(python.weights().all()))
        && (calls || copy || label(python, moved).equals(plain(java.label())));
  }

  private static String label(Step step, UnaryOperator<String> moved) {
    return step.layer() == null ? step.label() : moved.apply(step.label());
  }

  private static String name(String op, boolean loosely) {
    return loosely ? op.toLowerCase(Locale.ROOT).replaceAll("_|[123]d$", "") : op;
  }

  /** A path without the underscores behind Java's keywords. */
  private static String plain(String path) {
    return KEYWORD
        .matcher(path)
        .replaceAll(found -> SourceVersion.isKeyword(found.group(1)) ? "$1" : "$1_");
  }

  private static String describe(@Nullable Step step) {
    return step == null ? "missing" : step.label() + " " + step.op() + " " + shapes(step.outputs());
  }

  private static String shapes(List<Tensor> tensors) {
    return tensors.stream().map(Tensor::shape).toList().toString();
  }
}
