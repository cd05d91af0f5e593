package io.github.shapecheck.report;

/** How many bytes an element takes, by PyTorch's name of its type. */
final class ElementType {
  private ElementType() {}

  static long bytes(String dtype) {
    return switch (dtype) {
      case "bool", "uint8", "int8" -> 1;
      case "float16", "bfloat16", "int16" -> 2;
      case "float64", "int64", "complex64" -> 8;
      case "complex128" -> 16;
      default -> 4;
    };
  }
}
