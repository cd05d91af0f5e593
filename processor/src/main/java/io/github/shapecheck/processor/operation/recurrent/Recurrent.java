package io.github.shapecheck.processor.operation.recurrent;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.ReportedProblem;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.Map;

/**
 * Recurrent layers: {@code RNN}, {@code LSTM}, {@code GRU}. Rules recurrent-1 to recurrent-8.
 *
 * @param gates how many maps one cell has: 1, 4 or 3
 */
public record Recurrent(int gates) implements Rule {
  private static final Dim ZERO = Dim.of(0);
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "input_size", 0); // recurrent-1
    Spatial.requireAtLeast(call, "hidden_size", 1);
    Spatial.requireAtLeast(call, "num_layers", 1);
    checkRate(call); // recurrent-2
    Dim hidden = call.dim("hidden_size");
    Dim projected = projected(call);
    if (!projected.equals(ZERO)
        && (call.fails(projected, Relation.GE, ZERO)
            || call.fails(projected, Relation.LT, hidden))) {
      call.problem( // recurrent-3
          ProblemId.RANGE,
          "proj_size",
          "needs a projection from 0 to below its %s hidden features but has %s"
              .formatted(hidden, projected));
    }
  }

  /** A probability of being dropped. */
  public static void checkRate(Call call) {
    double rate = call.real("dropout");
    if (!(rate >= 0 && rate <= 1)) {
      call.problem(ProblemId.RANGE, "dropout", "needs a probability from 0 to 1 but has " + rate);
    }
  }

  private static Dim projected(Call call) {
    return call.knows("proj_size") ? call.dim("proj_size") : ZERO;
  }

  /** The features of one direction's output. */
  private static Dim features(Call call) {
    Dim projected = projected(call);
    return projected.equals(ZERO) ? call.dim("hidden_size") : projected;
  }

  private static int directions(Call call) {
    return call.flag("bidirectional") ? 2 : 1;
  }

  @Override
  public Weights weights(Call call) {
    Dim hidden = call.dim("hidden_size");
    Dim out = features(call);
    Dim rows = hidden.times(gates);
    boolean bias = call.flag("bias");
    Weights weights = Weights.start();
    long layers = Math.min(call.integer("num_layers"), 10_000);
    for (long layer = 0; layer < layers; layer++) {
      Dim in = layer == 0 ? call.dim("input_size") : out.times(directions(call));
      for (int direction = 0; direction < directions(call); direction++) {
        String end = "_l" + layer + (direction == 0 ? "" : "_reverse");
        weights
            .add("weight_ih" + end, rows, in)
            .add("weight_hh" + end, rows, out)
            .addIf(bias, "bias_ih" + end, rows)
            .addIf(bias, "bias_hh" + end, rows)
            .addIf(!projected(call).equals(ZERO), "weight_hr" + end, out, hidden);
      }
    }
    return weights;
  }

  @Override
  public Value apply(Call call) {
    PackedSequence packed = PackedSequence.of(call.get("input"));
    Tensor input = packed == null ? call.tensor("input") : packed.data();
    requireRank(call, input, packed != null);
    Elements.requireFloating(call, input);
    Dim in = call.dim("input_size");
    States.checkInput(call, in, input.dim(-1)); // recurrent-5
    boolean batchFirst = call.flag("batch_first");
    boolean batched = packed != null || input.rank() == 3;
    Dim time = packed != null ? packed.time() : input.dim(batched && batchFirst ? 1 : 0);
    if (call.fails(time, Relation.GE, ONE)) { // recurrent-6
      call.problem(ProblemId.ZERO_SIZE, null, "receives no time step: " + input.shape());
    }
    Dim batch = input.rank() == 3 ? input.dim(batchFirst ? 0 : 1) : ONE;
    Dim rows = call.dim("num_layers").times(directions(call));
    States states = new States(rows, packed == null ? batch : packed.batch(), batched);
    Shape hidden = states.shape(features(call)); // recurrent-7: the batch stays second
    Shape cell = states.shape(call.dim("hidden_size"));
    States.check(call, hidden, gates == 4 ? cell : null); // recurrent-8
    call.macs(steps(call).times(time));
    Tensor output = input.as(input.shape().with(-1, features(call).times(directions(call))));
    Tensor last = input.as(hidden);
    return Value.Sequence.tuple(
        packed == null ? output : packed.with(output),
        gates == 4 ? Value.Sequence.tuple(last, input.as(cell)) : last);
  }

  /** recurrent-4; the data of a packed sequence has no axis of its own for the time. */
  private static void requireRank(Call call, Tensor input, boolean packed) {
    if (input.rank() == 2 || input.rank() == 3 && !packed) {
      return;
    }
    String wanted = packed ? "packed vectors" : "2 axes (unbatched) or 3 axes (batched)";
    ReportedProblem reported =
        call.problem(
            ProblemId.RANK, null, "needs " + wanted + " but receives " + Axes.of(input.shape()));
    if (input.rank() > 3 && !packed) {
      reported.addLayer("Flatten", Map.of("start", Setting.of(2)));
    }
    throw call.abandon();
  }

  /** Multiplications of one time step of one sample: the numbers in all matrices. */
  private Dim steps(Call call) {
    Dim sum = ZERO;
    for (Weights.Weight weight : weights(call).all()) {
      sum = weight.shape().rank() == 2 ? sum.plus(weight.shape().numel()) : sum;
    }
    return sum;
  }
}
