package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyItems;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.object.ManyRange;
import io.github.shapecheck.processor.run.object.UnfilledList;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a loop of as many steps as a free size says: its first and its last, between which
 * nothing may change but lists that grow by one tensor. The first step is kept as that of all.
 */
public final class ManyLoop {
  private final Frame frame;
  private final Machine machine;
  private final Span span;
  private final ManyItems items;
  private final Dim count;

  /** A loop through these items. */
  public ManyLoop(Frame frame, Span span, ManyItems items) {
    this.frame = frame;
    this.machine = frame.machine();
    this.span = span;
    this.items = items;
    this.count = items.count();
  }

  /**
   * Runs a loop; the body gives how it ended.
   *
   * @param fresh the names to which each step gives a value before it reads them
   * @param read the names that are read behind the loop
   */
  public @Nullable Flow run(
      Function<Value, @Nullable Flow> body, Set<String> fresh, Set<String> read) {
    LoopState before = LoopState.of(frame);
    int start = machine.host().mark();
    Flow flow = body.apply(items.first());
    if (flow instanceof Flow.Return) {
      return flow;
    }
    LoopState first = LoopState.of(frame);
    first.variables().forEach((name, value) -> before.refilled(name, value));
    fresh.forEach(before.variables()::remove);
    int mark = machine.host().mark();
    Flow last = body.apply(items.last());
    LoopState end = LoopState.of(frame);
    try {
      if (flow instanceof Flow.Break || last != null && !(last instanceof Flow.Continue)) {
        throw refused("ends before its last step", "leave out the break");
      }
      if (!machine.host().failed()) {
        requireAlike(before, first, end);
        machine.host().repeat(start, mark, count);
      }
    } catch (Lost lost) {
      LoopState.of(frame).restore(frame, before, list -> Value.UNKNOWN);
      end.lose(before);
      throw lost;
    }
    first.restore(
        frame,
        before,
        grown ->
            grown.get(0) instanceof Tensor
                ? pieces(grown.get(0), count.plus(grown.size() - 1))
                : Value.UNKNOWN);
    first.resize(before, count);
    for (String name : fresh) {
      leave(name, first.variables().get(name), end.variables().get(name), read.contains(name));
    }
    return null;
  }

  /** What a name that each step gives another value stands for behind the loop. */
  private void leave(String name, @Nullable Value first, @Nullable Value last, boolean read) {
    if (first == null || last == null || isAlike(first, last)) {
      return;
    }
    frame.environment().put(name, last instanceof Value.Int ? last : Value.UNKNOWN);
    if (read && !(last instanceof Value.Int)) {
      machine.host().unchecked(frame, "a loop that changes " + name, span);
    }
  }

  /** {@code map} over such items; null for others. */
  public static @Nullable Value mapped(Invocation in) {
    ManyItems rows = new ManyIteration(in.frame()).rows(in, 1);
    Span span = in.span() == null ? Machine.NOWHERE : in.span();
    return rows == null
        ? null
        : new ManyLoop(in.frame(), span, rows)
            .list(row -> in.call(in.object(0), Arguments.of(((Value.Sequence) row).items())));
  }

  /** The list of what an element gives for each item. */
  public Value list(Function<Value, Value> element) {
    int start = machine.host().mark();
    Value first = element.apply(items.first());
    int mark = machine.host().mark();
    Value last = element.apply(items.last());
    if (machine.host().failed()) { // an error that was told may be why
      return first instanceof Tensor && isAlike(first, last) ? pieces(first, count) : Value.UNKNOWN;
    }
    if (!isAlike(first, last)) {
      throw refused("gives " + first.kind() + " first and " + last.kind() + " last", "");
    }
    machine.host().repeat(start, mark, count);
    return pieces(first, count);
  }

