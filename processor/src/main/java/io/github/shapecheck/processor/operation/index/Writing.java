package io.github.shapecheck.processor.operation.index;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/** Values written to places that an index names, or taken from them. Rules write-1 to write-5. */
public final class Writing {
  private Writing() {}

  /** write-1: as many places of the axis as the index names, all other axes of the source agree. */
  static Value rows(Call call) {
    Tensor input = call.tensor("input");
    Tensor source = call.tensor("source");
    int axis = filledAxis(call, input);
    Selecting.requireRows(call, call.tensor("index"), input, axis);
    boolean fits = source.rank() == input.rank() || input.rank() == 0;
    for (int i = 0; fits && i < input.rank(); i++) {
      Dim wanted = i == axis ? call.tensor("index").shape().numel() : input.dim(i);
      fits = !call.fails(source.dim(i), Relation.EQ, wanted);
    }
    if (!fits) {
      String places = call.tensor("index").shape() + " places of " + input.shape();
      call.problem(ProblemId.INDEX, "source", "cannot write " + source.shape() + " to " + places);
    }
    return input.as(input.shape());
  }

  /** write-2: an index of places is a vector. */
  private static int filledAxis(Call call, Tensor input) {
    int axis = call.axis("dim", input.rank());
    Tensor index = call.tensor("index");
    if (index.rank() > 1) {
      throw call.refuse(
          ProblemId.INDEX, "index", "needs one axis of indices but receives " + index.shape());
    }
    return axis;
  }

  static Value filled(Call call) {
    Tensor input = call.tensor("input");
    int axis = filledAxis(call, input);
    if (input.rank() > 0) {
      Elements.requirePlaces(call, "index", call.tensor("index"), input.dim(axis)); // index-10
    }
    return input.as(input.shape());
  }

  /** write-3: a mask broadcasts with its tensor. */
  static Value masked(Call call) {
    Tensor input = call.tensor("input");
    return input.as(Broadcasting.shapes(call, input.shape(), call.tensor("mask").shape()));
  }

  static Value part(Call call) {
    Tensor input = call.tensor("input");
    return input.as(input.shape());
  }

  /** write-4: a value for each index into the values one after the other. */
  static Value take(Call call) {
    Tensor input = call.tensor("input");
    Tensor index = call.tensor("index");
    Elements.requirePlaces(call, "index", index, input.shape().numel()); // index-10
    return input.as(index.shape());
  }

  /** write-5: as gather, but all axes except the named one are broadcast. */
  static Value takeAlong(Call call) {
    Tensor input = call.tensor("input");
    Tensor indices = call.tensor("indices");
    if (!call.has("dim")) {
      return input.as(Shape.of(indices.shape().numel()));
    }
    if (input.rank() != indices.rank()) {
      String axes = input.shape() + " and " + indices.shape();
      throw call.refuse(ProblemId.INDEX, "indices", "needs as many axes in both: " + axes);
    }
    int axis = call.axis("dim", input.rank());
    Elements.requireRows(call, "indices", indices, input.dim(axis)); // index-10
    Dim one = Dim.of(1);
    Shape common =
        Broadcasting.shapes(call, input.shape().with(axis, one), indices.shape().with(axis, one));
    return input.as(common.with(axis, indices.dim(axis)));
  }
}
