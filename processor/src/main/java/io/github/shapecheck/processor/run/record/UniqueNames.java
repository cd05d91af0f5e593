package io.github.shapecheck.processor.run.record;

import java.util.HashMap;
import java.util.Map;

/** Gives every step a name of its own: a name already taken gets _1, _2, ... */
public final class UniqueNames {
  private final Map<String, Integer> taken = new HashMap<>();

  public String unique(String wanted) {
    Integer last = taken.putIfAbsent(wanted, 0);
    if (last == null) {
      return wanted;
    }
    int number = last;
    String name;
    do {
      name = wanted + "_" + ++number;
    } while (taken.putIfAbsent(name, 0) != null);
    taken.put(wanted, number);
    return name;
  }
}
