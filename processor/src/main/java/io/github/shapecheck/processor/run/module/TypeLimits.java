package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/** What {@code torch.finfo} and {@code torch.iinfo} say of an element type. */
public final class TypeLimits {
  private TypeLimits() {}

  /** A limit by its name; null where there is none such. */
  static @Nullable Value of(DType type, String name) {
    return switch (name) {
      case "max", "min", "eps", "tiny", "smallest_normal" ->
          type.isFloating() ? new Value.Real(real(type, name)) : integer(type, name);
      case "bits", "resolution" -> new Opaque("the " + name + " of a type");
      default -> null;
    };
  }

  private static double real(DType type, String name) {
    int digits =
        switch (type) {
          case FLOAT64 -> 52;
          case FLOAT16 -> 10;
          case BFLOAT16 -> 7;
          default -> 23;
        };
    int exponent = type == DType.FLOAT64 ? 1023 : type == DType.FLOAT16 ? 15 : 127;
    double max = Math.scalb(2 - Math.scalb(1.0, -digits), exponent);
    return switch (name) {
      case "max" -> max;
      case "min" -> -max;
      case "eps" -> Math.scalb(1.0, -digits);
      default -> Math.scalb(1.0, 1 - exponent);
    };
  }

  private static @Nullable Value integer(DType type, String name) {
    int bits =
        switch (type) {
          case UINT8 -> 8;
          case INT8 -> 7;
          case INT16 -> 15;
          case INT32 -> 31;
          default -> 63;
        };
    long max = -1L >>> (64 - bits);
    return switch (name) {
      case "max" -> Value.Int.of(max);
      case "min" -> Value.Int.of(type == DType.UINT8 ? 0 : -max - 1);
      default -> null;
    };
  }
}
