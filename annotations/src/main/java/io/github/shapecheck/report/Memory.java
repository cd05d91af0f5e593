package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes that a run of the model takes; docs/layers.md defines them.
 *
 * @param weights parameters as 32-bit floating point numbers, and buffers
 * @param forward the inputs and every result that is not a view, each once
 * @param training those, and a gradient for every floating point result among them
 * @param peak the most that inputs and results take at one time, each freed after its last use
 */
public record Memory(long weights, long forward, long training, long peak) {

  static Memory of(ShapeReport report) {
    if (!report.symbols().isEmpty()) {
      throw new IllegalArgumentException(
          report.model() + ": give numbers for " + String.join(", ", report.symbols()) + " first");
    }
    Totals totals = report.totals();
    long gradients = 0;
    for (Step step : report.steps()) {
      for (Tensor result : step.view() ? List.<Tensor>of() : step.results()) {
        gradients += result.dtype().contains("float") ? bytes(result.bytes()) : 0;
      }
    }
    long forward = bytes(totals.activationBytes());
    return new Memory(
        bytes(totals.weightBytes("float32")), forward, forward + gradients, peak(report));
  }

  /** Sizes that an error left unknown count as nothing. */
  private static long bytes(Dim dim) {
    return dim.isConstant() ? dim.value() : 0;
  }

  /**
   * Frees each result after the last step that reads it or a view of it; inputs and outputs stay.
   */
  private static long peak(ShapeReport report) {
    Map<String, String> owners = new HashMap<>();
    Map<String, Integer> lastUse = new HashMap<>();
    long live = 0;
    for (ModelInput input : report.inputs()) {
      live += bytes(input.bytes());
      lastUse.put(input.name(), Integer.MAX_VALUE);
    }
    List<Step> steps = report.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      for (String from : step.from()) {
        lastUse.merge(owners.getOrDefault(from, from), i, Math::max);
      }
      boolean shares = step.view() && !step.from().isEmpty();
      String first = shares ? step.from().get(0) : step.name();
      owners.put(step.name(), shares ? owners.getOrDefault(first, first) : first);
    }
    for (ModelOutput output : report.results()) {
      lastUse.put(owners.getOrDefault(output.from(), output.from()), Integer.MAX_VALUE);
    }
    return peak(steps, lastUse, live);
  }

  private static long peak(List<Step> steps, Map<String, Integer> lastUse, long inputs) {
    List<List<Step>> freed = new ArrayList<>();
    steps.forEach(s -> freed.add(new ArrayList<>()));
    for (int i = 0; i < steps.size(); i++) {
      int last = Math.max(i, lastUse.getOrDefault(steps.get(i).name(), i));
      if (last < steps.size()) {
        freed.get(last).add(steps.get(i));
      }
    }
    long live = inputs;
    long peak = live;
    for (int i = 0; i < steps.size(); i++) {
      live += bytes(steps.get(i).activationBytes());
      peak = Math.max(peak, live);
      for (Step dead : freed.get(i)) {
        live -= bytes(dead.activationBytes());
      }
    }
    return peak;
  }
}
