package io.github.shapecheck.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of a header: objects, lists, strings and whole numbers, of little depth. */
final class HeaderJson {
  private static final int DEEPEST = 8;

  private final String text;
  private int position;

  HeaderJson(String text) {
    this.text = text;
  }

  Map<String, Object> object() throws CheckpointException {
    skipSpace();
    if (next() != '{') {
      throw error("expected an object");
    }
    Map<String, Object> object = object(0);
    skipSpace();
    if (position < text.length()) {
      throw error("unexpected text");
    }
    return object;
  }

  private Map<String, Object> object(int depth) throws CheckpointException {
    Map<String, Object> object = new LinkedHashMap<>();
    expect('{');
    while (!take('}')) {
      if (!object.isEmpty()) {
        expect(',');
      }
      skipSpace();
      String key = string();
      expect(':');
      if (object.put(key, value(depth + 1)) != null) {
        throw error(key + " stands twice");
      }
    }
    return object;
  }

  private Object value(int depth) throws CheckpointException {
    skipSpace();
    if (depth > DEEPEST) {
      throw error("nested too deeply");
    }
    if (next() == '{') {
      return object(depth);
    } else if (next() == '"') {
      return string();
    } else if (next() == '[') {
      expect('[');
      List<Object> list = new ArrayList<>();
      while (!take(']')) {
        if (!list.isEmpty()) {
          expect(',');
        }
        list.add(value(depth + 1));
      }
      return list;
    }
    int start = position;
    while (next() == '-' || next() >= '0' && next() <= '9') {
      position++;
    }
    try {
      return Long.valueOf(text.substring(start, position));
    } catch (NumberFormatException e) {
      throw error("expected a whole number");
    }
  }

  private String string() throws CheckpointException {
    if (next() != '"') {
      throw error("expected a string");
    }
    StringBuilder out = new StringBuilder();
    position++;
    while (next() != '"') {
      char c = next();
      if (c == '\n') {
        throw error("expected a closing quote");
      }
      position++;
      if (c == '\\') {
        c = escaped();
      }
      out.append(c);
    }
    position++;
    return out.toString();
  }

  private char escaped() throws CheckpointException {
    char c = next();
    position++;
    if (c != 'u') {
      return c == 'n'
          ? '\n'
          : c == 't' ? '\t' : c == 'r' ? '\r' : c == 'b' ? '\b' : c == 'f' ? '\f' : c;
    }
    try {
      char unit = (char) Integer.parseInt(text.substring(position, position + 4), 16);
      position += 4;
      return unit;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw error("expected four digits");
    }
  }

  private char next() {
    return position < text.length() ? text.charAt(position) : '\n';
  }

  private boolean take(char c) {
    skipSpace();
    if (next() != c) {
      return false;
    }
    position++;
    return true;
  }

  private void expect(char c) throws CheckpointException {
    if (!take(c)) {
      throw error("expected " + c);
    }
  }

  private void skipSpace() {
    while (position < text.length() && text.charAt(position) <= ' ') {
      position++;
    }
  }

  private CheckpointException error(String message) {
    return new CheckpointException(
        "the file is no checkpoint: " + message + " at character " + position + " of its header");
  }
}
