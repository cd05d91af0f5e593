package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.report.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Patterns of einops: axes by name, grouped and ungrouped, moved, reduced and repeated. */
final class Einops {
  private static final String REST = "...";

  private final Invocation call;
  private final NDArray x;
  private final Map<String, Long> lengths = new LinkedHashMap<>();

  private Einops(Invocation call) {
    this.call = call;
    this.x = call.has("tensor") ? call.tensor("tensor") : call.input();
    for (Operand item : call.items("axes_lengths")) {
      if (item instanceof Operand.Items pair && pair.items().get(0) instanceof Operand.Text name) {
        lengths.put(name.text(), (long) call.number(pair.items().get(1)));
      }
    }
  }

  static void fill(Map<String, Operation> table) {
    for (String name : new String[] {"rearrange", "reduce", "Rearrange", "Reduce"}) {
      Operation.put(table, call -> new Einops(call).apply(), name);
    }
  }

  /** {@code repeat} by a pattern. */
  static NDArray repeat(Invocation call) {
    return new Einops(call).apply();
  }

  private NDArray apply() {
    String[] sides = call.text("pattern", "").split("->");
    List<List<String>> left = groups(sides[0]);
    List<List<String>> right = groups(sides[1]);
    List<String> from = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      split(left.get(i), x.getShape().get(i), from, sizes);
    }
    NDArray apart = x.reshape(sizes.stream().mapToLong(Long::longValue).toArray());
    List<String> to = new ArrayList<>();
    right.forEach(to::addAll);
    NDArray kept = reduced(apart, from, to);
    return spread(kept, from, to).reshape(call.shape());
  }

  /** The axes of a side; an ellipsis stands for those that are left, each with a name. */
  private List<List<String>> groups(String side) {
    List<List<String>> groups = new ArrayList<>();
    boolean open = false;
    for (String word : side.replace("(", " ( ").replace(")", " ) ").strip().split(" +")) {
      if (word.equals("(")) {
        groups.add(new ArrayList<>());
        open = true;
      } else if (word.equals(")")) {
        open = false;
      } else {
        List<String> names = word.equals(REST) || word.equals("\u2026") ? rest() : List.of(word);
        if (open) {
          groups.get(groups.size() - 1).addAll(names);
        } else {
          names.forEach(name -> groups.add(new ArrayList<>(List.of(name))));
        }
      }
    }
    return groups;
  }

  private List<String> rest() {
    String left = call.text("pattern", "").split("->")[0].replace(REST, " ");
    int named = 0;
    boolean open = false;
    for (String word : left.replace("(", " ( ").replace(")", " ) ").strip().split(" +")) {
      named += !open && !word.equals("(") && !word.isEmpty() || word.equals(")") ? 1 : 0;
      named -= word.equals(")") && !open ? 1 : 0;
      open = word.equals("(") || open && !word.equals(")");
    }
    List<String> names = new ArrayList<>();
    for (int i = named; i < x.getShape().dimension(); i++) {
      names.add(REST + names.size());
    }
    return names;
  }

  private static boolean isNumber(String name) {
    return Character.isDigit(name.charAt(0));
  }

  private void split(List<String> group, long size, List<String> names, List<Long> sizes) {
    long known = 1;
    for (String name : group) {
      known *= isNumber(name) ? Long.parseLong(name) : lengths.getOrDefault(name, 1L);
    }
    for (String name : group) {
      Long given = isNumber(name) ? Long.valueOf(Long.parseLong(name)) : lengths.get(name);
      long length = given == null ? size / known : given;
      lengths.putIfAbsent(name, length);
      names.add(name);
      sizes.add(length);
    }
  }

  /** Axes that the right side lacks go. */
  private NDArray reduced(NDArray apart, List<String> from, List<String> to) {
    NDArray result = apart;
    for (int axis = from.size() - 1; axis >= 0; axis--) {
      if (!to.contains(from.get(axis)) || isNumber(from.get(axis))) {
        int[] axes = {axis};
        result =
            switch (call.text("reduction", "sum")) {
              case "mean" -> result.mean(axes);
              case "max" -> result.max(axes);
              case "min" -> result.min(axes);
              case "prod" -> result.prod(axes);
              default -> result.sum(axes);
            };
        from.remove(axis);
      }
    }
    return result;
  }

  /** Axes in the order of the right side, new ones repeated. */
  private NDArray spread(NDArray kept, List<String> from, List<String> to) {
    int[] order = new int[from.size()];
    long[] single = new long[to.size()];
    long[] full = new long[to.size()];
    int next = 0;
    Map<String, Integer> places = new HashMap<>();
    from.forEach(name -> places.put(name, places.size()));
    for (int i = 0; i < single.length; i++) {
      String name = to.get(i);
      Integer place = isNumber(name) ? null : places.get(name);
      full[i] = isNumber(name) ? Long.parseLong(name) : lengths.getOrDefault(name, 1L);
      single[i] = place == null ? 1 : full[i];
      if (place != null) {
        order[next++] = place;
      }
    }
    return kept.transpose(order).reshape(single).broadcast(new Shape(full));
  }
}
