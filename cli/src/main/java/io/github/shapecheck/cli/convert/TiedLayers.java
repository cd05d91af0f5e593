package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltLayer;
import io.github.shapecheck.cli.convert.built.BuiltModule;
import io.github.shapecheck.cli.convert.built.Member;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.run.object.ClassObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Layers of a module that use the weight of another, as {@code self.head.weight =
 * self.embed.weight} says: their calls are those of a function that is given it.
 */
final class TiedLayers {
  private static final String SELF = "self.";
  private static final String WEIGHT = ".weight";

  private final BuiltModule module;
  private final Map<String, String> sources = new LinkedHashMap<>();

  TiedLayers(BuiltModule module, SourceIndex index) {
    this.module = module;
    for (ClassObject type : module.type().order()) {
      Definition constructor = type.isBuiltin() ? null : index.methods(type).get("__init__");
      if (constructor != null) {
        for (Statement statement : Substatements.of(constructor.function().body())) {
          if (statement instanceof Statement.Assign assign) {
            add(path(assign.targets().get(0)), path(assign.value()));
          }
        }
      }
    }
  }

  private void add(@Nullable String target, @Nullable String source) {
    if (target != null
        && source != null
        && target.endsWith(WEIGHT)
        && source.endsWith(WEIGHT)
        && layer(target.substring(0, target.length() - WEIGHT.length())) != null) {
      sources.put(target.substring(0, target.length() - WEIGHT.length()), source);
    }
  }

  /** {@code self.a.b} for an attribute of an attribute of {@code self}. */
  private static @Nullable String path(Expression expression) {
    if (expression instanceof Expression.Attribute attribute) {
      String before = path(attribute.target());
      return before == null ? null : before + "." + attribute.name();
    }
    return expression instanceof Expression.Name name && name.id().equals("self") ? "self" : null;
  }

  /**
   * The layer of a path whose only replaced tensor is the weight, of a kind that a function has.
   */
  private @Nullable BuiltLayer layer(String path) {
    BuiltModule at = module;
    for (String name : path.substring(SELF.length()).split("\\.")) {
      at =
          at != null && at.members().get(name) instanceof Member.Child child
              ? child.module()
              : null;
    }
    BuiltLayer layer = at == null ? null : at.layer();
    return layer != null
            && layer.replaced().equals(Set.of("weight"))
            && new LayerText(layer).functional() != null
            && (layer.weights().all().isEmpty()
                || isBias(layer) && path.indexOf('.', SELF.length()) < 0)
        ? layer
        : null;
  }

  private static boolean isBias(BuiltLayer layer) {
    return layer.weights().all().size() == 1 && layer.weights().get("bias") != null;
  }

  /** Whether a module below this one is such a layer. */
  boolean contains(BuiltModule other) {
    String below =
        module.path().isEmpty()
            ? other.path()
            : other.path().substring(Math.min(other.path().length(), module.path().length() + 1));
    return sources.containsKey(SELF + below);
  }

  /** The call of the function, with {@code %s} for the arguments; null for other callees. */
  @Nullable String functional(Expression callee) {
    String path = path(callee);
    String source = path == null ? null : sources.get(path);
    BuiltLayer layer = source == null || path == null ? null : layer(path);
    String functional = layer == null ? null : new LayerText(layer).functional();
    return functional == null || source == null
        ? null
        : functional.replace("self.weight", source).replace("self.bias", path + ".bias");
  }

  /** What tells classes with different ties apart. */
  @Override
  public String toString() {
    return List.copyOf(sources.entrySet()).toString();
  }
}
