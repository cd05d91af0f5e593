package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the names of a forward pass mean: variables first, then fields, then functions.
 */
final class Lookup {
  private static final Set<String> LIBRARIES =
      Set.of("torch", "F", "nn", "functional", "math", "torchvision", "ops", "np");

  private final Frame frame;
  private final Evaluator evaluator;
  private final Members members;

  Lookup(Frame frame, Evaluator evaluator) {
    this.frame = frame;
    this.evaluator = evaluator;
    this.members = new Members(frame.recorder());
  }

  /** The value of a name. */
  Value name(Expression.Name name) {
    Value value = find(name.id());
    if (value != null) {
      return value;
    }
    Function function = Catalogue.function(name.id());
    if (function != null) {
      return new References.Named(function);
    }
    Value constant = Constants.of(name.id());
    if (constant != null) {
      return constant;
    }
    if (frame.reportedOnce(name.id())) {
      frame.report(
          ProblemId.UNKNOWN_NAME, name.span(), "unknown name " + name.id() + near(name.id()));
    }
    return Value.UNKNOWN;
  }

  private @Nullable Value find(String name) {
    Value variable = frame.variables.get(name);
    if (variable != null) {
      return variable;
    }
    if (name.equals("self") || name.equals("this")) {
      return new References.Self(frame.module());
    }
    return members.find(frame.module(), name);
  }

  /**
   * What a call's callee is, where it is a name or a library's; null where nothing of that name is
   * known.
   */
  @Nullable Value callee(Expression callee) {
    if (callee instanceof Expression.Name name) {
      Value value = find(name.id());
      if (value != null) {
        return value;
      }
      Function function = Catalogue.function(name.id());
      return function == null ? InlineLayers.named(name.id()) : new References.Named(function);
    }
    if (callee instanceof Expression.Attribute attribute) {
      boolean torch = attribute.target() instanceof Expression.Name n && n.id().equals("torch");
      Function function =
          torch ? Catalogue.torch(attribute.name()) : Catalogue.function(attribute.name());
      return function == null
          ? InlineLayers.named(attribute.name())
          : new References.Named(function);
    }
    return evaluator.evaluate(callee);
  }

  /** Whether an expression is a library's name such as {@code torch.nn.functional}. */
  boolean isLibrary(Expression expression) {
    if (expression instanceof Expression.Attribute attribute) {
      return isLibrary(attribute.target());
    }
    return expression instanceof Expression.Name name
        && LIBRARIES.contains(name.id())
        && !frame.variables.containsKey(name.id())
        && frame.recorder().field(frame.module().declaration(), name.id()) == null;
  }

  /** The value of {@code target.name}. */
  Value attribute(Expression.Attribute attribute) {
    if (isLibrary(attribute.target())) {
      Value constant = Constants.of(attribute.name());
      Value callee = constant == null ? callee(attribute) : constant;
      if (callee == null) {
        frame.report(
            ProblemId.UNKNOWN_FUNCTION,
            attribute.span(),
            "unknown function " + attribute.name() + near(attribute.name()));
        return Value.UNKNOWN;
      }
      return callee;
    }
    Value target = evaluator.evaluate(attribute.target());
    return attributeOf(target, attribute);
  }

  /** The value of {@code target.name} for a target already computed. */
  Value attributeOf(Value target, Expression.Attribute attribute) {
    if (target instanceof Value.Unknown) {
      return target;
    }
    String name = attribute.name();
    Value value = Attributes.of(target, name, members, frame.recorder());
    if (target instanceof Tensor && value instanceof References.Named transposition) {
      return evaluator.apply(transposition, Arguments.of(target), attribute.span());
    }
    if (value != null) {
      return value;
    }
    if (frame.reportedOnce(attribute.name())) {
      frame.report(
          ProblemId.UNKNOWN_NAME,
          attribute.span(),
          target.kind()
              + " has no "
              + name
              + (target instanceof References.Self ? near(name) : ""));
    }
    return Value.UNKNOWN;
  }

  /** What a field is. */
  Value member(FieldDeclaration field) {
    return members.resolve(frame.module(), field);
  }

  /** A hint at the nearest known name, or nothing. */
  String near(String name) {
    List<String> names = new ArrayList<>(frame.variables.keySet());
    frame.module().declaration().fields().forEach(field -> names.add(field.name()));
    return NearestName.of(name, names)
        .or(() -> Catalogue.nearestFunction(name))
        .map(nearest -> "; did you mean " + nearest + "?")
        .orElse("");
  }
}
