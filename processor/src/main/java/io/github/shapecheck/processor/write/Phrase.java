package io.github.shapecheck.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement of generated code: a receiver and the calls that are chained to it. */
final class Phrase {
  private static final int WIDTH = 90;

  private final String receiver;
  private final List<String> calls = new ArrayList<>();
  private int strings;

  Phrase(String receiver) {
    this.receiver = receiver;
  }

  /** Chains a call with strings as arguments. */
  Phrase call(String method, List<?> arguments) {
    String list =
        arguments.stream().map(a -> Literal.of(a.toString())).collect(Collectors.joining(", "));
    calls.add("." + method + "(" + list + ")");
    strings += arguments.size() + 1;
    return this;
  }

  Phrase call(String method, Object... arguments) {
    return call(method, Stream.of(arguments).toList());
  }

  /** Chains a call if there are arguments. */
  Phrase callIf(String method, List<?> arguments) {
    return arguments.isEmpty() ? this : call(method, arguments);
  }

  /** About how much it takes of a method's code and of a class's constants. */
  int weight() {
    return strings;
  }

  /** The calls as several statements, each short enough for a compiler's stack. */
  List<Phrase> split(int most, String continued) {
    List<Phrase> parts = new ArrayList<>();
    for (int i = 0; i < calls.size(); i += most) {
      Phrase part = new Phrase(i == 0 ? receiver : continued);
      part.calls.addAll(calls.subList(i, Math.min(calls.size(), i + most)));
      part.strings = 2 * part.calls.size();
      parts.add(part);
    }
    return calls.size() <= most ? List.of(this) : parts;
  }

  /** The statement without its semicolon; calls share lines as long as they fit. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(receiver).append(calls.get(0));
    int column = out.length();
    for (String call : calls.subList(1, calls.size())) {
      if (column + call.length() > WIDTH) {
        out.append('\n');
        column = 4;
      }
      out.append(call);
      column += call.length();
    }
    return out.toString();
  }
}
