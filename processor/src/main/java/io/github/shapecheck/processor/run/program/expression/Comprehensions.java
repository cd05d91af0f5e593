package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyItems;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.type.ManyIteration;
import io.github.shapecheck.processor.run.program.type.ManyLoop;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes lists, sets, dicts and generators from comprehensions. */
final class Comprehensions {
  private final Evaluation outer;
  private final Machine machine;
  private final Frame frame;
  private final Evaluation evaluator;

  Comprehensions(Evaluation outer) {
    this.outer = outer;
    this.machine = outer.machine();
    this.frame = outer.frame().with(outer.frame().environment().ofComprehension());
    this.evaluator = outer.in(frame);
  }

  Value value(Expression.Comprehension made) {
    Expression.Comprehension.Clause clause = made.clauses().get(0);
    Value all = outer.evaluate(clause.iterable());
    boolean plain = made.clauses().size() == 1 && clause.conditions().isEmpty();
    ManyItems many =
        plain ? new ManyIteration(outer.frame()).of(all, clause.iterable().span()) : null;
    if (many != null) {
      return overMany(made, many);
    }
    Items items = new Items(made.clauses(), all, () -> evaluator.evaluate(made.element()));
    return switch (made.kind()) {
      case LIST -> new ListObject(items.all());
      case SET -> set(items.all());
      case GENERATOR -> new IteratorObject("generator", items);
    };
  }

  private Value overMany(Expression.Comprehension made, ManyItems many) {
    Expression.Comprehension.Clause clause = made.clauses().get(0);
    Targets targets = new Targets(evaluator);
    return new ManyLoop(frame, clause.iterable().span(), many)
        .list(
            item -> {
              targets.assign(clause.target(), item);
              return evaluator.evaluate(made.element());
            });
  }

  private Value set(List<Value> items) {
    items.forEach(machine::requireHashable);
    return new SetObject(items, false);
  }

  Value value(Expression.DictComprehension made) {
    DictObject dict = new DictObject();
    Supplier<Value> entry =
        () -> {
          Value key = evaluator.evaluate(made.key());
          Value value = evaluator.evaluate(made.value());
          machine.requireHashable(key);
          dict.put(key, value);
          return key;
        };
    Value all = outer.evaluate(made.clauses().get(0).iterable());
    new Items(made.clauses(), all, entry).all();
    return dict;
  }

  /** The items one by one, each computed when it is asked for. */
  private final class Items implements Iterator<Value> {
    private final List<Expression.Comprehension.Clause> clauses;
    private final Supplier<Value> element;
    private final Deque<Iterator<Value>> loops = new ArrayDeque<>();
    private final Targets targets = new Targets(evaluator);
    private @Nullable Value ready;

    Items(List<Expression.Comprehension.Clause> clauses, Value first, Supplier<Value> element) {
      this.clauses = clauses;
      this.element = element;
      enter(first);
    }

    private void enter(Value iterable) {
      loops.push(machine.iterate(frame, iterable, clauses.get(loops.size()).iterable().span()));
    }

    @Override
    public boolean hasNext() {
      while (ready == null && !loops.isEmpty()) {
        if (!loops.element().hasNext()) {
          loops.pop();
          continue;
        }
        machine.step();
        Expression.Comprehension.Clause clause = clauses.get(loops.size() - 1);
        targets.assign(clause.target(), loops.element().next());
        if (!holds(clause.conditions())) {
          continue;
        }
        if (loops.size() == clauses.size()) {
          ready = element.get();
        } else {
          enter(evaluator.evaluate(clauses.get(loops.size()).iterable()));
        }
      }
      return ready != null;
    }

    @Override
    public Value next() {
      if (!hasNext() || ready == null) {
        throw new NoSuchElementException();
      }
      Value item = ready;
      ready = null;
      return item;
    }

    List<Value> all() {
      List<Value> items = new ArrayList<>();
      while (hasNext()) {
        items.add(next());
        machine.requireRoom(items.size());
      }
      return items;
    }
  }

  private boolean holds(List<Expression> conditions) {
    for (Expression condition : conditions) {
      Value value = evaluator.evaluate(condition);
      if (!machine.truth(frame, value, condition.span())) {
        return false;
      }
    }
    return true;
  }
}
