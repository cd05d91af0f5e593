package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Copies objects, with all that they hold or not. */
public final class Copies {
  private final Machine machine;
  private final boolean deep;
  private final Map<Value, Value> made = new IdentityHashMap<>();

  /** Begins a copy; a deep one holds copies. */
  public Copies(Machine machine, boolean deep) {
    this.machine = machine;
    this.deep = deep;
  }

  public Value of(Value value) {
    Value known = made.get(value);
    if (known != null) {
      return known;
    }
    if (value instanceof ListObject list) {
      ListObject copy = new ListObject(List.of());
      made.put(value, copy);
      list.items().forEach(item -> copy.items().add(part(item)));
      return copy;
    }
    if (value instanceof Value.Sequence sequence && deep) {
      return sequence.of(Value.each(sequence.items(), this::part));
    }
    if (value instanceof DictObject dict) {
      DictObject copy = new DictObject(dict.factory());
      made.put(value, copy);
      dict.entries().forEach(entry -> copy.put(entry.key(), part(entry.value())));
      return copy;
    }
    if (value instanceof SetObject set) {
      return new SetObject(set.items(), set.isFrozen());
    }
    if (value instanceof InstanceObject instance && !instance.type().isSubclassOf(Types.ENUM)) {
      InstanceObject copy = instance.emptyCopy();
      made.put(value, copy);
      Value base = instance.base();
      copy.withBase(base == null ? null : part(base));
      instance.attributes().forEach((name, attribute) -> copy.set(name, part(attribute)));
      return copy;
    }
    if (value instanceof Tensor tensor && deep) {
      made.put(value, machine.host().copied(tensor));
      return made.get(value);
    }
    return value;
  }

  private Value part(Value value) {
    machine.step();
    return deep ? of(value) : value;
  }
}
