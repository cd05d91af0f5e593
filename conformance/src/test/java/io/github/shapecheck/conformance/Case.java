package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One question for both sides: a layer with its attributes by annotation member (or no layer: ""),
 * the inputs, and the statement of the forward language that is run, in which the layer is called
 * {@code layer}.
 */
record Case(String layer, Map<String, Object> attributes, List<Operand> inputs, String statement) {

  Case {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    inputs = List.copyOf(inputs);
  }

  /** A layer applied to all inputs in turn. */
  static Case layer(String layer, Map<String, Object> attributes, Operand... inputs) {
    String arguments =
        List.of(inputs).stream().map(Operand::name).collect(Collectors.joining(", "));
    return new Case(layer, attributes, List.of(inputs), "layer(" + arguments + ")");
  }

  /** A statement without a layer. */
  static Case function(String statement, Operand... inputs) {
    return new Case("", Map.of(), List.of(inputs), statement);
  }

  boolean has(String member) {
    return attributes.containsKey(member);
  }

  long number(String member) {
    return (Long) attributes.get(member);
  }

  long number(String member, long otherwise) {
    return (Long) attributes.getOrDefault(member, otherwise);
  }

  double real(String member, double otherwise) {
    return (Double) attributes.getOrDefault(member, otherwise);
  }

  boolean flag(String member, boolean otherwise) {
    return (Boolean) attributes.getOrDefault(member, otherwise);
  }

  String text(String member, String otherwise) {
    return (String) attributes.getOrDefault(member, otherwise);
  }

  @SuppressWarnings("unchecked")
  List<Long> numbers(String member) {
    return (List<Long>) attributes.get(member);
  }

  @SuppressWarnings("unchecked")
  List<Double> reals(String member) {
    return (List<Double>) attributes.get(member);
  }

  /** A member with one number for all axes or one per axis. */
  List<Long> axes(String member, int count) {
    List<Long> given = numbers(member);
    return given.size() == 1 ? Collections.nCopies(count, given.get(0)) : given;
  }

  List<Long> axes(String member, int count, long otherwise) {
    return has(member) ? axes(member, count) : Collections.nCopies(count, otherwise);
  }

  Operand input(int index) {
    return inputs.get(index);
  }

  Case with(String member, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(attributes);
    changed.put(member, value);
    return new Case(layer, changed, inputs, statement);
  }

  Case without(String member) {
    Map<String, Object> changed = new LinkedHashMap<>(attributes);
    changed.remove(member);
    return new Case(layer, changed, inputs, statement);
  }

  Case with(int index, Operand operand) {
    List<Operand> changed = new ArrayList<>(inputs);
    changed.set(index, operand);
    return new Case(layer, attributes, changed, statement);
  }

  Case saying(String other) {
    return new Case(layer, attributes, inputs, other);
  }

  @Override
  public String toString() {
    String given =
        attributes.entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining(", ", "@" + layer + "(", ") "));
    return (layer.isEmpty() ? "" : given) + inputs + " " + statement;
  }
}
