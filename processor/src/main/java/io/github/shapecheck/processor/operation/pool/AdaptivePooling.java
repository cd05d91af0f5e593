package io.github.shapecheck.processor.operation.pool;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pooling to a given output size: {@code AdaptiveAvgPool2d}, {@code F.adaptive_max_pool1d} and
 * their like. Rules adaptive-pool-1 to adaptive-pool-4.
 */
public record AdaptivePooling(Pooling.Kind kind, int axes) implements Rule {
  private static final Dim KEEP = Dim.of(-1);

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    // adaptive-pool-1: the average of all cells is a mean, which takes any number of axes and empty
    // ones
    boolean mean = kind == Pooling.Kind.AVERAGE && input.rank() > axes && asksForOnes(call, input);
    if (!mean || axes == 1) {
      Spatial.requireRank(call, input, axes);
    }
    if (!mean) {
      // adaptive-pool-2: PyTorch looks at the channels too, except for averages over one or two
      // axes.
      boolean spatialOnly = kind == Pooling.Kind.AVERAGE && axes < 3;
      boolean unbatched = input.rank() == axes + 1;
      Spatial.requireCells(call, input, spatialOnly || unbatched ? axes : axes + 1);
    }
    Dim[] wanted = sizes(call, input);
    List<Dim> sizes = new ArrayList<>(axes);
    for (int i = 0; i < axes; i++) { // adaptive-pool-3, adaptive-pool-4
      boolean fits = !call.fails(wanted[i], Relation.GE, Dim.of(0));
      if (!fits) {
        call.problem(
            ProblemId.POSITIVE,
            "output_size",
            "needs an output size of at least 0 but has " + wanted[i]);
      }
      sizes.add(fits ? wanted[i] : Dim.unknown());
    }
    Tensor output = input.as(Spatial.result(input, input.dim(-axes - 1), sizes));
    return Pooling.withPlaces(call, output);
  }

  private boolean asksForOnes(Call call, Tensor input) {
    return Arrays.stream(sizes(call, input)).allMatch(Dim.of(1)::equals);
  }

  /** Rule adaptive-pool-3: {@code None}, in an annotation -1, keeps an axis. */
  private Dim[] sizes(Call call, Tensor input) {
    Value value = call.get("output_size");
    List<Value> items = value instanceof Value.Sequence all ? all.items() : List.of(value);
    if (value instanceof Value.None) {
      throw call.refuse(ProblemId.ARGUMENT, "output_size", "needs a size, or one for each axis");
    }
    if (items.size() != axes && value instanceof Value.Sequence) {
      Spatial.each(call, "output_size", axes); // reports the count
    }
    Dim[] sizes = new Dim[axes];
    for (int i = 0; i < axes; i++) {
      Value item = items.get(items.size() == 1 ? 0 : i);
      boolean keeps = item instanceof Value.None || (call.isLayer() && KEEP.equals(item.dim()));
      sizes[i] = keeps ? input.dim(i - axes) : item.dim();
      if (sizes[i] == null) {
        call.dims("output_size"); // reports the kind
        sizes[i] = Dim.unknown();
      }
    }
    return sizes;
  }
}
