package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A list: it can change, and all who hold it see the change. */
public final class ListObject implements Value.Reference {
  private final List<Value> items;

  public ListObject(Collection<? extends Value> items) {
    this.items = new ArrayList<>(items);
  }

  /** What it holds; may be changed. */
  public List<Value> items() {
    return items;
  }

  @Override
  public String describe() {
    return "a list of " + items.size();
  }
}
