package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.record.DeclaredObject;
import io.github.shapecheck.processor.run.record.LayerConstructor;
import io.github.shapecheck.processor.run.record.LayerInstance;
import io.github.shapecheck.processor.run.record.ModuleInstance;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.References;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What layers and modules of an annotated class have behind a dot, and their items. */
public final class LayerAttributes {
  private final Recorder recorder;

  LayerAttributes(Recorder recorder) {
    this.recorder = recorder;
  }

  /** A layer's number or tensor, a module's member; null for none. */
  @Nullable Value of(Value target, String name) {
    if (name.equals("forward") && size(target) >= 0) {
      return target;
    }
    if (target instanceof References.Modules modules) {
      if (isNumber(name)) {
        return item(modules, Integer.parseInt(name));
      }
      return modules.instances().size() == 1 ? ofModule(modules.instances().get(0), name) : null;
    }
    return target instanceof References.Layers layers ? ofLayers(layers, name) : null;
  }

  /** A field, a parameter or a function of its text. */
  private @Nullable Value ofModule(ModuleInstance module, String name) {
    Value member = new DeclaredAttributes(recorder).of(module, name);
    DeclaredObject self = Network.of(recorder).self(module);
    boolean own = self.attributes().containsKey(name) || self.type().find(name) != null;
    if (member != null && !self.attributes().containsKey(name) || !own) {
      return member;
    }
    Machine machine = Network.of(recorder).machine();
    Frame frame = Frame.of(machine, module.source(), module, Environment.global());
    return machine.find(frame, self, name, null);
  }

  private @Nullable Value ofLayers(References.Layers layers, String name) {
    if (isNumber(name)) {
      return item(layers, Integer.parseInt(name));
    }
    for (LayerInstance layer : layers.layers()) {
      Weights weights = recorder.layers.getOrDefault(layer.key(), Weights.NONE);
      Weights.Weight weight = weights.get(name);
      if (weight != null && recorder.isBuilding()) {
        return Tensor.of(weight.shape());
      }
      if (weight != null) {
        Leaf.Kind kind = weight.trainable() ? Leaf.Kind.PARAMETER : Leaf.Kind.BUFFER;
        return recorder.leaf(
            new Leaf(layer.path() + "." + name, kind, weight.shape(), DType.FLOAT32));
      }
      if (name.equals("bias") && !weights.all().isEmpty()) {
        return Value.NONE;
      }
      int index = layer.type().constructor().indexOf(name);
      index = index < 0 ? layer.type().constructor().indexOfMember(name) : index;
      if (index >= 0) {
        Value number = layer.numbers()[index];
        if (number instanceof Value.None && Role.of(name) == Role.STRIDE) {
          return ofLayers(
              layers, "kernel_size"); // a pool that was given none strides by its kernel
        }
        return number == null ? Value.UNKNOWN : perAxis(layer.type().operation(), name, number);
      }
      if (name.equals("bias")) {
        return Value.NONE;
      }
      if (LayerConstructor.knows(layer.type().name(), name)) {
        return new Opaque("the " + name + " of " + layer.path());
      }
    }
    return null;
  }

  /** A convolution keeps its numbers as tuples, one number for each axis. */
  private static Value perAxis(Operation operation, String name, Value number) {
    Role role = Role.of(name);
    boolean each =
        operation.kind().isConvolution()
            && number.dim() != null
            && (role.isOfWindows() || role == Role.OUTPUT_PADDING);
    return each ? new Value.Sequence(Collections.nCopies(operation.axes(), number), true) : number;
  }

  private static boolean isNumber(String name) {
    return !name.isEmpty() && name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** How many layers or repetitions there are, -1 for what is neither. */
  static int size(Value target) {
    if (target instanceof References.Modules modules) {
      return modules.instances().size();
    }
    return target instanceof References.Layers layers ? layers.layers().size() : -1;
  }

  /** Some of the layers or repetitions. */
  static @Nullable Value items(Value target, List<Integer> places) {
    if (target instanceof References.Modules modules) {
      return new References.Modules(
          modules.path(), modules.field(), places.stream().map(modules.instances()::get).toList());
    }
    return target instanceof References.Layers layers
        ? new References.Layers(layers.path(), places.stream().map(layers.layers()::get).toList())
        : null;
  }

  /** One of the layers or repetitions; null for none. */
  static @Nullable Value item(Value target, long index) {
    int size = size(target);
    if (index < -size || index >= size) {
      return null;
    }
    int at = (int) (index < 0 ? index + size : index);
    if (target instanceof References.Modules modules) {
      return new References.Modules(
          modules.path() + "." + at,
          modules.field(),
          java.util.List.of(modules.instances().get(at)));
    }
    return target instanceof References.Layers layers
        ? new References.Layers(layers.path(), java.util.List.of(layers.layers().get(at)))
        : null;
  }
}
