package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.run.tree.BuiltLayer;
import io.github.shapecheck.processor.run.tree.BuiltModule;
import io.github.shapecheck.processor.run.tree.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.SourceVersion;

/** Writes the members of a module as fields, and notes what makes up its structure. */
final class FieldWriter {
  private final ModuleContent content;
  private final Groups groups;
  private final Slots slots;
  private final StringBuilder skeleton;
  private final List<JavaField> fields = new ArrayList<>();

  FieldWriter(ModuleContent content, Groups groups, Slots slots, StringBuilder skeleton) {
    this.content = content;
    this.groups = groups;
    this.slots = slots;
    this.skeleton = skeleton;
  }

  List<JavaField> fields() {
    BuiltLayer own = content.module().layer();
    if (own != null) {
      own.weights().all().forEach(this::weight);
    }
    content
        .module()
        .members()
        .forEach(
            (name, member) -> {
              if (member instanceof Member.Child child) {
                module(name, child.module());
              } else if (member instanceof Member.Weight weight) {
                tensor(name, weight);
              } else if (member instanceof Member.Tensors tensors) {
                tensors(name, tensors);
              }
            });
    return fields;
  }

  private void field(String name, JavaAnnotation annotation) {
    if (!SourceVersion.isIdentifier(name)) {
      throw new Refusal(content.module().place(), path(name) + " can be no field: its name");
    }
    fields.add(new JavaField(SourceVersion.isKeyword(name) ? name + "_" : name, annotation, ""));
  }

  /** A layer whose weight is another's has a bias at most. */
  private void tied(String name, BuiltModule child) {
    BuiltLayer layer = child.layer();
    Weights.Weight bias = layer == null ? null : layer.weights().get("bias");
    if (bias != null) {
      String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Bias";
      String sizes = ModuleContent.sizes(bias.shape().dims());
      skeleton.append(name).append(sizes);
      field(name, new JavaAnnotation("Submodule").put("value", type + ".class"));
      String parameter = new JavaAnnotation("Parameter").put("value", sizes).text(4);
      String nested =
          "  /** What a layer has of its own whose weight is another's. */\n"
              + "  static class %s {\n    %s Object bias;\n  }\n".formatted(type, parameter);
      JavaField field = fields.remove(fields.size() - 1);
      fields.add(new JavaField(field.name(), field.annotation(), nested));
    }
  }

  private String path(String name) {
    String own = content.module().path();
    return own.isEmpty() ? name : own + "." + name;
  }

  /** A weight of a layer whose class has a forward of its own. */
  private void weight(Weights.Weight weight) {
    String sizes = ModuleContent.sizes(weight.shape().dims());
    skeleton.append(weight.name()).append(sizes);
    String type = weight.trainable() ? "Parameter" : "Buffer";
    field(weight.name(), new JavaAnnotation(type).put("value", sizes));
  }

