package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dict: entries in the order in which their keys came. */
public class DictObject implements Value.Reference {
  /** A key with its value. */
  public record Entry(Value key, Value value) {}

  private final Map<Object, Entry> entries = new LinkedHashMap<>();
  private final @Nullable Value factory;

  public DictObject() {
    this(null);
  }

  /** An empty {@code defaultdict} whose missing values the factory makes. */
  public DictObject(@Nullable Value factory) {
    this.factory = factory;
  }

  /** What makes missing values, null for none. */
  public @Nullable Value factory() {
    return factory;
  }

  /** The value of a key, or null. */
  public @Nullable Value get(Value key) {
    Entry entry = entries.get(Keys.of(key));
    return entry == null ? null : entry.value();
  }

  /** Puts a value; a key that is there already keeps its place. */
  public void put(Value key, Value value) {
    entries.compute(Keys.of(key), (k, old) -> new Entry(old == null ? key : old.key(), value));
  }

  public void put(String key, Value value) {
    put(new Value.Text(key), value);
  }

  public void putAll(DictObject other) {
    other.entries().forEach(entry -> put(entry.key(), entry.value()));
  }

  /** Takes an entry out and gives its value, null where there is none. */
  public @Nullable Value remove(Value key) {
    Entry entry = entries.remove(Keys.of(key));
    return entry == null ? null : entry.value();
  }

  /** Takes all entries out. */
  public void clear() {
    entries.clear();
  }

  /** The entries, as they are now. */
  public List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  /** The keys, as they are now. */
  public List<Value> keys() {
    return Value.each(entries.values(), Entry::key);
  }

  /** The values, as they are now. */
  public List<Value> values() {
    return Value.each(entries.values(), Entry::value);
  }

  public int size() {
    return entries.size();
  }

  @Override
  public String describe() {
    return "a dict of " + entries.size();
  }
}
