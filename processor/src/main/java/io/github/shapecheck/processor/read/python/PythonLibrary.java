package io.github.shapecheck.processor.read.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The modules of torchvision's and timm's that are written in Python here too, for the shapes. */
final class PythonLibrary {
  /** Packages that stand beside this class, by their dotted names. */
  static final List<String> NAMES =
      List.of(
          "torchvision.models",
          "torchvision.transforms.functional",
          "torchvision.ops.misc",
          "timm");

  private PythonLibrary() {}

  /** Whether a module is one of these packages or in one. */
  static boolean holds(String module) {
    return NAMES.stream().anyMatch(name -> (module + ".").startsWith(name + "."));
  }

  /** Whether a module is PyTorch's, so that no file of the user's is looked for. */
  static boolean isTorch(String module) {
    return (module + ".").startsWith("torch.") || (module + ".").startsWith("torchvision.");
  }

  /** The text of a file, {@code torchvision/models/vgg.py}; empty where there is none. */
  static Optional<String> text(String path) {
    try (InputStream in = PythonLibrary.class.getResourceAsStream("library/" + path)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> read(@Nullable InputStream in) throws IOException {
    return in == null
        ? Optional.empty()
        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
  }
}
