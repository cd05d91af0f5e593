package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltLayer;
import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes modules as the calls of {@code @Sequential}, and notes what makes up their structure. */
final class ItemText {
  private final ModuleContent content;
  private final Groups groups;
  private final Slots slots;
  private final StringBuilder skeleton;

  ItemText(ModuleContent content, Groups groups, Slots slots, StringBuilder skeleton) {
    this.content = content;
    this.groups = groups;
    this.slots = slots;
    this.skeleton = skeleton;
  }

  /** An item of a sequence as a call. */
  String of(BuiltModule module, String label) {
    Kind kind = Kind.of(module);
    if (kind == Kind.LAYER) {
      Normalization around = Normalization.of(module);
      skeleton.append(around);
      String call = new LayerText(layer(module)).call(label, slots);
      return around == null ? call : around.around(call);
    }
    if (kind == Kind.CLASS) {
      Group group = groups.of(module);
      skeleton.append(group.name());
      return group.name() + "(" + Keywords.of(arguments(module, group, label), "=") + ")";
    }
    skeleton.append(kind).append('[');
    Map<String, BuiltModule> items = in(module);
    List<String> names = new ArrayList<>();
    module
        .members()
        .forEach(
            (key, member) -> {
              if (items.containsKey(key) || isNone(member)) {
                names.add(key);
              }
            });
    boolean numbered = isNumbered(names);
    List<String> calls = new ArrayList<>();
    for (String key : names) {
      BuiltModule item = items.get(key);
      String call = item == null ? "None" : of(item, label + "_" + key);
      skeleton.append(numbered ? "," : key + ",");
      String pair = "'" + key + "': " + call;
      String tuple = "('" + key + "', " + call + ")";
      calls.add(kind == Kind.DICT ? pair : numbered ? call : tuple);
    }
    skeleton.append(']');
    boolean tensors = tensors(module, calls);
    String what = tensors ? "Parameter" : "Module";
    String all = String.join(", ", calls);
    return switch (kind) {
      case DICT -> what + "Dict({" + all + "})";
      case LIST -> what + "List([" + all + "])";
      default -> numbered ? "Sequential(" + all + ")" : "Sequential(OrderedDict([" + all + "]))";
    };
  }

  /** What a class is given for its parameters. */
  Map<String, String> arguments(BuiltModule child, Group group, String label) {
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

  /** The layer that a module is, with weights that can be said. */
  BuiltLayer layer(BuiltModule module) {
    BuiltLayer layer = module.layer();
    if (layer == null) {
      throw new IllegalStateException(module.path());
    }
    if (Normalization.of(module) == null && !Sharing.hasItsOwnWeights(module, layer)) {
      throw new Refusal(
          module.place(),
          module.path() + " has weights of another: no annotation says that they are the same");
    }
    skeleton.append(new LayerText(layer).skeleton());
    return layer;
  }

  /** The modules in a container. */
  Map<String, BuiltModule> in(BuiltModule container) {
    Map<String, BuiltModule> items = new LinkedHashMap<>();
    container
        .members()
        .forEach(
            (name, member) -> {
              if (member instanceof Member.Child child
                  && !content.tied().contains(child.module())) {
                String path = container.path() + "." + name;
                if (Sharing.isElsewhere(child.module(), path)) {
                  throw Sharing.refusal(child.module(), path);
                }
                items.put(name, child.module());
              }
            });
    return items;
  }

  /** Whether it is the place of a module that is not there. */
  static boolean isNone(Member member) {
    return member instanceof Member.Plain plain && plain.value() instanceof Value.None;
  }

  /** Whether the names are those of places. */
  static boolean isNumbered(Collection<String> names) {
    int next = 0;
    for (String name : names) {
      if (!name.equals(Integer.toString(next++))) {
        return false;
      }
    }
    return true;
  }

  /** The parameters in a list or a dict of them, if it is one. */
  private boolean tensors(BuiltModule container, List<String> calls) {
    boolean[] found = {false};
    container
        .members()
        .forEach(
            (name, member) -> {
              if (member instanceof Member.Weight weight) {
                if (!weight.first()) {
                  String path = container.path() + "." + name;
                  throw new Refusal(
                      container.place(), path + " is a parameter that stands elsewhere too");
                }
                String sizes = ModuleContent.sizes(weight.tensor().shape().dims());
                String call = "Parameter(torch.empty(" + inner(sizes) + "))";
                skeleton.append(sizes);
                calls.add(Kind.of(container) == Kind.DICT ? "'" + name + "': " + call : call);
                found[0] = true;
              }
            });
    return found[0];
  }

  private static String inner(String sizes) {
    return sizes.equals("{}") ? "()" : sizes.substring(1, sizes.length() - 1);
  }
}