  private Value pieces(Value item, Dim size) {
    Value made = new ManyIteration(frame).repeated(item, size, span);
    if (made == null) {
      throw refused("makes a list of " + item.kind() + " for each sample", "make tensors");
    }
    return ManyIteration.listOf(made);
  }

  /** One over the batch is a mistake then; what another leaves is not known. */
  private RuntimeException refused(String what, String instead) {
    if (!ManyRange.isBatch(count)) {
      machine.host().unchecked(frame, "a loop of " + count + " steps", span);
      return new Lost(Value.UNKNOWN);
    }
    String advice = instead.isEmpty() ? "" : "; " + instead;
    return machine
        .error("ValueError", "this loop over the batch " + what + advice)
        .at(frame.place(span));
  }

  private void requireAlike(LoopState before, LoopState first, LoopState last) {
    first
        .variables()
        .forEach(
            (name, value) -> {
              Value other = last.variables().getOrDefault(name, value);
              boolean own = before.variables().containsKey(name);
              if (own && !(value instanceof ListObject) && !isAlike(value, other)) {
                throw refused(
                    "changes %s with each step: %s, then %s"
                        .formatted(name, value.kind(), other.kind()),
                    "");
              }
            });
    if (!last.grewAs(first, before)) {
      throw refused("changes a list with each step", "append one tensor in each step");
    }
    for (Map.Entry<ListObject, List<Value>> list : first.lists().entrySet()) {
      List<Value> old = before.lists().get(list.getKey());
      List<Value> now = last.lists().getOrDefault(list.getKey(), list.getValue());
      if (old != null && now.size() != old.size()) {
        int size = old.size();
        boolean one = list.getValue().size() == size + 1 && now.size() == size + 2;
        boolean alike = now.stream().allMatch(item -> isAlike(now.get(0), item));
        if (!one || size > 0 && !alike) {
          throw refused(
              "changes a list of " + size,
              "begin with an empty list and append one tensor in each step");
        }
        if (!alike) {
          String both = now.get(0).kind() + " first and " + now.get(1).kind() + " last";
          throw refused("appends " + both, "append tensors of one shape");
        }
        pieces(now.get(0), count);
      }
    }
  }

  /** A list with an item for each sample: an item is put where none was, or one like the others. */
  public static boolean fills(Value list, @Nullable Dim place, Value value) {
    if (place == null) {
      return false;
    }
    return list instanceof UnfilledList places
        ? places.set(place, value)
        : list instanceof Value.Pieces pieces
            && (place.equals(Dim.of(0))
                || place.equals(Dim.of(-1))
                || place.equals(pieces.count().minus(1)))
            && isAlike(pieces.first(), value)
            && isAlike(pieces.last(), value);
  }

  /** A list of equal items once it gets another at its first or last place; null for others. */
  public static @Nullable Value refilled(Value list, @Nullable Dim place, Value value) {
    if (!(list instanceof Value.Pieces pieces) || fills(list, place, value)) {
      return null;
    }
    UnfilledList places = new UnfilledList(pieces.count(), pieces.first());
    return fills(places, place, value) ? places : null;
  }

  /** Whether two values are of the same shape, item by item. */
  public static boolean isAlike(Value one, Value two) {
    if (one instanceof Tensor first && two instanceof Tensor second) {
      return first.shape().equals(second.shape()) && first.dtype() == second.dtype();
    }
    if (ManyList.plain(one) instanceof Value.Pieces some
        && ManyList.plain(two) instanceof Value.Pieces more) {
      return some.count().equals(more.count())
          && isAlike(some.first(), more.first())
          && isAlike(some.last(), more.last());
    }
    List<Value> items = Comparing.sequence(one);
    List<Value> others = Comparing.sequence(two);
    if (items != null && others != null && items.size() == others.size()) {
      for (int i = 0; i < items.size(); i++) {
        if (!isAlike(items.get(i), others.get(i))) {
          return false;
        }
      }
      return true;
    }
    return one.equals(two);
  }
}
