package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.TensorDeclaration;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a module's fields are, each once for each instance of the module. */
public record Members(Recorder recorder) {
  /** What stands for a field while it is found out what it is. */
  private static final Value UNDER_WAY = new Value.Constant("under way");

  /**
   * What {@code self.name} is, or null; a name that is a Java keyword finds the field with an
   * underscore behind it.
   */
  public @Nullable Value find(ModuleInstance module, String name) {
    Value known = module.members().get(name);
    if (known != null && known != UNDER_WAY) {
      return known;
    }
    FieldDeclaration field = recorder.field(module.declaration(), name);
    if (field == null) {
      field = recorder.field(module.declaration(), name + "_");
    }
    if (field != null) {
      return resolve(module, field);
    }
    Value parameter = module.parameters().get(name);
    return parameter == null && name.equals("training") ? recorder.training() : parameter;
  }

  /** What a field is; its layers' numbers are checked the first time. */
  public Value resolve(ModuleInstance module, FieldDeclaration field) {
    Value known = module.members().get(field.name());
    if (known != null && known != UNDER_WAY) {
      return known;
    }
    String path = module.prefix() + field.name();
    if (known == UNDER_WAY) {
      recorder.blame.report(
          Problem.of(
              ProblemId.RECURSION,
              Place.of(withOrigin(field)),
              path + " needs itself: its with names what this field will be"),
          module.uses());
      return Value.UNKNOWN;
    }
    module.members().put(field.name(), UNDER_WAY);
    Value value;
    if (field.submodule().isPresent()) {
      value = new Submodules(recorder).resolve(module, field, path);
    } else if (field.sequential().isPresent()) {
      value = new Sequentials(recorder).resolve(module, field, path, this::countUnused);
    } else if (field.tensor().isPresent()) {
      value = tensor(path, field.tensor().get());
    } else {
      List<LayerInstance> layers = new ArrayList<>();
      for (int i = 0; i < field.layers().size(); i++) {
        LayerInstance layer = new DeclaredLayer(recorder, module, field, i, path).instance();
        if (layer != null) {
          layers.add(layer);
        }
      }
      value = layers.isEmpty() ? Value.UNKNOWN : new References.Layers(path, layers);
    }
    module.members().put(field.name(), value);
    return value;
  }

  /** The layers and modules among a module's fields, in order. */
  Value children(ModuleInstance module, boolean named) {
    List<Value> children = new ArrayList<>();
    for (DictObject.Entry child : modules(module).entries()) {
      children.add(named ? Value.Sequence.tuple(child.key(), child.value()) : child.value());
    }
    return IteratorObject.of(children);
  }

  /** What PyTorch keeps them in: a dict by name. */
  DictObject modules(ModuleInstance module) {
    DictObject modules = new DictObject();
    for (FieldDeclaration field : module.declaration().fields()) {
      if (field.tensor().isEmpty()) {
        modules.put(new Value.Text(field.name()), resolve(module, field));
      }
    }
    return modules;
  }

  /** Every declared layer has its weights, inside submodules too. */
  public void countUnused(Value value) {
    if (value instanceof References.Modules modules) {
      for (ModuleInstance instance : modules.instances()) {
        for (FieldDeclaration field : instance.declaration().fields()) {
          countUnused(resolve(instance, field));
        }
      }
    }
  }

  private static Origin withOrigin(FieldDeclaration field) {
    return field.submodule().isPresent()
        ? field.submodule().get().withOrigin()
        : field.layers().isEmpty() ? field.origin() : field.layers().get(0).withOrigin();
  }

  private Value tensor(String path, TensorDeclaration declaration) {
    Weights weights =
        new Weights(
            List.of(new Weights.Weight(path, declaration.shape(), declaration.trainable())));
    recorder.layers.put(path, weights);
    Leaf.Kind kind = declaration.trainable() ? Leaf.Kind.PARAMETER : Leaf.Kind.BUFFER;
    return recorder.leaf(
        new Leaf(
            path, kind, declaration.shape(), declaration.trainable() ? DType.FLOAT32 : DType.ANY));
  }
}
