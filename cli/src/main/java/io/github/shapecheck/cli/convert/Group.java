package io.github.shapecheck.cli.convert;

import io.github.shapecheck.cli.convert.built.BuiltModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The instances of a Python class that one Java class stands for. */
final class Group {
  private final String name;
  private final List<ModuleContent> instances = new ArrayList<>();
  private GroupNumbers numbers = GroupNumbers.NONE;

  Group(String name) {
    this.name = name;
  }

  /** The Java class. */
  String name() {
    return name;
  }

  List<ModuleContent> instances() {
    return instances;
  }

  /** Decides which numbers are parameters of the class. */
  void settle() {
    numbers = GroupNumbers.of(instances);
  }

  GroupNumbers numbers() {
    return numbers;
  }

  /** What an instance gives to the parameters. */
  Map<String, String> arguments(BuiltModule module) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = 0; i < instances.size(); i++) {
      if (instances.get(i).module() == module) {
        int at = i;
        numbers.parameters().forEach((name, values) -> arguments.put(name, values.get(at)));
      }
    }
    return arguments;
  }
}
