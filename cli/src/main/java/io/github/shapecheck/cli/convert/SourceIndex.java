package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.python.Code;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds where the functions and classes of a program are written. */
final class SourceIndex {
  private static final Pattern DOCSTRING = Pattern.compile("\\s*[rR]?\"{3}([^\"]+)(?:\"{3})?\\s*");

  private final Map<List<Statement>, Definition> byBody = new IdentityHashMap<>();
  private final Map<Expression, LambdaText> lambdas = new IdentityHashMap<>();
  private final Map<String, Definition> classes = new HashMap<>();
  private final Map<PythonFile, Map<String, String>> imports = new HashMap<>();

  SourceIndex(Collection<PythonFile> files) {
    files.forEach(file -> visit(file, file.program().statements(), null));
  }

  private void visit(
      PythonFile file, Collection<Statement> statements, Statement.@Nullable ClassDef owner) {
    for (Statement statement : statements) {
      Expressions.of(
          statement,
          part -> {
            if (part instanceof Expression.Lambda lambda) {
              lambdas.put(lambda.body(), new LambdaText(file, lambda));
            }
          });
      if (statement instanceof Statement.Import || statement instanceof Statement.ImportFrom) {
        imported(statement, imports.computeIfAbsent(file, f -> new HashMap<>()));
      } else if (statement instanceof Statement.FunctionDef function) {
        byBody.put(function.body(), new Definition(file, function, owner));
        visit(file, function.body(), null);
      } else if (statement instanceof Statement.ClassDef type) {
        classes.put(type.name(), whole(file, type));
        visit(file, type.body(), type);
      } else {
        Substatements.blocks(statement).forEach(block -> visit(file, block, owner));
      }
    }
  }

  /** Where a function is written; null for a lambda. */
  @Nullable Definition of(FunctionObject function) {
    return byBody.get(function.code().body());
  }

  /** Where a class is written, as a function that holds nothing else; null where none is found. */
  @Nullable Definition of(ClassObject type) {
    Definition first = methods(type).values().stream().findFirst().orElse(null);
    Statement.ClassDef found = first == null ? null : first.owner();
    Definition other = classes.get(type.name());
    return first == null || found == null ? other : whole(first.file(), found);
  }

  private static Definition whole(PythonFile file, Statement.ClassDef type) {
    return new Definition(file, around(type.name(), type, type.decorators()), null);
  }

  private static Statement.FunctionDef around(
      String name, Statement statement, List<Expression> decorators) {
    Code code = Code.of(name, List.of(), List.of(statement));
    return new Statement.FunctionDef(code, decorators, statement.span());
  }

  private static void imported(Statement statement, Map<String, String> into) {
    if (statement instanceof Statement.Import all) {
      for (Statement.Imported one : all.names()) {
        String alias = one.alias();
        into.put(
            alias == null ? one.name() : alias,
            "import " + one.name() + (alias == null ? "" : " as " + alias));
      }
    } else if (statement instanceof Statement.ImportFrom from && from.level() == 0) {
      for (Statement.Imported one : from.names()) {
        String alias = one.alias();
        into.put(
            alias == null ? one.name() : alias,
            "from "
                + from.module()
                + " import "
                + one.name()
                + (alias == null ? "" : " as " + alias));
      }
    }
  }

  /** The statement by which a file gives a name its value, as a function; null for none. */
  @Nullable Definition assigned(PythonFile file, String name) {
    for (Statement statement : file.program().statements()) {
      if (statement instanceof Statement.Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Expression.Name target
          && target.id().equals(name)) {
        return new Definition(file, around(name, assign, List.of()), null);
      }
    }
    return null;
  }

  /** The statement by which a file imports a name; null for none. */
  @Nullable String importOf(PythonFile file, String name) {
    return imports.getOrDefault(file, Map.of()).get(name);
  }

  /** Where a lambda is written; null for other functions. */
  @Nullable LambdaText lambda(FunctionObject function) {
    return function.code().body().size() == 1
            && function.code().body().get(0) instanceof Statement.Return returned
        ? lambdas.get(returned.value())
        : null;
  }

  /** The first line of a class's docstring; "" where it has none that stands in one. */
  String docstring(ClassObject type) {
    Definition first = methods(type).values().stream().findFirst().orElse(null);
    Statement.ClassDef owner = first == null ? null : first.owner();
    if (first == null || owner == null) {
      return "";
    }
    List<String> lines = first.file().program().lines();
    int next = owner.span().line();
    Matcher quoted = DOCSTRING.matcher(next < lines.size() ? lines.get(next) : "");
    return quoted.matches() ? quoted.group(1).strip() : "";
  }

  /** The functions in the body of a class by name, properties and the like among them. */
  Map<String, Definition> methods(ClassObject type) {
    Map<String, Definition> methods = new LinkedHashMap<>();
    for (Value member : type.members().values()) {
      Definition one = member instanceof FunctionObject function ? of(function) : null;
      Statement.ClassDef owner = one == null ? null : one.owner();
      if (one != null && owner != null && owner.name().equals(type.name())) {
        collect(one.file(), owner, owner.body(), methods);
        return methods;
      }
    }
    return methods;
  }

  private static void collect(
      PythonFile file,
      Statement.ClassDef owner,
      Collection<Statement> body,
      Map<String, Definition> methods) {
    for (Statement statement : body) {
      if (statement instanceof Statement.FunctionDef function) {
        methods.put(function.name(), new Definition(file, function, owner));
      } else if (!(statement instanceof Statement.ClassDef)) {
        Substatements.blocks(statement).forEach(block -> collect(file, owner, block, methods));
      }
    }
  }
}
