package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One line of a table: a step, or a submodule with all of its steps. */
record Row(String label, String type, List<Step> steps) {
  static final String MODULE = "(module)";

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
        rows.add(new Row(module, MODULE, new ArrayList<>(List.of(step))));
      }
      open = module;
    }
    return Repeats.merged(rows);
  }

  /** The first {@code depth + 1} names of a path that has more than {@code depth}, else "". */
  private static String prefix(String path, int depth) {
    String[] names = path.isEmpty() ? new String[0] : path.split("\\.", -1);
    return names.length <= depth ? "" : String.join(".", List.of(names).subList(0, depth + 1));
  }

  /** The first {@code depth} names of a path. */
  static String outer(String path, int depth) {
    List<String> names = List.of(path.split("\\.", -1));
    return String.join(".", names.subList(0, Math.min(depth, names.size())));
  }

  private static String label(Step step) {
    return step.layer()
        .map(l -> step.owner().isEmpty() ? l : step.owner())
        .filter(l -> !l.equals(step.name()))
        .map(l -> step.name() + " (" + l + ")")
        .orElse(step.name());
  }

  boolean isModule() {
    return type.equals(MODULE);
  }

  /** The cell with counts in units, for where there is little room. */
  String brief(Column column) {
    return switch (column) {
      case PARAMS -> Numbers.brief(params());
      case MACS -> Numbers.brief(macs());
      case MEMORY -> Numbers.briefMemory(memory());
      default -> cell(column);
    };
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
      case MEMORY -> memory().equals(Dim.of(0)) ? "" : Numbers.memory(memory());
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

  private Dim memory() {
    Sum sum = new Sum();
    steps.forEach(s -> sum.add(s::activationBytes));
    return sum.total();
  }

  private Dim params() {
    Sum sum = new Sum();
    Set<String> counted = new HashSet<>();
    for (Step step : steps) {
      if (!step.owner().isEmpty() && counted.add(step.owner())) {
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
