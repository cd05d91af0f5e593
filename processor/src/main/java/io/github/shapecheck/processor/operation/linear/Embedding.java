package io.github.shapecheck.processor.operation.linear;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Numbers;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows looked up by their indices: {@code Embedding} and {@code F.embedding}. Rules embedding-1 to
 * embedding-5.
 */
public record Embedding() implements Rule {
  @Override
  public void check(Call call) {
    if (call.isLayer()) {
      checkTable(call);
    }
  }

  /**
   * Rules embedding-1 and embedding-2: a table with rows, and a padding row that is one of them.
   */
  static void checkTable(Call call) {
    Spatial.requireAtLeast(call, "num_embeddings", 1);
    Spatial.requireAtLeast(call, "embedding_dim", 0);
    Dim rows = call.dim("num_embeddings");
    if (!call.isGiven("padding_idx") || !rows.isConstant()) {
      return;
    }
    long padding = call.integer("padding_idx");
    if (padding >= rows.value() || padding < -rows.value()) {
      call.problem(
          ProblemId.RANGE,
          "padding_idx",
          "has " + rows + " rows, none of which is the padding row " + padding);
    }
  }

  @Override
  public Weights weights(Call call) {
    return Weights.start().add("weight", call.dim("num_embeddings"), call.dim("embedding_dim"));
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Elements.requireIndices(call, input); // embedding-3
    Elements.requireRows(call, "input", input, rows(call)); // embedding-5
    List<Dim> dims = new ArrayList<>(input.shape().dims()); // embedding-4
    dims.add(width(call));
    return Tensor.of(Shape.of(dims));
  }

  /** The number of rows, of the layer or of the function's weight. */
  static Dim rows(Call call) {
    return call.isLayer() ? call.dim("num_embeddings") : call.tensor("weight", 2, 2).dim(0);
  }

  /** The size of a row, of the layer or of the function's weight. */
  static Dim width(Call call) {
    if (call.isLayer()) {
      return call.dim("embedding_dim");
    }
    Tensor weight = call.tensor("weight", 2, 2);
    return weight.dim(1);
  }

  /** sample-3: class numbers become vectors of as many places as there are classes. */
  static Value oneHot(Call call) {
    Tensor input = call.tensor("tensor");
    Dim classes = call.dim("num_classes");
    if (classes.equals(Dim.of(-1))) {
      Numbers known = input.numbers();
      classes = known == null ? call.counted("classes", input) : known.largest().plus(1);
    } else {
      Elements.requireRows(call, "tensor", input, classes); // index-10
    }
    return Tensor.of(input.shape().insert(-1, classes), DType.INT64);
  }
}