  private void tensors(String name, Member.Tensors tensors) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tensors.tensors().size(); i++) {
      String sizes = ModuleContent.sizes(tensors.tensors().get(i).shape().dims());
      skeleton.append(name).append(sizes);
      field(name + "_" + i, new JavaAnnotation("Buffer").put("value", sizes));
      names.add("self." + name + "_" + i);
    }
    content.edits().alias(name, "(" + String.join(", ", names) + ",)");
  }

  private void tensor(String name, Member.Weight weight) {
    String sizes = ModuleContent.sizes(weight.tensor().shape().dims());
    if (!weight.first()) {
      throw new Refusal(
          content.module().place(), path(name) + " is a parameter that stands elsewhere too");
    }
    skeleton.append(name).append(weight.trainable()).append(sizes);
    String type = weight.trainable() ? "Parameter" : "Buffer";
    field(name, new JavaAnnotation(type).put("value", sizes));
  }

  private void module(String name, BuiltModule child) {
    if (content.tied().contains(child)) {
      tied(name, child);
      return;
    }
    if (!child.path().equals(path(name)) && !Sharing.isWeightless(child)) {
      String other = child.path().substring(child.path().lastIndexOf('.') + 1);
      if (!child.path().equals(path(other))) {
        throw Sharing.refusal(child, path(name));
      }
      content.edits().alias(name, "self." + other);
      return;
    }
    skeleton.append(name).append(':');
    switch (Kind.of(child)) {
      case LAYER -> {
        BuiltLayer layer = layer(child);
        if (LayerText.annotation(layer.type().name()) == null) {
          String why = " is a " + layer.type().name() + ", for which there is no annotation";
          throw new Refusal(child.place(), child.path() + why);
        }
        field(name, new LayerText(layer).annotation(name, slots));
      }
      case SEQUENTIAL, LIST -> sequence(name, child);
      case DICT ->
          field(name, new JavaAnnotation("Sequential").put("value", text(element(child, name))));
      case CLASS -> field(name, submodule(child, name, 1));
    }
  }

  private static String text(String value) {
    return JavaText.quoted(value);
  }

  private void sequence(String name, BuiltModule child) {
    Map<String, BuiltModule> items = items(child);
    if (isRepeated(items)) {
      skeleton.append(items.size()).append('x');
      field(name, submodule(items.values().iterator().next(), name, items.size()));
      return;
    }
    if (Kind.of(child) == Kind.LIST && items.size() == 1 && isContainer(items)) {
      // a list or a dict alone would be the field itself
      field(name, new JavaAnnotation("Sequential").put("value", text(element(child, name))));
      return;
    }
    boolean numbered = isNumbered(items);
    List<String> lines = new ArrayList<>();
    skeleton.append(Kind.of(child)).append('{');
    items.forEach(
        (key, item) -> {
          String call = element(item, name + "_" + key);
          lines.add(text(numbered ? call : key + " = " + call));
        });
    skeleton.append('}');
    field(name, new JavaAnnotation("Sequential").put("value", JavaText.array(lines)));
  }

  /** The modules in a container; what else it holds can be no item. */
  private Map<String, BuiltModule> items(BuiltModule container) {
    Map<String, BuiltModule> items = new LinkedHashMap<>();
    container
        .members()
        .forEach(
            (name, member) -> {
              String path = container.path() + "." + name;
              if (member instanceof Member.Child child
                  && !content.tied().contains(child.module())) {
                if (!child.module().path().equals(path) && !Sharing.isWeightless(child.module())) {
                  throw Sharing.refusal(child.module(), path);
                }
                items.put(name, child.module());
              } else if (member instanceof Member.Weight) {
                throw new Refusal(container.place(), path + " is a tensor in a container");
              }
            });
    return items;
  }

  private static boolean isNumbered(Map<String, BuiltModule> items) {
    int next = 0;
    for (String name : items.keySet()) {
      if (!name.equals(Integer.toString(next++))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isContainer(Map<String, BuiltModule> items) {
    return items.values().stream()
        .map(Kind::of)
        .allMatch(kind -> kind == Kind.LIST || kind == Kind.DICT);
  }

  /** Whether it is the same class of ours two times or more, with the same numbers. */
  private boolean isRepeated(Map<String, BuiltModule> items) {
    if (items.size() < 2 || !isNumbered(items)) {
      return false;
    }
    List<String> all = new ArrayList<>();
    for (BuiltModule item : items.values()) {
      if (Kind.of(item) != Kind.CLASS) {
        return false;
      }
      all.add(groups.of(item).name() + groups.of(item).arguments(item));
    }
    return all.stream().distinct().count() == 1;
  }

  private BuiltLayer layer(BuiltModule module) {
    BuiltLayer layer = module.layer();
    if (layer == null) {
      throw new IllegalStateException(module.path());
    }
    if (!Sharing.hasItsOwnWeights(module, layer)) {
      throw new Refusal(
          module.place(),
          module.path() + " has weights of another: no annotation says that they are the same");
    }
    skeleton.append(new LayerText(layer).skeleton());
    return layer;
  }

  private JavaAnnotation submodule(BuiltModule child, String label, int repeat) {
    Group group = groups.of(child);
    skeleton.append(group.name());
    Map<String, String> with = arguments(child, group, label);
    JavaAnnotation annotation = new JavaAnnotation("Submodule");
    annotation.put("value", group.name() + ".class");
    if (!with.isEmpty()) {
      annotation.put("with", JavaText.quoted(Keywords.of(with, " = ")));
    }
    if (repeat > 1) {
      annotation.put("repeat", Integer.toString(repeat));
    }
    return annotation;
  }

  private Map<String, String> arguments(BuiltModule child, Group group, String label) {
    Map<String, String> with = new LinkedHashMap<>();
    group
        .arguments(child)
        .forEach(
            (parameter, value) -> {
              String expression = slots.next(label + "_" + parameter, groups.valueOf(value), value);
              with.put(parameter, expression.isEmpty() ? value : expression);
            });
    return with;
  }

  /** An item of a sequence as a call. */
  private String element(BuiltModule module, String label) {
    Kind kind = Kind.of(module);
    if (kind == Kind.LAYER) {
      return new LayerText(layer(module)).call(label, slots);
    }
    if (kind == Kind.CLASS) {
      Group group = groups.of(module);
      skeleton.append(group.name());
      return group.name() + "(" + Keywords.of(arguments(module, group, label), "=") + ")";
    }
    skeleton.append(kind).append('[');
    Map<String, BuiltModule> items = items(module);
    boolean numbered = isNumbered(items);
    List<String> calls = new ArrayList<>();
    items.forEach(
        (key, item) -> {
          String call = element(item, label + "_" + key);
          skeleton.append(numbered ? "," : key + ",");
          String pair = "'" + key + "': " + call;
          String tuple = "('" + key + "', " + call + ")";
          calls.add(kind == Kind.DICT ? pair : numbered ? call : tuple);
        });
    skeleton.append(']');
    String all = String.join(", ", calls);
    return switch (kind) {
      case DICT -> "ModuleDict({" + all + "})";
      case LIST -> "ModuleList([" + all + "])";
      default -> numbered ? "Sequential(" + all + ")" : "Sequential(OrderedDict([" + all + "]))";
    };
  }
}
