package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** DJL's element types by PyTorch's names. */
public final class Types {
  private Types() {}

  static boolean isComplex(DataType type) {
    return type == DataType.COMPLEX64;
  }

  /** The type of a name such as {@code float32}. */
  public static DataType of(String dtype) {
    return switch (dtype) {
      case "float64" -> DataType.FLOAT64;
      case "float16" -> DataType.FLOAT16;
      case "bfloat16" -> DataType.BFLOAT16;
      case "int64" -> DataType.INT64;
      case "int32" -> DataType.INT32;
      case "int16" -> DataType.INT16;
      case "int8" -> DataType.INT8;
      case "uint8" -> DataType.UINT8;
      case "bool" -> DataType.BOOLEAN;
      case "complex64" -> DataType.COMPLEX64;
      default -> DataType.FLOAT32;
    };
  }

  /**
   * The same numbers as another type, gradients included, which {@code toType} of DJL's engine
   * cuts: a product of one factor is the number itself.
   */
  static NDArray cast(NDArray x, DataType type) {
    boolean trained =
        x.getDataType().isFloating() && type.isFloating() && type != DataType.BFLOAT16;
    if (x.getDataType() == type || !trained) {
      return x.toType(type, false);
    }
    int axis = x.getShape().dimension();
    return x.expandDims(axis).cumProd(axis, type).squeeze(axis);
  }
}
