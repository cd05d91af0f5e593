package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.python.Code;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.LargeInteger;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.library.Builtins;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the value of an expression. */
public final class Evaluator implements Evaluation {
  private interface Rule<E extends Expression> {
    Value value(Evaluator evaluator, E expression);
  }

  /** What few models write; who writes none of it loads nothing of it. */
  private static final class Seldom {
    private static final Map<Class<? extends Expression>, Rule<Expression>> RULES = new HashMap<>();

    static {
      rule(Expression.BigIntLiteral.class, (e, big) -> LargeInteger.of(big.value()));
      rule(Expression.FloatLiteral.class, (e, literal) -> new Value.Real(literal.value()));
      rule(Expression.ImaginaryLiteral.class, (e, literal) -> Value.COMPLEX);
      rule(Expression.BytesLiteral.class, (e, literal) -> new Value.Text(literal.value()));
      rule(Expression.FormattedString.class, (e, text) -> new FormattedStrings(e).value(text));
      rule(Expression.FormattedValue.class, (e, one) -> new FormattedStrings(e).value(one));
      rule(Expression.ListDisplay.class, (e, list) -> new ListObject(e.evaluateAll(list.items())));
      rule(Expression.SetDisplay.class, (e, set) -> e.set(e.evaluateAll(set.items())));
      rule(Expression.DictDisplay.class, (e, dict) -> e.dict(dict));
      rule(Expression.Comprehension.class, (e, made) -> new Comprehensions(e).value(made));
      rule(Expression.DictComprehension.class, (e, made) -> new Comprehensions(e).value(made));
      rule(Expression.Unary.class, (e, unary) -> new Operations(e).unary(unary));
      rule(Expression.Not.class, (e, not) -> new Operations(e).not(not));
      rule(Expression.Binary.class, (e, binary) -> new Operations(e).binary(binary));
      rule(Expression.BooleanOperation.class, (e, all) -> new Operations(e).logic(all));
      rule(Expression.Comparison.class, (e, one) -> new Operations(e).comparison(one));
      rule(Expression.ComparisonChain.class, (e, chain) -> new Operations(e).chain(chain));
      rule(Expression.Conditional.class, (e, either) -> e.conditional(either));
      rule(Expression.NamedExpression.class, (e, named) -> e.named(named));
      rule(Expression.Lambda.class, (e, lambda) -> e.function(code(lambda)));
      rule(Expression.Slice.class, (e, slice) -> e.slice(slice));
      rule(Expression.Yield.class, (e, yield) -> e.yield(yield));
      rule(Expression.YieldFrom.class, (e, yield) -> e.yieldFrom(yield));
      rule(Expression.Await.class, (e, await) -> e.evaluate(await.value()));
    }

    @SuppressWarnings("unchecked") // the class is that of the expression the rule is given
    private static <E extends Expression> void rule(Class<E> type, Rule<E> rule) {
      RULES.put(type, (Rule<Expression>) rule);
    }
  }

  private final Frame frame;
  private final Machine machine;

  public Evaluator(Frame frame) {
    this.frame = frame;
    this.machine = frame.machine();
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public Evaluation in(Frame other) {
    return new Evaluator(other);
  }

  @Override
  public Value evaluate(Expression expression) {
    try {
      return value(expression);
    } catch (Raised raised) {
      machine.reportOrThrow(raised, frame, expression.span());
      return Value.UNKNOWN;
    } catch (Lost lost) {
      return lost.value() instanceof Opaque opaque ? opaque.derived() : lost.value();
    } catch (ArithmeticException overflow) {
      machine.reportOrThrow(machine.overflow(overflow), frame, expression.span());
      return Value.UNKNOWN;
    }
  }

  private Value value(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return name(name);
    } else if (expression instanceof Expression.Call call) {
      return new CallExpressions(this).value(call);
    } else if (expression instanceof Expression.Attribute attribute) {
      return attribute(attribute);
    } else if (expression instanceof Expression.IntLiteral literal) {
      return Value.Int.of(machine.host().value(literal));
    } else if (expression instanceof Expression.StringLiteral literal) {
      return new Value.Text(literal.value());
    } else if (expression instanceof Expression.Constant constant) {
      return constant(constant.kind());
    } else if (expression instanceof Expression.TupleDisplay tuple) {
      return new Value.Sequence(evaluateAll(tuple.items()), true);
    } else if (expression instanceof Expression.Subscript part) {
      return subscript(part);
    } else if (expression instanceof Expression.Starred starred) {
      return evaluate(starred.value());
    }
    Rule<Expression> rule = Seldom.RULES.get(expression.getClass());
    return rule == null ? Value.UNKNOWN : rule.value(this, expression);
  }

