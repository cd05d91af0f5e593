package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Host;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.type.Attributes;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.run.program.type.DictMethods;
import io.github.shapecheck.processor.run.program.type.Iteration;
import io.github.shapecheck.processor.run.program.type.ListMethods;
import io.github.shapecheck.processor.run.program.type.NumberMethods;
import io.github.shapecheck.processor.run.program.type.Representation;
import io.github.shapecheck.processor.run.program.type.SetMethods;
import io.github.shapecheck.processor.run.program.type.StringMethods;
import io.github.shapecheck.processor.run.program.type.TypeConstructors;
import io.github.shapecheck.processor.value.Value;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The machine of Python's rules. */
public final class PythonMachine extends Machine {
  static {
    Types.fillBuiltins(Members::fill);
  }

  /** The members of Python's own classes, which most forward passes never ask for. */
  private static final class Members {
    static {
      TypeConstructors.fill();
      StringMethods.fill(Types.STR);
      ListMethods.fill(Types.LIST, Types.TUPLE);
      DictMethods.fill(Types.DICT);
      SetMethods.fill(Types.SET, Types.FROZENSET);
      NumberMethods.fill(Types.INT, Types.FLOAT);
      NumberMethods.fillRanges(Types.RANGE, Types.SLICE);
    }

    private Members() {}

    /** Done when the class is initialized; within that, by the same thread, nothing. */
    static void fill() {}
  }

  private final BundledModules bundled = new BundledModules();
  private final Calls calls = new Calls(this);
  private final Attributes attributes = new Attributes(this);

  public PythonMachine(Host host) {
    super(host);
  }

  @Override
  public Value call(Frame frame, Value callee, Arguments arguments, @Nullable Span span) {
    return calls.call(frame, callee, arguments, span);
  }

  @Override
  public Value attribute(Frame frame, Value target, String name, @Nullable Span span) {
    return attributes.get(frame, target, name, span);
  }

  @Override
  public @Nullable Value bundled(Frame frame, String module, String name) {
    return bundled.member(frame, module, name);
  }

  @Override
  public @Nullable Value find(Frame frame, Value target, String name, @Nullable Span span) {
    return attributes.find(frame, target, name, span);
  }

  @Override
  public void setAttribute(
      Frame frame, Value target, String name, Value value, @Nullable Span span) {
    attributes.set(frame, target, name, value, span);
  }

  @Override
  public void deleteAttribute(Value target, String name) {
    attributes.delete(target, name);
  }

  @Override
  public Iterator<Value> iterate(Frame frame, Value value, @Nullable Span span) {
    return new Iteration(this).of(frame, value, span);
  }

  @Override
  public String text(Frame frame, Value value) {
    return new Representation(this).str(frame, value);
  }

  @Override
  public String repr(Frame frame, Value value) {
    return new Representation(this).repr(frame, value);
  }

  @Override
  public boolean truth(Frame frame, Value value, @Nullable Span span) {
    return new Comparing(this).truth(frame, value, span == null ? NOWHERE : span, false);
  }

  @Override
  public boolean goesOn(Frame frame, Value value, Span span) {
    return new Comparing(this).truth(frame, value, span, true);
  }

  @Override
  public boolean areEqual(Frame frame, Value left, Value right, Span span) {
    return new Comparing(this).areEqual(frame, left, right, span);
  }

  @Override
  public int order(Frame frame, Value left, Value right, Span span) {
    return new Comparing(this).order(frame, left, right, span);
  }
}
