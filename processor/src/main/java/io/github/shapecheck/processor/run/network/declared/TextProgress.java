package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Follows statements: names the steps that each makes, and knows the last value of a forward text,
 * to which a statement that is only a name is applied.
 */
public final class TextProgress {
  private final Recorder recorder;
  private final NetworkHost network;
  private final Deque<Integer> begun = new ArrayDeque<>();
  private final Deque<Text> texts = new ArrayDeque<>();

  /** A forward text under way. */
  private static final class Text {
    final Environment variables;
    Value last;
    boolean endsBare;

    Text(Environment variables, Value first) {
      this.variables = variables;
      this.last = first;
    }
  }

  public TextProgress(Recorder recorder, NetworkHost network) {
    this.recorder = recorder;
    this.network = network;
  }

  /** A forward text begins with its first input. */
  void enter(Frame frame, Value first) {
    texts.push(new Text(frame.environment(), first));
  }

  /** A forward text ends; what it gives where it returns nothing, or no value. */
  Value leave(@Nullable Value returned) {
    Text text = texts.pop();
    return returned == null || text.endsBare ? text.last : returned;
  }

  private @Nullable Text text(Frame frame) {
    Text text = texts.peek();
    return text != null && text.variables == frame.environment() ? text : null;
  }

  public void begin(Frame frame, Statement statement) {
    begun.push(recorder.steps.size());
    Text text = text(frame);
    if (text != null && statement instanceof Statement.Return returned) {
      text.endsBare = returned.value() == null;
    }
  }

  public void end(Frame frame, Statement statement) {
    boolean alone = statement instanceof Statement.ExpressionStatement;
    recorder.name(begun.pop(), alone ? null : variable(statement));
    Text text = text(frame);
    if (text != null && !alone) {
      if (statement instanceof Statement.Assign assign) {
        text.last = read(frame, assign.targets().get(0));
      } else if (statement instanceof Statement.AugmentedAssign assign) {
        text.last = read(frame, assign.target());
      } else if (statement instanceof Statement.Broken || isLost(frame, statement)) {
        text.last = Value.UNKNOWN;
      }
    }
  }

  /** Whether it is a loop that was not run, since nobody knows how often it would be. */
  private static boolean isLost(Frame frame, Statement statement) {
    return statement instanceof Statement.For loop
        && loop.target() instanceof Expression.Name name
        && frame.environment().get(name.id()) instanceof Value.Unknown;
  }

  private static Value read(Frame frame, Expression target) {
    if (target instanceof Expression.Name name) {
      Value value = frame.environment().get(name.id());
      return value == null ? Value.UNKNOWN : value;
    }
    if (target instanceof Expression.TupleDisplay tuple) {
      return new Value.Sequence(Value.each(tuple.items(), item -> read(frame, item)), true);
    }
    return Value.UNKNOWN;
  }

  private static @Nullable String variable(Statement statement) {
    if (statement instanceof Statement.Assign assign) {
      return assign.targets().size() == 1 && assign.targets().get(0) instanceof Expression.Name name
          ? name.id()
          : null;
    }
    return statement instanceof Statement.AugmentedAssign augmented
            && augmented.target() instanceof Expression.Name name
        ? name.id()
        : null;
  }

  /** An expression stood alone: the name of a layer or of a function is applied. */
  public void alone(Frame frame, Expression expression, Value value) {
    Text text = text(frame);
    if (text == null) {
      return;
    }
    boolean name =
        expression instanceof Expression.Name variable
                && frame.environment().get(variable.id()) == null
            || expression instanceof Expression.Attribute;
    text.last =
        name && value instanceof Value.Reference
            ? applied(frame, value, given(value, text.last), expression.span())
            : value;
  }

  private Value applied(Frame frame, Value callee, Arguments arguments, Span span) {
    Value applied =
        callee instanceof References.Layers ? network.call(frame, callee, arguments, span) : null;
    return applied == null ? network.machine().call(frame, callee, arguments, span) : applied;
  }

  /** {@code flatten} on its own keeps the batch, as the layer does. */
  private static Arguments given(Value callee, Value last) {
    Arguments arguments = Arguments.of(last);
    return callee instanceof References.Named named
            && named.function().operation().kind() == Kind.FLATTEN
        ? arguments.with("start_dim", Value.Int.of(1))
        : arguments;
  }
}
