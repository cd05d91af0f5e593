package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.Keys;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out a program: what its parts ask of each other, and the limits that it keeps to. */
public abstract class Machine {
  private static final long MOST_STEPS = 400_000;

  /** So many items are copied or looked at in the time of a step. */
  private static final int ITEMS = 100;

  /** As many more does an entry of a dict need, and an item that an iterator makes. */
  private static final int ENTRY = 9;

  /** As many as a statement takes. */
  private static final int STATEMENT = 10;

  /** As many as it takes to say what is wrong. */
  private static final int ERROR = 1_000;

  private final Host host;
  private long work;
  private int handlers;
  private @Nullable Raised current;

  protected Machine(Host host) {
    this.host = host;
  }

  public Host host() {
    return host;
  }

  public abstract Value call(Frame frame, Value callee, Arguments arguments, @Nullable Span span);

  /** An attribute; an exception where there is none. */
  public abstract Value attribute(Frame frame, Value target, String name, @Nullable Span span);

  /** What a module that is written in Python here too holds under a name; null for nothing. */
  public abstract @Nullable Value bundled(Frame frame, String module, String name);

  /** An attribute, or null. */
  public abstract @Nullable Value find(Frame frame, Value target, String name, @Nullable Span span);

  /** Sets an attribute; an exception where there can be none. */
  public abstract void setAttribute(
      Frame frame, Value target, String name, Value value, @Nullable Span span);

  /** Deletes an attribute; an exception where there is none. */
  public abstract void deleteAttribute(Value target, String name);

  /** The items of a value, one by one. */
  public abstract Iterator<Value> iterate(Frame frame, Value value, @Nullable Span span);

  public List<Value> items(Frame frame, Value value, @Nullable Span span) {
    if (value instanceof RangeObject range) {
      requireRoom(range.size());
    }
    List<Value> items = new ArrayList<>();
    Iterator<Value> each = iterate(frame, value, span);
    while (each.hasNext()) {
      items.add(each.next());
      handle(1 + ENTRY);
      requireRoom(items.size());
    }
    return items;
  }

  /** What {@code str} makes of a value. */
  public abstract String text(Frame frame, Value value);

  /** What {@code repr} makes of a value. */
  public abstract String repr(Frame frame, Value value);

  /** The truth of a value; where only values of tensors decide it, one of both ways. */
  public abstract boolean truth(Frame frame, Value value, @Nullable Span span);

  /** Whether a loop goes on. */
  public abstract boolean goesOn(Frame frame, Value value, Span span);

  /** Whether two values are equal. */
  public abstract boolean areEqual(Frame frame, Value left, Value right, Span span);

  /** How a value stands to another in order: below zero before it. */
  public abstract int order(Frame frame, Value left, Value right, Span span);

  /** Whether a value may be a key; an exception where not. */
  public void requireHashable(Value value) {
    if (!Keys.isHashable(value)) {
      throw error("TypeError", value.kind() + " can change and is no key");
    }
  }

  /** Where what stands nowhere is said to stand. */
  public static final Span NOWHERE = Span.of(1, 0, 0);

  /** What {@code **value} gives; an exception for what is no mapping. */
  public DictObject mapping(Frame frame, Value value, @Nullable Span span) {
    DictObject mapping = mappingOrNull(frame, value, span);
    if (mapping == null) {
      throw unfit(value, value.kind() + " is no mapping");
    }
    return mapping;
  }

  private @Nullable DictObject mappingOrNull(Frame frame, Value value, @Nullable Span span) {
    if (InstanceObject.plain(value) instanceof DictObject dict) {
      makeEntries(dict.size());
      return dict;
    }
    if (!(value instanceof InstanceObject instance) || instance.type().find("keys") == null) {
      return null;
    }
    DictObject dict = new DictObject();
    Value keys = call(frame, attribute(frame, value, "keys", span), Arguments.NONE, span);
    for (Value key : items(frame, keys, span)) {
      Value getter = attribute(frame, value, "__getitem__", span);
      dict.put(key, call(frame, getter, Arguments.of(key), span));
    }
    return dict;
  }

