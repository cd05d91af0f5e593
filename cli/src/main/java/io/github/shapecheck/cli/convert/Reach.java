package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.object.ClassObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which functions and attributes of the modules' classes the forward passes may ask for. */
final class Reach {
  private final SourceIndex index;
  private final Map<ClassObject, Map<String, Method>> methods = new LinkedHashMap<>();
  private final Set<String> mentioned = new LinkedHashSet<>(Set.of("forward"));

  /**
   * Of the classes of a model.
   *
   * @param bound methods that are attributes
   */
  Reach(SourceIndex index, Collection<ClassObject> types, Set<String> bound) {
    this.index = index;
    mentioned.addAll(bound);
    types.forEach(type -> methods.put(type, new LinkedHashMap<>()));
    int before = -1;
    while (before != size()) {
      before = size();
      methods.keySet().forEach(this::extend);
    }
  }

  private int size() {
    return mentioned.size() + methods.values().stream().mapToInt(Map::size).sum();
  }

  /** The functions of a class, its forward pass first. */
  List<Method> methods(ClassObject type) {
    return List.copyOf(methods.getOrDefault(type, Map.of()).values());
  }

  /** Whether some forward pass reads an attribute of that name, of whatever object. */
  boolean mentions(String attribute) {
    return mentioned.contains(attribute);
  }

  /** Whether the forward pass of a class asks that of its superclass. */
  boolean callsSuper(ClassObject type) {
    boolean[] found = {false};
    for (Method method : methods(type)) {
      Expressions.in(method.definition().function().body(), part -> found[0] |= isOfSuper(part));
    }
    return found[0];
  }

  /** Notes what a function outside of classes reads. */
  void read(Definition function) {
    mentioned.addAll(NamesRead.of(function.function()).attributes());
  }

  private void extend(ClassObject type) {
    Map<String, Method> own = Objects.requireNonNull(methods.get(type));
    Method forward = find(type, "forward");
    if (forward != null) {
      add(own, "forward", forward, type);
    }
    for (ClassObject each : type.order()) {
      if (!each.isBuiltin()) {
        for (String name : index.methods(each).keySet()) {
          Method method = find(type, name);
          if (method != null && mentioned.contains(name) && !name.startsWith("__")) {
            add(own, name, method, type);
          }
        }
      }
    }
  }

  private @Nullable Method find(ClassObject type, String name) {
    return find(type.order(), name, name);
  }

  private @Nullable Method find(List<ClassObject> order, String name, String called) {
    for (ClassObject each : order) {
      Definition definition = each.isBuiltin() ? null : index.methods(each).get(name);
      if (definition != null) {
        return new Method(called, definition, each);
      }
    }
    return null;
  }

  private void add(Map<String, Method> own, String name, Method method, ClassObject type) {
    if (own.put(name, method) != null) {
      return;
    }
    mentioned.addAll(NamesRead.of(method.definition().function()).attributes());
    Expressions.in(
        method.definition().function().body(),
        expression -> {
          Method next = overridden(expression, method, type);
          if (next != null) {
            add(own, next.name(), next, type);
          }
        });
  }

  /** What {@code super().name} means in a function; null where it means nothing of the source. */
  @Nullable Method overridden(Expression expression, Method in, ClassObject type) {
    if (!isOfSuper(expression)) {
      return null;
    }
    String name = ((Expression.Attribute) expression).name();
    int at = type.order().indexOf(in.owner());
    Method found = find(type.order().subList(at + 1, type.order().size()), name, name);
    return found == null
        ? null
        : new Method(name + "_of_" + found.owner().name(), found.definition(), found.owner());
  }

  /** Whether it is {@code super().name} or {@code super(C, self).name}. */
  static boolean isOfSuper(Expression expression) {
    return expression instanceof Expression.Attribute attribute
        && attribute.target() instanceof Expression.Call call
        && call.callee() instanceof Expression.Name name
        && name.id().equals("super");
  }
}
