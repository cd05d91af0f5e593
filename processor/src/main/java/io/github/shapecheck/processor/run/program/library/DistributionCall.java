package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A distribution that is being made.
 *
 * @param given its parameters in order, {@code None} for those that are absent
 */
record DistributionCall(Invocation in, InstanceObject made, List<Value> given) {
  private static final List<String> EITHER = List.of("probs", "logits");

  static DistributionCall of(Invocation in, List<String> names) {
    InstanceObject made = (InstanceObject) in.object(0);
    List<Value> given = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Value value = in.get(i + 1, names.get(i), Value.NONE);
      if (value instanceof Value.Unknown) {
        throw new Lost(value);
      }
      given.add(value);
      made.set(names.get(i), value);
    }
    DistributionCall call = new DistributionCall(in, made, given);
    call.requireParameters(names);
    return call;
  }

  /** Those of numbers have defaults or are needed; of probs and logits one is given. */
  private void requireParameters(List<String> names) {
    int either = 0;
    for (int i = 0; i < names.size(); i++) {
      boolean present = !(given.get(i) instanceof Value.None);
      if (EITHER.contains(names.get(i))) {
        either += present ? 1 : 0;
      } else if (!present && !isOptional(names.get(i))) {
        throw error(ProblemId.MISSING_ARGUMENT, "needs an argument for " + names.get(i));
      }
    }
    if (names.containsAll(EITHER) && either != 1) {
      throw error(ProblemId.ARGUMENT, "needs either probs or logits");
    }
  }

  private boolean isOptional(String name) {
    return switch (name) {
      case "covariance_matrix", "precision_matrix", "scale_tril" -> true;
      case "total_count" -> !isA("NegativeBinomial");
      case "loc", "scale" -> isA("StudentT");
      default -> false;
    };
  }

  boolean isA(String name) {
    return made.type().name().equals(name);
  }

  void set(String name, Value value) {
    made.set(name, value);
  }

  /** An operation that gives a tensor; where it fails nothing is known. */
  Tensor tensor(String operation, Value... arguments) {
    return DistributionMethods.apply(in, operation, arguments);
  }

  Tensor broadcast(List<Value> tensors) {
    Value all = in.operation("broadcast_tensors", Arguments.of(tensors));
    List<Value> items = Comparing.sequence(all);
    if (items == null || !(items.get(0) instanceof Tensor first)) {
      throw new Lost(Value.UNKNOWN);
    }
    return first;
  }

  /** What a sample is like, with so many axes of an event behind those of the batch. */
  void shaped(Tensor full, Tensor batch, long events) {
    made.set("_full", full);
    made.set("_batch", batch);
    made.set("_events", Value.Int.of(events));
    List<Value> sizes = DistributionMethods.sizes(full);
    int cut = sizes.size() - (int) events;
    made.set("batch_shape", new Value.Sequence(sizes.subList(0, cut), true));
    made.set("event_shape", new Value.Sequence(sizes.subList(cut, sizes.size()), true));
  }

  Raised error(ProblemId id, String message) {
    return in.error("ValueError", id, made.type().name() + " " + message);
  }
}
