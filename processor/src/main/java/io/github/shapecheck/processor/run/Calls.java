package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the values of calls: of fields, functions, methods and Python's own functions. */
final class Calls {
  private final Frame frame;
  private final Evaluator evaluator;
  private final Lookup lookup;

  Calls(Frame frame, Evaluator evaluator, Lookup lookup) {
    this.frame = frame;
    this.evaluator = evaluator;
    this.lookup = lookup;
  }

  Value value(Expression.Call call) {
    if (call.callee() instanceof Expression.Attribute attribute
        && !lookup.isLibrary(attribute.target())) {
      Value target = evaluator.evaluate(attribute.target());
      return target instanceof Value.Reference
          ? evaluator.apply(lookup.attributeOf(target, attribute), arguments(call), call.span())
          : method(target, attribute, arguments(call), call.span());
    }
    Value callee = lookup.callee(call.callee());
    Arguments arguments = arguments(call);
    boolean plain = callee == null || callee instanceof References.Named;
    Value value = plain ? Builtins.call(call.callee(), arguments) : null;
    if (value != null) {
      return value;
    }
    return callee == null
        ? unknownFunction(call.callee())
        : evaluator.apply(callee, arguments, call.span());
  }

  private Value unknownFunction(Expression callee) {
    String name =
        callee instanceof Expression.Attribute attribute
            ? attribute.name()
            : callee instanceof Expression.Name plain ? plain.id() : "";
    frame.report(
        ProblemId.UNKNOWN_FUNCTION, callee.span(), "unknown function " + name + lookup.near(name));
    return Value.UNKNOWN;
  }

  private Value method(Value own, Expression.Attribute callee, Arguments arguments, Span span) {
    if (own instanceof Value.Sequence list) {
      Lists.Change change = Lists.call(list, callee.name(), arguments.positional());
      if (change != null) {
        if (callee.target() instanceof Expression.Name name) {
          frame.variables.put(name.id(), change.list());
        }
        return change.result();
      }
    }
    Function method = Catalogue.method(callee.name());
    if (own instanceof Value.Unknown) {
      boolean typo = method == null && Catalogue.nearestFunction(callee.name()).isPresent();
      if (!typo || callee.name().length() < 4) {
        return own;
      }
    }
    if (method == null) {
      String near =
          Catalogue.nearestFunction(callee.name()).map(n -> "; did you mean " + n + "?").orElse("");
      frame.report(
          ProblemId.UNKNOWN_FUNCTION, callee.span(), "unknown method " + callee.name() + near);
      return Value.UNKNOWN;
    }
    return evaluator.apply(
        new References.Named(method), arguments.after(own, callee.target().span()), span);
  }

  private Arguments arguments(Expression.Call call) {
    List<Value> values = new ArrayList<>(call.positional().size());
    List<@Nullable Span> spans = new ArrayList<>(call.positional().size());
    for (Expression argument : call.positional()) {
      evaluator.evaluateInto(values, argument);
      while (spans.size() < values.size()) {
        spans.add(argument.span());
      }
    }
    if (call.keywords().isEmpty()) {
      return new Arguments(values, spans, List.of());
    }
    List<Arguments.Named> named = new ArrayList<>(call.keywords().size());
    for (Expression.KeywordArgument keyword : call.keywords()) {
      named.add(
          new Arguments.Named(
              keyword.name(), evaluator.evaluate(keyword.value()), keyword.value().span()));
    }
    return new Arguments(values, spans, named);
  }
}
