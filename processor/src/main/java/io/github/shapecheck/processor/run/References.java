package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

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

  /** A function. */
  record Named(Function function) implements Value.Reference {
    @Override
    public String describe() {
      return "the function " + function.name();
    }
  }

  /** {@code self}. */
  record Self(ModuleInstance instance) implements Value.Reference {
    @Override
    public String describe() {
      return "the module itself";
    }
  }
}
