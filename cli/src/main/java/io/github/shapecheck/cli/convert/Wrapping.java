package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.tree.BuiltModule;
import io.github.shapecheck.processor.run.tree.Member;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts a class around a model that is a sequence itself: its layers become those of a field. */
final class Wrapping {
  /** The name of the field. */
  static final String FIELD = "layers";

  private final Map<BuiltModule, BuiltModule> moved = new IdentityHashMap<>();

  private Wrapping() {}

  static BuiltModule of(BuiltModule sequence, String name) {
    ClassObject type = ClassObject.defined(name, List.of());
    BuiltModule around =
        new BuiltModule(new InstanceObject(type), "", sequence.place(), null, Map.of());
    around.members().put(FIELD, new Member.Child(new Wrapping().moved(sequence)));
    return around;
  }

  private BuiltModule moved(BuiltModule module) {
    BuiltModule known = moved.get(module);
    if (known != null) {
      return known;
    }
    String path = module.path().isEmpty() ? FIELD : FIELD + "." + module.path();
    BuiltModule copy =
        new BuiltModule(module.object(), path, module.place(), module.layer(), module.arguments());
    moved.put(module, copy);
    module.members().forEach((name, member) -> copy.members().put(name, moved(member)));
    return copy;
  }

  private Member moved(Member member) {
    return member instanceof Member.Child child
        ? new Member.Child(moved(child.module()))
        : member instanceof Member.Several several
            ? new Member.Several(several.modules().stream().map(this::moved).toList())
            : member;
  }
}
