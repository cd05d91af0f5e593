package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.python.parser.Reparsing;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model with an edit applied, as if the user had made it in the source. */
public final class Revision {
  private Revision() {}

  /** So many lines are parsed anew for any edit: those of a text with syntax errors. */
  public static int reparsedLines(Model model) {
    return Stream.concat(
            model.python().stream().map(python -> python.main().program()),
            model.root().forward().stream().map(ForwardDeclaration::program))
        .filter(program -> !program.syntaxErrors().isEmpty())
        .mapToInt(program -> program.lines().size())
        .sum();
  }

  /**
   * The changed model; empty where the edit touches what the model's own class does not declare.
   */
  public static Optional<Model> of(Model model, Edit edit) {
    ModuleDeclaration root = model.root();
    if (edit instanceof Edit.SetMembers set) {
      Optional<SequentialEditing.Rewritten> item = SequentialEditing.rewritten(model, set);
      return item.isPresent()
          ? field(model, item.get().path(), f -> f.withSequential(item.get().declared()))
          : field(model, set.layer(), field -> set(field, set));
    }
    if (edit instanceof Edit.AddLayer add) {
      return field(model, add.layer(), field -> add(field, add));
    }
    if (edit instanceof Edit.Both both) {
      return of(model, both.first()).flatMap(changed -> of(changed, both.second()));
    }
    if (edit instanceof Edit.SetLayer set) {
      return field(model, set.layer(), field -> set(field, set));
    }
    if (edit instanceof Edit.ReplaceLine replace) {
      return root.forward()
          .map(forward -> model.withRoot(root.withForward(replace(root, forward, replace))));
    }
    if (edit instanceof Edit.ReplaceSource replace) {
      return model.python().map(python -> model.withPython(python.with(replace)));
    }
    List<InputDeclaration> inputs = new ArrayList<>(root.inputs());
    for (int i = 0; i < inputs.size(); i++) {
      InputDeclaration input = inputs.get(i);
      if (edit instanceof Edit.SetInput set && set.input().equals(input.name())) {
        inputs.set(i, input.withSample(first(set)));
      } else if (edit instanceof Edit.SetDtype set && set.input().equals(input.name())) {
        inputs.set(i, input.withDtype(dtype(set.dtype())));
      } else if (edit instanceof Edit.SetWhere set && set.input().equals(input.name())) {
        inputs.set(i, input.withWhere(Condition.parse(set.where())));
      }
    }
    return Optional.of(model.withRoot(root.withInputs(inputs)));
  }

  private static Shape first(Edit.SetInput set) {
    return Shape.of(set.sizes().stream().map(range -> Dim.of(range.first())).toList());
  }

  private static DType dtype(String name) {
    return switch (name) {
      case "long" -> DType.INT64;
      case "int" -> DType.INT32;
      case "boolean" -> DType.BOOL;
      case "double" -> DType.FLOAT64;
      default -> DType.FLOAT32;
    };
  }

  private interface FieldChange {
    FieldDeclaration apply(FieldDeclaration field);
  }

  /** The field that a layer's path names, if the source at hand declares it. */
  public static Optional<FieldDeclaration> field(Model model, String path) {
    ModuleDeclaration module = module(model, path);
    FieldDeclaration field = module == null ? null : module.field(name(path));
    return field != null && field.origin().hasSource() ? Optional.of(field) : Optional.empty();
  }