  private static Value constant(Expression.Constant.Kind kind) {
    return switch (kind) {
      case TRUE -> Comparing.bool(true);
      case FALSE -> Comparing.bool(false);
      case NONE -> Value.NONE;
      case ELLIPSIS -> new Value.Ellipsis();
    };
  }

  private Value name(Expression.Name name) {
    Value value = lookup(name.id());
    if (value != null) {
      return value;
    }
    Raised unknown =
        frame.environment().isUnbound(name.id())
            ? machine.error("UnboundLocalError", name.id() + " has no value yet")
            : machine.error(
                "NameError",
                "unknown name " + name.id() + machine.host().hint(frame, null, name.id()));
    if (machine.handlers() == 0) {
      frame.environment().put(name.id(), Value.UNKNOWN); // it is told once
    }
    throw unknown;
  }

  @Override
  public @Nullable Value lookup(String name) {
    Value value = frame.environment().get(name);
    if (value != null) {
      return value;
    }
    if (frame.environment().isUnbound(name)) {
      return null;
    }
    Value hosts = machine.host().name(frame, name);
    return hosts == null ? Builtins.named(name) : hosts;
  }

  @Override
  public List<Value> evaluateAll(List<Expression> expressions) {
    List<Value> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      evaluateInto(values, expression);
    }
    return values;
  }

  /** The value of an item, or of {@code *items} all of them. */
  private void evaluateInto(List<Value> values, Expression expression) {
    if (expression instanceof Expression.Starred starred) {
      Value all = evaluate(starred.value());
      try {
        values.addAll(machine.items(frame, all, starred.span()));
      } catch (Lost lost) {
        values.add(lost.value());
      }
    } else {
      values.add(evaluate(expression));
    }
  }

  private Value set(List<Value> items) {
    items.forEach(machine::requireHashable);
    return new SetObject(items, false);
  }

  private Value dict(Expression.DictDisplay display) {
    DictObject dict = new DictObject();
    for (Expression.DictDisplay.Entry entry : display.entries()) {
      if (entry.key() == null) {
        dict.putAll(machine.mapping(frame, evaluate(entry.value()), entry.value().span()));
      } else {
        Value key = evaluate(entry.key());
        Value value = evaluate(entry.value());
        machine.requireHashable(key);
        dict.put(key, value);
      }
    }
    return dict;
  }

  private Value conditional(Expression.Conditional either) {
    Value condition = evaluate(either.condition());
    Span span = either.condition().span();
    boolean holds = machine.truth(frame, condition, span);
    Value value = evaluate(holds ? either.value() : either.otherwise());
    if (Comparing.isUncertain(condition)) {
      machine.host().met(frame, span, value);
    }
    return value;
  }

  private Value named(Expression.NamedExpression named) {
    Value value = evaluate(named.value());
    Environment environment = frame.environment();
    while (environment.isComprehension() && environment.enclosing() != null) {
      environment = environment.enclosing();
    }
    environment.put(named.target().id(), value);
    return value;
  }

  private static Code code(Expression.Lambda lambda) {
    Statement body = new Statement.Return(lambda.body(), lambda.body().span());
    return Code.of("<lambda>", lambda.parameters(), List.of(body));
  }

  /** A function with its defaults. */
  public FunctionObject function(Code code) {
    Map<String, Value> defaults = new LinkedHashMap<>();
    code.parameters()
        .forEach(
            parameter -> {
              if (parameter.fallback() != null) {
                defaults.put(parameter.name(), evaluate(parameter.fallback()));
              }
            });
    return new FunctionObject(code, defaults, frame, frame.environment().forFunctions());
  }

  private Value attribute(Expression.Attribute attribute) {
    Value target = evaluate(attribute.target());
    return machine.attribute(frame, target, attribute.name(), attribute.span());
  }

  private Value subscript(Expression.Subscript written) {
    Subscripts subscripts = new Subscripts(this);
    return subscripts.get(subscripts.part(written));
  }

  private Value slice(Expression.Slice slice) {
    return new Value.Slice(part(slice.lower()), part(slice.upper()), part(slice.step()));
  }

  private Value part(@Nullable Expression expression) {
    return expression == null ? Value.NONE : evaluate(expression);
  }

  private Value yield(Expression.Yield yield) {
    if (frame.yielded() != null) {
      frame.yielded().add(part(yield.value()));
    }
    return Value.NONE;
  }

  private Value yieldFrom(Expression.YieldFrom yield) {
    if (frame.yielded() != null) {
      frame.yielded().addAll(machine.items(frame, evaluate(yield.iterable()), yield.span()));
    }
    return Value.NONE;
  }
}
