package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Bindings;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.expression.Targets;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Statements one after the other, which stop where they yield. */
final class ResumableBlock extends Resumable {
  private final Iterator<Statement> statements;
  private final Generator generator;
  private final Frame frame;
  private final Executor executor;
  private @Nullable Resumable inner;

  ResumableBlock(Generator generator, Iterable<Statement> statements) {
    this.generator = generator;
    this.frame = generator.frame();
    this.executor = new Executor(frame);
    this.statements = statements.iterator();
  }

  @Override
  @Nullable Value next() {
    while (true) {
      Value item = inner == null ? yielded() : from(inner);
      if (item != null) {
        return item;
      }
      inner = null;
      if (flow != null || !statements.hasNext()) {
        return null;
      }
      Statement statement = statements.next();
      inner = resumable(statement);
      flow = inner == null ? executor.run(statement) : null;
    }
  }

  /** The next of what a simple statement yielded. */
  private @Nullable Value yielded() {
    Raised raised = generator.thrown();
    if (raised != null) {
      throw raised;
    }
    return frame.yielded() == null ? null : frame.yielded().poll();
  }

  private @Nullable Resumable resumable(Statement statement) {
    Bindings bindings = new Bindings();
    bindings.visit(statement);
    if (!bindings.yields()) {
      return null;
    }
    if (statement instanceof Statement.For loop) {
      return ResumableLoop.of(generator, loop);
    }
    if (statement instanceof Statement.While loop) {
      return ResumableLoop.of(generator, loop);
    }
    if (statement instanceof Statement.If branches) {
      return new ResumableBlock(generator, executor.taken(branches, new ArrayList<>()));
    }
    if (statement instanceof Statement.Try attempt) {
      return new ResumableTry(generator, attempt);
    }
    if (statement instanceof Statement.With with) {
      return within(with, 0);
    }
    if (statement instanceof Statement.Match match) {
      return new ResumableBlock(generator, new Matching(executor).taken(match));
    }
    if (statement instanceof Statement.ExpressionStatement alone
        && alone.value() instanceof Expression.YieldFrom from) {
      return new Delegation(frame, from, null);
    }
    return statement instanceof Statement.Assign assign
            && assign.value() instanceof Expression.YieldFrom from
        ? new Delegation(frame, from, assign)
        : null;
  }

  /** The body in the contexts from the one at a place on. */
  private Resumable within(Statement.With with, int at) {
    if (at == with.items().size()) {
      return new ResumableBlock(generator, with.body());
    }
    EnteredContext context = EnteredContext.of(frame, with.items().get(at), with.span());
    return new ResumableWith(context, () -> within(with, at + 1), generator::handled);
  }

  /** {@code yield from}. */
  private static final class Delegation extends Resumable {
    private final Frame frame;
    private final Iterator<Value> items;
    private final Statement.@Nullable Assign assign;

    Delegation(Frame frame, Expression.YieldFrom from, Statement.@Nullable Assign assign) {
      this.frame = frame;
      Value value = new Evaluator(frame).evaluate(from.iterable());
      this.items = frame.machine().iterate(frame, value, from.span());
      this.assign = assign;
    }

    @Override
    @Nullable Value next() {
      if (items.hasNext()) {
        return items.next();
      }
      if (assign != null) {
        Value value = items instanceof Generator other ? other.returned() : Value.NONE;
        Targets targets = new Targets(new Evaluator(frame));
        assign.targets().forEach(target -> targets.assign(target, value));
      }
      return null;
    }
  }
}
