package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Pattern;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names that statements give values to, functions in them not entered. */
public final class Bindings {
  private final Set<String> assigned = new HashSet<>();
  private final Set<String> global = new HashSet<>();
  private final Set<String> nonlocal = new HashSet<>();
  private boolean yields;

  /** The names that statements assign. */
  public static Set<String> of(Collection<Statement> statements) {
    Bindings bindings = new Bindings();
    statements.forEach(bindings::visit);
    return bindings.assigned;
  }

  Set<String> assigned() {
    return assigned;
  }

  Set<String> global() {
    return global;
  }

  Set<String> nonlocal() {
    return nonlocal;
  }

  /** Whether anything is yielded. */
  public boolean yields() {
    return yields;
  }

  /** Looks at one more statement. */
  public void visit(Statement statement) {
    statement.expression().ifPresent(this::read);
    if (statement instanceof Statement.Assign assign) {
      assign.targets().forEach(this::target);
    } else if (statement instanceof Statement.AnnotatedAssign assign) {
      target(assign.target());
    } else if (statement instanceof Statement.AugmentedAssign assign) {
      target(assign.target());
    } else if (statement instanceof Statement.If branches) {
      branches.branches().forEach(branch -> block(branch.condition(), branch.body()));
      block(null, branches.otherwise());
    } else if (statement instanceof Statement.For loop) {
      target(loop.target());
      block(loop.iterable(), loop.body());
      block(null, loop.otherwise());
    } else if (statement instanceof Statement.While loop) {
      block(loop.condition(), loop.body());
      block(null, loop.otherwise());
    } else {
      visitOther(statement);
    }
  }

  private void visitOther(Statement statement) {
    if (statement instanceof Statement.With with) {
      for (Statement.With.Item item : with.items()) {
        target(item.target());
        read(item.context());
      }
      block(null, with.body());
    } else if (statement instanceof Statement.Try attempt) {
      block(null, attempt.body());
      for (Statement.Try.Handler handler : attempt.handlers()) {
        name(handler.name());
        block(null, handler.body());
      }
      block(null, attempt.otherwise());
      block(null, attempt.last());
    } else if (statement instanceof Statement.FunctionDef definition) {
      assigned.add(definition.name());
    } else if (statement instanceof Statement.ClassDef definition) {
      assigned.add(definition.name());
    } else if (statement instanceof Statement.Import imports) {
      imports.names().forEach(each -> name(alias(each)));
    } else if (statement instanceof Statement.ImportFrom imports) {
      imports.names().forEach(each -> name(each.alias() == null ? each.name() : each.alias()));
    } else if (statement instanceof Statement.Global names) {
      global.addAll(names.names());
    } else if (statement instanceof Statement.Nonlocal names) {
      nonlocal.addAll(names.names());
    } else if (statement instanceof Statement.Match match) {
      for (Statement.Match.Case each : match.cases()) {
        pattern(each.pattern());
        block(each.guard(), each.body());
      }
    } else if (statement instanceof Statement.Broken broken) {
      assigned.addAll(broken.names());
    } else if (statement instanceof Statement.Assert check) {
      read(check.condition());
    } else if (statement instanceof Statement.Delete delete) {
      delete.targets().forEach(this::target);
    } else if (statement instanceof Statement.TypeAlias alias) {
      assigned.add(alias.name());
    }
  }

  /** What {@code import a.b as c} calls its module. */
  public static String alias(Statement.Imported imported) {
    String name = imported.name();
    int dot = name.indexOf('.');
    return imported.alias() != null ? imported.alias() : dot < 0 ? name : name.substring(0, dot);
  }

  private void block(@Nullable Expression condition, List<Statement> body) {
    read(condition);
    body.forEach(this::visit);
  }

  private void name(@Nullable String name) {
    if (name != null) {
      assigned.add(name);
    }
  }

  private void target(@Nullable Expression target) {
    if (target instanceof Expression.Name name) {
      assigned.add(name.id());
    } else if (target instanceof Expression.TupleDisplay tuple) {
      tuple.items().forEach(this::target);
    } else if (target instanceof Expression.ListDisplay list) {
      list.items().forEach(this::target);
    } else if (target instanceof Expression.Starred starred) {
      target(starred.value());
    } else {
      read(target);
    }
  }

  private void pattern(@Nullable Pattern pattern) {
    if (pattern instanceof Pattern.Capture capture) {
      name(capture.name());
      pattern(capture.pattern());
    } else if (pattern instanceof Pattern.Sequence sequence) {
      sequence.items().forEach(this::pattern);
    } else if (pattern instanceof Pattern.Star star) {
      name(star.name());
    } else if (pattern instanceof Pattern.Mapping mapping) {
      mapping.entries().forEach(entry -> pattern(entry.pattern()));
      name(mapping.rest());
    } else if (pattern instanceof Pattern.Instance instance) {
      instance.positional().forEach(this::pattern);
      instance.keywords().forEach(keyword -> pattern(keyword.pattern()));
    } else if (pattern instanceof Pattern.Either either) {
      either.alternatives().forEach(this::pattern);
    }
  }

  /** Names that {@code :=} assigns, and whether anything is yielded. */
  private void read(@Nullable Expression expression) {
    if (expression == null) {
      return;
    }
    for (Expression part : Subexpressions.of(expression)) {
      if (part instanceof Expression.NamedExpression named) {
        assigned.add(named.target().id());
      } else if (part instanceof Expression.Yield || part instanceof Expression.YieldFrom) {
        yields = true;
      }
    }
  }
}
