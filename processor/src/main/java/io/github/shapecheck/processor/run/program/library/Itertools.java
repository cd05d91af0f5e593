package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module {@code itertools}. */
final class Itertools {
  private static final io.github.shapecheck.processor.run.object.ClassObject CHAIN =
      io.github.shapecheck.processor.run.object.ClassObject.builtin("chain", Types.OBJECT);

  static {
    CHAIN
        .members()
        .put("__new__", new Builtin("chain", in -> chain(in, in.arguments().rest().positional())));
    Builtin all = new Builtin("from_iterable", in -> chain(in, in.items(0)));
    CHAIN.members().put("from_iterable", new Wrapper(Wrapper.Kind.STATIC, all));
  }

  private Itertools() {}

  static @Nullable Value member(String name) {
    return switch (name) {
      case "chain" -> CHAIN;
      case "product" -> new Builtin(name, Itertools::product);
      case "repeat" -> new Builtin(name, Itertools::repeat);
      case "count" -> new Builtin(name, Itertools::count);
      case "cycle" -> new Builtin(name, Itertools::cycle);
      case "islice" -> new Builtin(name, Itertools::islice);
      case "accumulate" -> new Builtin(name, Itertools::accumulate);
      case "zip_longest" -> new Builtin(name, Itertools::longest);
      case "pairwise" -> new Builtin(name, Itertools::pairs);
      case "starmap" -> new Builtin(name, Itertools::starmap);
      case "combinations", "permutations" -> new Builtin(name, in -> chosen(in, name));
      case "tee" ->
          new Builtin(
              name,
              in -> {
                List<Value> items = in.items(0);
                return Value.Sequence.tuple(given(items), given(new ArrayList<>(items)));
              });
      default -> null;
    };
  }

  private static Value given(List<Value> items) {
    return new IteratorObject("iterator", items.iterator());
  }

  static Value chain(Invocation in, List<Value> parts) {
    List<Value> all = new ArrayList<>();
    for (Value part : parts) {
      all.addAll(in.machine().items(in.frame(), part, in.span()));
      in.machine().requireRoom(all.size());
    }
    return given(all);
  }

  private static Value product(Invocation in) {
    List<List<Value>> rows = new ArrayList<>(List.of(List.of()));
    long times = in.integer(in.named("repeat", Value.Int.of(1)));
    for (long round = 0; round < times; round++) {
      for (int i = 0; i < in.size(); i++) {
        List<Value> items = in.items(i);
        in.machine().requireRoom((long) rows.size() * items.size());
        List<List<Value>> longer = new ArrayList<>();
        for (List<Value> row : rows) {
          for (Value item : items) {
            List<Value> next = new ArrayList<>(row);
            next.add(item);
            longer.add(next);
          }
        }
        rows = longer;
      }
    }
    return tuples(rows);
  }

  private static Value tuples(List<List<Value>> rows) {
    List<Value> tuples = new ArrayList<>();
    rows.forEach(row -> tuples.add(new Value.Sequence(row, true)));
    return given(tuples);
  }

  private static Value repeat(Invocation in) {
    Value item = in.object(0);
    long[] left = {in.size() > 1 ? in.integer(1) : Long.MAX_VALUE};
    return Iterators.of(
        "repeat",
        () -> left[0] > 0,
        () -> {
          left[0]--;
          return item;
        });
  }

  private static Value count(Invocation in) {
    long[] next = {in.integer(in.get(0, "start", Value.Int.of(0)))};
    long step = in.integer(in.get(1, "step", Value.Int.of(1)));
    return Iterators.of(
        "count",
        () -> true,
        () -> {
          next[0] += step;
          return Value.Int.of(next[0] - step);
        });
  }

  private static Value cycle(Invocation in) {
    List<Value> items = in.items(0);
    int[] next = {0};
    return Iterators.of("cycle", () -> !items.isEmpty(), () -> items.get(next[0]++ % items.size()));
  }

  private static Value islice(Invocation in) {
    long first = in.size() > 2 ? in.integer(1) : 0;
    Value end = in.get(in.size() > 2 ? 2 : 1);
    long stop = end instanceof Value.None ? Long.MAX_VALUE : in.integer(end);
    long step = in.size() > 3 ? in.integer(3) : 1;
    List<Value> items = new ArrayList<>();
    Iterator<Value> each = in.machine().iterate(in.frame(), in.object(0), in.span());
    for (long i = 0; i < stop && each.hasNext(); i++) {
      in.machine().step();
      Value item = each.next();
      if (i >= first && (i - first) % step == 0) {
        items.add(item);
      }
    }
    return given(items);
  }

  private static Value accumulate(Invocation in) {
    List<Value> sums = new ArrayList<>();
    Value initial = in.named("initial", Value.NONE);
    List<Value> items = in.items(0);
    if (!(initial instanceof Value.None)) {
      items.add(0, initial);
    }
    for (Value item : items) {
      Value sum =
          sums.isEmpty()
              ? item
              : in.size() > 1
                  ? in.call(in.object(1), sums.get(sums.size() - 1), item)
                  : OperatorModule.combine(
                      in,
                      io.github.shapecheck.processor.python.BinaryOperator.ADD,
                      sums.get(sums.size() - 1),
                      item);
      sums.add(sum);
    }
    return given(sums);
  }

  private static Value longest(Invocation in) {
    List<List<Value>> columns = new ArrayList<>();
    int size = 0;
    for (int i = 0; i < in.size(); i++) {
      columns.add(in.items(i));
      size = Math.max(size, columns.get(i).size());
    }
    Value fill = in.named("fillvalue", Value.NONE);
    List<List<Value>> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Value> row = new ArrayList<>();
      for (List<Value> column : columns) {
        row.add(i < column.size() ? column.get(i) : fill);
      }
      rows.add(row);
    }
    return tuples(rows);
  }

  private static Value pairs(Invocation in) {
    List<Value> items = in.items(0);
    List<List<Value>> rows = new ArrayList<>();
    for (int i = 1; i < items.size(); i++) {
      rows.add(List.of(items.get(i - 1), items.get(i)));
    }
    return tuples(rows);
  }

  private static Value starmap(Invocation in) {
    List<Value> results = new ArrayList<>();
    for (Value item : in.items(1)) {
      List<Value> arguments = in.machine().items(in.frame(), item, in.span());
      results.add(in.machine().call(in.frame(), in.object(0), Arguments.of(arguments), in.span()));
    }
    return given(results);
  }

  private static Value chosen(Invocation in, String name) {
    List<Value> items = in.items(0);
    int size = in.size() > 1 ? (int) in.integer(1) : items.size();
    List<List<Value>> rows = new ArrayList<>();
    choose(in, name.equals("permutations"), items, size, new ArrayList<>(), rows);
    return tuples(rows);
  }

  private static void choose(
      Invocation in,
      boolean ordered,
      List<Value> items,
      int size,
      List<Integer> taken,
      List<List<Value>> rows) {
    in.machine().step();
    if (taken.size() == size) {
      rows.add(new ArrayList<>(new ListObject(taken.stream().map(items::get).toList()).items()));
      return;
    }
    int from = ordered || taken.isEmpty() ? 0 : taken.get(taken.size() - 1) + 1;
    for (int i = from; i < items.size(); i++) {
      if (!taken.contains(i)) {
        taken.add(i);
        choose(in, ordered, items, size, taken, rows);
        taken.remove(taken.size() - 1);
      }
    }
  }
}
