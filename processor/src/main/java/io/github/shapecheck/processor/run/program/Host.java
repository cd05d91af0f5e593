package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a program runs in: tensors and layers, libraries, somebody to tell problems to. */
public interface Host {
  /** What a name is that no variable has; null for nothing. */
  @Nullable Value name(Frame frame, String name);

  /** A module that can be imported, null where it is not known. */
  @Nullable Value library(Frame frame, String dotted);

  /** An operation of the catalogue on tensors. */
  Value operation(Frame frame, String name, Arguments arguments, Span span);

  /** An attribute of a tensor or of something else that is the host's; null for none. */
  @Nullable Value attribute(Frame frame, Value target, String name, @Nullable Span span);

  /** Sets an attribute of something that is the host's; false where it has none to set. */
  boolean setAttribute(Frame frame, Value target, String name, Value value);

  /** A tensor's copy, which is another parameter if it is one. */
  default Tensor copied(Tensor tensor) {
    return tensor;
  }

  /** What to put behind a message that a name is not there: a name that is near, or nothing. */
  String hint(Frame frame, @Nullable Value target, String name);

  /** What {@code super()} is where no class of the program stands around; null for nothing. */
  @Nullable Value superOf(Frame frame);

  /** Calls something that is the host's; null where it cannot be called. */
  @Nullable Value call(Frame frame, Value callee, Arguments arguments, @Nullable Span span);

  /** The class of a value of the host's; null where it has none. */
  @Nullable ClassObject type(Value value);

  /** Which of the network's modules a call of a function belongs to; the caller's if to none. */
  Object moduleOf(Frame caller, FunctionObject function, Arguments arguments);

  /** Which way to go where only a tensor's values or the outside world decide. */
  boolean decide(Frame frame, Span span, boolean loop);

  void report(Frame frame, ProblemId id, Place place, String message);

  /** Who compares sizes. */
  Decider decider();

  /** How often a way was chosen that not all sizes go. */
  default int choices() {
    return 0;
  }

  default void begin(Frame frame, Statement statement) {}

  /** What a number that is written and read now stands for. */
  default long value(Expression.IntLiteral number) {
    return number.value();
  }

  /** A statement has ended. */
  default void end(Frame frame, Statement statement) {}

  /** An expression stood alone. */
  default void alone(Frame frame, Expression expression, Value value) {}

  /** What a class is derived from, of a base that is not evaluated. */
  default ClassObject baseOfUnknown(Statement.ClassDef definition) {
    return Types.OBJECT;
  }

  /** The names that are read behind a statement of a frame. */
  default Set<String> readBehind(Frame frame, Statement statement) {
    FunctionObject function = frame.function();
    return function == null
        ? Set.of()
        : Substatements.namesAfter(function.code().body(), statement);
  }

  /** How far the record of operations is. */
  default int mark() {
    return 0;
  }

  /**
   * The operations from one mark to the next, of a loop's first step, stand for so many each; those
   * behind, of its last step, go out of the record.
   */
  default void repeat(int first, int last, Dim count) {}

  /** Whether an error was told. */
  default boolean failed() {
    return false;
  }

  /** Both ways of a condition that only values decide have come to the end of its statement. */
  default void met(Frame frame, Span condition, Statement statement) {}

  /** Both ways of a condition that only values decide give a value. */
  default void met(Frame frame, Span condition, Value value) {}

  /** The items of a value of the host's that is unpacked into so many names; null for others. */
  default @Nullable List<Value> unpacked(Frame frame, Value value, int names, Expression place) {
    return null;
  }

  /** Whether the number of items follows from a problem that was told. */
  default boolean isDoubtful(List<Value> items) {
    return false;
  }

  /** An item of something that is the host's; null for none. */
  default @Nullable Value item(Frame frame, Value target, Value index, Span span) {
    return null;
  }

  /** The method of a value of which nothing is known; null for a name that is a mistake. */
  default @Nullable Value methodOfUnknown(String name) {
    return Value.UNKNOWN;
  }

  /** The number of items of something that is the host's; null for none. */
  default @Nullable Value length(Value value) {
    return null;
  }

  /** The items of something that is the host's; null for none. */
  default @Nullable List<Value> items(Frame frame, Value value, Span span) {
    return null;
  }

  /** The program goes on with a value of which nothing is known. */
  default void unchecked(Frame frame, String subject, Span span) {}
}
