package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluated arguments of a call, with where each stands.
 *
 * @param spans of the positional ones; null for a value that is not written there, such as a
 *     method's own tensor
 */
record Arguments(List<Value> positional, List<@Nullable Span> spans, List<Named> named) {
  private static final List<@Nullable Span> NOWHERE = Collections.singletonList(null);

  /** A keyword argument. */
  record Named(String name, Value value, @Nullable Span span) {}

  /** One value that no argument list holds. */
  static Arguments of(Value value) {
    return new Arguments(List.of(value), NOWHERE, List.of());
  }

  /** Two values with their places: the operands of an operator. */
  static Arguments of(Value left, @Nullable Span leftSpan, Value right, @Nullable Span rightSpan) {
    List<@Nullable Span> spans = new ArrayList<>(2);
    spans.add(leftSpan);
    spans.add(rightSpan);
    return new Arguments(List.of(left, right), spans, List.of());
  }

  /** The same with one more keyword argument, which is written nowhere. */
  Arguments with(String name, Value value) {
    List<Named> more = new ArrayList<>(named);
    more.add(new Named(name, value, null));
    return new Arguments(positional, spans, more);
  }

  /** The same with a method's own tensor in front. */
  Arguments after(Value own, @Nullable Span span) {
    List<Value> values = new ArrayList<>(positional.size() + 1);
    List<@Nullable Span> places = new ArrayList<>(positional.size() + 1);
    values.add(own);
    places.add(span);
    values.addAll(positional);
    places.addAll(spans);
    return new Arguments(values, places, named);
  }
}
