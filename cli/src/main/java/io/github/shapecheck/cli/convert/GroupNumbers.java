package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.Literals;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of a class are its parameters.
 *
 * @param parameters the value for each instance by the parameter's name
 * @param expressions how each number is written, "" for what is the same in all instances
 */
record GroupNumbers(Map<String, List<String>> parameters, List<String> expressions) {
  static final GroupNumbers NONE = new GroupNumbers(Map.of(), List.of());
  private static final int MOST_TIMES = 16;

  static GroupNumbers of(List<ModuleContent> instances) {
    return new Choice(instances).made();
  }

  /** Makes parameters of what differs. */
  private static final class Choice {
    private final List<ModuleContent> instances;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Map<String, List<String>> arguments = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    Choice(List<ModuleContent> instances) {
      this.instances = instances;
      ModuleContent first = instances.get(0);
      taken.addAll(first.edits().names());
      taken.addAll(first.attributes().keySet());
      for (String name : first.attributes().keySet()) {
        List<String> values = instances.stream().map(each -> value(each, name)).toList();
        if (varies(values)) {
          parameters.put(name, values);
        }
      }
      for (String name : first.module().arguments().keySet()) {
        List<String> values = instances.stream().map(each -> argument(each, name)).toList();
        boolean other = taken.contains(name) && !values.equals(parameters.get(name));
        if (!other && varies(values) && !values.contains("")) {
          arguments.put(name, values);
        }
      }
    }

    private static String value(ModuleContent content, String attribute) {
      return content.attributes().getOrDefault(attribute, "None");
    }

    private static String argument(ModuleContent content, String name) {
      Value value = content.module().arguments().get(name);
      String literal = value == null ? null : Literals.of(value);
      return literal == null ? "" : literal;
    }

    private static boolean varies(List<String> values) {
      return values.stream().distinct().count() > 1;
    }

    GroupNumbers made() {
      List<List<Slots.Slot>> slots = instances.stream().map(ModuleContent::slots).toList();
      List<String> expressions = new ArrayList<>();
      for (int i = 0; i < slots.get(0).size(); i++) {
        int at = i;
        List<String> values = slots.stream().map(each -> each.get(at).text()).toList();
        String label = slots.get(0).get(i).label();
        expressions.add(varies(values) ? expression(label, values) : "");
      }
      return new GroupNumbers(Collections.unmodifiableMap(ordered()), expressions);
    }

    /** Parameters in the order of the Python constructor's, others behind them. */
    private Map<String, List<String>> ordered() {
      Map<String, List<String>> ordered = new LinkedHashMap<>();
      arguments.keySet().forEach(name -> move(name, ordered));
      parameters.keySet().forEach(name -> move(name, ordered));
      return ordered;
    }

    private void move(String name, Map<String, List<String>> into) {
      List<String> values = parameters.get(name);
      if (values != null) {
        into.putIfAbsent(name, values);
      }
    }

    private String expression(String label, List<String> values) {
      String known = named(values, parameters);
      String argument = known == null ? named(values, arguments) : null;
      if (argument != null) {
        parameters.put(argument, values);
        return argument;
      }
      if (known != null) {
        return known;
      }
      Map<String, List<String>> candidates = new LinkedHashMap<>(parameters);
      candidates.putAll(arguments);
      for (Map.Entry<String, List<String>> each : candidates.entrySet()) {
        for (int times = 2; times <= MOST_TIMES; times++) {
          if (isMultiple(values, each.getValue(), times)) {
            parameters.put(each.getKey(), each.getValue());
            return times + " * " + each.getKey();
          }
        }
      }
      String name = label.replaceAll("\\W", "_");
      while (taken.contains(name) || parameters.containsKey(name) || arguments.containsKey(name)) {
        name += "_";
      }
      parameters.put(name, values);
      return name;
    }

    private static @Nullable String named(
        List<String> values, Map<String, List<String>> candidates) {
      for (Map.Entry<String, List<String>> each : candidates.entrySet()) {
        if (each.getValue().equals(values)) {
          return each.getKey();
        }
      }
      return null;
    }

    private static boolean isMultiple(List<String> values, List<String> of, int times) {
      for (int i = 0; i < values.size(); i++) {
        if (!values.get(i).matches("\\d{1,9}")
            || !of.get(i).matches("\\d{1,9}")
            || Long.parseLong(values.get(i)) != times * Long.parseLong(of.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
