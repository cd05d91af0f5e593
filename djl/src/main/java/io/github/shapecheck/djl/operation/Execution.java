package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.shapecheck.report.Operand;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** One forward pass: the values so far, the numbers of the free sizes, the parameters. */
public final class Execution {
  private final Map<String, Long> sizes;
  private final Function<String, NDArray> parameters;
  private final NDManager manager;
  private final boolean training;
  private final Map<String, NDList> values = new HashMap<>();

  /** Begins with no values. */
  public Execution(
      Map<String, Long> sizes,
      Function<String, NDArray> parameters,
      NDManager manager,
      boolean training) {
    this.sizes = sizes;
    this.parameters = parameters;
    this.manager = manager;
    this.training = training;
  }

  Map<String, Long> sizes() {
    return sizes;
  }

  NDManager manager() {
    return manager;
  }

  boolean isTraining() {
    return training;
  }

  /** Keeps the results of a step, or an input. */
  public void put(String name, NDList results) {
    values.put(name, results);
  }

  /** Gives a name another value: a tensor was written in place. */
  public void rebind(Operand.Reference changed, NDArray value) {
    NDList results = new NDList(values.getOrDefault(changed.name(), new NDList(value)));
    results.set(changed.item(), value);
    values.put(changed.name(), results);
  }

  NDArray parameter(String name) {
    return parameters.apply(name);
  }

  /** The value of a step or an input, else a parameter. */
  public NDArray value(Operand.Reference reference) {
    NDList results = values.get(reference.name());
    return results == null ? parameter(reference.name()) : results.get(reference.item());
  }
}
