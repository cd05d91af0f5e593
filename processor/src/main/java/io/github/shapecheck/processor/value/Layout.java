package io.github.shapecheck.processor.value;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far apart the neighbours along each axis lie in memory; {@link #CONTIGUOUS} is in order. Rule
 * layout-1: a view needs axes that it merges to lie in order; what is in order after which
 * operation is rule layout-2.
 */
public final class Layout {
  private static final Dim ONE = Dim.of(1);

  /** Every axis after the other. */
  public static final Layout CONTIGUOUS = new Layout(List.of());

  private final List<Dim> strides;

  private Layout(List<Dim> strides) {
    this.strides = strides;
  }

  public static Layout of(List<Dim> strides) {
    return new Layout(List.copyOf(strides));
  }

  /** The layout of these strides, which may be in order; axes of one place have none. */
  public static Layout of(Shape shape, List<Dim> strides) {
    List<Dim> ordered = inOrder(shape);
    for (int i = 0; i < strides.size(); i++) {
      if (!strides.get(i).equals(ordered.get(i)) && !shape.dim(i).equals(ONE)) {
        return of(strides);
      }
    }
    return CONTIGUOUS;
  }

  /** Whether all tensors lie in order. */
  public static boolean areContiguous(List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      if (tensor.layout() != CONTIGUOUS) {
        return false;
      }
    }
    return true;
  }

  /** The strides of a tensor; empty where nothing is known of them. */
  public static @Nullable List<Dim> strides(Tensor tensor) {
    if (tensor.layout() == null || !tensor.shape().isKnown()) {
      return null;
    }
    return tensor.layout() == CONTIGUOUS ? inOrder(tensor.shape()) : tensor.layout().strides;
  }

  private static List<Dim> inOrder(Shape shape) {
    Dim[] strides = new Dim[shape.rank()];
    Dim stride = ONE;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride = stride.times(shape.dim(i));
    }
    return Arrays.asList(strides);
  }

  /**
   * The layout of another shape over the same memory; null where there is none or where that is not
   * known.
   */
  public static @Nullable Layout viewed(Shape shape, List<Dim> strides, Shape wanted) {
    if (shape.numel().equals(Dim.of(0))) {
      return CONTIGUOUS;
    }
    Dim[] result = new Dim[wanted.rank()];
    int next = wanted.rank() - 1;
    Dim block = ONE; // the values of the axes that lie in order up to here
    Dim taken = ONE; // the values of the new axes put over them
    Dim base = strides.isEmpty() ? ONE : strides.get(strides.size() - 1);
    for (int i = shape.rank() - 1; i >= 0; i--) {
      block = block.times(shape.dim(i));
      boolean ends =
          i == 0 || !shape.dim(i - 1).equals(ONE) && !strides.get(i - 1).equals(block.times(base));
      if (!ends) {
        continue;
      }
      while (next >= 0 && (wanted.dim(next).equals(ONE) || !taken.equals(block))) {
        result[next] = taken.times(base);
        taken = taken.times(wanted.dim(next--));
        if (!taken.equals(block) && block.dividedBy(taken).isEmpty()) {
          return null;
        }
      }
      if (!taken.equals(block)) {
        return null;
      }
      if (i > 0) {
        base = strides.get(i - 1);
        block = ONE;
        taken = ONE;
      }
    }
    for (; next >= 0; next--) {
      result[next] = ONE;
    }
    return of(Arrays.asList(result));
  }

  /** The same values in another shape: a view where there is one, else a copy in order. */
  public static Tensor reshaped(Tensor input, Tensor result) {
    List<Dim> strides = strides(input);
    if (strides == null || !result.shape().isKnown()) {
      return result;
    }
    Layout view =
        input.layout() == CONTIGUOUS ? CONTIGUOUS : viewed(input.shape(), strides, result.shape());
    return result.with(view == null ? CONTIGUOUS : view);
  }

  /** The tensor with these strides. */
  public static Tensor put(Tensor tensor, @Nullable List<Dim> strides) {
    if (strides == null) {
      return tensor;
    }
    return tensor.with(of(tensor.shape(), strides));
  }

  /** Strides without an axis. */
  public static @Nullable List<Dim> without(@Nullable List<Dim> strides, int axis) {
    if (strides == null || axis >= strides.size()) {
      return strides;
    }
    List<Dim> rest = new ArrayList<>(strides);
    rest.remove(axis);
    return rest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout layout && strides.equals(layout.strides);
  }

  @Override
  public int hashCode() {
    return strides.hashCode();
  }
}
