package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things in a forward pass that can be called. */
final class References {
  private References() {}

  /** A field with layers, applied one after the other. */
  record Layers(String path, List<LayerInstance> layers) implements Value.Reference {
    @Override
    public String describe() {
      return "the layer " + path;
    }
  }

  /** A field that is another module, its repetitions one after the other. */
  record Modules(String path, FieldDeclaration field, List<ModuleInstance> instances)
      implements Value.Reference {
    @Override
    public String describe() {
      return "the module " + path;
    }
  }

  /**
   * A function of the catalogue.
   *
   * @param plain what does the same for plain numbers, null for nothing
   */
  record Named(Function function, @Nullable Builtin plain) implements Value.Reference {
    @Override
    public String describe() {
      return "the function " + function.name();
    }
  }
}
