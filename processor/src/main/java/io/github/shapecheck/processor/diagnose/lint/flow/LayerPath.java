package io.github.shapecheck.processor.diagnose.lint.flow;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.FieldsByName;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Place;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way from the model's class to a layer.
 *
 * @param module the class in which it ends
 * @param field the field there, null where the way ends at the class
 * @param use the model's own field at which it begins, null in the model's own class
 * @param silenced the lints that a class or field on the way silences
 */
public record LayerPath(
    ModuleDeclaration module,
    @Nullable FieldDeclaration field,
    @Nullable Place use,
    Set<String> silenced) {
  /** The way that a path such as {@code layer1.0.conv1} describes; empty is the model itself. */
  static LayerPath of(Model model, FieldsByName fields, String path) {
    ModuleDeclaration module = model.root();
    FieldDeclaration field = null;
    Place use = null;
    Set<String> silenced = new HashSet<>(module.suppressed());
    for (String name : path.split("\\.")) {
      FieldDeclaration next = fields.of(module, name);
      if (next == null) { // the number of a repetition, or a layer made in the forward pass
        continue;
      }
      silenced.addAll(next.suppressed());
      field = next;
      ModuleDeclaration inner =
          next.submodule().map(submodule -> model.modules().get(submodule.module())).orElse(null);
      if (inner != null) {
        use = use == null ? Place.of(next.submodule().orElseThrow().origin()) : use;
        silenced.addAll(inner.suppressed());
        module = inner;
        field = null;
      }
    }
    return new LayerPath(module, field, use, silenced);
  }

  /** The same for every use of the class. */
  String declaration() {
    return module.qualifiedName() + "#" + (field == null ? "" : field.name());
  }
}
