package io.github.shapecheck.cli;

import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the class of a Python file that is meant. */
final class PythonNames {
  private final List<String> networks = new ArrayList<>();
  private final List<String> all = new ArrayList<>();
  private final Map<String, List<String>> required = new HashMap<>();

  PythonNames(Program program) {
    for (Statement statement : program.statements()) {
      if (statement instanceof Statement.ClassDef type) {
        all.add(type.name());
        required.put(type.name(), required(type));
        if (type.body().stream().anyMatch(PythonNames::isForward)) {
          networks.add(type.name());
        }
      } else if (statement instanceof Statement.FunctionDef function) {
        all.add(function.name());
      } else if (statement instanceof Statement.ImportFrom imports) {
        for (Statement.Imported name : imports.names()) {
          String alias = name.alias();
          all.add(alias == null ? name.name() : alias);
        }
      }
    }
  }

  private static boolean isForward(Statement member) {
    return member instanceof Statement.FunctionDef method && method.name().equals("forward");
  }

  /** What a class is not made without. */
  private static List<String> required(Statement.ClassDef type) {
    return type.body().stream()
        .filter(Statement.FunctionDef.class::isInstance)
        .map(Statement.FunctionDef.class::cast)
        .filter(method -> method.name().equals("__init__"))
        .flatMap(method -> method.parameters().stream().skip(1)) // self
        .filter(
            one ->
                one.fallback() == null
                    && one.kind() != Parameter.Kind.VAR_POSITIONAL
                    && one.kind() != Parameter.Kind.VAR_KEYWORD)
        .map(Parameter::name)
        .toList();
  }

  /** What a class needs that no argument gives. */
  List<String> missing(String type, ModelOptions options) {
    return options.with == null ? required.getOrDefault(type, List.of()) : List.of();
  }

  /** Why a file is left out of several. */
  String reason(ModelOptions options) {
    String first = networks.isEmpty() ? "" : networks.get(0);
    return options.type == null && !missing(first, options).isEmpty()
        ? first + " needs " + String.join(", ", missing(first, options)) + ", which --with gives"
        : "it has no " + options.wanted();
  }

  /** Whether what is asked for is there, else any network. */
  boolean hold(ModelOptions options) {
    String wanted = options.type;
    return wanted == null
        ? networks.stream().anyMatch(network -> missing(network, options).isEmpty())
        : networks.contains(wanted) || all.contains(wanted) || all.contains("*");
  }

  /** The class or function that was asked for, else the only network there is. */
  String chosen(@Nullable String wanted) {
    if (wanted == null) {
      if (networks.size() == 1) {
        return networks.get(0);
      }
      throw new WrongUse(
          networks.isEmpty()
              ? "the file has no class with a forward; --class names what makes the model"
              : "--class picks one of " + String.join(", ", networks));
    } else if (!all.contains(wanted) && !all.contains("*")) {
      throw new WrongUse(
          "the file has no class or function "
              + wanted
              + NearestName.of(wanted, all)
                  .map(near -> "; did you mean " + near + "?")
                  .orElse(networks.isEmpty() ? "" : "; it has " + String.join(", ", networks)));
    }
    return wanted;
  }
}