  /** A dict as it is, pairs as a dict; an exception for others. */
  public DictObject dict(Frame frame, Value value, @Nullable Span span) {
    DictObject mapping = mappingOrNull(frame, value, span);
    if (mapping != null) {
      return mapping;
    }
    DictObject dict = new DictObject();
    for (Value pair : items(frame, InstanceObject.plain(value), span)) {
      List<Value> both = items(frame, pair, span);
      if (both.size() != 2) {
        throw error("ValueError", "a dict is made of pairs, not of " + pair.kind());
      }
      requireHashable(both.get(0));
      dict.put(both.get(0), both.get(1));
    }
    return dict;
  }

  /** What an operation of the host's gives. */
  public Value operation(Frame frame, String name, Arguments arguments, @Nullable Span span) {
    return host.operation(frame, name, arguments, span == null ? NOWHERE : span);
  }

  /** Counts a step of a loop; an exception where there have been too many. */
  public void step() {
    handle(ITEMS);
  }

  public void statement() {
    handle(STATEMENT);
  }

  /** How many steps have been taken. */
  public long steps() {
    return work / ITEMS;
  }

  /** Counts items that are copied or looked at all at once; an exception for too many. */
  public void handle(long items) {
    work += items;
    if (work > MOST_STEPS * ITEMS) {
      throw Raised.limit("RuntimeError", "the program runs more than " + MOST_STEPS + " steps");
    }
  }

  /** Counts the items of a value that is made at once; an exception for too many. */
  public void make(long items) {
    requireRoom(items);
    handle(items);
  }

  /** Counts the entries of a dict that is made: each is as large as several items. */
  public void makeEntries(long entries) {
    make(entries);
    handle(ENTRY * entries);
  }

  /** An exception where a value outgrows what a program may hold. */
  public void requireRoom(long size) {
    if (size > Limits.MOST_ITEMS) {
      throw Raised.limit(
          "RuntimeError", "a value of more than " + Limits.MOST_ITEMS + " items is not kept");
    }
  }

  /** An exception of Python's, to be thrown. */
  public Raised error(String type, String message) {
    return error(type, Types.idOf(type), message);
  }

  /** An exception of Python's that is reported in a certain way, to be thrown. */
  public Raised error(String type, ProblemId id, String message) {
    handle(ERROR);
    InstanceObject exception = new InstanceObject(Types.exception(type));
    exception.attributes().put("args", Value.Sequence.tuple(new Value.Text(message)));
    return new Raised(exception, id, message, false);
  }

  /** The exception for a division by zero, or for a number that is too large. */
  public Raised overflow(ArithmeticException overflow) {
    return overflow instanceof DivisionByZero
        ? error("ZeroDivisionError", "this is a division by zero")
        : error("OverflowError", ProblemId.SIZE_OVERFLOW, "this is a number beyond 2^63");
  }

  /** The exception for a key that is not there, to be thrown. */
  public Raised missing(Frame frame, String owner, Value key) {
    InstanceObject exception = new InstanceObject(Types.exception("KeyError"));
    exception.attributes().put("args", Value.Sequence.tuple(key));
    String message = owner + " has no key " + repr(frame, key);
    return new Raised(exception, ProblemId.INDEX_RANGE, message, false);
  }

  /** What ends a computation that cannot use a value; an error only if the value is known. */
  public RuntimeException unfit(Value value, String message) {
    return value instanceof Value.Unknown || value instanceof Opaque
        ? new Lost(value)
        : error("TypeError", message);
  }

  /** Reports an exception that nobody handles, unless somebody does. */
  public void reportOrThrow(Raised raised, Frame frame, Span span) {
    raised.at(frame.place(span));
    if (raised.isExplicit() || handlers > 0 || frame.source().isLibrary()) {
      throw raised;
    }
    report(raised, frame);
  }

  public void report(Raised raised, Frame frame) {
    Place place = raised.place();
    String message = raised.getMessage();
    host.report(
        frame, raised.id(), place == null ? Place.NONE : place, message == null ? "" : message);
  }

  /** The exception that is being handled, null for none. */
  public @Nullable Raised current() {
    return current;
  }

  public void setCurrent(@Nullable Raised raised) {
    current = raised;
  }

  public void enterTry() {
    handlers++;
  }

  public void leaveTry() {
    handlers--;
  }

  public int handlers() {
    return handlers;
  }

  public ClassObject type(Value value) {
    ClassObject hosts = host.type(value);
    ClassObject known = hosts == null ? Types.of(value) : hosts;
    return known == null ? Types.OBJECT : known;
  }
}
