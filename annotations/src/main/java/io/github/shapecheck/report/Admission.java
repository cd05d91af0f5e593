package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Decides whether numbers at run time fit a report, and says where and why if not. */
final class Admission {
  private static final int WAY = 8;

  private final ShapeReport report;

  Admission(ShapeReport report) {
    this.report = report;
  }

  void check(Map<String, Long> sizes) {
    for (Map.Entry<String, Long> size : sizes.entrySet()) {
      if (!report.symbols().contains(size.getKey())) {
        throw new IllegalArgumentException(
            report.model()
                + ": "
                + Names.unknown("free size", size.getKey(), List.copyOf(report.symbols())));
      }
      for (ModelInput input : report.inputs()) {
        for (int axis = 0; axis < input.shape().rank(); axis++) {
          if (input.shape().dim(axis).equals(Dim.symbol(size.getKey()))) {
            refusal(input, axis, size.getValue())
                .ifPresent(
                    why -> {
                      throw new IllegalArgumentException(report.model() + ": " + why);
                    });
          }
        }
      }
    }
    conditions(sizes);
  }

  private void conditions(Map<String, Long> sizes) {
    report
        .conditions()
        .refusal(sizes)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(report.model() + ": " + why);
            });
  }

  private static Optional<String> refusal(ModelInput input, int axis, long size) {
    String place = "axis " + axis + " of input " + input.name() + " is " + size;
    if (axis >= input.accepts().size()) {
      return size < 1 ? Optional.of(place) : Optional.empty();
    }
    String ranges = input.accepts().get(axis);
    String[] searched = ranges.split(" \\(searched to |\\)");
    boolean beyond = searched.length > 1 && size > Long.parseLong(searched[1]);
    return beyond || SizeSet.parse(searched[0]).contains(size)
        ? Optional.empty()
        : Optional.of(place + "; it may be " + ranges);
  }

  Map<String, Long> require(String name, long... actual) {
    Shape declared = report.shapes().get(name);
    if (declared == null) {
      throw new NoSuchElementException(
          report.model() + ": " + Names.unknown("shape", name, report.names()));
    }
    if (actual.length != declared.rank()) {
      throw failure(
          name, actual, "it has " + actual.length + " axes instead of " + declared.rank());
    }
    Map<String, Long> sizes = new LinkedHashMap<>();
    bind(name, declared, actual, sizes);
    for (int axis = 0; axis < actual.length; axis++) {
      Dim dim = declared.dim(axis);
      if (sizes.keySet().containsAll(dim.symbols()) && dim.at(sizes) != actual[axis]) {
        String expected = dim.isConstant() ? "" + dim : dim.at(sizes) + " = " + dim;
        throw failure(
            name, actual, axis(axis, actual) + " instead of " + expected + hint(name, axis));
      }
    }
    return Collections.unmodifiableMap(sizes);
  }

  private void bind(String name, Shape declared, long[] actual, Map<String, Long> sizes) {
    for (int axis = 0; axis < actual.length; axis++) {
      Dim dim = declared.dim(axis);
      if (dim.symbols().size() != 1) {
        continue;
      }
      String symbol = dim.symbols().iterator().next();
      if (!dim.equals(Dim.symbol(symbol))) {
        continue;
      }
      Long before = sizes.putIfAbsent(symbol, actual[axis]);
      if (before != null && before != actual[axis]) {
        throw failure(
            name, actual, axis(axis, actual) + ", but " + symbol + " is " + before + " already");
      }
      for (ModelInput input : report.inputs()) {
        if (input.name().equals(name)) {
          refusal(input, axis, actual[axis])
              .ifPresent(
                  why -> {
                    throw failure(name, actual, why);
                  });
        }
      }
    }
  }

  private static String axis(int axis, long[] actual) {
    return "axis " + axis + " is " + actual[axis];
  }

  private String hint(String name, int axis) {
    for (ModelInput input : report.inputs()) {
      if (input.name().equals(name) && axis < input.accepts().size()) {
        String ranges = input.accepts().get(axis);
        return ranges.equals(input.shape().dim(axis).toString())
            ? ""
            : " (the layers admit " + ranges + ")";
      }
    }
    return "";
  }

  private IllegalArgumentException failure(String name, long[] actual, String why) {
    boolean input = report.inputs().stream().anyMatch(i -> i.name().equals(name));
    String model = report.model() + (input ? " takes " : " gives ");
    return new IllegalArgumentException(
        name
            + " is "
            + Arrays.toString(actual)
            + ", but "
            + model
            + report.shapes().get(name)
            + ": "
            + why
            + way(name));
  }

  /** The last steps on the way to what did not fit, each with its arithmetic. */
  private String way(String name) {
    List<String> lines = new ArrayList<>();
    Optional<Step> at = name.startsWith("output") ? last() : step(name);
    while (at.isPresent() && lines.size() < WAY) {
      Step step = at.get();
      StringBuilder line = new StringBuilder("\n    " + step.name() + "  ");
      if (!step.results().isEmpty()) {
        line.append(step.output());
      }
      if (!step.derivation().isEmpty()) {
        line.append("  ").append(step.derivation().get(0));
      }
      lines.add(line.toString());
      at = step.from().stream().findFirst().flatMap(this::step);
    }
    Collections.reverse(lines);
    return String.join("", lines);
  }

  private Optional<Step> last() {
    List<Step> steps = report.steps();
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  private Optional<Step> step(String name) {
    return report.steps().stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
