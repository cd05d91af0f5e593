package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of an operation, written as in Python: {@code "input, kernel_size, stride=None, *,
 * dim=-1"}. {@code *sizes} takes all positional arguments that follow, {@code **lengths} all other
 * keyword arguments; {@code kernel_size:k|value} says that the annotation's member {@code k}
 * carries it, or else {@code value}.
 */
public final class Signature {
  private final Parameter[] parameters;
  private final List<String> names;
  private final List<String> members;
  private final Map<String, Integer> indices = new HashMap<>();

  private Signature(Parameter[] parameters) {
    this.parameters = parameters;
    String[] nameOf = new String[parameters.length];
    String[] memberOf = new String[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      nameOf[i] = parameters[i].name();
      memberOf[i] = parameters[i].member();
      indices.putIfAbsent(nameOf[i], i);
    }
    this.names = List.of(nameOf);
    this.members = List.of(memberOf);
  }

  public static Signature of(String text) {
    List<Parameter> found = new ArrayList<>();
    boolean keywordOnly = false;
    for (String piece : text.isEmpty() ? new String[0] : text.split(",")) {
      String part = piece.strip();
      if (part.equals("*")) {
        keywordOnly = true;
        continue;
      }
      boolean keywords = part.startsWith("**");
      boolean rest = part.startsWith("*") && !keywords;
      String[] sides = part.substring(keywords ? 2 : rest ? 1 : 0).split("=", 2);
      String[] names = sides[0].split(":", 2);
      Value fallback =
          keywords
              ? new Value.Sequence(List.of(), true)
              : sides.length == 2 ? constant(sides[1]) : null;
      String[] members = names[names.length - 1].split("\\|", 2);
      found.add(
          new Parameter(
              names[0],
              members[0],
              members[members.length - 1],
              fallback,
              keywordOnly || keywords,
              rest,
              keywords));
      keywordOnly |= rest;
    }
    return new Signature(found.toArray(new Parameter[0]));
  }

  private static Value constant(String text) {
    return switch (text) {
      case "None" -> Value.NONE;
      case "True", "False" -> new Value.Bool(text.equals("True"));
      default ->
          text.startsWith("'")
              ? new Value.Text(text.substring(1, text.length() - 1))
              : text.contains(".") || text.contains("e")
                  ? new Value.Real(Double.parseDouble(text))
                  : Value.Int.of(Long.parseLong(text));
    };
  }

  /** These parameters and then the other's. */
  Signature then(Signature other) {
    Parameter[] all = Arrays.copyOf(parameters, parameters.length + other.parameters.length);
    System.arraycopy(other.parameters, 0, all, parameters.length, other.parameters.length);
    return new Signature(all);
  }

  public int size() {
    return parameters.length;
  }

  Parameter get(int index) {
    return parameters[index];
  }

  /** The place of a parameter by PyTorch's name, -1 where there is none. */
  public int indexOf(String name) {
    return indices.getOrDefault(name, -1);
  }

  /** The parameters from a place on that may be given by their places. */
  public List<String> positionalFrom(int first) {
    return Arrays.stream(parameters)
        .skip(first)
        .filter(parameter -> !parameter.keywordOnly())
        .map(Parameter::name)
        .toList();
  }

  /** The place of the parameter that takes all other keyword arguments, -1 where there is none. */
  public int keywords() {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].keywords()) {
        return i;
      }
    }
    return -1;
  }

  /** The place of the parameter that an annotation member carries, -1 where there is none. */
  public int indexOfMember(String member) {
    return members.indexOf(member);
  }

  /** PyTorch's names in order. */
  public List<String> names() {
    return names;
  }

  /** The other member that may carry a parameter, or the same. */
  public String alternative(int index) {
    return parameters[index].alternative();
  }

  /** The annotation members in order. */
  public List<String> members() {
    return members;
  }
}
