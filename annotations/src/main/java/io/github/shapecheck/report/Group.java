package io.github.shapecheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of a submodule, or of a field of several layers, seen as one. */
final class Group {
  private Group() {}

  /**
   * One step of that name in place of all of them: it reads what they read from outside, gives what
   * the last one gives, and has all their weights, {@code conv1.weight}, and their operations.
   */
  static Optional<Step> of(List<Step> all, String path) {
    List<Step> inside = all.stream().filter(s -> isInside(s, path)).toList();
    if (inside.isEmpty()) {
      return Optional.empty();
    }
    Step last = inside.get(inside.size() - 1);
    Sum macs = new Sum();
    inside.forEach(s -> macs.add(s::macs));
    return Optional.of(
        new Step(
            path,
            Optional.of(path),
            path,
            parent(path),
            "Module",
            sources(inside),
            List.of(),
            List.of(),
            last.results(),
            last.tuple(),
            false,
            weights(inside, path),
            macs.total(),
            last.field(),
            List.of(),
            Optional.empty()));
  }

  private static boolean isInside(Step step, String path) {
    return step.scope().equals(path)
        || step.scope().startsWith(path + ".")
        || step.layer().filter(layer -> layer.startsWith(path + ".")).isPresent();
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  private static List<String> sources(List<Step> inside) {
    Set<String> sources = new LinkedHashSet<>();
    inside.forEach(s -> sources.addAll(s.from()));
    inside.forEach(s -> sources.remove(s.name()));
    return List.copyOf(sources);
  }

  /** Each layer's once, however often it is applied. */
  private static List<Weight> weights(List<Step> inside, String path) {
    Map<String, Step> owners = new LinkedHashMap<>();
    inside.forEach(s -> owners.putIfAbsent(s.owner(), s));
    owners.remove("");
    List<Weight> weights = new ArrayList<>();
    owners.forEach(
        (owner, step) -> {
          String name = owner.startsWith(path + ".") ? owner.substring(path.length() + 1) : owner;
          for (Weight w : step.weights()) {
            weights.add(new Weight(name + "." + w.name(), w.shape(), w.trainable()));
          }
        });
    return weights;
  }
}
