package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Makes lists, sets, dicts and generators from comprehensions. */
final class Comprehensions {
  private final Frame outer;
  private final Machine machine;
  private final Frame frame;
  private final Evaluator evaluator;

  Comprehensions(Frame outer) {
    this.outer = outer;
    this.machine = outer.machine();
    this.frame = outer.with(outer.environment().ofComprehension());
    this.evaluator = new Evaluator(frame);
  }

  Value value(Expression.Comprehension made) {
    List<Value> items = new ArrayList<>();
    run(
        made.clauses(),
        0,
        () -> {
          items.add(evaluator.evaluate(made.element()));
          machine.requireRoom(items.size());
        });
    return switch (made.kind()) {
      case LIST -> new ListObject(items);
      case SET -> new SetObject(items, false);
      case GENERATOR -> new IteratorObject("generator", items.iterator());
    };
  }

  Value value(Expression.DictComprehension made) {
    DictObject dict = new DictObject();
    run(
        made.clauses(),
        0,
        () -> {
          Value key = evaluator.evaluate(made.key());
          machine.comparing().requireHashable(key);
          dict.put(key, evaluator.evaluate(made.value()));
        });
    return dict;
  }

  private void run(List<Expression.Comprehension.Clause> clauses, int at, Runnable element) {
    if (at == clauses.size()) {
      element.run();
      return;
    }
    Expression.Comprehension.Clause clause = clauses.get(at);
    Evaluator from = at == 0 ? new Evaluator(outer) : evaluator;
    Value all = from.evaluate(clause.iterable());
    Iterator<Value> items = machine.iterate(frame, all, clause.iterable().span());
    Targets targets = new Targets(evaluator);
    while (items.hasNext()) {
      machine.step();
      targets.assign(clause.target(), items.next());
      if (holds(clause.conditions())) {
        run(clauses, at + 1, element);
      }
    }
  }

  private boolean holds(List<Expression> conditions) {
    for (Expression condition : conditions) {
      Value value = evaluator.evaluate(condition);
      if (!machine.comparing().truth(frame, value, condition.span(), false)) {
        return false;
      }
    }
    return true;
  }
}
