package io.github.shapecheck.processor.operation.signal;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.index.Selecting;
import io.github.shapecheck.processor.operation.math.Elementwise;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Fourier transforms and complex numbers in their two parts. Rules spectrum-1 to spectrum-4.
 *
 * @param input what stands on the last transformed axis
 * @param output what comes out there
 * @param count how many axes are transformed where none are named, 0 for all
 */
public record Spectra(Side input, Side output, int count) implements Rule {
  private static final Dim ONE = Dim.of(1);
  private static final Dim TWO = Dim.of(2);

  /** A signal, or the half of its spectrum that a real signal needs. */
  enum Side {
    WHOLE,
    HALF
  }

  public static void fill(Table table) {
    for (String name : new String[] {"fft", "ifft"}) {
      add(table, name, Side.WHOLE, Side.WHOLE);
    }
    for (String name : new String[] {"rfft", "ihfft"}) {
      add(table, name, Side.WHOLE, Side.HALF);
    }
    for (String name : new String[] {"irfft", "hfft"}) {
      add(table, name, Side.HALF, Side.WHOLE);
    }
    Rule same = call -> call.tensor("input").as(call.tensor("input").shape());
    table.function("fftshift", "input, dim=None", same);
    table.function("ifftshift", "input, dim=None", same);
    String options = ", d=1.0, *, out=None, dtype=None, device=None, requires_grad=False";
    table.function("fftfreq", "n" + options, call -> Tensor.of(Shape.of(call.dim("n"))));
    table.function("rfftfreq", "n" + options, call -> Tensor.of(Shape.of(half(call.dim("n")))));
    table.function("view_as_real", "input", Spectra::parts);
    table.function("view_as_complex", "input", Spectra::complex);
    table.function("complex", "real, imag", call -> pair(call, "real", "imag"));
    table.function("polar", "abs, angle", call -> pair(call, "abs", "angle"));
    table.function("real", "input", Spectra::part);
    table.function("imag", "input", Spectra::part);
  }

  private static void add(Table table, String name, Side input, Side output) {
    String several = "input, s=None, dim=None, norm=None";
    table.function(name, "input, n=None, dim=-1, norm=None", new Spectra(input, output, 1));
    table.function(name + "2", several, new Spectra(input, output, 2));
    table.function(name + "n", several, new Spectra(input, output, 0));
  }

  @Override
  public Value apply(Call call) {
    Tensor tensor = call.tensor("input");
    int[] axes = axes(call, tensor);
    Shape shape = tensor.shape();
    for (int i = 0; i < axes.length; i++) { // spectrum-1
      boolean last = i == axes.length - 1;
      Dim size = size(call, i, shape.dim(axes[i]), last);
      if (call.fails(size, Relation.GE, ONE)) {
        call.problem(ProblemId.RANGE, null, "has " + size + " points on axis " + axes[i]);
        throw call.abandon();
      }
      shape = shape.with(axes[i], last && output == Side.HALF ? half(size) : size);
    }
    boolean real = input == Side.HALF;
    return tensor.as(shape).as(real ? DType.FLOAT32 : DType.COMPLEX64);
  }

  /** spectrum-2: a half spectrum of {@code m} points belongs to a signal of {@code 2*(m - 1)}. */
  private Dim size(Call call, int i, Dim size, boolean last) {
    Dim given = given(call, i);
    if (given != null && !given.equals(Dim.of(-1))) {
      return given;
    }
    return last && input == Side.HALF ? size.minus(1).times(2) : size;
  }

  private static @Nullable Dim given(Call call, int i) {
    if (call.knows("n")) {
      return call.has("n") ? call.dim("n") : null;
    }
    return call.has("s") ? call.dims("s")[i] : null;
  }

  /** spectrum-3: the named axes, else the last that {@code s} has sizes for, else all. */
  private int[] axes(Call call, Tensor tensor) {
    if (call.has("dim")) {
      int[] axes =
          call.knows("n")
              ? new int[] {call.axis("dim", tensor.rank())}
              : Dims.list(call, "dim", tensor.rank());
      if (call.knows("s") && call.has("s") && call.dims("s").length != axes.length) {
        call.problem(ProblemId.ARGUMENT_COUNT, "s", "has another count of sizes than of axes");
        throw call.abandon();
      }
      Selecting.requireAxes(call, tensor);
      return axes;
    }
    int named = call.has("s") ? call.dims("s").length : count == 0 ? tensor.rank() : count;
    if (named > tensor.rank()) {
      call.problem(ProblemId.RANK, null, "transforms " + named + " axes of " + tensor.shape());
      throw call.abandon();
    }
    int[] axes = new int[named];
    for (int i = 0; i < named; i++) {
      axes[i] = tensor.rank() - named + i;
    }
    return axes;
  }

  private static Dim half(Dim size) {
    return size.floorDiv(2).plus(1);
  }

  /** spectrum-4: complex numbers have their two parts on a last axis of 2. */
  private static Value parts(Call call) {
    Tensor tensor = call.tensor("input");
    return tensor.as(tensor.shape().insert(-1, TWO)).as(DType.FLOAT32);
  }

  private static Value complex(Call call) {
    Tensor tensor = call.tensor("input");
    if (tensor.rank() == 0 || call.fails(tensor.dim(-1), Relation.EQ, TWO)) {
      call.problem(
          ProblemId.RANGE, null, "needs a last axis of 2 parts but receives " + tensor.shape());
      throw call.abandon();
    }
    return tensor.as(tensor.shape().remove(tensor.rank() - 1)).as(DType.COMPLEX64);
  }

  private static Value pair(Call call, String first, String second) {
    call.tensor(first);
    call.tensor(second);
    Value value = Elementwise.of(Elementwise.Result.PROMOTED, first, second).values(call);
    return ((Tensor) value).as(DType.COMPLEX64);
  }

  private static Value part(Call call) {
    Tensor tensor = call.tensor("input");
    return tensor.as(tensor.shape()).as(DType.FLOAT32);
  }
}
