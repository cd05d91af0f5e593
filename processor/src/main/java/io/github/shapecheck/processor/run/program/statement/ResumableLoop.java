package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.expression.Targets;
import io.github.shapecheck.processor.value.Value;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rounds of a body, then what stands in {@code else}. */
abstract class ResumableLoop extends Resumable {
  final Frame frame;
  private final Generator generator;
  private final Iterable<Statement> statements;
  private final Iterable<Statement> otherwise;
  private final Span span;
  private int rounds;
  private @Nullable Resumable round;
  private boolean over;

  ResumableLoop(
      Generator generator,
      Iterable<Statement> statements,
      Iterable<Statement> otherwise,
      Span span) {
    this.generator = generator;
    this.frame = generator.frame();
    this.statements = statements;
    this.otherwise = otherwise;
    this.span = span;
  }

  /** Begins another round, if there is one. */
  abstract boolean begins();

  @Override
  @Nullable Value next() {
    while (true) {
      if (round != null) {
        Value item = from(round);
        if (item != null || over || flow instanceof Flow.Return) {
          return item;
        }
        if (flow instanceof Flow.Break) {
          flow = null;
          return null;
        }
        flow = null;
      }
      over = !begins();
      round = new ResumableBlock(generator, over ? otherwise : statements);
      if (!over) {
        Loops.count(frame, ++rounds, span);
      }
    }
  }

  static ResumableLoop of(Generator generator, Statement.For loop) {
    return new ForLoop(generator, loop);
  }

  static ResumableLoop of(Generator generator, Statement.While loop) {
    return new WhileLoop(generator, loop);
  }

  private static final class ForLoop extends ResumableLoop {
    private final Expression target;
    private final Iterator<Value> items;

    ForLoop(Generator generator, Statement.For loop) {
      super(generator, loop.body(), loop.otherwise(), loop.iterable().span());
      this.target = loop.target();
      Span span = loop.iterable().span();
      this.items =
          frame.machine().iterate(frame, new Evaluator(frame).evaluate(loop.iterable()), span);
    }

    @Override
    boolean begins() {
      if (!items.hasNext()) {
        return false;
      }
      new Targets(new Evaluator(frame)).assign(target, items.next());
      return true;
    }
  }

  private static final class WhileLoop extends ResumableLoop {
    private final Expression condition;

    WhileLoop(Generator generator, Statement.While loop) {
      super(generator, loop.body(), loop.otherwise(), loop.condition().span());
      this.condition = loop.condition();
    }

    @Override
    boolean begins() {
      Value value = new Evaluator(frame).evaluate(condition);
      return frame.machine().goesOn(frame, value, condition.span());
    }
  }
}
