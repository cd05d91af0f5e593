package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.read.python.PythonModels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads a model: its class and those of its submodules. */
public final class ModelReader {
  private final Predicate<Element> hasSource;
  private final Function<TypeElement, PythonModels.Sources> sources;
  private final Map<TypeElement, Read> read = new HashMap<>();
  private final AnnotationTypes annotations = new AnnotationTypes();

  /**
   * A reader that is told which elements are being compiled, and where the Python files of a class
   * are.
   */
  public ModelReader(
      Predicate<Element> hasSource, Function<TypeElement, PythonModels.Sources> sources) {
    this.hasSource = hasSource;
    this.sources = sources;
  }

  /** Whether a class is a model: it has an input, itself or on a field. */
  public boolean isModel(TypeElement type) {
    return !readOnce(type).module().inputs().isEmpty();
  }

  /** Whether a class refers to one that another processor may still write. */
  public boolean waitsForAnotherRound(TypeElement type) {
    return new Unresolved().in(type);
  }

  /** Adds the classes that a class uses: its submodules, theirs, and its superclasses. */
  public void addUses(TypeElement type, Set<String> used) {
    used.addAll(read(type).modules().keySet());
    TypeElement superclass = ModuleReader.superclass(type);
    while (superclass != null) {
      used.add(superclass.getQualifiedName().toString());
      superclass = ModuleReader.superclass(superclass);
    }
  }

  /**
   * Reads a module that nothing uses; without parameters it looks like a model that lacks its
   * input.
   */
  public Model readUnused(TypeElement type) {
    Model module = read(type);
    if (module.root().params().isEmpty()) {
      String name = module.root().name();
      String missing =
          name
              + " has layers but no @Input, and no model uses it: its sizes are not checked; add @Input";
      Place place = Place.of(module.root().origin());
      boolean python = readOnce(type).torch().isPresent();
      module
          .problems()
          .add(
              python
                  ? Problem.of(ProblemId.NO_INPUT, place, missing)
                  : Problem.of(
                          ProblemId.NO_INPUT,
                          place,
                          missing + ", or @Params(\"\") to make it a module")
                      .repairedBy(List.of(new Edit.Aside(name + ": add @Params(\"\")"))));
    }
    return module;
  }

  /** The shortest forward pass that takes the model's input. */
  private static Edit forward(ModuleDeclaration module) {
    String input = module.inputs().isEmpty() ? "x" : module.inputs().get(0).name();
    return new Edit.Aside(module.name() + ": add @Forward(\"return " + input + "\")");
  }

  /** Reads a class and the modules that it uses. */
  public Model read(TypeElement type) {
    Read root = readOnce(type);
    List<Problem> problems = new ArrayList<>(root.problems());
    if (root.torch().isEmpty() && isEmpty(root.module())) {
      problems.add(
          Problem.of(
                  ProblemId.EMPTY_MODEL,
                  Place.of(root.module().origin()),
                  root.module().name()
                      + " has an input but neither layers nor @Forward: there is nothing to check")
              .repairedBy(List.of(forward(root.module()))));
    }
    Map<String, ModuleDeclaration> modules = new LinkedHashMap<>();
    List<TypeElement> pending = new ArrayList<>(root.submodules());
    for (int i = 0; i < pending.size(); i++) {
      TypeElement next = pending.get(i);
      Read read = readOnce(next);
      if (modules.putIfAbsent(next.getQualifiedName().toString(), read.module()) == null) {
        pending.addAll(read.submodules());
      }
    }
    Model model = new Model(root.module(), modules, problems);
    return root.torch().isEmpty()
        ? model
        : new TorchModuleReader(sources.apply(type)).read(model, root.torch().get());
  }

  private static boolean isEmpty(ModuleDeclaration module) {
    return !module.inputs().isEmpty() && module.fields().isEmpty() && module.forward().isEmpty();
  }

  private record Read(
      ModuleDeclaration module,
      List<Problem> problems,
      List<TypeElement> submodules,
      Optional<Annotation> torch) {}

  private Read readOnce(TypeElement type) {
    Read known = read.get(type);
    if (known == null) {
      List<Problem> problems = new ArrayList<>();
      ModuleReader reader = new ModuleReader(hasSource, problems, annotations);
      ModuleDeclaration module = reader.read(type);
      known = new Read(module, problems, reader.submodules(), reader.torch());
      read.put(type, known);
    }
    return known;
  }
}
