package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Bindings;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyItems;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Limits;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.expression.Targets;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.run.program.type.ManyIteration;
import io.github.shapecheck.processor.run.program.type.ManyLoop;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Carries out loops, as often as they go round. */
final class Loops {
  /** A loop of which free sizes decide more often whether it goes on is not followed. */
  private static final int MOST_CHOICES = 3;

  private final Frame frame;
  private final Machine machine;
  private final Evaluator evaluator;
  private final Statements statements;

  Loops(Statements statements) {
    this.statements = statements;
    this.frame = statements.frame();
    this.machine = frame.machine();
    this.evaluator = new Evaluator(frame);
  }

  @Nullable Flow run(Statement.For loop) {
    Span span = loop.iterable().span();
    Value all = evaluator.evaluate(loop.iterable());
    ManyItems many = new ManyIteration(frame).of(all, span);
    if (many != null) {
      return overMany(loop, many, loop);
    }
    Iterator<Value> items;
    try {
      items = machine.iterate(frame, all, span);
    } catch (Raised raised) {
      throw raised.at(frame.place(span));
    }
    Targets targets = new Targets(evaluator);
    int rounds = 0;
    while (items.hasNext()) {
      count(frame, ++rounds, span);
      targets.assign(loop.target(), items.next());
      Flow flow = statements.block(loop.body());
      if (flow instanceof Flow.Break) {
        return null;
      }
      if (flow instanceof Flow.Return) {
        return flow;
      }
    }
    return statements.block(loop.otherwise());
  }

  private @Nullable Flow overMany(Statement.For loop, ManyItems many, Statement written) {
    Targets targets = new Targets(evaluator);
    Flow flow =
        new ManyLoop(frame, loop.iterable().span(), many)
            .run(
                item -> {
                  targets.assign(loop.target(), item);
                  return statements.block(loop.body());
                },
                fresh(loop),
                machine.host().readBehind(frame, written));
    return flow == null ? statements.block(loop.otherwise()) : flow;
  }

  /**
   * The names to which a loop that is not run would have done something; of what objects hold
   * nothing is known from here on.
   */
  static Collection<String> changed(Frame frame, Statement loop) {
    Collection<String> names = new ArrayList<>(Bindings.of(List.of(loop)));
    for (String name : new TreeSet<>(Substatements.names(List.of(loop)))) {
      Value value = frame.environment().variables().get(name);
      if (isContainer(value)) {
        names.add(name);
      } else if (value instanceof InstanceObject instance) {
        instance
            .attributes()
            .replaceAll((attribute, held) -> isContainer(held) ? Value.UNKNOWN : held);
      }
    }
    return names;
  }

  private static boolean isContainer(@Nullable Value value) {
    return value instanceof ListObject || value instanceof DictObject;
  }

  /** The names to which each step gives a value before it reads them. */
  private static Set<String> fresh(Statement.For loop) {
    Set<String> fresh = new HashSet<>();
    Set<String> read = new HashSet<>();
    add(loop.target(), read, fresh);
    for (Statement statement : loop.body()) {
      if (statement instanceof Statement.Assign assign) {
        read.addAll(
            Substatements.names(List.of(new Statement.Return(assign.value(), assign.span()))));
        assign.targets().forEach(target -> add(target, read, fresh));
      }
      read.addAll(Substatements.names(List.of(statement)));
    }
    return fresh;
  }

  private static void add(Expression target, Set<String> read, Set<String> fresh) {
    if (target instanceof Expression.Name name && !read.contains(name.id())) {
      fresh.add(name.id());
    } else if (target instanceof Expression.TupleDisplay several) {
      several.items().forEach(item -> add(item, read, fresh));
    }
  }

  @Nullable Flow run(Statement.While loop) {
    CountedLoop counted = CountedLoop.of(loop);
    ManyItems many = counted == null ? null : counted.numbers(evaluator);
    if (counted != null && many != null) {
      return overMany(counted.through(), many, loop);
    }
    Span span = loop.condition().span();
    int rounds = 0;
    int choices = 0;
    boolean open = false;
    while (true) {
      int before = machine.host().choices();
      Value condition = evaluator.evaluate(loop.condition());
      choices += machine.host().choices() - before;
      if (choices > MOST_CHOICES) {
        throw new ManyIteration(frame).lost("a loop that a free size ends", span);
      }
      open |= Comparing.isUncertain(condition);
      if (!machine.goesOn(frame, condition, span)) {
        break;
      }
      count(frame, ++rounds, span);
      Flow flow = statements.block(loop.body());
      if (flow instanceof Flow.Break) {
        return null;
      }
      if (flow instanceof Flow.Return) {
        return flow;
      }
    }
    if (open) {
      machine.host().met(frame, span, loop);
    }
    return statements.block(loop.otherwise());
  }

  /** Counts a round; an exception where there have been too many. */
  static void count(Frame frame, int rounds, Span span) {
    frame.machine().step();
    if (rounds > Limits.MOST_ROUNDS) {
      String message = "this loop runs more than " + Limits.MOST_ROUNDS + " steps";
      throw Raised.limit("RuntimeError", message).at(frame.place(span));
    }
  }
}
