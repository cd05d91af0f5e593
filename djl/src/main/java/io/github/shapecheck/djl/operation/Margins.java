package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import java.util.Map;

/** Losses that compare with a margin, and likelihoods of counts and of normal values. */
final class Margins {
  private static final float TINY = 1e-12f;

  private Margins() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(table, Margins::huber, "HuberLoss", "huber_loss");
    Operation.put(
        table,
        call -> {
          NDArray agreement = call.input().mul(call.tensor("target"));
          return Losses.reduced(call, Activations.softplus(agreement.neg(), 1, 20));
        },
        "SoftMarginLoss",
        "soft_margin_loss");
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          NDArray near = positive(x.neg().add((float) call.real("margin", 1)));
          return Losses.reduced(call, NDArrays.where(call.tensor("target").eq(1), x, near));
        },
        "HingeEmbeddingLoss",
        "hinge_embedding_loss");
    Operation.put(
        table,
        call -> {
          NDArray gap = call.tensor("input1").sub(call.tensor("input2"));
          NDArray order = call.tensor("target").neg().mul(gap);
          return Losses.reduced(call, positive(order.add((float) call.real("margin", 0))));
        },
        "MarginRankingLoss",
        "margin_ranking_loss");
    Operation.put(table, Margins::cosine, "CosineEmbeddingLoss", "cosine_embedding_loss");
    Operation.put(table, Margins::triplet, "TripletMarginLoss", "triplet_margin_loss");
    Operation.put(
        table,
        Margins::triplet,
        "TripletMarginWithDistanceLoss",
        "triplet_margin_with_distance_loss");
    Operation.put(table, Margins::poisson, "PoissonNLLLoss", "poisson_nll_loss");
    Operation.put(table, Margins::gaussian, "GaussianNLLLoss", "gaussian_nll_loss");
    Operation.put(table, Margins::classes, "MultiMarginLoss", "multi_margin_loss");
    Operation.put(table, Margins::labels, "MultiLabelMarginLoss", "multilabel_margin_loss");
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          NDArray y = call.tensor("target");
          NDArray yes = y.mul(Activations.softplus(x.neg(), 1, 20));
          NDArray no = y.neg().add(1).mul(Activations.softplus(x, 1, 20));
          int[] last = {x.getShape().dimension() - 1};
          return Losses.reduced(call, yes.add(no).mean(last));
        },
        "MultiLabelSoftMarginLoss",
        "multilabel_soft_margin_loss");
  }

  private static NDArray positive(NDArray x) {
    return x.maximum(Constant.of(0));
  }

  private static NDArray huber(Invocation call) {
    float delta = (float) call.real("delta", 1);
    NDArray distance = call.input().sub(call.tensor("target")).abs();
    NDArray near = distance.minimum(Constant.of(delta));
    return Losses.reduced(
        call, near.square().div(Constant.of(2)).add(distance.sub(near).mul(Constant.of(delta))));
  }

  private static NDArray cosine(Invocation call) {
    NDArray x = call.tensor("input1");
    NDArray y = call.tensor("input2");
    int[] last = {x.getShape().dimension() - 1};
    NDArray lengths = x.square().sum(last).add(TINY).mul(y.square().sum(last).add(TINY)).sqrt();
    NDArray cosine = x.mul(y).sum(last).div(lengths);
    NDArray apart = positive(cosine.sub((float) call.real("margin", 0)));
    NDArray same = call.tensor("target").eq(1);
    return Losses.reduced(call, NDArrays.where(same, cosine.neg().add(1), apart));
  }

  private static NDArray distance(Invocation call, String first, String second) {
    NDArray gap = call.tensor(first).sub(call.tensor(second));
    int[] last = {gap.getShape().dimension() - 1};
    double p = call.real("p", 2);
    NDArray shifted = gap.add((float) call.real("eps", 1e-6));
    return Norms.length(shifted, last, p).squeeze(last[0]);
  }

  private static NDArray triplet(Invocation call) {
    NDArray near = distance(call, "anchor", "positive");
    NDArray far = distance(call, "anchor", "negative");
    NDArray away =
        call.flag("swap", false) ? far.minimum(distance(call, "positive", "negative")) : far;
    return Losses.reduced(call, positive(near.sub(away).add((float) call.real("margin", 1))));
  }

  /** With {@code full} Stirling's formula, where the target is above 1. */
  private static NDArray poisson(Invocation call) {
    NDArray x = call.input();
    NDArray y = call.tensor("target");
    NDArray each =
        call.flag("log_input", true)
            ? x.exp().sub(y.mul(x))
            : x.sub(y.mul(x.add((float) call.real("eps", 1e-8)).log()));
    if (call.flag("full", false)) {
      NDArray safe = y.maximum(Constant.of(1));
      NDArray stirling =
          safe.mul(safe.log())
              .sub(safe)
              .add(safe.mul(Constant.of((float) (2 * Math.PI))).log().div(Constant.of(2)));
      each = each.add(NDArrays.where(y.gt(1), stirling, y.zerosLike()));
    }
    return Losses.reduced(call, each);
  }

  private static NDArray gaussian(Invocation call) {
    NDArray gap = call.input().sub(call.tensor("target"));
    NDArray given = call.tensor("var");
    NDArray same =
        given.getShape().dimension() < gap.getShape().dimension()
            ? given.expandDims(given.getShape().dimension())
            : given;
    NDArray variance = same.maximum(Constant.of((float) call.real("eps", 1e-6)));
    NDArray each = variance.log().add(gap.square().div(variance)).div(Constant.of(2));
    double constant = call.flag("full", false) ? Math.log(2 * Math.PI) / 2 : 0;
    return Losses.reduced(call, each.add((float) constant));
  }

  /** Every class against the right one. */
  private static NDArray classes(Invocation call) {
    NDArray x = call.rank() == 1 ? call.input().expandDims(0) : call.input();
    NDArray target = call.tensor("target").toType(DataType.INT64, false).reshape(-1, 1);
    long count = x.getShape().get(1);
    NDArray right = x.gather(target, 1);
    NDArray excess = positive(x.sub(right).add((float) call.real("margin", 1)));
    NDArray powers = call.integer("p", 1) == 2 ? excess.square() : excess;
    NDArray others = target.neq(places(call, count)).toType(x.getDataType(), false);
    NDArray each = powers.mul(others).sum(new int[] {1}).div(Constant.of(count));
    return Losses.reduced(call, call.rank() == 1 ? each.squeeze(0) : each);
  }

  private static NDArray places(Invocation call, long count) {
    return call.manager().arange((int) count).toType(DataType.INT64, false).reshape(1, count);
  }

  /** Every class that is no label against every label; labels end at the first -1. */
  private static NDArray labels(Invocation call) {
    NDArray x = call.rank() == 1 ? call.input().expandDims(0) : call.input();
    NDArray target = call.tensor("target").toType(DataType.INT64, false).reshape(x.getShape());
    long count = x.getShape().get(1);
    NDArray valid = target.gte(0).toType(DataType.INT64, false).cumProd(1);
    NDArray named = target.maximum(Constant.of(0));
    NDArray use = valid.toType(x.getDataType(), false);
    NDArray all = places(call, count).reshape(1, 1, count);
    NDArray hits = named.expandDims(2).eq(all).toType(x.getDataType(), false);
    NDArray isLabel = hits.mul(use.expandDims(2)).max(new int[] {1});
    NDArray gaps = x.expandDims(1).sub(x.gather(named, 1).expandDims(2)).add(1);
    NDArray counted = positive(gaps).mul(use.expandDims(2)).mul(isLabel.neg().add(1).expandDims(1));
    NDArray each = counted.sum(new int[] {1, 2}).div(Constant.of(count));
    return Losses.reduced(call, call.rank() == 1 ? each.squeeze(0) : each);
  }
}
