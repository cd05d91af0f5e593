package io.github.shapecheck.djl.libtorch;

import io.github.shapecheck.report.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of torchscript.txt: how operations are spelled in TorchScript. */
final class Templates {
  private static final Map<String, String> BY_OPERATION = read();

  /** In the order of LibTorch's numbers. */
  private static final List<String> TYPES =
      List.of(
          "uint8",
          "int8",
          "int16",
          "int32",
          "int64",
          "float16",
          "float32",
          "float64",
          "complex32",
          "complex64",
          "complex128",
          "bool",
          "",
          "",
          "",
          "bfloat16");

  private Templates() {}

  /**
   * The expression of a step: of its operation with that many results ({@code max_pool2d#2}), with
   * one of its arguments given ({@code Conv2d+padding_mode}), or of its operation.
   */
  static Optional<String> of(Step step, Collection<String> given) {
    String counted = step.op() + "#" + step.results().size();
    Stream<String> special =
        Stream.concat(Stream.of(counted), given.stream().map(name -> step.op() + "+" + name));
    return Stream.concat(special, Stream.of(step.op()))
        .map(BY_OPERATION::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  static int dtype(String name) {
    return TYPES.indexOf(name);
  }

  /** The functions that expressions call besides LibTorch's own. */
  static String functions() {
    return text("/torchscript.py");
  }

  private static Map<String, String> read() {
    Map<String, String> templates = new HashMap<>();
    for (String line : text("/torchscript.txt").lines().toList()) {
      int equals = line.indexOf(" = ");
      if (!line.startsWith("#") && equals > 0) {
        for (String operation : line.substring(0, equals).split(" ")) {
          templates.put(operation, line.substring(equals + 3));
        }
      }
    }
    return templates;
  }

  private static String text(String resource) {
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
