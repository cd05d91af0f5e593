package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One line of a table: a step, or a submodule with all of its steps. */
record Row(String label, String type, List<Step> steps) {
  /** The row of one step. */
  static Row of(Step step) {
    return new Row(label(step), step.op(), List.of(step));
  }

  /** The steps of a report, those deeper than {@code depth} levels summed up. */
  static List<Row> of(ShapeReport report, int depth) {
    List<Row> rows = new ArrayList<>();
    String open = "";
    for (Step step : report.steps()) {
      String module = prefix(step.scope(), depth);
      if (module.isEmpty()) {
        rows.add(of(step));
      } else if (module.equals(open)) {
        rows.get(rows.size() - 1).steps.add(step);
      } else {
        rows.add(new Row(module, "(module)", new ArrayList<>(List.of(step))));
      }
      open = module;
    }
    return rows;
  }

  /** The first {@code depth + 1} names of a path that has more than {@code depth}, else "". */
  private static String prefix(String path, int depth) {
    String[] names = path.isEmpty() ? new String[0] : path.split("\\.", -1);
    return names.length <= depth ? "" : String.join(".", List.of(names).subList(0, depth + 1));
  }

  private static String label(Step step) {
    return step.layer()
        .filter(l -> !l.equals(step.name()))
        .map(l -> step.name() + " (" + l + ")")
        .orElse(step.name());
  }

  String cell(Column column) {
    Step last = steps.get(steps.size() - 1);
    return switch (column) {
      case LAYER -> label;
      case TYPE -> type;
      case FROM -> String.join(", ", steps.get(0).from());
      case OUTPUT ->
          last.outputs().stream().map(Object::toString).collect(Collectors.joining(", "));
      case WEIGHTS -> steps.size() > 1 ? "" : weights(last);
      case PARAMS -> blankZero(params());
      case MACS -> blankZero(macs());
      case FIELD ->
          last.field()
              .map(f -> f.size().stream().map(Dim::toString).collect(Collectors.joining("x")))
              .orElse("");
      case DERIVATION ->
          last.derivation().stream().map(Object::toString).collect(Collectors.joining("; "));
    };
  }

  private Dim macs() {
    Sum sum = new Sum();
    steps.forEach(s -> sum.add(s::macs));
    return sum.total();
  }

  private Dim params() {
    Sum sum = new Sum();
    Set<String> counted = new HashSet<>();
    for (Step step : steps) {
      if (counted.add(step.owner())) {
        sum.add(step::params);
      }
    }
    return sum.total();
  }

  private static String weights(Step step) {
    return step.weights().stream()
        .filter(Weight::trainable)
        .map(w -> w.shape().toString())
        .collect(Collectors.joining(" "));
  }

  private static String blankZero(Dim count) {
    return count.equals(Dim.of(0)) ? "" : Numbers.count(count);
  }
}
