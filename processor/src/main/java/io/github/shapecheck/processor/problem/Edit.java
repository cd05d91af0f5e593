package io.github.shapecheck.processor.problem;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change of the source that may repair a problem; its string is what follows {@code fix: } in a
 * message.
 */
public sealed interface Edit {
  /** Whether it changes this line of a forward pass or a file. */
  default boolean isOfLine(int line) {
    return false;
  }

  /**
   * New values for members of a layer's annotation.
   *
   * @param layer the field, with the way through submodules in front of it
   * @param index which of the field's layer annotations, from 0
   */
  record SetMembers(String layer, int index, Map<String, Setting> members) implements Edit {
    @Override
    public String toString() {
      return layer
          + ": "
          + members.entrySet().stream()
              .map(member -> member.getKey() + " = " + member.getValue())
              .collect(Collectors.joining(", "));
    }
  }

  /**
   * A layer annotation in front of the field's others.
   *
   * @param annotation its simple name
   */
  record AddLayer(String layer, String annotation, Map<String, Setting> members) implements Edit {
    @Override
    public String toString() {
      String arguments =
          members.entrySet().stream()
              .map(member -> member.getKey() + " = " + member.getValue())
              .collect(Collectors.joining(", "));
      return layer + ": add @" + annotation + (arguments.isEmpty() ? "" : "(" + arguments + ")");
    }
  }

  /**
   * A layer annotation in place of another one.
   *
   * @param annotation its simple name
   */
  record SetLayer(String layer, int index, String annotation, Map<String, Setting> members)
      implements Edit {
    @Override
    public String toString() {
      boolean alone = members.size() == 1 && members.containsKey("value");
      String arguments =
          members.entrySet().stream()
              .map(member -> (alone ? "" : member.getKey() + " = ") + member.getValue())
              .collect(Collectors.joining(", "));
      return layer + ": @" + annotation + (arguments.isEmpty() ? "" : "(" + arguments + ")");
    }
  }

  /**
   * A change that no run of a model shows: of an annotation on its class, of an option.
   *
   * @param text as a message says it
   */
  record Aside(String text) implements Edit {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Two changes of which neither would do alone. */
  record Both(Edit first, Edit second) implements Edit {
    @Override
    public boolean isOfLine(int number) {
      return first.isOfLine(number) || second.isOfLine(number);
    }

    @Override
    public String toString() {
      return first + "; " + second;
    }
  }

  /**
   * Other sizes of an input.
   *
   * @param sizes for every axis without the batch the first and the last size that will do
   */
  record SetInput(String input, List<Range> sizes) implements Edit {
    @Override
    public String toString() {
      return input
          + ": "
          + sizes.stream().map(Range::toString).collect(Collectors.joining(", ", "{", "}"));
    }
  }

  record Range(long first, long last) {
    /** Whether all sizes of another one are among these. */
    public boolean contains(Range other) {
      return first <= other.first() && other.last() <= last;
    }

    @Override
    public String toString() {
      return first == last ? Long.toString(first) : first + ".." + last;
    }
  }

  /** Another element type of an input, such as {@code long}. */
  record SetDtype(String input, String dtype) implements Edit {
    @Override
    public String toString() {
      return input + ": dtype = " + dtype + ".class";
    }
  }

  /** Another promise about the free sizes of an input. */
  record SetWhere(String input, String where) implements Edit {
    @Override
    public String toString() {
      return input + ": where = " + new Setting.Text(where);
    }
  }

  /**
   * Another text of a line of the forward pass.
   *
   * @param line counted from 1 over all strings of {@code @Forward}
   */
  record ReplaceLine(int line, String text) implements Edit {
    @Override
    public boolean isOfLine(int number) {
      return line == number;
    }

    @Override
    public String toString() {
      return "line " + line + ": " + text;
    }
  }

  /**
   * Another text of a line of a Python file.
   *
   * @param file its path, as messages name it
   * @param line counted from 1
   * @param text without the line's indentation
   * @param meaning which members of which layer it sets, null where it does something else
   */
  record ReplaceSource(String file, int line, String text, @Nullable SetMembers meaning)
      implements Edit {
    /** Another text of a line that sets no number of a layer. */
    public ReplaceSource(String file, int line, String text) {
      this(file, line, text, null);
    }

    @Override
    public boolean isOfLine(int number) {
      return line == number;
    }

    /** Whether it makes the same text. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ReplaceSource edit
          && file.equals(edit.file)
          && line == edit.line
          && text.equals(edit.text);
    }

    @Override
    public int hashCode() {
      return Objects.hash(file, line, text);
    }

    @Override
    public String toString() {
      return file + ":" + line + ": " + text;
    }
  }
}
