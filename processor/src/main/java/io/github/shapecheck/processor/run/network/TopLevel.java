package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.python.Bindings;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.FileModule;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Source;
import io.github.shapecheck.processor.run.program.library.Builtins;
import io.github.shapecheck.processor.run.program.statement.Executor;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a Python file outside of functions, each carried out when somebody asks for a
 * name that it gives a value to: training loops and scripts never are.
 */
public final class TopLevel {
  private final Recorder recorder;
  private final PythonFile file;
  private final Frame frame;
  private final Map<String, List<Statement>> binding = new LinkedHashMap<>();
  private final List<Statement.ImportFrom> stars = new ArrayList<>();
  private final Deque<Statement> registrations = new ArrayDeque<>();
  private final Set<Statement> done = Collections.newSetFromMap(new IdentityHashMap<>());
  private final FileModule module;
  private int loading;

  TopLevel(Recorder recorder, PythonFile file, ModuleInstance root) {
    this.recorder = recorder;
    this.file = file;
    Environment environment = Environment.lazy(this::load);
    environment.variables().put("__name__", new Value.Text(file.module()));
    Source source = new Source(file, file.program().lines());
    this.frame = Frame.of(NetworkHost.of(recorder).machine(), source, root, environment);
    this.module = new FileModule(file.module(), environment);
    for (Statement statement : file.program().statements()) {
      index(statement);
    }
  }

  Frame frame() {
    return frame;
  }

  FileModule module() {
    return module;
  }

  PythonFile file() {
    return file;
  }

  /** The names of its classes, in order. */
  List<String> classes() {
    return file.program().statements().stream()
        .filter(Statement.ClassDef.class::isInstance)
        .map(statement -> ((Statement.ClassDef) statement).name())
        .toList();
  }

  /** Tells the syntax errors. */
  void reportSyntax() {
    Scope.of(recorder, frame).reportSyntax(file.program());
  }

  private void index(Statement statement) {
    for (String name : Bindings.of(List.of(statement))) {
      binds(name, statement);
    }
    if (statement instanceof Statement.ExpressionStatement alone
        && alone.value() instanceof Expression.Call call
        && call.callee() instanceof Expression.Name callee
        && callee.id().startsWith("register")) {
      registrations.add(statement);
    }
    for (Statement each : executed(statement)) {
      if (each instanceof Statement.ImportFrom imports
          && imports.names().get(0).name().equals("*")) {
        stars.add(imports);
      }
      String changed = changed(each);
      if (changed != null) {
        binds(changed, statement);
      }
    }
    decorating(statement).forEach(name -> writtenBy(name).forEach(to -> binds(to, statement)));
  }

  private void binds(String name, Statement statement) {
    binding.computeIfAbsent(name, n -> new ArrayList<>()).add(statement);
  }

  /** The names that a definition's decorators are found by. */
  private static List<String> decorating(Statement statement) {
    List<Expression> all =
        statement instanceof Statement.FunctionDef function
            ? function.decorators()
            : statement instanceof Statement.ClassDef type ? type.decorators() : List.of();
    List<String> names = new ArrayList<>();
    for (Expression each : all) {
      Expression callee = each instanceof Expression.Call call ? call.callee() : each;
      String name = callee instanceof Expression.Name plain ? plain.id() : root(callee);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** A decorator may write to itself, where it is a registry, or to variables that it reads. */
  private Set<String> writtenBy(String name) {
    Set<String> written = new LinkedHashSet<>();
    for (Statement made : binding.getOrDefault(name, List.of())) {
      if (made instanceof Statement.FunctionDef function) {
        for (String read : Substatements.names(function.body())) {
          if (isVariable(read)) {
            written.add(read);
          }
        }
      } else if (!(made instanceof Statement.Import)
          && (!(made instanceof Statement.ImportFrom)
              || name.equals(name.toUpperCase(Locale.ROOT)))) {
        written.add(name);
      }
    }
    return written;
  }

  private boolean isVariable(String name) {
    return binding.getOrDefault(name, List.of()).stream()
        .anyMatch(Statement.Assign.class::isInstance);
  }

  /** A statement and those in it that are carried out with it. */
  private static List<Statement> executed(Statement statement) {
    List<Statement> all = new ArrayList<>(List.of(statement));
    if (!(statement instanceof Statement.FunctionDef || statement instanceof Statement.ClassDef)) {
      for (List<Statement> block : Substatements.blocks(statement)) {
        block.forEach(inner -> all.addAll(executed(inner)));
      }
    }
    return all;
  }

  /** The variable of which a statement changes a part, {@code cfg["A"] = ...}; null for none. */
  private @Nullable String changed(Statement statement) {
    if (statement instanceof Statement.Assign assign) {
      return root(assign.targets().get(0));
    }
    if (statement instanceof Statement.AugmentedAssign assign) {
      return root(assign.target());
    }
    if (!(statement instanceof Statement.ExpressionStatement alone
        && alone.value() instanceof Expression.Call call
        && call.callee() instanceof Expression.Attribute method)) {
      return null;
    }
    String name = root(method);
    boolean own = method.target() instanceof Expression.Name; // of an import: sys.exit(...)
    return own && name != null && !isVariable(name) ? null : name;
  }

  private static @Nullable String root(Expression expression) {
    Expression at = expression;
    while (true) {
      if (at instanceof Expression.Attribute attribute) {
        at = attribute.target();
      } else if (at instanceof Expression.Subscript subscript) {
        at = subscript.target();
      } else {
        return at instanceof Expression.Name name && at != expression ? name.id() : null;
      }
    }
  }

  /** Carries out what gives a name its value. */
  private void load(String name) {
    boolean building = recorder.setBuilding(true);
    loading++;
    try {
      for (Statement statement : binding.getOrDefault(name, List.of())) {
        if (done.add(statement)) {
          new Executor(frame).returned(List.of(statement));
        }
      }
      for (Statement.ImportFrom star : stars) {
        if (!frame.environment().variables().containsKey(name) && !binding.containsKey(name)) {
          loadFrom(star, name);
        }
      }
      // they write to other files, and name what this one may still be giving a value to
      while (loading == 1 && !registrations.isEmpty()) {
        new Executor(frame).returned(List.of(registrations.remove()));
      }
    } finally {
      loading--;
      recorder.setBuilding(building);
    }
  }

  /** Whether a module's {@code __all__} names what else would be its own. */
  private static boolean isNamed(Value library, String name) {
    return !name.startsWith("__")
        && library instanceof FileModule file
        && file.environment().get("__all__") instanceof ListObject all
        && all.items().contains(new Value.Text(name));
  }

  private void loadFrom(Statement.ImportFrom star, String name) {
    String dotted = ".".repeat(star.level()) + star.module();
    Value library = NetworkHost.of(recorder).library(frame, dotted);
    Value value =
        library == null
                || name.startsWith("_") && !isNamed(library, name)
                || library instanceof Library && Builtins.named(name) != null
            ? null
            : NetworkHost.of(recorder).machine().find(frame, library, name, star.span());
    if (value != null) {
      frame.environment().variables().put(name, value);
    }
  }
}
