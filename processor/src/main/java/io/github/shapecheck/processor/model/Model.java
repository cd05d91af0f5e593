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
 */
public record Model(
    ModuleDeclaration root,
    Map<String, ModuleDeclaration> modules,
    List<Problem> problems,
    Optional<PythonDeclaration> python) {
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
    return new Model(other, modules, problems, python);
  }

  /** The same model with sizes for free ones. */
  public Model withSizes(Map<String, Dim> sizes) {
    List<InputDeclaration> inputs = new ArrayList<>(root.inputs());
    inputs.replaceAll(input -> input.withSample(input.sample().with(sizes)));
    return withRoot(root.withInputs(inputs));
  }

  /** The same Python model with another number for a layer. */
  public Model with(PythonDeclaration.Argument argument, Value value) {
    return python.map(one -> withPython(one.with(argument, value))).orElse(this);
  }

  /** The same model as another Python class. */
  Model withPython(PythonDeclaration other) {
    return new Model(root, modules, problems, Optional.of(other));
  }
}
