package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of torch and math that stand for a constant. */
public final class Constants {
  private static final Map<String, Value> ALL =
      Map.ofEntries(
          type("float32", DType.FLOAT32),
          type("float", DType.FLOAT32),
          type("float64", DType.FLOAT64),
          type("double", DType.FLOAT64),
          type("float16", DType.FLOAT16),
          type("half", DType.FLOAT16),
          type("bfloat16", DType.BFLOAT16),
          type("int64", DType.INT64),
          type("long", DType.INT64),
          type("int32", DType.INT32),
          type("int", DType.INT32),
          type("int16", DType.INT16),
          type("short", DType.INT16),
          type("int8", DType.INT8),
          type("uint8", DType.UINT8),
          type("bool", DType.BOOL),
          type("complex64", DType.COMPLEX64),
          type("cfloat", DType.COMPLEX64),
          type("complex128", DType.COMPLEX128),
          Map.entry("pi", new Value.Real(Math.PI)),
          Map.entry("e", new Value.Real(Math.E)),
          Map.entry("inf", new Value.Real(Double.POSITIVE_INFINITY)),
          Map.entry("nan", new Value.Real(Double.NaN)),
          Map.entry("Ellipsis", new Value.Ellipsis()),
          Map.entry("contiguous_format", new Value.Constant("contiguous_format")),
          Map.entry("preserve_format", new Value.Constant("preserve_format")),
          Map.entry("channels_last", new Value.Constant("channels_last")),
          Map.entry("channels_last_3d", new Value.Constant("channels_last_3d")),
          Map.entry("strided", new Value.Constant("strided")));

  private Constants() {}

  private static Map.Entry<String, Value> type(String name, DType type) {
    return Map.entry(name, new Value.Type(type));
  }

  /** The constant of a name, or null. */
  public static @Nullable Value of(String name) {
    return ALL.get(name);
  }
}
