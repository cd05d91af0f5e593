package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Map;

/** Order statistics, moments, counts, and what runs along an axis. */
final class Statistics {
  private Statistics() {}

  static void fill(Map<String, Operation> table) {
    table.put("var_mean", call -> moments(call, Reductions.variance(call)));
    table.put("std_mean", call -> moments(call, Reductions.variance(call).sqrt()));
    table.put(
        "aminmax",
        call -> {
          NDArray x = call.input();
          int[] axes = call.axes("dim", call.rank());
          NDArray least = call.has("dim") ? x.min(axes) : x.min();
          NDArray most = call.has("dim") ? x.max(axes) : x.max();
          return new NDList(least.reshape(call.shape(0)), most.reshape(call.shape(1)));
        });
    table.put("median", Statistics::median);
    table.put("kthvalue", call -> picked(call, call.integer("k", 1) - 1));
    table.put("cummax", call -> running(call, true));
    table.put("cummin", call -> running(call, false));
    Operation.put(table, Statistics::runningLogSum, "logcumsumexp");
    Operation.put(table, Statistics::quantile, "quantile");
    Operation.put(table, call -> sorted(call.input(), 0).get(0), "msort");
    Operation.put(table, call -> known(call).sum(axes(call)).reshape(call.shape()), "nansum");
    Operation.put(
        table,
        call -> {
          NDArray counts = truth(call.input().isNaN().logicalNot(), call.input());
          return known(call).sum(axes(call)).div(counts.sum(axes(call))).reshape(call.shape());
        },
        "nanmean");
    Operation.put(
        table,
        call ->
            call.input().neq(0).toType(DataType.INT64, false).sum(axes(call)).reshape(call.shape()),
        "count_nonzero");
    Operation.put(table, Statistics::covariance, "cov");
    Operation.put(
        table,
        call -> {
          NDArray covariance = covariance(call);
          if (covariance.getShape().dimension() == 0) {
            return covariance.div(covariance);
          }
          NDArray deviation = covariance.diagonal().sqrt();
          return covariance.div(deviation.reshape(-1, 1)).div(deviation.reshape(1, -1));
        },
        "corrcoef");
    Operation.put(table, Statistics::histogram, "histc");
    Operation.put(table, Statistics::counts, "bincount");
    Operation.put(table, Statistics::differences, "diff");
    Operation.put(table, Statistics::integral, "trapezoid", "trapz");
    Operation.put(table, Statistics::rank, "searchsorted", "bucketize");
    Operation.put(
        table,
        call -> {
          NDArray x = call.tensor("elements");
          NDArray tests = call.tensor("test_elements").flatten();
          NDArray equal = x.flatten().reshape(-1, 1).eq(tests.reshape(1, -1));
          return equal.toType(DataType.INT64, false).sum(new int[] {1}).gt(0).reshape(x.getShape());
        },
        "isin");
    Operation.put(
        table,
        call -> {
          double p = call.real("p", 2);
          NDArray difference = call.input().sub(call.tensor("other")).flatten();
          return Norms.length(difference, new int[] {0}, p).reshape(call.shape());
        },
        "dist");
  }

  private static int[] axes(Invocation call) {
    return call.axes("dim", call.rank());
  }

  private static NDArray truth(NDArray x, NDArray like) {
    return Types.cast(x, like.getDataType());
  }

  private static NDArray known(Invocation call) {
    NDArray x = call.input();
    return NDArrays.where(x.isNaN(), x.zerosLike(), x);
  }

  private static NDList moments(Invocation call, NDArray spread) {
    NDArray mean = Reductions.mean(call.input(), axes(call)).reshape(call.shape(1));
    return new NDList(spread, mean);
  }

  private static NDList sorted(NDArray x, int axis) {
    return x.topK((int) x.getShape().get(axis), axis, false, true);
  }

  /** The lower of the two in the middle. */
  private static NDList median(Invocation call) {
    if (!call.has("dim")) {
      NDArray flat = call.input().flatten();
      return new NDList(Axis.select(sorted(flat, 0).get(0), 0, (flat.size() - 1) / 2));
    }
    return picked(call, (call.input().getShape().get(lastUnlessGiven(call)) - 1) / 2);
  }

  private static int lastUnlessGiven(Invocation call) {
    return call.axis("dim", -1, call.rank());
  }

  private static NDList picked(Invocation call, long place) {
    int axis = lastUnlessGiven(call);
    NDList sorted = sorted(call.input(), axis);
    return new NDList(
        Axis.select(sorted.get(0), axis, place).reshape(call.shape(0)),
        Axis.select(sorted.get(1), axis, place).reshape(call.shape(1)));
  }

  /** For each position all values up to it, the others replaced, along a new axis behind. */
  private static NDArray upTo(NDArray x, int axis, double other) {
    int rank = x.getShape().dimension();
    int size = (int) x.getShape().get(axis);
    boolean[] before = new boolean[size * size];
    for (int i = 0; i < before.length; i++) {
      before[i] = i % size <= i / size;
    }
    long[] along = new long[rank + 1];
    Arrays.fill(along, 1);
    along[axis] = size;
    along[axis + 1] = size;
    NDArray wide = x.expandDims(axis);
    NDArray all = wide.broadcast(Axis.with(wide.getShape(), axis, size));
    NDArray mask =
        x.getManager().create(before).duplicate().reshape(along).broadcast(all.getShape());
    return NDArrays.where(mask, all, all.zerosLike().add((float) other));
  }

  /** Of equal ones the last. */
  private static NDList running(Invocation call, boolean max) {
    NDArray x = max ? call.input() : call.input().neg();
    int axis = call.axis("dim", -1, call.rank());
    NDArray all = upTo(x, axis, Double.NEGATIVE_INFINITY);
    NDArray values = all.max(new int[] {axis + 1});
    NDArray last = all.flip(axis + 1).argMax(axis + 1).neg().add(x.getShape().get(axis) - 1);
    return new NDList(max ? values : values.neg(), last.toType(DataType.INT64, false));
  }

