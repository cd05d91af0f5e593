package io.github.shapecheck.processor.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A value that an edit gives to an annotation member; its string is the Java source of it. */
public sealed interface Setting {
  /** The same in Python. */
  default String python() {
    return toString();
  }

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

    @Override
    public String python() {
      return values.stream()
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "(", values.size() == 1 ? ",)" : ")"));
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Setting {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }

    @Override
    public String python() {
      return value ? "True" : "False";
    }
  }

  /** A floating-point number. */
  record Real(double value) implements Setting {
    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  record Text(String value) implements Setting {
    @Override
    public String toString() {
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  /**
   * A constant of one of the enums of the annotations.
   *
   * @param value PyTorch's word for it, such as {@code bilinear}
   */
  record Choice(String type, String value) implements Setting {
    @Override
    public String toString() {
      return type + "." + value.toUpperCase(Locale.ROOT);
    }

    @Override
    public String python() {
      return "'" + value + "'";
    }
  }

  /** An integer. */
  static Setting of(long value) {
    return new Number(value);
  }

  /** One integer for each axis, written once where all are the same. */
  static Setting of(List<Long> values) {
    boolean alike = values.stream().distinct().count() == 1;
    return alike ? of(values.get(0)) : new Numbers(values);
  }
}
