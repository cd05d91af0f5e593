package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictView;
import io.github.shapecheck.processor.run.program.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes of {@code collections.abc}, which others belong to without being derived from them. */
public final class AbstractTypes {
  private record Abstract(ClassObject type, Set<ClassObject> members, List<String> methods) {}

  private static final Map<String, Abstract> ALL = new HashMap<>();

  static {
    List<ClassObject> sequences = List.of(Types.LIST, Types.TUPLE, Types.STR, Types.RANGE);
    List<ClassObject> sized = new ArrayList<>(sequences);
    sized.addAll(List.of(Types.DICT, Types.SET, Types.FROZENSET));
    for (DictView.Kind kind : DictView.Kind.values()) {
      sized.add(Types.view(kind));
    }
    List<ClassObject> iterable = new ArrayList<>(sized);
    iterable.add(Types.GENERATOR);
    put("Sequence", sequences);
    put("MutableSequence", List.of(Types.LIST));
    put("Mapping", List.of(Types.DICT));
    put("MutableMapping", List.of(Types.DICT));
    put("Set", List.of(Types.SET, Types.FROZENSET));
    put("MutableSet", List.of(Types.SET));
    put("Iterator", List.of(Types.GENERATOR), "__iter__", "__next__");
    put("Generator", List.of(Types.GENERATOR));
    put("Sized", sized, "__len__");
    put("Container", sized, "__contains__");
    put("Collection", sized);
    put("Iterable", iterable, "__iter__");
    put("Callable", List.of(Types.FUNCTION, Types.METHOD, Types.TYPE), "__call__");
  }

  private AbstractTypes() {}

  private static void put(String name, List<ClassObject> members, String... methods) {
    ClassObject type = ClassObject.builtin(name, Types.OBJECT);
    ALL.put(name, new Abstract(type, new HashSet<>(members), List.of(methods)));
  }

  /** The abstract class of a name; null for none. */
  public static @Nullable ClassObject named(String name) {
    Abstract found = ALL.get(name);
    return found == null ? null : found.type();
  }

  /** Whether a class is another one, is derived from it, or belongs to it. */
  public static boolean isSubclass(ClassObject own, ClassObject other) {
    if (own.isSubclassOf(other)) {
      return true;
    }
    Abstract wanted = ALL.get(other.name());
    return wanted != null
        && wanted.type() == other
        && (own.order().stream().anyMatch(wanted.members()::contains)
            || !wanted.methods().isEmpty()
                && !own.isBuiltin()
                && wanted.methods().stream().allMatch(method -> own.find(method) != null));
  }
}
