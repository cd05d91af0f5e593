package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code keys()}, {@code values()} and {@code items()} give: a dict as it is when asked. */
public record DictView(DictObject dict, Kind of) implements Value.Reference {
  /** What of the entries it shows. */
  public enum Kind {
    /** {@code dict_keys}. */
    KEYS,
    /** {@code dict_values}. */
    VALUES,
    /** {@code dict_items}. */
    ITEMS;

    public String type() {
      return "dict_" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** The items, as they are now. */
  public List<Value> items() {
    return switch (of) {
      case KEYS -> dict.keys();
      case VALUES -> dict.values();
      case ITEMS -> {
        List<Value> pairs = new ArrayList<>(dict.size());
        dict.entries()
            .forEach(entry -> pairs.add(Value.Sequence.tuple(entry.key(), entry.value())));
        yield pairs;
      }
    };
  }

  public SetObject set() {
    return new SetObject(items(), false);
  }

  @Override
  public String describe() {
    return "a " + of.type() + " of " + dict.size();
  }
}
