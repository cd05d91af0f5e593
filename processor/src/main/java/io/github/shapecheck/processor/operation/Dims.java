package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Axes that a call names, and shapes with axes taken out. */
public final class Dims {
  private static final Dim ONE = Dim.of(1);

  private Dims() {}

  /**
   * Which axes of a tensor a parameter names: all for None or an empty tuple. An axis named twice
   * is a problem; rule axes-1.
   */
  public static boolean[] named(Call call, String name, int rank) {
    boolean[] named = new boolean[rank];
    boolean all =
        !call.has(name) || (call.get(name) instanceof Value.Sequence s && s.items().isEmpty());
    if (all) {
      Arrays.fill(named, true);
      return named;
    }
    for (int axis : list(call, name, rank)) {
      if (axis < rank) {
        named[axis] = true;
      }
    }
    return named;
  }

  /** The axes that a parameter lists, counted from the front, each once. */
  public static int[] list(Call call, String name, int rank) {
    Dim[] dims = call.dims(name);
    int[] axes = new int[dims.length];
    for (int i = 0; i < dims.length; i++) {
      if (!dims[i].isConstant()) {
        throw call.abandon();
      }
      axes[i] = call.axis(name, dims[i].value(), rank);
      for (int j = 0; j < i; j++) {
        if (axes[j] == axes[i]) {
          String twice = "names axis " + dims[i] + " twice, as axis " + j + " and " + i;
          throw call.refuse(ProblemId.DIM_RANGE, name, twice);
        }
      }
    }
    return axes;
  }

  /** The shape without the named axes, or with 1 in their places. */
  public static Shape without(Shape shape, boolean[] named, boolean keep) {
    List<Dim> dims = new ArrayList<>(shape.rank());
    for (int i = 0; i < named.length; i++) {
      if (!named[i]) {
        dims.add(shape.dim(i));
      } else if (keep) {
        dims.add(ONE);
      }
    }
    return Shape.of(dims);
  }

  /** The product of sizes from one axis to before another. */
  public static Dim product(List<Dim> dims, int from, int to) {
    Dim product = ONE;
    for (int i = from; i < to; i++) {
      product = product.times(dims.get(i));
    }
    return product;
  }

  /** Sizes multiplied, as arithmetic shows it; sums in brackets. */
  public static String product(List<Dim> sizes) {
    StringJoiner text = new StringJoiner(" * ").setEmptyValue("1");
    for (Dim size : sizes) {
      boolean sum = size.toString().contains(" + ") || size.toString().contains(" - ");
      text.add(sum && sizes.size() > 1 ? "(" + size + ")" : size.toString());
    }
    return text.toString();
  }
}
