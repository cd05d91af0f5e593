package io.github.shapecheck.cli.convert;

import java.util.Set;
import javax.lang.model.SourceVersion;

/** Simple names that a written class cannot have. */
final class JavaNames {
  private static final Set<String> LANGUAGE =
      Set.of("Object", "String", "Module", "Record", "Process", "Override", "Deprecated", "Number");
  private static final Set<String> OURS =
      Set.of(
          "Input",
          "Inputs",
          "Output",
          "Forward",
          "Params",
          "Parameter",
          "Buffer",
          "Submodule",
          "Sequential",
          "TorchModule",
          "Budget",
          "Weights",
          "ModuleList",
          "ModuleDict");

  private JavaNames() {}

  /** The field of a PyTorch name: a keyword with an underscore behind it. */
  static String field(String name) {
    return SourceVersion.isKeyword(name) ? name + "_" : name;
  }

  static boolean isTaken(String name) {
    return LANGUAGE.contains(name)
        || OURS.contains(name)
        || LayerText.annotation(name) != null
        || io.github.shapecheck.processor.operation.catalogue.Catalogue.layer(name) != null;
  }
}
