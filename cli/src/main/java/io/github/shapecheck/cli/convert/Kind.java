package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.FunctionObject;

/** What becomes of a module. */
enum Kind {
  /** An annotation, or a call in {@code @Sequential}. */
  LAYER,
  SEQUENTIAL,
  LIST,
  DICT,
  /** A class of its own. */
  CLASS;

  static Kind of(BuiltModule module) {
    boolean own = module.type().find("forward") instanceof FunctionObject;
    if (own) {
      return CLASS;
    }
    if (module.layer() != null) {
      return LAYER;
    }
    for (ClassObject base : module.type().order()) {
      if (base.isBuiltin()) {
        switch (base.name()) {
          case "Sequential":
            return SEQUENTIAL;
          case "ModuleList", "ParameterList":
            return LIST;
          case "ModuleDict", "ParameterDict":
            return DICT;
          default:
        }
      }
    }
    return CLASS;
  }

  /** Whether a class is an {@code nn.Sequential}. */
  static boolean isSequential(ClassObject type) {
    return extendsBuiltin(type, "Sequential");
  }

  /** Whether a class is an {@code nn.ModuleDict}. */
  static boolean isDict(ClassObject type) {
    return extendsBuiltin(type, "ModuleDict");
  }

  private static boolean extendsBuiltin(ClassObject type, String name) {
    return type.order().stream().anyMatch(base -> base.isBuiltin() && base.name().equals(name));
  }
}
