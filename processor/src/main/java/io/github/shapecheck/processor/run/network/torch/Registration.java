package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.record.LayerNumbers;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives every module, parameter and buffer its path, the first on which it is found. */
public final class Registration {
  private final Recorder recorder;
  private final Set<Integer> named = new HashSet<>();

  public Registration(Recorder recorder) {
    this.recorder = recorder;
  }

  /** A module and all in it with their paths, in the order of {@code named_modules}. */
  static Map<ModuleObject, String> paths(ModuleObject root) {
    Map<ModuleObject, String> paths = new IdentityHashMap<>();
    Map<ModuleObject, String> ordered = new LinkedHashMap<>();
    collect(root, "", paths, ordered);
    return ordered;
  }

  /** The tensors in a module and in those in it. */
  static List<Tensor> tensors(ModuleObject root) {
    List<Tensor> tensors = new ArrayList<>();
    paths(root).keySet().forEach(module -> tensors.addAll(module.tensors().values()));
    return tensors;
  }

  /** Registers a module of an annotated class under the path of its field. */
  public void registerField(ModuleObject field, String path, ModuleInstance scope) {
    Map<ModuleObject, String> ordered = new LinkedHashMap<>();
    collect(field, path, new IdentityHashMap<>(), ordered);
    register(ordered, scope);
  }

  private static void collect(
      ModuleObject module,
      String path,
      Map<ModuleObject, String> seen,
      Map<ModuleObject, String> ordered) {
    if (seen.put(module, path) != null) {
      return;
    }
    ordered.put(module, path);
    module
        .children()
        .forEach(
            (name, child) -> {
              if (!seen.containsKey(child)) {
                collect(child, path.isEmpty() ? name : path + "." + name, seen, ordered);
              }
            });
  }

  /** Registers a network: from here on its steps and weights are called by these paths. */
  public void register(ModuleObject root, ModuleInstance scope) {
    register(paths(root), scope);
  }

  private void register(Map<ModuleObject, String> paths, ModuleInstance scope) {
    paths.forEach(ModuleObject::register);
    // counted with their layers, whatever else holds them
    for (ModuleObject module : paths.keySet()) {
      module
          .ownWeights()
          .forEach(
              (name, weight) -> {
                named.add(weight.source());
                recorder.rename(weight, module.path() + "." + name);
              });
    }
    paths.keySet().forEach(module -> registerOne(module, scope));
  }

  private void registerOne(ModuleObject module, ModuleInstance scope) {
    if (module.making() != null) {
      check(recorder, module, scope);
      forgetReplaced(recorder, module);
    }
    String prefix = module.path().isEmpty() ? "" : module.path() + ".";
    module
        .tensors()
        .forEach(
            (name, tensor) -> {
              boolean parameter = recorder.isParameter(tensor);
              boolean buffer = module.buffers().contains(name);
              if (parameter && named.add(tensor.source()) || buffer) {
                add(module, name, prefix + name, tensor, parameter);
              } else if (!parameter) {
                module.attributes().put(name, leaf(prefix + name, tensor));
              }
            });
    module.attributes().replaceAll((name, value) -> settled(value, prefix + name, 0));
  }

  /** Checks the numbers of a layer and counts its weights. */
  static void check(Recorder recorder, ModuleObject module, ModuleInstance root) {
    LayerInstance layer = module.layer();
    if (layer != null) {
      if (module.isRegistered()) {
        recorder.made.put(layer.path(), layer.declaration());
      }
      LayerNumbers.check(new Scope(recorder, root), layer);
    }
  }

  /** Leaves the weights of a layer that nothing took the place of. */
  static void forgetReplaced(Recorder recorder, ModuleObject module) {
    Weights own = recorder.layers.get(module.path());
    if (own != null && !module.replaced().isEmpty()) {
      List<Weights.Weight> left = new ArrayList<>(own.all());
      left.removeIf(weight -> module.isReplaced(weight.name()));
      recorder.layers.put(module.path(), new Weights(left));
    }
  }

  private void add(
      ModuleObject module, String name, String path, Tensor tensor, boolean parameter) {
    List<Weights.Weight> own = new ArrayList<>();
    own.add(new Weights.Weight(path, tensor.shape(), parameter));
    recorder.layers.put(path, new Weights(own));
    if (parameter) {
      recorder.rename(tensor, path);
    } else {
      module.attributes().put(name, leaf(path, tensor));
    }
  }

  private Tensor leaf(String path, Tensor tensor) {
    return tensor.source() != Tensor.NOWHERE
        ? tensor
        : recorder.leaf(new Leaf(path, Leaf.Kind.BUFFER, tensor.shape(), tensor.dtype()));
  }

  /** Tensors in lists and dicts are nobody's buffers, but the forward pass may use them. */
  private Value settled(Value value, String path, int depth) {
    if (depth > 4) {
      return value;
    }
    if (value instanceof Tensor tensor) {
      return leaf(path, tensor);
    }
    if (value instanceof ListObject list) {
      list.items().replaceAll(item -> settled(item, path, depth + 1));
    } else if (value instanceof DictObject dict) {
      dict.entries()
          .forEach(entry -> dict.put(entry.key(), settled(entry.value(), path, depth + 1)));
    } else if (value instanceof InstanceObject other && !(other instanceof ModuleObject)) {
      other.attributes().replaceAll((name, each) -> settled(each, path + "." + name, depth + 1));
    }
    return value;
  }
}
