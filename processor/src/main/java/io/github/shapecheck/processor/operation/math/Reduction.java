package io.github.shapecheck.processor.operation.math;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.Arrays;

/**
 * Takes axes together: all of them, or those that {@code dim} names, which {@code keepdim} leaves
 * with size 1. Rules reduce-1 to reduce-3.
 *
 * @param type the element type of the result
 * @param picks whether it picks elements, so that an axis may not be empty
 */
public record Reduction(Type type, boolean picks) implements Rule {

  /** How the element type follows from the input's. */
  public enum Type {
    /** Truth values and integers become int64. */
    SUM,
    SAME,
    FLOAT,
    BOOL,
    INDEX
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    return Tensor.of(reduce(call, input), of(call, input.dtype()));
  }

  /** The shape that is left. */
  public Shape reduce(Call call, Tensor input) {
    if (call.knows("keepdim") && call.get("keepdim") instanceof Value.Int number) {
      String axes = "needs True or False for keepdim, not %s: several axes are a tuple";
      throw call.refuse(ProblemId.ARGUMENT, "keepdim", axes, number.kind());
    }
    boolean wholly = call.knows("dim") && call.get("dim") instanceof Value.Bool;
    boolean[] named = new boolean[input.rank()];
    Arrays.fill(named, true);
    if (call.knows("dim") && !wholly) { // reduce-1
      named = Dims.named(call, "dim", input.rank());
    }
    for (int i = 0; picks && i < named.length; i++) {
      if (named[i] && call.fails(input.dim(i), Relation.GE, Dim.of(1))) { // reduce-3
        call.problem(ProblemId.ZERO_SIZE, null, "has nothing to pick from on axis " + i);
      }
    }
    // reduce-2
    return Dims.without(input.shape(), named, call.knows("keepdim") && call.flag("keepdim"));
  }

  /** reduce-5: of what takes one axis {@code dim} is no tuple. */
  static void requireOneAxis(Call call) {
    if (call.get("dim") instanceof Value.Sequence axes) {
      String several = "takes one axis, not " + axes.kind();
      String other = call.knows("other") ? ": amax and amin take several" : "";
      throw call.refuse(ProblemId.ARGUMENT, "dim", several + other);
    }
  }

  /** reduce-6: of what takes all axes without {@code dim} none is kept. */
  static void requireDim(Call call) {
    if (!call.has("dim") && call.flag("keepdim")) {
      throw call.refuse(ProblemId.ARGUMENT, "keepdim", "takes keepdim only beside dim");
    }
  }

  /** reduce-7: there is no mean of integers and truth values, unless dtype makes floats of them. */
  static void requireFloats(Call call) {
    if (!(call.get("dtype") instanceof Value.Type)) {
      Tensor input = call.tensor("input");
      if (!input.dtype().isComplex()) {
        Elements.requireFloating(call, input);
      }
    }
  }

  private DType of(Call call, DType input) {
    if (call.knows("dtype") && call.get("dtype") instanceof Value.Type given) {
      return given.dtype();
    }
    return switch (type) {
      case SUM -> input.isFloating() || input.isComplex() ? input : DType.INT64;
      case SAME -> input;
      case FLOAT -> Elementwise.floating(input);
      case BOOL -> DType.BOOL;
      case INDEX -> DType.INT64;
    };
  }
}
