package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import org.jspecify.annotations.Nullable;

/** Finds the type of a layer that no step applies, by walking its path through the model. */
final class DeclaredTypes {
  private DeclaredTypes() {}

  /** The layer's type, or {@code Parameter}, {@code Buffer}, or "" where the path leads nowhere. */
  static String of(Model model, String path) {
    ModuleDeclaration module = model.root();
    FieldDeclaration field = null;
    int index = 0;
    for (String name : path.split("\\.", -1)) {
      if (!name.isEmpty() && name.chars().allMatch(Character::isDigit)) {
        index = Integer.parseInt(name);
        continue;
      }
      field = module == null ? null : module.field(name);
      index = 0;
      module = field == null ? null : inside(model, field);
    }
    return field == null ? "" : type(field, index);
  }

  private static @Nullable ModuleDeclaration inside(Model model, FieldDeclaration field) {
    return field.submodule().map(s -> model.modules().get(s.module())).orElse(null);
  }

  private static String type(FieldDeclaration field, int index) {
    if (field.tensor().isPresent()) {
      return field.tensor().get().trainable() ? "Parameter" : "Buffer";
    }
    return index < field.layers().size() ? field.layers().get(index).type() : "";
  }
}
