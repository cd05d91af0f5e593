package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.math.Elementwise;
import io.github.shapecheck.processor.operation.math.Picking;
import io.github.shapecheck.processor.operation.math.Reduction;
import io.github.shapecheck.processor.operation.math.Reduction.Type;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;

/** Functions that take axes together, pick from them or run along them. */
public final class ReductionTable {
  private static final String DIM = "input, dim=None, keepdim=False";
  private static final String TYPED = DIM + ", *, dtype=None";
  private static final String SPREAD =
      "input, dim=None, unbiased=True, keepdim=False, *, correction=1";

  private ReductionTable() {}

  static void fill(Table table) {
    table.function("sum", TYPED, new Reduction(Type.SUM, false));
    table.function("nansum", TYPED, new Reduction(Type.SUM, false));
    table.function("prod", TYPED, new Reduction(Type.SUM, false));
    table.function("mean", TYPED, new Reduction(Type.FLOAT, false));
    table.function("nanmean", TYPED, new Reduction(Type.FLOAT, false));
    table.function("logsumexp", DIM, new Reduction(Type.FLOAT, false));
    table.function("amax", DIM, new Reduction(Type.SAME, true));
    table.function("amin", DIM, new Reduction(Type.SAME, true));
    table.function("argmax", DIM, new Reduction(Type.INDEX, true));
    table.function("argmin", DIM, new Reduction(Type.INDEX, true));
    table.function("any", DIM, new Reduction(Type.BOOL, false));
    table.function("all", DIM, new Reduction(Type.BOOL, false));
    table.function("count_nonzero", "input, dim=None", new Reduction(Type.INDEX, false));
    Reduction real = new Reduction(Type.FLOAT, false);
    table.function("std", SPREAD, real);
    table.function("var", SPREAD, real);
    Rule both = call -> Value.Sequence.tuple(real.apply(call), real.apply(call));
    table.function("std_mean", SPREAD, both);
    table.function("var_mean", SPREAD, both);
    table.function(
        "norm", "input, p='fro', dim=None, keepdim=False, dtype=None, *, ord=None", real);
    table.function("vector_norm", "input, ord=2, dim=None, keepdim=False, *, dtype=None", real);
    table.function(
        "dist",
        "input, other, p=2",
        call ->
            Tensor.of(call.tensor("input").shape(), DType.FLOAT32)
                .as(io.github.shapecheck.shape.Shape.scalar()));
    fillPicks(table);
    fillRuns(table);
  }

  private static void fillPicks(Table table) {
    for (String name : new String[] {"max", "min"}) {
      table.function(name, DIM + ", *, other=None", Picking::extreme);
    }
    for (String name : new String[] {"median", "nanmedian"}) {
      table.function(name, DIM, Picking::extreme);
    }
    table.function("mode", "input, dim=-1, keepdim=False", Picking::along);
    table.function("kthvalue", "input, k, dim=-1, keepdim=False", Picking::kthvalue);
    table.function("topk", "input, k, dim=-1, largest=True, sorted=True", Picking::topk);
    table.function("sort", "input, dim=-1, descending=False, *, stable=False", Picking::sort);
    table.function("cummax", "input, dim", Picking::sort);
    table.function("cummin", "input, dim", Picking::sort);
    table.function(
        "argsort",
        "input, dim=-1, descending=False, *, stable=False",
        call -> along(call).as(DType.INT64));
  }

  private static void fillRuns(Table table) {
    Rule sum =
        call -> {
          Tensor input = along(call);
          return call.get("dtype") instanceof Value.Type given
              ? input.as(given.dtype())
              : input.dtype().isFloating() ? input : input.as(DType.INT64);
        };
    table.function("cumsum", "input, dim, *, dtype=None", sum);
    table.function("cumprod", "input, dim, *, dtype=None", sum);
    table.function("logcumsumexp", "input, dim", ReductionTable::along);
    table.function("renorm", "input, p, dim, maxnorm", ReductionTable::along);
    table.function(
        "normalize",
        "input, p=2.0, dim=1, eps=1e-12",
        call -> {
          Tensor input = call.tensor("input");
          Dims.named(call, "dim", input.rank());
          return input.as(Elementwise.floating(input.dtype()));
        });
  }

  /** Rule reduce-4: along an axis that must be there; the shape stays. */
  private static Tensor along(Call call) {
    Tensor input = call.tensor("input");
    call.axis("dim", input.rank());
    return input.as(input.shape());
  }
}
