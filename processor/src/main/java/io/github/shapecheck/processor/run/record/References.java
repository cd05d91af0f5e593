package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.SubmoduleDeclaration;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things in a forward pass that can be called. */
public final class References {
  private References() {}

  /** A field with layers, applied one after the other. */
  public record Layers(String path, List<LayerInstance> layers) implements Value.Reference {
    @Override
    public String describe() {
      return "the layer " + path;
    }
  }

  /** A field that is another module, its repetitions one after the other. */
  public record Modules(String path, FieldDeclaration field, List<ModuleInstance> instances)
      implements Value.Reference {
    /** A module that calls itself. */
    public static Modules of(ModuleInstance instance) {
      Origin origin = instance.declaration().origin();
      SubmoduleDeclaration itself =
          new SubmoduleDeclaration(
              instance.declaration().qualifiedName(),
              KeywordArguments.NONE,
              1,
              origin,
              origin,
              origin);
      return new Modules(
          instance.path(), FieldDeclaration.of("forward", itself), List.of(instance));
    }

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
  public record Named(Function function, @Nullable Builtin plain) implements Value.Reference {
    @Override
    public String describe() {
      return "the function " + function.name();
    }
  }
}
