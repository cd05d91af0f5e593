package io.github.shapecheck.processor.python;

import java.util.Collection;
import java.util.HashSet;
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
    Substatements.read(statement).forEach(this::read);
    Substatements.targets(statement).forEach(this::target);
    if (statement instanceof Statement.FunctionDef definition) {
      assigned.add(definition.name());
      return;
    } else if (statement instanceof Statement.ClassDef definition) {
      assigned.add(definition.name());
      return;
    } else if (statement instanceof Statement.Try attempt) {
      attempt.handlers().forEach(handler -> name(handler.name()));
    } else if (statement instanceof Statement.Import imports) {
      imports.names().forEach(each -> name(alias(each)));
    } else if (statement instanceof Statement.ImportFrom imports) {
      imports.names().forEach(each -> name(each.alias() == null ? each.name() : each.alias()));
    } else if (statement instanceof Statement.Global names) {
      global.addAll(names.names());
    } else if (statement instanceof Statement.Nonlocal names) {
      nonlocal.addAll(names.names());
    } else if (statement instanceof Statement.Match match) {
      match.cases().forEach(each -> pattern(each.pattern()));
    } else if (statement instanceof Statement.Broken broken) {
      broken.names().stream().filter(name -> name.indexOf('.') < 0).forEach(assigned::add);
    } else if (statement instanceof Statement.TypeAlias alias) {
      assigned.add(alias.name());
    }
    Substatements.blocks(statement).forEach(block -> block.forEach(this::visit));
  }

  /** What {@code import a.b as c} calls its module. */
  public static String alias(Statement.Imported imported) {
    String name = imported.name();
    int dot = name.indexOf('.');
    return imported.alias() != null ? imported.alias() : dot < 0 ? name : name.substring(0, dot);
  }

  private void name(@Nullable String name) {
    if (name != null) {
      assigned.add(name);
    }
  }

  private void target(Expression target) {
    if (target instanceof Expression.Name name) {
      assigned.add(name.id());
    } else if (target instanceof Expression.TupleDisplay tuple) {
      tuple.items().forEach(this::target);
    } else if (target instanceof Expression.ListDisplay list) {
      list.items().forEach(this::target);
    } else if (target instanceof Expression.Starred starred) {
      target(starred.value());
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
  private void read(Expression expression) {
    for (Expression part : Subexpressions.of(expression)) {
      if (part instanceof Expression.NamedExpression named) {
        assigned.add(named.target().id());
      } else if (part instanceof Expression.Yield || part instanceof Expression.YieldFrom) {
        yields = true;
      }
    }
  }
}
