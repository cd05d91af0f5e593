package io.github.shapecheck.processor.zoo;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.model.SubmoduleDeclaration;
import io.github.shapecheck.processor.model.TensorDeclaration;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.python.parser.Forward;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds every number that is written in a model and writes it wrong. */
final class WrongNumbers {
  private final Misspelling misspelling;
  private final List<WrongNumber> found = new ArrayList<>();

  private WrongNumbers(Random random) {
    this.misspelling = new Misspelling(random);
  }

  /** One wrong number for each that is written. */
  static List<WrongNumber> of(Model model, Random random) {
    WrongNumbers numbers = new WrongNumbers(random);
    if (model.python().isPresent()) {
      model.python().get().files().values().stream().distinct().forEach(numbers::python);
      return numbers.found;
    }
    numbers.module(model.root(), Model::withRoot);
    new TreeMap<>(model.modules())
        .forEach((name, module) -> numbers.module(module, WrongNumbers::withModule));
    return numbers.found;
  }

  /** A place in which something of a model is put. */
  private interface Setter<T> {
    Model with(Model model, T part);
  }

  private static Model withModule(Model model, ModuleDeclaration module) {
    Map<String, ModuleDeclaration> modules = new HashMap<>(model.modules());
    modules.put(module.qualifiedName(), module);
    return new Model(model.root(), modules, model.problems(), model.python());
  }

  private void add(String where, Object before, Object after, UnaryOperator<Model> change) {
    boolean line = where.contains(":") || where.contains(" line ");
    String owner = where.contains(" @") ? where.substring(0, where.indexOf(" @")) : where;
    String text = where + ": " + before + " -> " + after;
    found.add(
        new WrongNumber(
            owner, line, Misspelling.changed(before.toString(), after.toString()), text, change));
  }

  private void python(PythonFile file) {
    for (int line = 1; line <= file.program().lines().size(); line++) {
      int number = line;
      String text = file.program().line(line).strip();
      if (!text.startsWith("#")) {
        for (String other : misspelling.variants(text)) {
          add(
              file.name() + ":" + line,
              text,
              other,
              model ->
                  Revision.of(model, new Edit.ReplaceSource(file.name(), number, other))
                      .orElseThrow());
        }
      }
    }
  }

  private void module(ModuleDeclaration module, Setter<ModuleDeclaration> setter) {
    for (int i = 0; i < module.fields().size(); i++) {
      int index = i;
      field(
          module.name(),
          module.fields().get(i),
          (model, field) -> {
            ModuleDeclaration now = current(model, module);
            List<FieldDeclaration> fields = new ArrayList<>(now.fields());
            fields.set(index, field);
            return setter.with(model, now.withFields(fields));
          },
          model -> current(model, module).fields().get(index));
    }
    module.forward().ifPresent(forward -> forward(module, forward, setter));
  }

  private static ModuleDeclaration current(Model model, ModuleDeclaration module) {
    return model.modules().getOrDefault(module.qualifiedName(), model.root());
  }

  private void forward(
      ModuleDeclaration module, ForwardDeclaration forward, Setter<ModuleDeclaration> setter) {
    List<String> lines = forward.program().lines();
    for (int i = 0; i < lines.size(); i++) {
      int index = i;
      for (String other : misspelling.variants(lines.get(i))) {
        add(
            module.name() + " line " + (i + 1),
            lines.get(i).strip(),
            other.strip(),
            model -> {
              ModuleDeclaration now = current(model, module);
              List<String> changed = new ArrayList<>(now.forward().orElseThrow().program().lines());
              changed.set(index, other);
              return setter.with(
                  model,
                  now.withForward(
                      new ForwardDeclaration(
                          Forward.parse(
                              changed,
                              now.inputs().stream()
                                  .map(InputDeclaration::name)
                                  .collect(Collectors.toSet())),
                          forward.origin())));
            });
      }
    }
  }

