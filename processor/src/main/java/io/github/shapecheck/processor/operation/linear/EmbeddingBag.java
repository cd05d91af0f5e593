package io.github.shapecheck.processor.operation.linear;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Choice;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Bags of rows looked up and put together: {@code EmbeddingBag} and {@code F.embedding_bag}. Rules
 * embedding-bag-1 to embedding-bag-6.
 */
public record EmbeddingBag() implements Rule {
  @Override
  public void check(Call call) {
    if (call.isLayer()) {
      Embedding.checkTable(call); // embedding-bag-1
    }
  }

  @Override
  public Weights weights(Call call) {
    return new Embedding().weights(call);
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Elements.requireIndices(call, input); // embedding-bag-2
    Elements.requireRows(call, "input", input, Embedding.rows(call)); // embedding-5
    Tensor offsets = call.optionalTensor("offsets");
    checkSampleWeights(call, input);
    Dim bags = bags(call, input, offsets);
    if (call.flag("include_last_offset")) { // embedding-bag-5
      bags = bags.minus(1);
    }
    return Tensor.of(Shape.of(bags, Embedding.width(call)));
  }

  /**
   * Rules embedding-bag-3 and embedding-bag-4: the rows of a matrix are bags; a vector is cut at
   * the offsets.
   */
  private static Dim bags(Call call, Tensor input, @Nullable Tensor offsets) {
    if (input.rank() == 2) {
      if (offsets != null) {
        call.problem(
            ProblemId.ARGUMENT,
            "offsets",
            "takes no offsets with " + input.shape() + ": its rows are the bags");
      }
      if (call.fails(input.dim(1), Relation.GE, Dim.of(1))) {
        call.problem(ProblemId.ZERO_SIZE, null, "receives bags without an index, " + input.shape());
      }
      return input.dim(0);
    }
    if (input.rank() != 1) {
      throw call.refuse(
          ProblemId.RANK, null, "needs 1 or 2 axes but receives " + Axes.of(input.shape()));
    }
    if (offsets == null) {
      throw call.refuse(
          ProblemId.MISSING_ARGUMENT,
          null,
          "needs offsets for indices of one axis, " + input.shape());
    }
    Elements.requireIndices(call, offsets);
    if (offsets.rank() != 1) {
      throw call.refuse(
          ProblemId.RANK,
          "offsets",
          "needs offsets of 1 axis but receives " + Axes.of(offsets.shape()));
    }
    return offsets.dim(0);
  }

  /** Rule embedding-bag-6: weights have the shape of the indices and go with sums only. */
  private static void checkSampleWeights(Call call, Tensor input) {
    Tensor weights = call.optionalTensor("per_sample_weights");
    if (weights == null) {
      return;
    }
    Elements.requireFloating(call, weights);
    if (!Shapes.same(call, weights.shape(), input.shape())) {
      call.problem(
          ProblemId.BROADCAST,
          "per_sample_weights",
          "needs weights of the shape of its indices, %s, but receives %s"
              .formatted(input.shape(), weights.shape()));
    }
    if (!Choice.of(call, "mode").equals("sum")) {
      call.problem(
          ProblemId.ARGUMENT,
          "mode",
          "takes per_sample_weights only with mode 'sum', not '" + Choice.of(call, "mode") + "'");
    }
  }
}
