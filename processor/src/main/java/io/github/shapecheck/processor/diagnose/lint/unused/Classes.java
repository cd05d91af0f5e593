package io.github.shapecheck.processor.diagnose.lint.unused;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The classes of a model that stand in source and in which a lint may be told. */
final class Classes {
  /**
   * A class with one of its places in the model.
   *
   * @param prefix what stands before its fields' names in a path
   */
  record Use(ModuleDeclaration module, String prefix) {}

  private final Model model;
  private final String lint;
  private final Set<String> seen = new HashSet<>();
  private final List<Use> uses = new ArrayList<>();

  private Classes(Model model, String lint) {
    this.model = model;
    this.lint = lint;
  }

  /** The classes, each once, unless it or every field that uses it silences the lint. */
  static List<Use> of(Model model, String lint) {
    Classes classes = new Classes(model, lint);
    classes.visit(model.root(), "");
    return classes.uses;
  }

  private void visit(ModuleDeclaration module, String prefix) {
    if (module.suppressed().contains(lint) || !seen.add(module.qualifiedName())) {
      return;
    }
    if (module.origin().hasSource()) {
      uses.add(new Use(module, prefix));
    }
    for (FieldDeclaration field : module.fields()) {
      ModuleDeclaration inner =
          field.submodule().isEmpty()
              ? null
              : model.modules().get(field.submodule().get().module());
      if (inner != null && !field.suppressed().contains(lint)) {
        int repeat = field.submodule().orElseThrow().repeat();
        visit(inner, prefix + field.name() + (repeat > 1 ? ".0." : "."));
      }
    }
  }
}