  /** The model with another declaration of a field's layer. */
  public static Optional<Model> of(Model model, String path, int index, LayerDeclaration layer) {
    return field(
        model,
        path,
        field -> {
          List<LayerDeclaration> layers = new ArrayList<>(field.layers());
          layers.set(index, layer);
          return field.withLayers(layers);
        });
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The class that declares the field of a path, through submodules and their repetitions. */
  private static @Nullable ModuleDeclaration module(Model model, String path) {
    String[] names = path.split("\\.");
    ModuleDeclaration module = model.root();
    for (int i = 0; module != null && i < names.length - 1; i++) {
      FieldDeclaration field = module.field(names[i]);
      if (field != null && field.submodule().isPresent()) {
        module = model.modules().get(field.submodule().get().module());
      } else if (field != null && field.sequential().isPresent()) {
        List<String> way = Arrays.asList(names).subList(i + 1, names.length - 1);
        SequentialEditing.Called called = SequentialEditing.called(field.sequential().get(), way);
        module = model.modules().get(called.type());
        i += called.names();
      } else if (i == 0 || !names[i].chars().allMatch(Character::isDigit)) {
        return null;
      }
    }
    return module;
  }

  /**
   * Changes a field by its path; through a submodule it is that module's field, for all its uses.
   */
  private static Optional<Model> field(Model model, String path, FieldChange change) {
    ModuleDeclaration module = module(model, path);
    FieldDeclaration field = module == null ? null : module.field(name(path));
    if (module == null || field == null || !field.origin().hasSource()) {
      return Optional.empty();
    }
    List<FieldDeclaration> fields = new ArrayList<>(module.fields());
    fields.replaceAll(each -> each == field ? change.apply(each) : each);
    return Optional.of(with(model, module, module.withFields(fields)));
  }

  private static Model with(Model model, ModuleDeclaration before, ModuleDeclaration after) {
    if (before == model.root()) {
      return model.withRoot(after);
    }
    Map<String, ModuleDeclaration> modules = new HashMap<>(model.modules());
    modules.put(after.qualifiedName(), after);
    return new Model(model.root(), modules, model.problems(), model.python());
  }

  private static FieldDeclaration set(FieldDeclaration field, Edit.SetMembers set) {
    if (field.submodule().isPresent()) {
      return field.withSubmodule(set(field.submodule().get(), set));
    }
    if (field.tensor().isPresent()) {
      return field.withTensor(set(field.tensor().get(), set));
    }
    List<LayerDeclaration> layers = new ArrayList<>(field.layers());
    if (set.index() >= layers.size()) {
      return field;
    }
    LayerDeclaration layer = layers.get(set.index());
    Map<String, Attribute> attributes = new HashMap<>(layer.attributes());
    set.members()
        .forEach(
            (member, setting) ->
                attributes.put(member, new Attribute(value(setting), layer.origin(), true)));
    KeywordArguments with = with(set, layer.with());
    layers.set(
        set.index(),
        new LayerDeclaration(layer.type(), attributes, with, layer.origin(), layer.withOrigin()));
    return field.withLayers(layers);
  }

  private static TensorDeclaration set(TensorDeclaration tensor, Edit.SetMembers set) {
    Setting value = set.members().get("value");
    Shape shape =
        value instanceof Setting.Number number
            ? Shape.of(number.value())
            : value instanceof Setting.Numbers numbers
                ? Shape.of(numbers.values().stream().map(Dim::of).toList())
                : tensor.shape();
    return new TensorDeclaration(shape, tensor.trainable(), tensor.origin());
  }

  private static SubmoduleDeclaration set(SubmoduleDeclaration submodule, Edit.SetMembers set) {
    int repeat =
        set.members().get("repeat") instanceof Setting.Number number
            ? (int) number.value()
            : submodule.repeat();
    return new SubmoduleDeclaration(
        submodule.module(),
        with(set, submodule.with()),
        repeat,
        submodule.origin(),
        submodule.withOrigin(),
        submodule.repeatOrigin());
  }

  private static KeywordArguments with(Edit.SetMembers set, KeywordArguments before) {
    return set.members().get("with") instanceof Setting.Text text
        ? KeywordArguments.of(text.value())
        : before;
  }

  private static FieldDeclaration add(FieldDeclaration field, Edit.AddLayer add) {
    List<LayerDeclaration> layers = new ArrayList<>(field.layers());
    layers.add(0, layer(field, add.annotation(), add.members()));
    return field.withLayers(layers);
  }

  private static FieldDeclaration set(FieldDeclaration field, Edit.SetLayer set) {
    List<LayerDeclaration> layers = new ArrayList<>(field.layers());
    if (set.index() < layers.size()) {
      layers.set(set.index(), layer(field, set.annotation(), set.members()));
    }
    return field.withLayers(layers);
  }

  private static LayerDeclaration layer(
      FieldDeclaration field, String annotation, Map<String, Setting> members) {
    Map<String, Attribute> attributes = new HashMap<>();
    members.forEach(
        (member, setting) ->
            attributes.put(member, new Attribute(value(setting), Origin.NONE, true)));
    return new LayerDeclaration(
        annotation, attributes, KeywordArguments.NONE, field.origin(), field.origin());
  }

  private static Value value(Setting setting) {
    if (setting instanceof Setting.Number number) {
      return Value.Int.of(number.value());
    }
    if (setting instanceof Setting.Flag flag) {
      return new Value.Bool(flag.value());
    }
    if (setting instanceof Setting.Real real) {
      return new Value.Real(real.value());
    }
    if (setting instanceof Setting.Text text) {
      return new Value.Text(text.value());
    }
    if (setting instanceof Setting.Choice choice) {
      return new Value.Text(choice.value());
    }
    List<Value> items = new ArrayList<>();
    ((Setting.Numbers) setting).values().forEach(number -> items.add(Value.Int.of(number)));
    return new Value.Sequence(items, true);
  }

  private static ForwardDeclaration replace(
      ModuleDeclaration root, ForwardDeclaration forward, Edit.ReplaceLine edit) {
    Set<String> names =
        root.inputs().stream().map(InputDeclaration::name).collect(Collectors.toSet());
    String line = forward.program().line(edit.line());
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    return new ForwardDeclaration(
        Reparsing.of(forward.program(), edit.line(), indent + edit.text(), names),
        forward.origin(),
        forward.superclass());
  }
}
