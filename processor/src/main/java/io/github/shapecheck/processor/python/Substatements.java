package io.github.shapecheck.processor.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What statements consist of: the expressions that they read, and the blocks in them. */
public final class Substatements {
  private Substatements() {}

  /** All statements in these, those that hold others first. */
  public static List<Statement> of(List<Statement> statements) {
    List<Statement> all = new ArrayList<>();
    for (Statement statement : statements) {
      all.add(statement);
      for (List<Statement> block : blocks(statement)) {
        all.addAll(of(block));
      }
    }
    return all;
  }

  /** The names that statements read, in the blocks in them too. */
  public static Set<String> names(List<Statement> statements) {
    Set<String> names = new HashSet<>();
    for (Statement statement : of(statements)) {
      for (Expression expression : read(statement)) {
        for (Expression part : Subexpressions.of(expression)) {
          if (part instanceof Expression.Name name) {
            names.add(name.id());
          }
        }
      }
    }
    return names;
  }

  /** The names that may be read once a statement in a body has come to its end. */
  public static Set<String> namesAfter(List<Statement> body, Statement statement) {
    Set<String> names = new HashSet<>();
    return addAfter(body, statement, names) ? names : Set.of();
  }

  private static boolean addAfter(List<Statement> body, Statement wanted, Set<String> names) {
    for (int i = 0; i < body.size(); i++) {
      Statement statement = body.get(i);
      boolean found = statement == wanted;
      for (List<Statement> block : found ? List.<List<Statement>>of() : blocks(statement)) {
        found |= addAfter(block, wanted, names);
      }
      if (found) {
        boolean loops = statement instanceof Statement.For || statement instanceof Statement.While;
        names.addAll(names(body.subList(loops && statement != wanted ? i : i + 1, body.size())));
        return true;
      }
    }
    return false;
  }

  public static List<List<Statement>> blocks(Statement statement) {
    if (statement instanceof Statement.ExpressionStatement) {
      return List.of();
    }
    List<List<Statement>> blocks = new ArrayList<>();
    if (statement instanceof Statement.If branches) {
      branches.branches().forEach(branch -> blocks.add(branch.body()));
      blocks.add(branches.otherwise());
    } else if (statement instanceof Statement.For loop) {
      blocks.add(loop.body());
      blocks.add(loop.otherwise());
    } else if (statement instanceof Statement.While loop) {
      blocks.add(loop.body());
      blocks.add(loop.otherwise());
    } else if (statement instanceof Statement.With with) {
      blocks.add(with.body());
    } else if (statement instanceof Statement.Try attempt) {
      blocks.add(attempt.body());
      attempt.handlers().forEach(handler -> blocks.add(handler.body()));
      blocks.add(attempt.otherwise());
      blocks.add(attempt.last());
    } else if (statement instanceof Statement.FunctionDef definition) {
      blocks.add(definition.body());
    } else if (statement instanceof Statement.ClassDef definition) {
      blocks.add(definition.body());
    } else if (statement instanceof Statement.Match match) {
      match.cases().forEach(one -> blocks.add(one.body()));
    }
    return blocks;
  }

  /** The expressions of a statement itself, of which names are read; blocks are not entered. */
  public static List<Expression> read(Statement statement) {
    if (statement instanceof Statement.ExpressionStatement alone) {
      return List.of(alone.value());
    }
    List<Expression> read = new ArrayList<>();
    statement.expression().ifPresent(read::add);
    if (statement instanceof Statement.AugmentedAssign augmented) {
      read.add(augmented.target());
    } else if (statement instanceof Statement.If branches) {
      branches.branches().forEach(branch -> read.add(branch.condition()));
    } else if (statement instanceof Statement.For loop) {
      read.add(loop.iterable());
    } else if (statement instanceof Statement.While loop) {
      read.add(loop.condition());
    } else if (statement instanceof Statement.With with) {
      with.items().forEach(item -> read.add(item.context()));
    } else if (statement instanceof Statement.Assert check) {
      read.add(check.condition());
      add(check.message(), read);
    } else if (statement instanceof Statement.Raise raise) {
      add(raise.exception(), read);
    } else if (statement instanceof Statement.FunctionDef definition) {
      definition.parameters().forEach(parameter -> add(parameter.fallback(), read));
      read.addAll(definition.decorators());
    } else if (statement instanceof Statement.ClassDef definition) {
      read.addAll(definition.bases());
      read.addAll(definition.decorators());
    } else if (statement instanceof Statement.Match match) {
      read.add(match.subject());
      match.cases().forEach(one -> add(one.guard(), read));
    }
    targets(statement).forEach(target -> target(target, read));
    return read;
  }

  /** What a statement itself gives a value to, or takes it from. */
  public static List<Expression> targets(Statement statement) {
    if (statement instanceof Statement.Assign assign) {
      return assign.targets();
    } else if (statement instanceof Statement.AnnotatedAssign assign) {
      return List.of(assign.target());
    } else if (statement instanceof Statement.AugmentedAssign assign) {
      return List.of(assign.target());
    } else if (statement instanceof Statement.For loop) {
      return List.of(loop.target());
    } else if (statement instanceof Statement.Delete delete) {
      return delete.targets();
    }
    List<Expression> targets = new ArrayList<>();
    if (statement instanceof Statement.With with) {
      with.items().forEach(item -> add(item.target(), targets));
    }
    return targets;
  }

  private static void add(@Nullable Expression expression, List<Expression> read) {
    if (expression != null) {
      read.add(expression);
    }
  }

  /** A name that gets a value is not read, what holds an item or an attribute is. */
  private static void target(Expression target, List<Expression> read) {
    if (target instanceof Expression.TupleDisplay tuple) {
      tuple.items().forEach(item -> target(item, read));
    } else if (target instanceof Expression.ListDisplay list) {
      list.items().forEach(item -> target(item, read));
    } else if (target instanceof Expression.Starred starred) {
      target(starred.value(), read);
    } else if (!(target instanceof Expression.Name)) {
      read.add(target);
    }
  }
}
