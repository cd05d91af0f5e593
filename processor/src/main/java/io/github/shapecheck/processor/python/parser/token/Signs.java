package io.github.shapecheck.processor.python.parser.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operators and brackets of Python. */
final class Signs {

  /** By their first character, longest first. */
  private static final List<List<String>> BY_FIRST = new ArrayList<>();

  static {
    for (int c = 0; c < 0x80; c++) {
      BY_FIRST.add(new ArrayList<>());
    }
    String all =
        "... **= //= <<= >>= ** // << >> <= >= == != := -> += -= *= /= %= @= &= |= ^= "
            + "+ - * / % @ & | ^ ~ < > ( ) [ ] { } , : ; . =";
    for (String sign : all.split(" ")) {
      BY_FIRST.get(sign.charAt(0)).add(sign.intern());
    }
  }

  private Signs() {}

  /** The longest sign that stands at a column. */
  static Optional<String> at(String text, int column) {
    char first = text.charAt(column);
    if (first < 0x80) {
      for (String sign : BY_FIRST.get(first)) {
        if (text.startsWith(sign, column)) {
          return Optional.of(sign);
        }
      }
    }
    return Optional.empty();
  }
}
