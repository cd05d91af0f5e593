package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gives values to names, attributes, items and several of them at once. */
public final class Targets {
  private final Evaluation evaluator;
  private final Machine machine;
  private final Frame frame;

  public Targets(Evaluation evaluator) {
    this.evaluator = evaluator;
    this.machine = evaluator.machine();
    this.frame = evaluator.frame();
  }

  public void assign(Expression target, Value value) {
    if (target instanceof Expression.Name name) {
      frame.environment().put(name.id(), value);
    } else if (target instanceof Expression.TupleDisplay tuple) {
      unpack(tuple.items(), value, target);
    } else if (target instanceof Expression.ListDisplay list) {
      unpack(list.items(), value, target);
    } else if (target instanceof Expression.Starred starred) {
      assign(starred.value(), value);
    } else {
      try {
        assignPart(target, value);
      } catch (Raised raised) {
        machine.reportOrThrow(raised, frame, target.span());
      } catch (Lost lost) {
        return; // who holds it is not known either
      }
    }
  }

  private void assignPart(Expression target, Value value) {
    if (target instanceof Expression.Attribute attribute) {
      Value owner = evaluator.evaluate(attribute.target());
      machine.setAttribute(frame, owner, attribute.name(), value, target.span());
    } else if (target instanceof Expression.Subscript subscript) {
      Subscripts subscripts = new Subscripts(evaluator);
      new ChangedParts(evaluator).set(subscripts.part(subscript), value);
    }
  }

  /** {@code target += value}, in which the target's parts are evaluated once. */
  public void augment(Expression target, UnaryOperator<Value> change) {
    if (target instanceof Expression.Subscript subscript) {
      Subscripts subscripts = new Subscripts(evaluator);
      Subscripts.Part part = subscripts.part(subscript);
      new ChangedParts(evaluator).set(part, change.apply(subscripts.get(part)));
    } else if (target instanceof Expression.Attribute attribute) {
      Value owner = evaluator.evaluate(attribute.target());
      Value value = machine.attribute(frame, owner, attribute.name(), target.span());
      machine.setAttribute(frame, owner, attribute.name(), change.apply(value), target.span());
    } else {
      assign(target, change.apply(evaluator.evaluate(target)));
    }
  }

  public void delete(Expression target) {
    if (target instanceof Expression.Name name) {
      if (!frame.environment().remove(name.id())) {
        throw machine.error("NameError", "unknown name " + name.id()).at(frame.place(name.span()));
      }
    } else if (target instanceof Expression.Attribute attribute) {
      machine.deleteAttribute(evaluator.evaluate(attribute.target()), attribute.name());
    } else if (target instanceof Expression.Subscript subscript) {
      new ChangedParts(evaluator).delete(subscript);
    } else if (target instanceof Expression.TupleDisplay tuple) {
      tuple.items().forEach(this::delete);
    }
  }

  private void unpack(List<Expression> targets, Value value, Expression place) {
    List<Value> items = null;
    try {
      items = items(value, targets, place);
    } catch (Raised raised) {
      machine.reportOrThrow(raised, frame, place.span());
    } catch (Lost lost) {
      Value each = lost.value() instanceof Opaque ? lost.value() : Value.UNKNOWN;
      targets.forEach(target -> assign(target, each));
      return;
    }
    if (items == null) {
      targets.forEach(target -> assign(target, Value.UNKNOWN));
      return;
    }
    int star = star(targets);
    int rest = items.size() - targets.size() + 1;
    int next = 0;
    for (int i = 0; i < targets.size(); i++) {
      if (i == star) {
        assign(targets.get(i), new ListObject(items.subList(next, next + rest)));
        next += rest;
      } else {
        assign(targets.get(i), items.get(next++));
      }
    }
  }

  private static int star(List<Expression> targets) {
    int star = -1;
    for (int i = 0; i < targets.size(); i++) {
      star = targets.get(i) instanceof Expression.Starred ? i : star;
    }
    return star;
  }

  private @Nullable List<Value> items(Value value, List<Expression> targets, Expression place) {
    List<Value> items =
        machine.host().unpacked(frame, value, star(targets) < 0 ? targets.size() : -1, place);
    items = items == null ? machine.items(frame, value, place.span()) : items;
    boolean fits =
        star(targets) < 0 ? items.size() == targets.size() : items.size() >= targets.size() - 1;
    if (fits) {
      return items;
    }
    if (machine.host().isDoubtful(items)) {
      return null;
    }
    int values = items.size();
    int names = targets.size();
    throw machine.error(
        "ValueError",
        ProblemId.UNPACK,
        (values == 1 ? "there is 1 value" : "there are " + values + " values")
            + " to unpack into "
            + names
            + (names == 1 ? " name" : " names"));
  }
}
