package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.TensorDeclaration;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.module.LayerInstance;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.record.LayerNumbers;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what a module's fields are, each once for each instance of the module. */
public record Members(Recorder recorder) {
  /** The member that stands without its name. */
  private static final String ALONE = "value";

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
    if (known != null) {
      return known;
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
        LayerInstance layer = layer(module, field, path, i);
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

  /**
   * A number as the user wrote it, else PyTorch's default; null where it must be given and is not.
   * An annotation's own defaults are not looked at: some only stand for a number that is absent.
   */
  private static @Nullable Value declared(LayerDeclaration declaration, LayerType type, int index) {
    String member = type.constructor().members().get(index);
    String alternative = type.constructor().alternative(index);
    Value value = explicit(declaration, member);
    if (value == null && !alternative.equals(member)) {
      value = explicit(declaration, alternative);
    }
    return value == null ? type.fallback(index) : value;
  }

  private static @Nullable Value explicit(LayerDeclaration declaration, String member) {
    Attribute attribute = declaration.attributes().get(member);
    if (attribute == null || !attribute.explicit()) {
      return null;
    }
    return attribute.value() instanceof Value.None ? null : attribute.value();
  }

  /** What a member without a value might be: what others say, else a small number. */
  private static List<Edit> likely(
      LayerDeclaration declaration, String path, int index, String member) {
    Set<Long> numbers = new LinkedHashSet<>();
    declaration
        .attributes()
        .forEach(
            (name, attribute) -> {
              Dim number = attribute.explicit() ? attribute.value().dim() : null;
              if (number != null && number.isConstant()) {
                numbers.add(number.value());
              }
            });
    numbers.add(2L);
    numbers.add(1L);
    List<Edit> edits = new ArrayList<>();
    numbers.forEach(
        number -> edits.add(new Edit.SetMembers(path, index, Map.of(member, Setting.of(number)))));
    return edits;
  }

  private @Nullable LayerInstance layer(
      ModuleInstance module, FieldDeclaration field, String path, int index) {
    LayerDeclaration declaration = field.layers().get(index);
    LayerType type = Catalogue.layer(declaration.type());
    if (type == null) {
      recorder.blame.report(
          Problem.of(
              ProblemId.INTERNAL,
              Place.of(declaration.origin()),
              "@" + declaration.type() + " has no rule in this version of shapecheck"),
          module.uses());
      return null;
    }
    Map<String, Value> with =
        new WithText(recorder)
            .evaluate(module, declaration.with(), Place.of(declaration.withOrigin()));
    Map<String, Value> byMember = with.isEmpty() ? Map.of() : new HashMap<>();
    @Nullable Value[] numbers = new Value[type.signature().size()];
    for (int i = 0; i < type.constructor().size(); i++) {
      String member = type.constructor().members().get(i);
      String name = type.constructor().names().get(i);
      Value given =
          with.isEmpty()
              ? null
              : with.containsKey(member) ? with.remove(member) : with.remove(name);
      if (given != null) {
        byMember.put(member, given);
        numbers[i] = given;
      } else {
        numbers[i] = declared(declaration, type, i);
        if (numbers[i] == null) {
          recorder.blame.report(
              Problem.of(
                      ProblemId.MEMBER,
                      Place.of(declaration.origin()),
                      path
                          + (member.equals(ALONE)
                              ? " needs its value"
                              : " needs a value for " + member))
                  .repairedBy(likely(declaration, path, index, member)),
              module.uses());
          numbers[i] = Value.UNKNOWN;
        }
      }
    }
    int keywords = type.constructor().keywords();
    if (keywords >= 0) {
      List<Value> pairs = new ArrayList<>();
      with.forEach((name, value) -> pairs.add(Value.Sequence.tuple(new Value.Text(name), value)));
      numbers[keywords] = new Value.Sequence(pairs, true);
    } else if (!with.isEmpty()) {
      String unknown = with.keySet().iterator().next();
      recorder.blame.report(
          Problem.of(
              ProblemId.WITH,
              Place.of(declaration.withOrigin()),
              "%s has no member %s%s"
                  .formatted(
                      path,
                      unknown,
                      NearestName.suggestion(unknown, type.constructor().members()))),
          module.uses());
    }
    String key = field.layers().size() == 1 ? path : path + "." + index;
    LayerInstance layer =
        new LayerInstance(path, field, index, declaration, type, numbers, byMember, key);
    LayerNumbers.check(new Scope(recorder, module), layer);
    return layer;
  }
}