  private interface Getter<T> {
    T of(Model model);
  }

  private void field(
      String owner,
      FieldDeclaration field,
      Setter<FieldDeclaration> setter,
      Getter<FieldDeclaration> getter) {
    String name = owner + "." + field.name();
    for (int i = 0; i < field.layers().size(); i++) {
      int index = i;
      layer(
          name,
          field.layers().get(i),
          (model, layer) -> {
            FieldDeclaration now = getter.of(model);
            List<LayerDeclaration> layers = new ArrayList<>(now.layers());
            layers.set(index, layer);
            return setter.with(model, now.withLayers(layers));
          },
          model -> getter.of(model).layers().get(index));
    }
    field
        .submodule()
        .ifPresent(
            submodule -> {
              for (String other : misspelling.variants(submodule.with().text())) {
                SubmoduleDeclaration wrong =
                    new SubmoduleDeclaration(
                        submodule.module(),
                        KeywordArguments.of(other),
                        submodule.repeat(),
                        submodule.origin(),
                        submodule.withOrigin(),
                        submodule.repeatOrigin());
                add(
                    name,
                    submodule.with().text(),
                    other,
                    model -> setter.with(model, getter.of(model).withSubmodule(wrong)));
              }
            });
    field
        .tensor()
        .ifPresent(
            tensor -> {
              for (int axis = 0; axis < tensor.shape().rank(); axis++) {
                Shape wrong =
                    tensor
                        .shape()
                        .with(axis, Dim.of(misspelling.other(tensor.shape().dim(axis).value())));
                add(
                    name,
                    tensor.shape(),
                    wrong,
                    model ->
                        setter.with(
                            model,
                            getter
                                .of(model)
                                .withTensor(
                                    new TensorDeclaration(
                                        wrong, tensor.trainable(), tensor.origin()))));
              }
            });
  }

  private void layer(
      String name,
      LayerDeclaration layer,
      Setter<LayerDeclaration> setter,
      Getter<LayerDeclaration> getter) {
    for (String member : new TreeMap<>(layer.attributes()).keySet()) {
      Attribute attribute = layer.attributes().get(member);
      if (!attribute.explicit()) {
        continue;
      }
      for (Value wrong : wrong(attribute.value())) {
        add(
            name + " @" + layer.type() + " " + member,
            text(attribute.value()),
            text(wrong),
            model -> {
              LayerDeclaration now = getter.of(model);
              Map<String, Attribute> attributes = new HashMap<>(now.attributes());
              attributes.put(member, new Attribute(wrong, attribute.origin(), true));
              return setter.with(
                  model,
                  new LayerDeclaration(
                      now.type(), attributes, now.with(), now.origin(), now.withOrigin()));
            });
      }
    }
    for (String other : misspelling.variants(layer.with().text())) {
      add(
          name + " @" + layer.type() + " with",
          layer.with().text(),
          other,
          model -> {
            LayerDeclaration now = getter.of(model);
            return setter.with(
                model,
                new LayerDeclaration(
                    now.type(),
                    now.attributes(),
                    KeywordArguments.of(other),
                    now.origin(),
                    now.withOrigin()));
          });
    }
  }

  private static String text(Value value) {
    return value instanceof Value.Sequence sequence
        ? sequence.items().stream().map(WrongNumbers::text).toList().toString()
        : String.valueOf(value.dim());
  }

  private List<Value> wrong(Value value) {
    List<Value> wrong = new ArrayList<>();
    if (value instanceof Value.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        for (Value other : wrong(sequence.items().get(i))) {
          List<Value> items = new ArrayList<>(sequence.items());
          items.set(i, other);
          wrong.add(new Value.Sequence(items, sequence.tuple()));
        }
      }
    } else if (value instanceof Value.Int number && number.dim().isConstant()) {
      wrong.add(Value.Int.of(misspelling.other(number.dim().value())));
    }
    return wrong;
  }
}
