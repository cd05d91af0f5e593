package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Value;

/** What letters of strings become: by a table, and tabs. */
final class StringTables {
  private StringTables() {}

  static String expanded(String text, Invocation in) {
    long size = in.integer(in.get(1, "tabsize", Value.Int.of(8)));
    StringBuilder expanded = new StringBuilder();
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        long missing = size <= 0 ? 0 : size - column % size;
        in.machine().make(expanded.length() + missing);
        expanded.append(" ".repeat((int) missing));
        column += (int) missing;
      } else {
        expanded.append(c);
        column = c == '\n' ? 0 : column + 1;
      }
    }
    return expanded.toString();
  }

  /** {@code str.maketrans}: what stands for each letter, by its number. */
  static Value table(Invocation in) {
    DictObject table = new DictObject();
    if (in.get(0) instanceof DictObject given) {
      given
          .entries()
          .forEach(
              entry ->
                  table.put(
                      entry.key() instanceof Value.Text letter
                          ? Value.Int.of(letter.value().codePointAt(0))
                          : entry.key(),
                      entry.value()));
      return table;
    }
    String from = in.text(0);
    for (int i = 0; i < from.length(); i++) {
      table.put(Value.Int.of(from.charAt(i)), Value.Int.of(in.text(1).charAt(i)));
    }
    String deleted = in.size() > 2 ? in.text(2) : "";
    deleted.chars().forEach(c -> table.put(Value.Int.of(c), Value.NONE));
    return table;
  }

  static Value translated(String text, Invocation in) {
    if (!(in.get(1) instanceof DictObject table)) {
      throw in.unfit(in.get(1), "a table is needed, not " + in.get(1).kind());
    }
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Value other = table.get(Value.Int.of(c));
      if (other == null) {
        result.append(c);
      } else if (other instanceof Value.Text letters) {
        result.append(letters.value());
      } else if (!(other instanceof Value.None)) {
        result.appendCodePoint((int) in.integer(other));
      }
    }
    return new Value.Text(result.toString());
  }
}
