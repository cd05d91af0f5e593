package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.type.Attributes;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the values of calls. */
final class CallExpressions {
  private final Evaluation evaluator;
  private final Frame frame;
  private final Machine machine;

  CallExpressions(Evaluation evaluator) {
    this.evaluator = evaluator;
    this.frame = evaluator.frame();
    this.machine = evaluator.machine();
  }

  Value value(Expression.Call call) {
    if (call.callee() instanceof Expression.Name name && name.id().equals("super")) {
      Value own = frame.environment().get("super");
      if (own == null) {
        return new Superclasses(frame).of(arguments(call));
      }
    }
    Value callee = callee(call.callee());
    Arguments arguments = arguments(call);
    if (callee instanceof BoundMethod bound
        && call.callee() instanceof Expression.Attribute attribute) {
      Arguments all = arguments.after(bound.self(), attribute.target().span());
      Value result = machine.call(frame, bound.function(), all, call.span());
      if (attribute.name().endsWith("_") && bound.self() instanceof Tensor before) {
        changed(attribute.target(), before, result);
      }
      return result;
    }
    return machine.call(frame, callee, arguments, call.span());
  }

  /** {@code x.transpose_(1, 2)}: whoever holds the tensor sees its new shape and values. */
  private void changed(Expression target, Tensor before, Value result) {
    if (!(result instanceof Tensor made)) {
      return;
    }
    boolean same = made.shape().equals(before.shape());
    Tensor after = same ? before.holding(made.numbers()) : made;
    if (after.equals(before)) {
      return;
    }
    Environment at = frame.environment();
    at.variables().replaceAll((name, value) -> value == before ? after : value);
    if (target instanceof Expression.Attribute || target instanceof Expression.Subscript) {
      new Targets(evaluator).assign(target, after);
    }
  }

  private Value callee(Expression callee) {
    if (callee instanceof Expression.Attribute attribute) {
      Value target = evaluator.evaluate(attribute.target());
      try {
        Value value =
            target instanceof Value.Unknown
                ? machine.host().methodOfUnknown(attribute.name())
                : machine.find(frame, target, attribute.name(), attribute.span());
        if (value != null) {
          return value;
        }
        throw Attributes.missing(frame, target, attribute.name(), true);
      } catch (Raised raised) {
        machine.reportOrThrow(raised, frame, attribute.span());
        return Value.UNKNOWN;
      }
    }
    if (callee instanceof Expression.Name name && evaluator.lookup(name.id()) == null) {
      String hint = machine.host().hint(frame, null, name.id());
      machine.reportOrThrow(
          machine.error(
              "NameError", ProblemId.UNKNOWN_FUNCTION, "unknown function " + name.id() + hint),
          frame,
          name.span());
      return Value.UNKNOWN;
    }
    return evaluator.evaluate(callee);
  }

  private Arguments arguments(Expression.Call call) {
    List<Value> values = new ArrayList<>(call.positional().size());
    List<@Nullable Span> spans = new ArrayList<>(call.positional().size());
    for (Expression argument : call.positional()) {
      if (argument instanceof Expression.Starred) {
        values.addAll(evaluator.evaluateAll(List.of(argument)));
      } else {
        values.add(evaluator.evaluate(argument));
      }
      while (spans.size() < values.size()) {
        spans.add(argument.span());
      }
    }
    if (call.keywords().isEmpty()) {
      return new Arguments(values, spans, List.of());
    }
    List<Arguments.Named> named = new ArrayList<>(call.keywords().size());
    for (Expression.KeywordArgument keyword : call.keywords()) {
      Value value = evaluator.evaluate(keyword.value());
      Span span = keyword.value().span();
      if (!keyword.isUnpacked()) {
        named.add(new Arguments.Named(keyword.name(), value, span));
        continue;
      }
      for (DictObject.Entry entry : machine.mapping(frame, value, span).entries()) {
        String key = entry.key() instanceof Value.Text text ? text.value() : "";
        named.add(new Arguments.Named(key, entry.value(), span));
      }
    }
    return new Arguments(values, spans, named);
  }
}
