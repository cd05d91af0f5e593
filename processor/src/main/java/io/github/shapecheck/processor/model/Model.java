package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the user declared of one model.
 *
 * @param modules the modules that it uses, directly or through others, by qualified name
 * @param problems what was wrong with the declarations themselves
 * @param python the class that it is, if it is one of Python's
 * @param others the numbers that are tried in place of those that calls of constructors write
 */
public record Model(
    ModuleDeclaration root,
    Map<String, ModuleDeclaration> modules,
    List<Problem> problems,
    Optional<PythonDeclaration> python,
    Map<LayerArgument, Value> others) {
  /** A model of which everything is as it is written. */
  public Model(
      ModuleDeclaration root,
      Map<String, ModuleDeclaration> modules,
      List<Problem> problems,
      Optional<PythonDeclaration> python) {
    this(root, modules, problems, python, Map.of());
  }

  /** A model of annotated classes. */
  public Model(
      ModuleDeclaration root, Map<String, ModuleDeclaration> modules, List<Problem> problems) {
    this(root, modules, problems, Optional.empty());
  }

  /** A model without submodules. */
  public static Model of(ModuleDeclaration root) {
    return new Model(root, Map.of(), List.of());
  }

  /** Whether an input has a size that is not given. */
  public boolean hasFreeSizes() {
    for (InputDeclaration input : root.inputs()) {
      for (Dim dim : input.sample().dims()) {
        if (!dim.isConstant()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same model with another class at its root. */
  public Model withRoot(ModuleDeclaration other) {
    return new Model(other, modules, problems, python, others);
  }

  /** The same model with sizes for free ones. */
  public Model withSizes(Map<String, Dim> sizes) {
    List<InputDeclaration> inputs = new ArrayList<>(root.inputs());
    inputs.replaceAll(input -> input.withSample(input.sample().with(sizes)));
    return withRoot(root.withInputs(inputs));
  }

  /** The same model with another number for a layer. */
  public Model with(LayerArgument argument, Value value) {
    return new Model(root, modules, problems, python, Map.of(argument, value));
  }

  /** The same model as another Python class. */
  Model withPython(PythonDeclaration other) {
    return new Model(root, modules, problems, Optional.of(other), others);
  }
}
