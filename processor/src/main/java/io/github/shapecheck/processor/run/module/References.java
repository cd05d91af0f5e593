package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.SubmoduleDeclaration;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things in a forward pass that can be called. */
public final class References {
  private References() {}

  /** How many layers or repetitions there are, -1 for what is neither. */
  public static int size(Value target) {
    if (target instanceof Modules modules) {
      return modules.instances().size();
    }
    return target instanceof Layers layers ? layers.layers().size() : -1;
  }

  /** Some of the layers or repetitions. */
  public static @Nullable Value items(Value target, List<Integer> places) {
    if (target instanceof Modules modules) {
      return new Modules(
          modules.path(), modules.field(), places.stream().map(modules.instances()::get).toList());
    }
    return target instanceof Layers layers
        ? new Layers(layers.path(), places.stream().map(layers.layers()::get).toList())
        : null;
  }

  /** One of the layers or repetitions; null for none. */
  public static @Nullable Value item(Value target, long index) {
    int size = size(target);
    if (index < -size || index >= size) {
      return null;
    }
    int at = (int) (index < 0 ? index + size : index);
    return target instanceof Modules modules
        ? new Modules(
            modules.path() + "." + at, modules.field(), List.of(modules.instances().get(at)))
        : items(target, List.of(at));
  }

  /** One of the layers or repetitions by its number behind a dot; null for none. */
  public static @Nullable Value numbered(Value target, String name) {
    return name.matches("[0-9]{1,8}") ? item(target, Long.parseLong(name)) : null;
  }

  /** The layers or repetitions by their numbers, as PyTorch keeps them. */
  public static DictObject modules(Value target) {
    DictObject modules = new DictObject();
    for (int i = 0; i < size(target); i++) {
      Value item = item(target, i);
      modules.put(new Value.Text("" + i), item == null ? Value.UNKNOWN : item);
    }
    return modules;
  }

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
