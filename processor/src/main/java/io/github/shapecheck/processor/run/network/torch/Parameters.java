package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of modules, in the order of {@code named_parameters}. */
public final class Parameters {
  private final NetworkHost network;
  private final Recorder recorder;

  Parameters(NetworkHost network) {
    this.network = network;
    this.recorder = network.recorder();
  }

  /** {@code parameters(recurse)}, or with names {@code named_parameters(prefix, recurse)}. */
  Value all(Invocation in, boolean named) {
    ModuleObject root = ModuleObject.self(in);
    Value recurse = in.get(named ? 2 : 1, "recurse", new Value.Bool(true));
    String prefix = named ? in.text(in.get(1, "prefix", new Value.Text(""))) : "";
    Map<ModuleObject, String> modules =
        in.truth(recurse) ? Registration.paths(root) : Map.of(root, "");
    List<Name> names = new ArrayList<>();
    modules.forEach(
        (module, path) -> names(module).forEach(name -> names.add(new Name(module, path, name))));
    // a tensor is made when it is asked for: next(self.parameters()) takes one of them
    return new IteratorObject(
        "generator",
        names.stream()
            .map(
                name -> {
                  Value tensor = tensor(name.module(), name.name());
                  Value text = new Value.Text(name.under(prefix));
                  return named ? Value.Sequence.tuple(text, tensor) : tensor;
                })
            .iterator());
  }

  private record Name(ModuleObject module, String path, String name) {
    String under(String prefix) {
      String way = prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + "." + path;
      return way.isEmpty() ? name : way + "." + name;
    }
  }

  /** A module's own parameters by name. */
  Map<String, Tensor> own(ModuleObject module) {
    Map<String, Tensor> own = new LinkedHashMap<>();
    for (String name : names(module)) {
      if (tensor(module, name) instanceof Tensor tensor) {
        own.put(name, tensor);
      }
    }
    return own;
  }

  private Set<String> names(ModuleObject module) {
    Set<String> names = new LinkedHashSet<>();
    LayerInstance layer = module.layer();
    if (layer != null) {
      for (Weights.Weight weight : recorder.layers.getOrDefault(layer.key(), Weights.NONE).all()) {
        if (weight.trainable() && !module.isReplaced(weight.name())) {
          names.add(weight.name());
        }
      }
    }
    module
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (recorder.isParameter(tensor)) {
                names.add(name);
              }
            });
    return names;
  }

  private Value tensor(ModuleObject module, String name) {
    Value own = module.attributes().get(name);
    Value value = own == null ? network.layers().attribute(module, name) : own;
    return value == null ? Value.UNKNOWN : value;
  }
}
