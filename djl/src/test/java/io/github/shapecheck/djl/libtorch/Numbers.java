package io.github.shapecheck.djl.libtorch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/**
 * A tensor that both processes make: {@code shift + scale *} numbers between -1 and 1, or whole
 * numbers below a bound.
 *
 * @param bound of whole numbers, else 0
 */
public record Numbers(long[] shape, int seed, double scale, double shift, Kind kind, long bound) {

  /** How numbers follow one another. */
  public enum Kind {
    /** Smooth ones that repeat nowhere. */
    SINE,
    /** Their absolute values. */
    POSITIVE,
    /** Ones that have nothing to do with their neighbours. */
    NOISE
  }

  /** Smooth numbers between -1 and 1, as inputs and to weigh results with. */
  public static Numbers smooth(long[] shape, int seed) {
    return new Numbers(shape, seed, 1, 0, Kind.SINE, 0);
  }

  /** Whole numbers below a bound. */
  public static Numbers below(long bound, long[] shape) {
    return new Numbers(shape, 0, 0, 0, Kind.SINE, bound);
  }

  /** A weight of a size that keeps values where they are, by its name in the state_dict. */
  public static Numbers weight(String name, long[] shape) {
    int seed = 0;
    for (int i = 0; i < name.length(); i++) {
      seed += name.charAt(i) * (i + 1);
    }
    if (name.endsWith("running_var")) {
      return new Numbers(shape, seed % 97, 0.4, 1, Kind.POSITIVE, 0);
    }
    double fan =
        shape.length == 0 ? 1 : (double) Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
    return shape.length > 1
        ? new Numbers(shape, seed % 97, 1.2 / Math.sqrt(fan), 0, Kind.SINE, 0)
        : new Numbers(shape, seed % 97, 0.1, name.endsWith("weight") ? 1 : 0, Kind.SINE, 0);
  }

  /** The same but for variances as noise, of which no layer makes almost the same everywhere. */
  public Numbers noisy() {
    Kind noisy = kind == Kind.SINE ? Kind.NOISE : kind;
    return new Numbers(shape, seed, scale, shift, noisy, bound);
  }

  /** The values in row-major order. */
  public double[] values() {
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Random random = new Random(seed);
    for (int i = 0; i < values.length; i++) {
      double sine = Math.sin(0.37 * i * (1 + 0.01 * seed) + seed);
      double value =
          switch (kind) {
            case SINE -> sine;
            case POSITIVE -> Math.abs(sine);
            case NOISE -> 2 * random.nextDouble() - 1;
          };
      values[i] = bound > 0 ? i * 7L % bound : value * scale + shift;
    }
    return values;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(shape.length);
    for (long size : shape) {
      out.writeLong(size);
    }
    out.writeInt(seed);
    out.writeDouble(scale);
    out.writeDouble(shift);
    out.writeInt(kind.ordinal());
    out.writeLong(bound);
  }

  static Numbers read(DataInputStream in) throws IOException {
    long[] shape = new long[in.readInt()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in.readLong();
    }
    return new Numbers(
        shape,
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        Kind.values()[in.readInt()],
        in.readLong());
  }
}
