package io.github.shapecheck.processor.operation.signal;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/**
 * The spectra of a signal's frames, and a signal of such spectra. Rules odd-4, odd-6 to odd-8.
 *
 * @param size the points of a frame
 * @param hop how far frames stand apart
 * @param window the points of the window, in the middle of a frame
 */
record Frames(Dim size, Dim hop, Dim window) {
  private static final Dim ZERO = Dim.of(0);

  /** The frames that a call is about; odd-4: the window is a vector, at most a frame long. */
  private static Frames of(Call call) {
    Dim size = call.dim("n_fft");
    Dim hop = call.has("hop_length") ? call.dim("hop_length") : size.floorDiv(4);
    Dim window = call.has("win_length") ? call.dim("win_length") : size;
    if (call.fails(hop, Relation.GT, ZERO)) {
      throw call.refuse(ProblemId.RANGE, "hop_length", "has frames " + hop + " apart");
    }
    if (call.fails(window, Relation.GT, ZERO)
        || call.fails(window, Relation.LE, size)
        || call.has("window")
            && call.fails(call.tensor("window", 1, 1).dim(0), Relation.EQ, window)) {
      throw call.refuse(
          ProblemId.RANGE, "window", "needs a window of " + window + ", at most n_fft");
    }
    return new Frames(size, hop, window);
  }

  private Dim half() {
    return size.floorDiv(2);
  }

  /**
   * odd-4: n_fft / 2 + 1 frequencies over 1 + length / hop frames, real and imaginary parts last.
   */
  static Value stft(Call call) {
    Tensor input = call.tensor("input", 1, 2);
    Frames frames = of(call);
    Dim size = frames.size;
    Dim length = input.dim(-1);
    if (call.flag("center")) {
      boolean reflects = call.text("pad_mode").equals("reflect");
      if (reflects
          && (call.fails(frames.half(), Relation.LT, length)
              || call.fails(input.dim(0), Relation.GT, ZERO))) {
        String pad = "reflects " + frames.half() + " points of " + input.shape();
        throw call.refuse(ProblemId.RANGE, "n_fft", pad);
      }
      length = length.plus(frames.half().times(2));
    }
    if (call.fails(size, Relation.LE, length)) {
      throw call.refuse(ProblemId.RANGE, "n_fft", "has windows of " + size + " over " + length);
    }
    boolean onesided = !call.has("onesided") || call.flag("onesided");
    Dim frequencies = onesided ? frames.half().plus(1) : size;
    Dim count = length.minus(size).floorDiv(frames.hop).plus(1);
    Shape shape = input.shape().with(-1, frequencies).insert(-1, count);
    boolean complex = call.has("return_complex") && call.flag("return_complex");
    return complex
        ? Tensor.of(shape, DType.COMPLEX64)
        : Tensor.of(shape.insert(-1, Dim.of(2)), input.dtype());
  }

  /** odd-6: frequencies and frames become a signal; a real one has half of the frequencies. */
  static Value istft(Call call) {
    Tensor input = call.tensor("input", 2, 3);
    if (!input.dtype().isComplex()) {
      throw call.refuse(
          ProblemId.DTYPE, "input", "needs complex numbers but receives " + input.dtype());
    }
    if (call.fails(input.shape().numel(), Relation.GT, ZERO)) {
      throw call.refuse(ProblemId.RANGE, null, "receives no frame: " + input.shape());
    }
    Frames frames = of(call);
    if (call.fails(frames.hop, Relation.LE, frames.window)) {
      String apart = "has frames " + frames.hop + " apart with a window of " + frames.window;
      throw call.refuse(ProblemId.RANGE, "hop_length", apart);
    }
    Dim frequencies = input.dim(-2);
    boolean onesided =
        call.has("onesided")
            ? call.flag("onesided")
            : !call.choose(frequencies, Relation.EQ, frames.size);
    Dim wanted = onesided ? frames.half().plus(1) : frames.size;
    if (call.fails(frequencies, Relation.EQ, wanted)) {
      String all = "needs " + wanted + " frequencies but receives " + input.shape();
      throw call.refuse(ProblemId.RANGE, "n_fft", all);
    }
    boolean complex = call.flag("return_complex");
    if (complex && onesided) {
      String half = "makes no complex signal of half a spectrum: onesided=False";
      throw call.refuse(ProblemId.ARGUMENT, "return_complex", half);
    }
    Dim length = frames.covered(call, input.dim(-1));
    Shape shape = input.shape().remove(input.rank() - 1).with(-1, length);
    return Tensor.of(shape, complex ? DType.COMPLEX64 : DType.FLOAT32);
  }

  /** odd-7 and odd-8: the points of the signal, each under some frame's window. */
  private Dim covered(Call call, Dim count) {
    Dim all = size.plus(hop.times(count.minus(1)));
    boolean center = call.flag("center");
    if (center && !call.has("length") && call.fails(half(), Relation.GT, ZERO)) {
      throw call.refuse(ProblemId.RANGE, "n_fft", "has frames of 1 point and no middle");
    }
    Dim start = center ? half() : ZERO;
    Dim length =
        call.has("length") ? call.dim("length") : center ? all.minus(half().times(2)) : all;
    if (call.fails(length, Relation.GT, ZERO)) {
      throw call.refuse(ProblemId.RANGE, "length", "leaves " + length + " points of a signal");
    }
    Dim before = size.minus(window).floorDiv(2);
    Dim after = size.minus(window).minus(before);
    Dim end = start.plus(length);
    Dim last = call.choose(end, Relation.LE, all) ? end : all;
    if (call.fails(before, Relation.LE, start) || call.fails(last, Relation.LE, all.minus(after))) {
      throw call.refuse(
          ProblemId.RANGE, "win_length", "leaves points outside of every frame's window");
    }
    return length;
  }
}
