package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.run.program.type.ManyIteration;
import io.github.shapecheck.processor.run.program.type.ManyLoop;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Functions that give items one by one: {@code enumerate}, {@code zip}, {@code map}. */
final class Iterators {
  private Iterators() {}

  private static Iterator<Value> all(Invocation in, int index) {
    return in.machine().iterate(in.frame(), in.object(index), in.span());
  }

  /** An iterator of what two functions say. */
  static Value of(String kind, BooleanSupplier hasNext, Supplier<Value> next) {
    return new IteratorObject(
        kind,
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return hasNext.getAsBoolean();
          }

          @Override
          public Value next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return next.get();
          }
        });
  }

  static Value enumerate(Invocation in) {
    Value many = ManyIteration.combined("enumerate", in);
    if (many != null) {
      return many;
    }
    Iterator<Value> items = all(in, 0);
    long[] next = {in.integer(in.get(1, "start", Value.Int.of(0)))};
    return of(
        "enumerate",
        items::hasNext,
        () -> {
          in.machine().statement();
          return Value.Sequence.tuple(Value.Int.of(next[0]++), items.next());
        });
  }

  static Value zip(Invocation in) {
    Value many = ManyIteration.combined("zip", in);
    if (many != null) {
      return many;
    }
    boolean strict = in.truth(in.named("strict", Comparing.bool(false)));
    List<Iterator<Value>> rows = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      rows.add(all(in, i));
    }
    return of(
        "zip",
        () -> {
          in.machine().makeEntries(rows.size());
          boolean all = !rows.isEmpty() && rows.stream().allMatch(Iterator::hasNext);
          if (strict && !all && rows.stream().anyMatch(Iterator::hasNext)) {
            throw in.error("ValueError", "what zip joins has not equally many items");
          }
          return all;
        },
        () -> tuple(rows));
  }

  private static Value tuple(List<Iterator<Value>> rows) {
    return new Value.Sequence(Value.each(rows, Iterator::next), true);
  }

  static Value map(Invocation in) {
    Value many = ManyLoop.mapped(in);
    if (many != null) {
      return many;
    }
    List<Iterator<Value>> rows = new ArrayList<>();
    for (int i = 1; i < in.size(); i++) {
      rows.add(all(in, i));
    }
    return of(
        "map",
        () -> rows.stream().allMatch(Iterator::hasNext),
        () -> {
          in.machine().makeEntries(rows.size());
          Value.Sequence arguments = (Value.Sequence) tuple(rows);
          return in.call(in.object(0), Arguments.of(arguments.items()));
        });
  }
}
