package io.github.shapecheck.cli.convert.built;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.module.ConstructorCall;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.network.Network;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.promise.DomainDecider;
import io.github.shapecheck.processor.run.record.LayerConstructor;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.trace.Baseline;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the constructor of a model that is a Python class, and shows what it built. */
public final class Construction {
  private final Recorder recorder;
  private final Map<ModuleObject, BuiltModule> built = new IdentityHashMap<>();

  private Construction(Recorder recorder) {
    this.recorder = recorder;
  }

  /** The module that a model's constructor builds; null where there is none. */
  public static @Nullable BuiltModule of(Model model) {
    Recorder recorder =
        Network.in(
            new Recorder(new DomainDecider(Interpreter.domain(model)), false, Baseline.NONE));
    ModuleInstance root = ModuleInstance.root(model, Map.of());
    ModuleObject network = Network.python(recorder, model.python().orElseThrow(), root).build();
    return network == null ? null : new Construction(recorder).module(network);
  }

  private BuiltModule module(ModuleObject module) {
    BuiltModule known = built.get(module);
    if (known != null) {
      return known;
    }
    BuiltModule made =
        new BuiltModule(module, module.path(), module.place(), layer(module), arguments(module));
    built.put(module, made);
    module
        .attributes()
        .forEach((name, value) -> made.members().put(name, member(module, name, value)));
    return made;
  }

  private Member member(ModuleObject owner, String name, Value value) {
    if (value instanceof ModuleObject child) {
      return new Member.Child(module(child));
    }
    if (value instanceof Tensor tensor) {
      boolean trainable = recorder.isParameter(tensor);
      String path = owner.path().isEmpty() ? name : owner.path() + "." + name;
      boolean first = !trainable || recorder.layers.containsKey(path);
      return new Member.Weight(tensor, trainable, first);
    }
    if (value instanceof ListObject list
        && !list.items().isEmpty()
        && list.items().stream().allMatch(ModuleObject.class::isInstance)) {
      return new Member.Several(
          list.items().stream().map(item -> module((ModuleObject) item)).toList());
    }
    if (value instanceof Value.Sequence tuple
        && !tuple.items().isEmpty()
        && tuple.items().stream().allMatch(Tensor.class::isInstance)) {
      return new Member.Tensors(tuple.items().stream().map(Tensor.class::cast).toList());
    }
    return new Member.Plain(value);
  }

  private @Nullable BuiltLayer layer(ModuleObject module) {
    ConstructorCall making = module.making();
    if (making == null) {
      return null;
    }
    List<Value> numbers = new ArrayList<>();
    for (Value number : making.numbers()) {
      numbers.add(number == null ? Value.UNKNOWN : number);
    }
    Set<String> replaced = new LinkedHashSet<>(module.replaced());
    int bias = making.type().constructor().indexOf("bias");
    if (bias >= 0 && module.attributes().get("bias") instanceof Value.None) {
      numbers.set(bias, new Value.Bool(false)); // taken away again
      replaced.remove("bias");
    }
    LayerConstructor constructor =
        Objects.requireNonNull(LayerConstructor.named(making.type().name()));
    return new BuiltLayer(
        making.type(),
        numbers,
        constructor.parameters(),
        constructor.required(),
        recorder.layers.getOrDefault(module.path(), Weights.NONE),
        replaced);
  }

  private static Map<String, Value> arguments(ModuleObject module) {
    Map<String, Value> byName = new LinkedHashMap<>();
    InstanceObject.Given given = module.madeOf();
    if (given == null || !(module.type().find("__init__") instanceof FunctionObject constructor)) {
      return byName;
    }
    List<Parameter> parameters = constructor.code().parameters();
    for (int i = 1; i < parameters.size() && i <= given.positional().size(); i++) {
      byName.put(parameters.get(i).name(), given.positional().get(i - 1));
    }
    byName.putAll(given.named());
    return byName;
  }
}
