package io.github.shapecheck.processor.describe;

import io.github.shapecheck.checkpoint.CheckpointEntry;
import io.github.shapecheck.processor.model.CheckpointDeclaration;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Weight;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds a model against the names and shapes in a checkpoint, as {@code load_state_dict} would. */
public final class CheckpointFit {
  private static final int SHOWN = 5;

  /** Among so many names of a file the nearest to a missing one is looked for. */
  private static final int MOST_COMPARED = 1000;

  private final CheckpointDeclaration checkpoint;
  private final Place whole;
  private final Map<String, Shape> model = new LinkedHashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CheckpointFit(CheckpointDeclaration checkpoint) {
    this.checkpoint = checkpoint;
    this.whole = Place.of(checkpoint.origin());
  }

  /** What does not fit: a shape at its layer, missing and unexpected names at the annotation. */
  public static List<Problem> problems(
      Trace trace, ShapeReport report, CheckpointDeclaration checkpoint) {
    CheckpointFit fit = new CheckpointFit(checkpoint);
    if (!checkpoint.failure().isEmpty()) {
      return List.of(fit.problem(fit.whole, checkpoint.file() + ": " + checkpoint.failure()));
    }
    fit.collect(trace, report);
    fit.compare();
    return fit.problems;
  }

  private void collect(Trace trace, ShapeReport report) {
    Map<String, Place> layers = new HashMap<>();
    for (Step step : trace.steps()) {
      if (step.owner() != null) {
        layers.putIfAbsent(step.owner(), step.call().place(null));
      }
    }
    for (Layer layer : report.layers()) {
      for (Weight weight : layer.weights()) {
        boolean bare = weight.name().equals(layer.path());
        String name = bare ? weight.name() : layer.path() + "." + weight.name();
        model.put(name, weight.shape());
        places.put(name, layers.getOrDefault(layer.path(), whole));
      }
    }
  }

  private void compare() {
    List<String> missing = new ArrayList<>();
    List<String> unexpected = new ArrayList<>(checkpoint.entries().keySet());
    unexpected.removeAll(model.keySet());
    List<String> others = unexpected.subList(0, Math.min(unexpected.size(), MOST_COMPARED));
    model.forEach(
        (name, shape) -> {
          CheckpointEntry entry = checkpoint.entries().get(name);
          if (entry != null && !shape.toString().equals(entry.shape().toString())) {
            String message =
                name + " is " + shape + " here but " + entry.shape() + " in " + checkpoint.file();
            problems.add(problem(places.getOrDefault(name, whole), message));
          } else if (entry == null && !name.endsWith(".num_batches_tracked")) {
            missing.add(name + " " + shape + (missing.size() < SHOWN ? near(name, others) : ""));
          }
        });
    if (!missing.isEmpty()) {
      problems.add(problem(whole, checkpoint.file() + " lacks " + listed(missing)));
    }
    if (!unexpected.isEmpty()) {
      List<String> names = List.copyOf(model.keySet());
      List<String> described = new ArrayList<>();
      checkpoint
          .entries()
          .forEach(
              (name, entry) -> {
                if (!model.containsKey(name) && described.size() <= SHOWN) {
                  described.add(name + " " + entry.shape() + near(name, names));
                }
              });
      String more =
          unexpected.size() > SHOWN + 1 ? " (" + unexpected.size() + " names in all)" : "";
      problems.add(
          problem(
              whole,
              checkpoint.file() + " holds what the model has not, " + listed(described) + more));
    }
  }

  private static String near(String name, List<String> names) {
    return NearestName.of(name, names).map(near -> " (there is " + near + ")").orElse("");
  }

  private static String listed(List<String> items) {
    String shown = String.join(", ", items.subList(0, Math.min(SHOWN, items.size())));
    int more = items.size() - SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private Problem problem(Place place, String message) {
    return Problem.of(ProblemId.WEIGHTS, place, message);
  }
}
