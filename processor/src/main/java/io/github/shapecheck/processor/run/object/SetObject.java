package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A set or a frozenset, its items in the order in which they came. */
public final class SetObject implements Value.Reference {
  private final Map<Object, Value> items = new LinkedHashMap<>();
  private final boolean frozen;

  public SetObject(Collection<? extends Value> items, boolean frozen) {
    this.frozen = frozen;
    items.forEach(this::add);
  }

  /** Whether it can no longer change. */
  public boolean isFrozen() {
    return frozen;
  }

  /** Adds an item unless it is there. */
  public void add(Value item) {
    items.putIfAbsent(Keys.of(item), item);
  }

  /** Takes an item out and says whether it was there. */
  public boolean remove(Value item) {
    return items.remove(Keys.of(item)) != null;
  }

  public boolean contains(Value item) {
    return items.containsKey(Keys.of(item));
  }

  /** Takes all items out. */
  public void clear() {
    items.clear();
  }

  /** The items, as they are now. */
  public List<Value> items() {
    return new ArrayList<>(items.values());
  }

  /** What its items are told apart by. */
  public Set<Object> keys() {
    return items.keySet();
  }

  public int size() {
    return items.size();
  }

  @Override
  public String describe() {
    return "a set of " + items.size();
  }
}
