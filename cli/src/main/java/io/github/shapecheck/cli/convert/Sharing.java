package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltLayer;
import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Member;

/** Modules and weights that stand in two places, which fields cannot. */
final class Sharing {
  private Sharing() {}

  /** Whether a copy of it would be as good. */
  static boolean isWeightless(BuiltModule module) {
    BuiltLayer layer = module.layer();
    return (layer == null || layer.weights().all().isEmpty() && layer.replaced().isEmpty())
        && module.members().values().stream()
            .allMatch(
                member ->
                    member instanceof Member.Child child
                        ? isWeightless(child.module())
                        : !(member instanceof Member.Weight));
  }

  /** Whether a module that is found on a path has its place on another. */
  static boolean isElsewhere(BuiltModule module, String path) {
    return !module.path().equals(path) && !isWeightless(module);
  }

  /** What is said of a module that stands in two places. */
  static Refusal refusal(BuiltModule module, String path) {
    return new Refusal(
        module.place(),
        path + " is the same module as " + module.path() + ": a field is one place");
  }

  /** Whether its weights are those that it was made with, or others in their places. */
  static boolean hasItsOwnWeights(BuiltModule module, BuiltLayer layer) {
    long own =
        layer.replaced().stream()
            .filter(name -> module.members().get(name) instanceof Member.Weight one && one.first())
            .count();
    long all = module.members().values().stream().filter(Member.Weight.class::isInstance).count();
    return own == layer.replaced().size() && all == own;
  }
}
