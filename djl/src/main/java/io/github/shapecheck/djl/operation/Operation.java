package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Map;
import java.util.function.Function;

/** What DJL's engine does for a layer or a function. */
public interface Operation {
  /** The results of one call. */
  NDList apply(Invocation call);

  /** An operation with one result. */
  static Operation of(Function<Invocation, NDArray> work) {
    return call -> new NDList(work.apply(call));
  }

  /** Names an operation in a table. */
  static void put(
      Map<String, Operation> table, Function<Invocation, NDArray> work, String... names) {
    for (String name : names) {
      table.put(name, of(work));
    }
  }
}
