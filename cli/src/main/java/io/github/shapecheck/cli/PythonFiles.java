package io.github.shapecheck.cli;

import io.github.shapecheck.processor.read.python.PythonModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that a Python file imports: by their path below a folder some levels above it, so that
 * {@code from ..parts import Block} has a name, else from its own folder up, as on Python's path.
 */
final class PythonFiles implements PythonModels.Sources {
  private static final int LEVELS = 3;

  private final String given;
  private final Path file;
  private final Path root;

  /** Around a file as the user named it. */
  PythonFiles(String given) {
    this.given = given;
    this.file = Path.of(given).toAbsolutePath().normalize();
    Path folder = parent(file);
    for (int i = 0; i < LEVELS; i++) {
      folder = parent(folder);
    }
    this.root = folder;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  /** The path of the file itself below the folder. */
  String name() {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** What messages call a file: as the user would. */
  String shown(String name) {
    if (name.equals(name())) {
      return given;
    }
    Path other = root.resolve(name);
    boolean isBelow =
        !Path.of(given).isAbsolute() && other.startsWith(Path.of("").toAbsolutePath());
    return (isBelow ? Path.of("").toAbsolutePath().relativize(other) : other).toString();
  }

  @Override
  public Optional<String> read(String path) {
    if (Files.isRegularFile(root.resolve(path))) {
      return Optional.of(text(root.resolve(path)));
    }
    for (Path folder = parent(file); !folder.equals(root); folder = parent(folder)) {
      if (Files.isRegularFile(folder.resolve(path))) {
        return Optional.of(text(folder.resolve(path)));
      }
    }
    return Optional.empty();
  }

  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
