package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.value.Tensor;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Gives a field to the layers of what is a sequence itself: of a model, and of a class with a
 * forward pass of its own whose layers have numbers for names.
 */
final class Wrapping {
  /** The name of the field. */
  static final String FIELD = "layers";

  private final Map<BuiltModule, BuiltModule> moved = new IdentityHashMap<>();
  private final Map<String, String> paths = new HashMap<>();
  private final BuiltModule root;

  /** Of a model, whose class is called so where it has none of its own. */
  Wrapping(BuiltModule model, String name) {
    if (Kind.of(model) == Kind.SEQUENTIAL) {
      ClassObject type = ClassObject.defined(name, List.of());
      root = new BuiltModule(new InstanceObject(type), "", model.place(), null, Map.of());
      root.members().put(FIELD, new Member.Child(moved(model, FIELD)));
    } else {
      root = moved(model, "");
    }
    share(root);
  }

  /** A parameter that a module has of one below it is that one's. */
  private static void share(BuiltModule module) {
    module
        .members()
        .replaceAll(
            (name, member) -> {
              String path =
                  member instanceof Member.Weight own && own.trainable() && own.first()
                      ? below(module, own.tensor())
                      : null;
              return path == null ? member : new Member.Same(path);
            });
    for (Member member : module.members().values()) {
      if (member instanceof Member.Child child) {
        share(child.module());
      }
    }
  }

  /** Where a module below one has the same parameter, which becomes its own; null for nowhere. */
  private static @Nullable String below(BuiltModule module, Tensor parameter) {
    for (Map.Entry<String, Member> member : module.members().entrySet()) {
      if (member.getValue() instanceof Member.Child child) {
        String name = member.getKey();
        String step = SourceVersion.isIdentifier(name) ? "." + name : "[" + name + "]";
        Map<String, Member> inner = child.module().members();
        for (Map.Entry<String, Member> other : inner.entrySet()) {
          if (other.getValue() instanceof Member.Weight weight
              && !weight.first()
              && weight.tensor().source() == parameter.source()) {
            other.setValue(new Member.Weight(weight.tensor(), true, true));
            return step + "." + other.getKey();
          }
        }
        String rest = below(child.module(), parameter);
        if (rest != null) {
          return step + rest;
        }
      }
    }
    return null;
  }

  /** The model with its fields. */
  BuiltModule root() {
    return root;
  }

  /** Where a module is now. */
  String path(String before) {
    return paths.getOrDefault(before, before);
  }

  /** Whether the layers of a module, a sequence itself, are those of a field. */
  static boolean isWrapped(BuiltModule module) {
    return Kind.of(module) == Kind.CLASS
        && container(module.type()) != null
        && module.members().get(FIELD) instanceof Member.Child;
  }

  private static @Nullable ClassObject container(ClassObject type) {
    for (ClassObject base : type.order()) {
      if (base.isBuiltin() && base.name().matches("Sequential|ModuleList|ModuleDict")) {
        return base;
      }
    }
    return null;
  }

  private static boolean isNumbered(BuiltModule module) {
    List<String> names =
        module.members().entrySet().stream()
            .filter(member -> member.getValue() instanceof Member.Child)
            .map(Map.Entry::getKey)
            .toList();
    return names.isEmpty() || !names.stream().allMatch(SourceVersion::isIdentifier);
  }

  private BuiltModule moved(BuiltModule module, String path) {
    BuiltModule known = moved.get(module);
    if (known != null) {
      return known;
    }
    BuiltModule copy =
        new BuiltModule(module.object(), path, module.place(), module.layer(), module.arguments());
    moved.put(module, copy);
    paths.put(module.path(), path);
    ClassObject type = container(module.type());
    BuiltModule layers = copy;
    if (type != null && Kind.of(module) == Kind.CLASS && isNumbered(module)) {
      InstanceObject object = new InstanceObject(type);
      layers = new BuiltModule(object, below(path, FIELD), module.place(), null, Map.of());
      copy.members().put(FIELD, new Member.Child(layers));
    }
    BuiltModule inner = layers;
    module
        .members()
        .forEach(
            (name, member) -> {
              BuiltModule holder = member instanceof Member.Child ? inner : copy;
              holder.members().put(name, moved(member, below(holder.path(), name)));
            });
    return copy;
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private Member moved(Member member, String path) {
    return member instanceof Member.Child child
        ? new Member.Child(moved(child.module(), path))
        : member instanceof Member.Several several
            ? new Member.Several(
                several.modules().stream().map(one -> moved(one, one.path())).toList())
            : member;
  }
}
