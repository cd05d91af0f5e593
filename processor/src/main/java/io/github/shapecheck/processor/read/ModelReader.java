package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads a model: its class and those of its submodules. */
public final class ModelReader {
  private final Predicate<Element> hasSource;

  /** A reader that is told which elements are being compiled. */
  public ModelReader(Predicate<Element> hasSource) {
    this.hasSource = hasSource;
  }

  /** Reads a class and the modules that it uses. */
  public Model read(TypeElement type) {
    List<Problem> problems = new ArrayList<>();
    ModuleReader root = new ModuleReader(hasSource, problems);
    ModuleDeclaration declaration = root.read(type);
    Map<String, ModuleDeclaration> modules = new LinkedHashMap<>();
    Deque<TypeElement> pending = new ArrayDeque<>(root.submodules());
    while (!pending.isEmpty()) {
      TypeElement next = pending.poll();
      String name = next.getQualifiedName().toString();
      if (!modules.containsKey(name)) {
        ModuleReader reader = new ModuleReader(hasSource, new ArrayList<>());
        modules.put(name, reader.read(next));
        pending.addAll(reader.submodules());
      }
    }
    return new Model(declaration, modules, problems);
  }
}