  private static NDArray runningLogSum(Invocation call) {
    int axis = call.axis("dim", -1, call.rank());
    NDArray all = upTo(call.input(), axis, Double.NEGATIVE_INFINITY);
    NDArray most = all.max(new int[] {axis + 1}, true);
    return all.sub(most).exp().sum(new int[] {axis + 1}, true).log().add(most).squeeze(axis + 1);
  }

  private static NDArray quantile(Invocation call) {
    NDArray x = call.has("dim") ? call.input() : call.input().flatten();
    int axis = call.axis("dim", 0, x.getShape().dimension());
    double at = call.real("q", 0) * (x.getShape().get(axis) - 1);
    NDArray sorted = sorted(x, axis).get(0);
    NDArray low = Axis.select(sorted, axis, (long) Math.floor(at));
    NDArray high = Axis.select(sorted, axis, (long) Math.ceil(at));
    double share =
        switch (call.text("interpolation", "linear")) {
          case "lower" -> 0;
          case "higher" -> 1;
          case "midpoint" -> 0.5;
          case "nearest" -> Math.rint(at) > at ? 1 : 0;
          default -> at - Math.floor(at);
        };
    return low.add(high.sub(low).mul(Constant.of((float) share))).reshape(call.shape());
  }

  /** Rows are variables, columns are observations. */
  private static NDArray covariance(Invocation call) {
    NDArray x = call.rank() < 2 ? call.input().reshape(1, -1) : call.input();
    long count = x.getShape().get(1);
    NDArray centred = x.sub(Reductions.mean(x, new int[] {1}));
    NDArray sums = centred.matMul(centred.transpose());
    return sums.div(Constant.of((float) (count - call.integer("correction", 1))))
        .reshape(call.shape());
  }

  /** How often each number occurs, or what its weights sum up to. */
  private static NDArray counts(Invocation call) {
    NDArray x = call.input();
    long size =
        Math.max(call.integer("minlength", 0), x.max().toType(DataType.INT64, false).getLong() + 1);
    NDArray numbers = call.manager().arange((int) size).toType(x.getDataType(), false);
    NDArray equal = x.expandDims(1).eq(numbers).toType(call.dtype(), false);
    NDArray all = call.has("weights") ? equal.mul(call.tensor("weights").expandDims(1)) : equal;
    return all.sum(new int[] {0});
  }

  private static NDArray histogram(Invocation call) {
    NDArray x = call.input().flatten();
    long bins = call.integer("bins", 100);
    boolean given = call.real("min", 0) != call.real("max", 0);
    NDArray least =
        given ? call.manager().create((float) call.real("min", 0)).duplicate() : x.min();
    NDArray most = given ? call.manager().create((float) call.real("max", 0)).duplicate() : x.max();
    NDArray place = x.sub(least).mul(Constant.of(bins)).div(most.sub(least)).floor();
    NDArray cell = NDArrays.where(x.eq(most), place.zerosLike().add(bins - 1), place);
    NDArray cells = call.manager().arange((int) bins).toType(x.getDataType(), false);
    NDArray hits = cells.reshape(-1, 1).eq(cell.reshape(1, -1));
    return truth(hits, x).sum(new int[] {1});
  }

  private static NDArray differences(Invocation call) {
    int axis = call.axis("dim", -1, call.rank());
    NDList parts = new NDList();
    call.optional("prepend").ifPresent(parts::add);
    parts.add(call.input());
    call.optional("append").ifPresent(parts::add);
    NDArray x = Axis.concat(parts, axis);
    for (long i = 0; i < call.integer("n", 1); i++) {
      long size = x.getShape().get(axis);
      x = Axis.slice(x, axis, 1, size).sub(Axis.slice(x, axis, 0, size - 1));
    }
    return x;
  }

  private static NDArray integral(Invocation call) {
    NDArray y = call.tensor("y");
    int axis = call.axis("dim", -1, y.getShape().dimension());
    long size = y.getShape().get(axis);
    NDArray sums =
        Axis.slice(y, axis, 1, size).add(Axis.slice(y, axis, 0, size - 1)).div(Constant.of(2));
    if (!call.has("x")) {
      return sums.sum(new int[] {axis}).mul(Constant.of((float) call.real("dx", 1)));
    }
    NDArray x = call.tensor("x");
    int along = x.getShape().dimension() == 1 ? 0 : axis;
    NDArray steps = Axis.slice(x, along, 1, size).sub(Axis.slice(x, along, 0, size - 1));
    if (along != axis) {
      long[] sizes = new long[y.getShape().dimension()];
      Arrays.fill(sizes, 1);
      sizes[axis] = size - 1;
      steps = steps.reshape(sizes);
    }
    return sums.mul(steps).sum(new int[] {axis});
  }

  /** How many of the sorted numbers are smaller, with {@code right=True} not larger. */
  private static NDArray rank(Invocation call) {
    NDArray x = call.input();
    NDArray sorted = call.tensor(call.has("boundaries") ? "boundaries" : "sorted_sequence");
    int rank = sorted.getShape().dimension();
    NDArray bounds = rank == 1 ? sorted : sorted.expandDims(rank - 1);
    NDArray values = x.expandDims(x.getShape().dimension());
    boolean right = call.flag("right", false) || call.text("side", "").equals("right");
    NDArray before = right ? bounds.lte(values) : bounds.lt(values);
    int last = before.getShape().dimension() - 1;
    return before.toType(DataType.INT64, false).sum(new int[] {last});
  }
}
