package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out which modules are of one structure, so that one Java class can be all of them. */
final class Groups {
  private final Map<BuiltModule, Group> byModule = new IdentityHashMap<>();
  private final Map<BuiltModule, Integer> heights = new IdentityHashMap<>();
  private final Map<ClassObject, Map<String, Group>> bySkeleton = new LinkedHashMap<>();
  private final List<BuiltModule> classes = new ArrayList<>();
  private final List<Group> all = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /** The modules that become classes, each once, the model itself last. */
  static List<BuiltModule> classes(BuiltModule root) {
    Groups groups = new Groups();
    groups.height(root);
    return groups.classes;
  }

  /** Groups all modules of a model. */
  static Groups of(BuiltModule root, ForwardPass.Sources sources) {
    Groups groups = new Groups();
    int top = groups.height(root);
    for (int height = 0; height <= top; height++) {
      List<Group> made = new ArrayList<>();
      for (BuiltModule module : groups.classes) {
        if (groups.heights.getOrDefault(module, 0) == height) {
          groups.add(new ModuleContent(module, groups, sources), made);
        }
      }
      made.forEach(Group::settle);
    }
    return groups;
  }

  private int height(BuiltModule module) {
    Integer known = heights.get(module);
    if (known != null) {
      return known;
    }
    heights.put(module, 0);
    int height = 0;
    try {
      for (Member member : module.members().values()) {
        if (member instanceof Member.Child child) {
          height = Math.max(height, height(child.module()) + 1);
        }
      }
    } catch (Refusal refusal) {
      throw refusal.inside(module);
    }
    heights.put(module, height);
    if (Kind.of(module) == Kind.CLASS) {
      classes.add(module);
    }
    return height;
  }

  private void add(ModuleContent content, List<Group> made) {
    ClassObject type = content.module().type();
    String skeleton = skeleton(content);
    Map<String, Group> known = bySkeleton.computeIfAbsent(type, t -> new LinkedHashMap<>());
    Group group = known.get(skeleton);
    if (group == null) {
      group = new Group(name(type.name()));
      known.put(skeleton, group);
      all.add(group);
      made.add(group);
    }
    group.instances().add(content);
    byModule.put(content.module(), group);
  }

  private static String skeleton(ModuleContent content) {
    try {
      return content.skeleton();
    } catch (Refusal refusal) {
      throw refusal.inside(content.module());
    }
  }

  /** A name that no annotation and no other class has. */
  private String name(String wanted) {
    String plain = JavaNames.isTaken(wanted) ? wanted + "Module" : wanted;
    String name = plain;
    for (int i = 2; !taken.add(name); i++) {
      name = plain + i;
    }
    return name;
  }

  /** Whether a module and all in it are layers of PyTorch's, no classes. */
  boolean areLayers(BuiltModule module) {
    return Kind.of(module) != Kind.CLASS
        && module.members().values().stream()
            .noneMatch(
                member -> member instanceof Member.Child child && !areLayers(child.module()));
  }

  /** All classes, the model's last. */
  List<Group> all() {
    return all;
  }

  /** The names of the classes that stand for a Python class. */
  List<String> names(ClassObject type) {
    return all.stream()
        .filter(group -> group.instances().get(0).module().type().isSubclassOf(type))
        .map(Group::name)
        .toList();
  }

  Group of(BuiltModule module) {
    Group group = byModule.get(module);
    if (group == null) {
      throw new IllegalStateException(module.path());
    }
    return group;
  }

  /** A value to stand for a number of which only the text is known. */
  Value valueOf(String text) {
    return text.matches("-?\\d{1,18}") ? Value.Int.of(Long.parseLong(text)) : new Value.Text(text);
  }
}
