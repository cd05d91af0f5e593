package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltLayer;
import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.operation.Weights;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Writes the members of a module as fields, and notes what makes up its structure. */
final class FieldWriter {
  private final ModuleContent content;
  private final Groups groups;
  private final Slots slots;
  private final ItemText items;
  private final StringBuilder skeleton;
  private final List<JavaField> fields = new ArrayList<>();

  FieldWriter(ModuleContent content, Groups groups, Slots slots, StringBuilder skeleton) {
    this.content = content;
    this.groups = groups;
    this.slots = slots;
    this.skeleton = skeleton;
    this.items = new ItemText(content, groups, slots, skeleton);
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
    fields.add(new JavaField(JavaNames.field(name), annotation, ""));
  }

  /** A field with a class of its own. */
  private void nested(@Nullable JavaField field) {
    if (field != null) {
      skeleton.append(field.nested());
      fields.add(field);
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
      nested(LayerClass.tied(name, child.layer()));
      return;
    }
    if (Sharing.isElsewhere(child, path(name))) {
      content.edits().alias(name, sibling(child, path(name)));
      return;
    }
    skeleton.append(name).append(':');
    switch (Kind.of(child)) {
      case LAYER -> layerField(name, child);
      case SEQUENTIAL, LIST -> sequence(name, child);
      case DICT -> field(name, sequential(items.of(child, name)));
      case CLASS -> field(name, submodule(child, name, 1));
    }
  }

  /** The field that a module is, which is found on another path too. */
  private String sibling(BuiltModule module, String path) {
    String other = module.path().substring(module.path().lastIndexOf('.') + 1);
    if (!module.path().equals(path(other))) {
      throw Sharing.refusal(module, path);
    }
    return "self." + other;
  }

  private void layerField(String name, BuiltModule child) {
    BuiltLayer layer = Objects.requireNonNull(child.layer());
    if (Normalization.of(child) != null) {
      field(name, sequential(items.of(child, name)));
    } else if (!Sharing.hasItsOwnWeights(child, layer)
        && new LayerText(layer).functional() != null) {
      nested(LayerClass.called(name, child, layer));
    } else if (LayerText.annotation(layer.type().name()) == null) {
      String why = " is a " + layer.type().name() + ", for which there is no annotation";
      throw new Refusal(child.place(), child.path() + why);
    } else {
      field(name, new LayerText(items.layer(child)).annotation(name, slots));
    }
  }

  private static JavaAnnotation sequential(String call) {
    return new JavaAnnotation("Sequential").put("value", text(call));
  }

  private static String text(String value) {
    return JavaText.quoted(value);
  }

  private void sequence(String name, BuiltModule child) {
    Map<String, BuiltModule> own = new LinkedHashMap<>();
    if (!shared(name, child, own)) {
      own = items.in(child);
    } else if (own.isEmpty()) {
      return;
    }
    if (isRepeated(own)) {
      skeleton.append(own.size()).append('x');
      field(name, submodule(own.values().iterator().next(), name, own.size()));
      return;
    }
    boolean gaps = child.members().values().stream().anyMatch(ItemText::isNone);
    if (Kind.of(child) == Kind.LIST && (gaps || own.size() <= 1 && isContainer(own))) {
      // a list or a dict alone would be the field itself
      field(name, sequential(items.of(child, name)));
      return;
    }
    boolean numbered = ItemText.isNumbered(own.keySet());
    List<String> lines = new ArrayList<>();
    skeleton.append(Kind.of(child)).append('{');
    own.forEach(
        (key, item) -> {
          String call = items.of(item, name + "_" + key);
          lines.add(text(numbered ? call : key + " = " + call));
        });
    skeleton.append('}');
    field(name, new JavaAnnotation("Sequential").put("value", JavaText.array(lines)));
  }

  /**
   * Notes how a sequence is called some of whose modules stand in it twice, or are fields too.
   *
   * @param own gets those that the field itself holds
   */
  private boolean shared(String name, BuiltModule child, Map<String, BuiltModule> own) {
    boolean shared = false;
    List<String> calls = new ArrayList<>();
    Map<BuiltModule, String> known = new IdentityHashMap<>();
    for (Map.Entry<String, Member> entry : child.members().entrySet()) {
      if (!(entry.getValue() instanceof Member.Child member)) {
        continue;
      }
      BuiltModule module = member.module();
      String path = child.path() + "." + entry.getKey();
      boolean again = known.containsKey(module) && !Sharing.isWeightless(module);
      shared |= again || Sharing.isElsewhere(module, path);
      if (!again && Sharing.isElsewhere(module, path)) {
        known.put(module, sibling(module, path));
      } else if (!again) {
        known.put(module, "self." + name + "[" + own.size() + "]");
        own.put(entry.getKey(), module);
      }
      calls.add(known.get(module));
    }
    if (shared && Kind.of(child) == Kind.LIST) {
      content.edits().alias(name, "[" + String.join(", ", calls) + "]");
    } else if (shared) {
      String all = "x";
      for (String call : calls) {
        all = call + "(" + all + ")";
      }
      content.edits().alias(name, "(lambda x: " + all + ")");
    }
    return shared;
  }

  private static boolean isContainer(Map<String, BuiltModule> items) {
    return items.values().stream()
        .map(Kind::of)
        .allMatch(kind -> kind == Kind.LIST || kind == Kind.DICT);
  }

  /** Whether it is the same class of ours two times or more, with the same numbers. */
  private boolean isRepeated(Map<String, BuiltModule> items) {
    if (items.size() < 2 || !ItemText.isNumbered(items.keySet())) {
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

  private JavaAnnotation submodule(BuiltModule child, String label, int repeat) {
    Group group = groups.of(child);
    skeleton.append(group.name());
    Map<String, String> with = items.arguments(child, group, label);
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
}
