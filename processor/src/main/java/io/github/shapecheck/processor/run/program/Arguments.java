package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, evaluated.
 *
 * @param spans where the positional ones stand, null for those that stand nowhere
 */
public record Arguments(List<Value> positional, List<@Nullable Span> spans, List<Named> named) {
  private static final List<@Nullable Span> NOWHERE = Collections.singletonList(null);

  public static final Arguments NONE = new Arguments(List.of(), List.of(), List.of());

  /** A keyword argument. */
  public record Named(String name, Value value, @Nullable Span span) {}

  /** One argument that stands nowhere. */
  public static Arguments of(Value value) {
    return new Arguments(List.of(value), NOWHERE, List.of());
  }

  /** Arguments that stand nowhere. */
  public static Arguments of(List<Value> values) {
    return new Arguments(values, Collections.nCopies(values.size(), null), List.of());
  }

  public static Arguments of(
      Value left, @Nullable Span leftSpan, Value right, @Nullable Span rightSpan) {
    List<@Nullable Span> spans = new ArrayList<>(2);
    spans.add(leftSpan);
    spans.add(rightSpan);
    return new Arguments(List.of(left, right), spans, List.of());
  }

  /** Whether one of them is a tensor, or holds some. */
  public boolean holdTensors() {
    return positional.stream().anyMatch(Arguments::isOfTensors)
        || named.stream().anyMatch(argument -> isOfTensors(argument.value()));
  }

  private static boolean isOfTensors(Value value) {
    return value instanceof ListObject list
        ? list.items().stream().anyMatch(Arguments::isOfTensors)
        : value instanceof Opaque opaque ? opaque.made() : !value.allTensors().isEmpty();
  }

  /** These with a keyword argument more. */
  public Arguments with(String name, Value value) {
    List<Named> more = new ArrayList<>(named);
    more.add(new Named(name, value, null));
    return new Arguments(positional, spans, more);
  }

  /** These behind another one. */
  public Arguments after(Value own, @Nullable Span span) {
    Value[] values = new Value[positional.size() + 1];
    @Nullable Span[] places = new Span[values.length];
    values[0] = own;
    places[0] = span;
    for (int i = 1; i < values.length; i++) {
      values[i] = positional.get(i - 1);
      places[i] = spans.get(i - 1);
    }
    return new Arguments(Arrays.asList(values), Arrays.asList(places), named);
  }

  /** These without the first positional one, if there is one. */
  public Arguments rest() {
    return positional.isEmpty()
        ? this
        : new Arguments(
            positional.subList(1, positional.size()), spans.subList(1, spans.size()), named);
  }

  /** With what a call adds to them; what it names takes the place of what has that name. */
  public Arguments and(Arguments second) {
    List<Value> values = new ArrayList<>(positional);
    values.addAll(second.positional());
    List<@Nullable Span> places = new ArrayList<>(spans);
    places.addAll(second.spans());
    List<Named> all = new ArrayList<>(named);
    second.named().forEach(one -> all.removeIf(other -> other.name().equals(one.name())));
    all.addAll(second.named());
    return new Arguments(values, places, all);
  }

  /** The keyword argument of a name, or null. */
  public @Nullable Value get(String name) {
    return named.stream()
        .filter(one -> one.name().equals(name))
        .map(Named::value)
        .findFirst()
        .orElse(null);
  }
}
