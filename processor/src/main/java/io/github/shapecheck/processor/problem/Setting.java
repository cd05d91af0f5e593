package io.github.shapecheck.processor.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A value that an edit gives to an annotation member; its string is the Java source of it. */
public sealed interface Setting {
  /** One integer. */
  record Number(long value) implements Setting {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** An array of integers. */
  record Numbers(List<Long> values) implements Setting {
    @Override
    public String toString() {
      return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Setting {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** An integer. */
  static Setting of(long value) {
    return new Number(value);
  }
}
