package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class: its name, its bases and what its body defined. */
public final class ClassObject implements Value.Reference {
  private final String name;
  private final List<ClassObject> bases;
  private final List<ClassObject> order;
  private final Map<String, Value> members = new LinkedHashMap<>();
  private final boolean builtin;
  private @Nullable Runnable filling;

  private ClassObject(String name, List<ClassObject> bases, boolean builtin) {
    this.name = name;
    this.builtin = builtin;
    this.bases = List.copyOf(bases);
    List<ClassObject> linear = new ArrayList<>(List.of(this));
    linear.addAll(linearized(bases));
    this.order = List.copyOf(linear);
  }

  /** A class that a program defines. */
  public static ClassObject defined(String name, List<ClassObject> bases) {
    return new ClassObject(name, bases, false);
  }

  /** A class of Python's or of a library. */
  public static ClassObject builtin(String name, ClassObject... bases) {
    return new ClassObject(name, List.of(bases), true);
  }

  /** Python's method resolution order (C3); where there is none, depth first. */
  private static List<ClassObject> linearized(List<ClassObject> bases) {
    List<List<ClassObject>> rows = new ArrayList<>();
    for (ClassObject base : bases) {
      rows.add(new ArrayList<>(base.order));
    }
    rows.add(new ArrayList<>(bases));
    List<ClassObject> result = new ArrayList<>();
    for (ClassObject next = next(rows); next != null; next = next(rows)) {
      result.add(next);
      for (List<ClassObject> row : rows) {
        row.removeAll(List.of(next));
      }
    }
    return result;
  }

  /** The first of a row that stands behind no other class, else of the first row. */
  private static @Nullable ClassObject next(List<List<ClassObject>> rows) {
    ClassObject first = null;
    for (List<ClassObject> row : rows) {
      ClassObject head = row.isEmpty() ? null : row.get(0);
      if (head != null && !isBehindAnother(head, rows)) {
        return head;
      }
      first = first == null ? head : first;
    }
    return first;
  }

  private static boolean isBehindAnother(ClassObject type, List<List<ClassObject>> rows) {
    for (List<ClassObject> row : rows) {
      if (row.lastIndexOf(type) > 0) {
        return true;
      }
    }
    return false;
  }

  public String name() {
    return name;
  }

  /** What it is derived from, as its definition says. */
  public List<ClassObject> bases() {
    return bases;
  }

  /** Itself and its bases in the order in which names are looked up. */
  public List<ClassObject> order() {
    return order;
  }

  /** Has its members filled in by what is run whenever they are asked for, once for all. */
  public void filledBy(Runnable once) {
    this.filling = once;
  }

  /** What its own body defined; may be changed. */
  public Map<String, Value> members() {
    if (filling != null) {
      filling.run();
    }
    return members;
  }

  /** Whether it is Python's or a library's, which programs do not change. */
  public boolean isBuiltin() {
    return builtin;
  }

  /** What it or the first of its bases that has it calls so, or null. */
  public @Nullable Value find(String member) {
    for (int i = 0; i < order.size(); i++) { // asked at each step: no iterator
      Value value = order.get(i).members().get(member);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** What comes behind a class in the order, as {@code super()} finds it; null for nothing. */
  public @Nullable Value findAfter(ClassObject owner, String member) {
    for (ClassObject each : order.subList(order.indexOf(owner) + 1, order.size())) {
      Value value = each.members().get(member);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** Whether it is a class or derived from it. */
  public boolean isSubclassOf(ClassObject other) {
    return order.contains(other);
  }

  @Override
  public String describe() {
    return "the class " + name;
  }
}
