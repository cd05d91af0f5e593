package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * Everything that the user declared of one model.
 *
 * @param modules the modules that it uses, directly or through others, by qualified name
 * @param problems what was wrong with the declarations themselves
 */
public record Model(
    ModuleDeclaration root, Map<String, ModuleDeclaration> modules, List<Problem> problems) {
  /** A model without submodules. */
  public static Model of(ModuleDeclaration root) {
    return new Model(root, Map.of(), List.of());
  }

  /** The same model with another class at its root. */
  public Model withRoot(ModuleDeclaration other) {
    return new Model(other, modules, problems);
  }
}
