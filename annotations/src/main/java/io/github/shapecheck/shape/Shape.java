package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The sizes of a tensor's axes, outermost first; a scalar has none. Immutable. */
public final class Shape {
  private static final int FEW = 16;
  private static final Shape SCALAR = new Shape(List.of());

  private final List<Dim> dims;

  private Shape(List<Dim> dims) {
    this.dims = dims;
  }

  /** The shape of these sizes. */
  public static Shape of(Dim... dims) {
    return dims.length == 0 ? SCALAR : new Shape(List.of(dims));
  }

  /** The shape of these sizes. */
  public static Shape of(long... dims) {
    Dim[] sizes = new Dim[dims.length];
    Arrays.setAll(sizes, i -> Dim.of(dims[i]));
    return new Shape(List.of(sizes));
  }

  /** The shape of these sizes. */
  public static Shape of(List<Dim> dims) {
    return dims.isEmpty() ? SCALAR : new Shape(List.copyOf(dims));
  }

  /** The shape of a scalar. */
  public static Shape scalar() {
    return SCALAR;
  }

  /**
   * Reads {@code [N, 10, 24, 24]}, the sizes as in {@link Dim#parse}.
   *
   * @throws IllegalArgumentException if the text is not a shape
   */
  public static Shape parse(String text) {
    return Parser.shape(text);
  }

  /** The number of axes. */
  public int rank() {
    return dims.size();
  }

  /**
   * The size of an axis; negative indices count from the end, -1 being the last.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Dim dim(int axis) {
    return dims.get(index(axis, dims.size()));
  }

  /** All sizes, unmodifiable. */
  public List<Dim> dims() {
    return dims;
  }

  /** The number of elements, 1 for a scalar; {@link ArithmeticException} beyond a long. */
  public Dim numel() {
    return product(dims, 0, dims.size());
  }

  /** Of many free sizes halves are multiplied, so that each is looked at a few times. */
  private static Dim product(List<Dim> dims, int first, int end) {
    if (end - first > FEW) {
      int middle = (first + end) / 2;
      return product(dims, first, middle).times(product(dims, middle, end));
    }
    Dim product = Dim.of(1);
    for (int i = first; i < end; i++) {
      product = product.times(dims.get(i));
    }
    return product;
  }

  /** This shape with one size replaced; a negative axis counts from the end. */
  public Shape with(int axis, Dim size) {
    Dim[] changed = dims.toArray(new Dim[0]);
    changed[index(axis, changed.length)] = size;
    return of(changed);
  }

  /** This shape with a new axis before {@code axis}; -1 appends, as PyTorch's unsqueeze counts. */
  public Shape insert(int axis, Dim size) {
    List<Dim> changed = new ArrayList<>(dims);
    changed.add(index(axis, dims.size() + 1), size);
    return of(changed);
  }

  /** This shape without an axis; a negative axis counts from the end. */
  public Shape remove(int axis) {
    List<Dim> changed = new ArrayList<>(dims);
    changed.remove(index(axis, dims.size()));
    return of(changed);
  }

  /** The sizes where the free sizes have the given values; see {@link Dim#at}. */
  public long[] at(Map<String, Long> sizes) {
    Assignment values = Assignment.of(sizes);
    return dims.stream().mapToLong(dim -> dim.evaluate(values)).toArray();
  }

  /** This shape with Dims put for symbols; see {@link Dim#with}. */
  public Shape with(Map<String, Dim> replacements) {
    return of(dims.stream().map(dim -> dim.with(replacements)).toList());
  }

  /** Whether no size is unknown. */
  public boolean isKnown() {
    for (int i = 0; i < dims.size(); i++) {
      if (!dims.get(i).isKnown()) {
        return false;
      }
    }
    return true;
  }

  private static int index(int axis, int rank) {
    int index = axis < 0 ? axis + rank : axis;
    if (index < 0 || index >= rank) {
      throw new IndexOutOfBoundsException("axis " + axis + " of " + rank);
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && dims.equals(shape.dims);
  }

  @Override
  public int hashCode() {
    return dims.hashCode();
  }

  /** The sizes in brackets, {@code [N, 10, 24, 24]}. */
  @Override
  public String toString() {
    StringJoiner joiner = new StringJoiner(", ", "[", "]");
    dims.forEach(dim -> joiner.add(dim.toString()));
    return joiner.toString();
  }
}
