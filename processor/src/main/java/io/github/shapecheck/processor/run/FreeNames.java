package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds under which names a module's forward pass reads its inputs: those of {@code @Input} or of a
 * pasted {@code def} line where there are any, else the names that it reads before it gives them a
 * value, in that order.
 */
final class FreeNames {
  private final Set<String> assigned = new LinkedHashSet<>();
  private final Set<String> free = new LinkedHashSet<>();

  private FreeNames() {}

  static List<String> of(ModuleDeclaration module) {
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
    if (statement instanceof Statement.Assign assign) {
      read(assign.value());
      assign.targets().forEach(this::assign);
    } else if (statement instanceof Statement.AugmentedAssign augmented) {
      read(augmented.value());
      read(augmented.target());
    } else if (statement instanceof Statement.ExpressionStatement expression) {
      boolean applies =
          expression.value() instanceof Expression.Name name
              && Catalogue.function(name.id()) != null;
      read(applies ? null : expression.value());
    } else if (statement instanceof Statement.Return returned) {
      read(returned.value());
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

  private void read(@Nullable Expression expression) {
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
    } else if (expression != null) {
      children(expression).forEach(this::read);
    }
  }

  private static List<Expression> children(Expression expression) {
    List<Expression> children = new ArrayList<>();
    if (expression instanceof Expression.Attribute attribute) {
      children.add(attribute.target());
    } else if (expression instanceof Expression.Binary binary) {
      children.add(binary.left());
      children.add(binary.right());
    } else if (expression instanceof Expression.Comparison comparison) {
      children.add(comparison.left());
      children.add(comparison.right());
    } else if (expression instanceof Expression.Unary unary) {
      children.add(unary.operand());
    } else if (expression instanceof Expression.Starred starred) {
      children.add(starred.value());
    } else if (expression instanceof Expression.TupleDisplay tuple) {
      children.addAll(tuple.items());
    } else if (expression instanceof Expression.ListDisplay list) {
      children.addAll(list.items());
    } else if (expression instanceof Expression.Subscript subscript) {
      children.add(subscript.target());
      children.addAll(subscript.items());
    } else if (expression instanceof Expression.Slice slice) {
      Stream.of(slice.lower(), slice.upper(), slice.step())
          .filter(Objects::nonNull)
          .forEach(children::add);
    }
    return children;
  }
}
