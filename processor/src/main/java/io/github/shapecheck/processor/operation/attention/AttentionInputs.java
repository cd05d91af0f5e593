package io.github.shapecheck.processor.operation.attention;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;

/**
 * Query, key and value of an attention with the order of their axes.
 *
 * @param batched whether they have a batch axis
 * @param first whether the batch stands before the time
 */
public record AttentionInputs(
    Tensor query, Tensor key, Tensor value, boolean batched, boolean first) {
  /** Reads the three; the query says whether there is a batch. Rule attention-3. */
  static AttentionInputs of(Call call, String query, String key, String value) {
    Tensor tensor = call.tensor(query);
    if (tensor.rank() != 2 && tensor.rank() != 3) {
      throw call.refuse(
          ProblemId.RANK,
          query,
          "needs a query of 2 axes (unbatched) or 3 axes (batched) but receives "
              + Axes.of(tensor.shape()));
    }
    boolean batched = tensor.rank() == 3;
    boolean first = batched && call.knows("batch_first") && call.flag("batch_first");
    return new AttentionInputs(tensor, call.tensor(key), call.tensor(value), batched, first);
  }

  private int time() {
    return first ? 1 : 0;
  }

  /** The number of places that ask. */
  Dim target() {
    return query.dim(time());
  }

  /** The number of places that are asked. */
  Dim source() {
    return key.dim(time());
  }

  /** The batch, 1 without one. */
  Dim batch() {
    return batched ? query.dim(first ? 0 : 1) : Dim.of(1);
  }

  /** Rule attention-4: one rank, one batch, and a value for each key. */
  void checkShapes(Call call) {
    if (key.rank() != query.rank() || value.rank() != query.rank()) {
      throw call.refuse(
          ProblemId.RANK,
          null,
          "needs query, key and value of one rank but receives %s, %s and %s",
          query.shape(),
          key.shape(),
          value.shape());
    }
    boolean fits = !call.fails(source(), Relation.EQ, value.dim(time()));
    if (batched && fits) {
      int axis = first ? 0 : 1;
      fits =
          !call.fails(batch(), Relation.EQ, key.dim(axis))
              && !call.fails(batch(), Relation.EQ, value.dim(axis));
    }
    if (!fits) {
      call.problem(
          ProblemId.ATTENTION_EMBED,
          null,
          "needs one batch and a value for each key but receives %s, %s and %s",
          query.shape(),
          key.shape(),
          value.shape());
    }
  }

  /** Rule attention-5: the features of one of the three are the declared ones. */
  void checkWidth(Call call, String which, String parameter, Dim wanted) {
    Tensor tensor = which.equals("query") ? query : which.equals("key") ? key : value;
    Dim width = tensor.dim(-1);
    if (call.fails(width, Relation.EQ, wanted)) {
      call.problem(
              ProblemId.ATTENTION_EMBED,
              call.isLayer() ? parameter : which,
              "expects a " + which + " of " + wanted + " features but receives " + width)
          .set(parameter, width);
    }
  }
}
