package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;

/** The spectra of a series' frames, and the series of such spectra. */
final class Frames {
  private Frames() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(table, Frames::spectra, "stft");
    Operation.put(table, Frames::series, "istft");
  }

  /** Frames of a series, each transformed; frequencies come before frames. */
  private static NDArray spectra(Invocation call) {
    NDArray x = call.input();
    long size = call.integer("n_fft", 1);
    long hop = call.integer("hop_length", size / 4);
    int last = x.getShape().dimension() - 1;
    if (call.flag("center", true)) {
      long[] around = {size / 2, size / 2};
      x = Pads.pad(x, around, call.text("pad_mode", "reflect"), 0);
    }
    long count = 1 + (x.getShape().get(last) - size) / hop;
    NDArray cut = Axis.pick(x, last, count * size, i -> i / size * hop + i % size);
    long[] sizes = Arrays.copyOf(x.getShape().getShape(), last + 2);
    sizes[last] = count;
    sizes[last + 1] = size;
    NDArray windows = cut.reshape(sizes).mul(window(call, size));
    NDArray parts =
        call.flag("onesided", true) ? windows.rfft(size, last + 1) : windows.fft(size, last + 1);
    NDArray made = parts.swapAxes(last, last + 1);
    NDArray scaled =
        call.flag("normalized", false)
            ? made.mul(Constant.of((float) (1 / Math.sqrt(size))))
            : made;
    return Types.isComplex(call.dtype()) ? scaled : scaled.real();
  }

  /** The window, in the middle of zeros where it is shorter. */
  private static NDArray window(Invocation call, long size) {
    long length = call.integer("win_length", size);
    NDArray window =
        call.optional("window").orElseGet(() -> call.manager().ones(new Shape(length)));
    long before = (size - length) / 2;
    return Pads.pad(window, new long[] {before, size - length - before}, "constant", 0);
  }

  /** The frames of all spectra, each in its place, over the sum of their windows' squares. */
  private static NDArray series(Invocation call) {
    NDArray x = call.input();
    int last = x.getShape().dimension() - 1;
    long size = call.integer("n_fft", 1);
    long hop = call.integer("hop_length", size / 4);
    long count = x.getShape().get(last);
    NDArray spectra = x.swapAxes(last - 1, last);
    NDArray frames =
        spectra.getShape().get(last) == size
            ? Spectra.part(spectra.ifft(size, last), 0)
            : spectra.irfft(size, last);
    if (call.flag("normalized", false)) {
      frames = frames.mul(Constant.of((float) Math.sqrt(size)));
    }
    NDArray window = window(call, size);
    long all = size + hop * (count - 1);
    NDList placed = new NDList();
    NDList weights = new NDList();
    for (long i = 0; i < count; i++) {
      long[] around = {i * hop, all - size - i * hop};
      NDArray frame = Axis.select(frames, last - 1, i).mul(window);
      placed.add(Pads.pad(frame, around, "constant", 0));
      weights.add(Pads.pad(window.mul(window), around, "constant", 0));
    }
    long start = call.flag("center", true) ? size / 2 : 0;
    long length = call.shape().get(last - 1);
    long end = Math.min(all, start + length);
    NDArray sum = NDArrays.stack(placed).sum(new int[] {0});
    NDArray squares = NDArrays.stack(weights).sum(new int[] {0});
    NDArray whole = Axis.slice(sum, last - 1, start, end).div(Axis.slice(squares, 0, start, end));
    return Pads.pad(whole, new long[] {0, start + length - end}, "constant", 0);
  }
}
