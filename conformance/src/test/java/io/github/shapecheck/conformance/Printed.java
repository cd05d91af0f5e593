package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.Tensor;

/** The one way in which both sides print a value. */
final class Printed {
  private Printed() {}

  static String of(IValue value) {
    if (value.isTensor()) {
      return of(value.toTensor());
    }
    if (value.isTuple()) {
      return sequence(value.toTuple().elements().vec());
    }
    if (value.isList()) {
      return sequence(value.toListRef().vec());
    }
    if (value.isInt()) {
      return Long.toString(value.toInt());
    }
    if (value.isNone()) {
      return "None";
    }
    return value.tagKind().getString();
  }

  private static String sequence(IValueVector values) {
    StringJoiner joined = new StringJoiner(", ", "(", ")");
    for (long i = 0; i < values.size(); i++) {
      joined.add(of(values.get(i)));
    }
    return joined.toString();
  }

  static String of(Tensor tensor) {
    return tensor.defined() ? sizes(tensor).toString() : "None";
  }

  static String of(Tensor... tensors) {
    return Arrays.stream(tensors)
        .map(Printed::of)
        .toList()
        .toString()
        .replaceFirst("^\\[", "(")
        .replaceFirst("]$", ")");
  }

  static List<Long> sizes(Tensor tensor) {
    List<Long> sizes = new ArrayList<>();
    for (long size : tensor.shape()) {
      sizes.add(size);
    }
    return sizes;
  }
}
