package io.github.shapecheck.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds modules that repeat: the same operations on the same shapes, wired in the same way. */
final class Repeats {
  private static final String OUTSIDE = "x";

  private Repeats() {}

  /** Neighbouring modules that are alike as one row each, {@code blocks.0..11 x 12}. */
  static List<Row> merged(List<Row> rows) {
    List<Row> merged = new ArrayList<>();
    int i = 0;
    while (i < rows.size()) {
      Row first = rows.get(i);
      int end = i + 1;
      if (first.isModule()) {
        List<Object> form = form(first.steps());
        while (end < rows.size() && isAlike(first, form, rows.get(end))) {
          end++;
        }
      }
      merged.add(end == i + 1 ? named(first) : one(rows.subList(i, end)));
      i = end;
    }
    return merged;
  }

  private static boolean isAlike(Row first, List<Object> form, Row other) {
    return other.isModule()
        && other.steps().size() == first.steps().size()
        && form(other.steps()).equals(form);
  }

  private static Row one(List<Row> rows) {
    List<Step> steps = new ArrayList<>();
    rows.forEach(r -> steps.addAll(r.steps()));
    String head = rows.get(0).label();
    String tail = rows.get(rows.size() - 1).label();
    String stem = head.replaceFirst("[0-9]+$", "");
    String end = tail.startsWith(stem) ? tail.substring(stem.length()) : tail;
    return new Row(head + ".." + end + " x " + rows.size(), Row.MODULE, steps);
  }

  /** The module, called {@code blocks x 12} if it is nothing but alike modules. */
  private static Row named(Row row) {
    if (!row.isModule()) {
      return row;
    }
    int level = row.label().split("\\.", -1).length;
    List<List<Step>> parts = new ArrayList<>();
    Optional<String> open = Optional.empty();
    for (Step step : row.steps()) {
      String[] names = step.scope().split("\\.", -1);
      if (names.length <= level) {
        return row;
      }
      if (open.filter(names[level]::equals).isEmpty()) {
        parts.add(new ArrayList<>());
        open = Optional.of(names[level]);
      }
      parts.get(parts.size() - 1).add(step);
    }
    List<Object> form = form(parts.get(0));
    boolean alike = parts.size() > 1 && parts.stream().allMatch(p -> form(p).equals(form));
    return alike ? new Row(row.label() + " x " + parts.size(), Row.MODULE, row.steps()) : row;
  }

  /** What the steps are, without their names. */
  private static List<Object> form(List<Step> steps) {
    Map<String, Integer> places = new HashMap<>();
    List<Object> form = new ArrayList<>();
    for (Step step : steps) {
      form.add(step.op());
      for (String from : step.from()) {
        Integer place = places.get(from);
        form.add(place == null ? OUTSIDE : place);
      }
      form.add(step.results());
      form.add(step.weights());
      places.put(step.name(), places.size());
    }
    return form;
  }
}
