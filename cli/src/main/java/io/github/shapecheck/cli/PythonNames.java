package io.github.shapecheck.cli;

import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the class of a Python file that is meant. */
final class PythonNames {
  private final List<String> networks = new ArrayList<>();
  private final List<String> all = new ArrayList<>();

  PythonNames(Program program) {
    for (Statement statement : program.statements()) {
      if (statement instanceof Statement.ClassDef type) {
        all.add(type.name());
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

  /** Whether what is asked for is there, else any network. */
  boolean hold(ModelOptions options) {
    String wanted = options.type;
    return wanted == null
        ? !networks.isEmpty()
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
