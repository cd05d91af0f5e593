package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.module.Constants;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds under which names a module's forward pass reads its inputs: those of {@code @Input} or of a
 * pasted {@code def} line where there are any, else the names that it reads before it gives them a
 * value, in that order.
 */
public final class FreeNames {
  private final Set<String> assigned = new LinkedHashSet<>();
  private final Set<String> free = new LinkedHashSet<>();

  private FreeNames() {}

  public static List<String> of(ModuleDeclaration module) {
    if (!module.inputs().isEmpty()) {
      return module.inputs().stream().map(InputDeclaration::name).toList();
    }
    if (module.forward().isEmpty()) {
      return List.of("x");
    }
    List<Parameter> declared = module.forward().get().program().parameters();
    if (!declared.isEmpty()) {
      return declared.stream().map(Parameter::name).toList();
    }
    FreeNames names = new FreeNames();
    module.fields().forEach(field -> names.assigned.add(field.name()));
    KeywordArguments parameters = module.params().orElse(KeywordArguments.NONE);
    names.assigned.addAll(parameters.required());
    names.assigned.addAll(parameters.values().keySet());
    names.assigned.addAll(List.of("self", "this", "torch", "F", "nn", "math", "torchvision"));
    for (Statement statement : module.forward().get().program().statements()) {
      names.visit(statement);
    }
    return names.free.isEmpty() ? List.of("x") : List.copyOf(names.free);
  }

  private void visit(Statement statement) {
    boolean applies =
        statement instanceof Statement.ExpressionStatement alone
            && alone.value() instanceof Expression.Name name
            && Catalogue.function(name.id()) != null;
    if (!applies) {
      Substatements.read(statement).forEach(this::read);
    }
    Substatements.targets(statement).forEach(this::assign);
    if (statement instanceof Statement.FunctionDef definition) {
      assigned.add(definition.name());
    } else {
      Substatements.blocks(statement).forEach(block -> block.forEach(this::visit));
    }
  }

  private void assign(Expression target) {
    if (target instanceof Expression.Name name) {
      assigned.add(name.id());
    } else if (target instanceof Expression.TupleDisplay tuple) {
      tuple.items().forEach(this::assign);
    } else if (target instanceof Expression.Starred starred) {
      assign(starred.value());
    }
  }

  private void read(Expression expression) {
    if (expression instanceof Expression.Name name) {
      // a function that is not called is no value: the input t hides torch.t
      if (!assigned.contains(name.id()) && Constants.of(name.id()) == null) {
        free.add(name.id());
      }
    } else if (expression instanceof Expression.Call call) {
      if (call.callee() instanceof Expression.Attribute attribute) {
        read(attribute.target());
      }
      call.positional().forEach(this::read);
      call.keywords().forEach(keyword -> read(keyword.value()));
    } else if (expression instanceof Expression.Comprehension made) {
      bound(made.clauses());
      read(made.element());
    } else if (expression instanceof Expression.DictComprehension made) {
      bound(made.clauses());
      read(made.key());
      read(made.value());
    } else if (expression instanceof Expression.Lambda lambda) {
      lambda.parameters().forEach(parameter -> assigned.add(parameter.name()));
      read(lambda.body());
    } else if (expression instanceof Expression.NamedExpression named) {
      read(named.value());
      assigned.add(named.target().id());
    } else {
      Subexpressions.partsOf(expression).forEach(this::read);
    }
  }

  private void bound(List<Expression.Comprehension.Clause> clauses) {
    for (Expression.Comprehension.Clause clause : clauses) {
      read(clause.iterable());
      assign(clause.target());
      clause.conditions().forEach(this::read);
    }
  }
}
