package io.github.shapecheck.processor.model;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds fields of classes by their names; a class of thousands is read once. */
public final class FieldsByName {
  private final IdentityHashMap<ModuleDeclaration, Map<String, FieldDeclaration>> fields =
      new IdentityHashMap<>();

  /** The field of a name, or null. */
  public @Nullable FieldDeclaration of(ModuleDeclaration module, String name) {
    Map<String, FieldDeclaration> byName = fields.get(module);
    if (byName == null) {
      byName = new HashMap<>();
      for (FieldDeclaration field : module.fields()) {
        byName.putIfAbsent(field.name(), field);
      }
      fields.put(module, byName);
    }
    return byName.get(name);
  }
}
