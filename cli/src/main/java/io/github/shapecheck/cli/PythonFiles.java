package io.github.shapecheck.cli;

import io.github.shapecheck.processor.read.python.PythonModels;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that a Python file imports: by their path below a folder some levels above it, so that
 * {@code from ..parts import Block} has a name, else from its own folder up, as on Python's path,
 * else in the folders of PYTHONPATH.
 */
final class PythonFiles implements PythonModels.Sources {
  private static final int LEVELS = 3;
  private static final int HEAD = 4096;
  private static final int MOST_BYTES = 2_000_000;
  private static final Pattern CODING =
      Pattern.compile("(?:[^\\n]*\\n)?[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");

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

  /** The folders that PYTHONPATH names. */
  private static List<Path> path() {
    String folders = System.getenv().getOrDefault("PYTHONPATH", "");
    return Stream.of(folders.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .toList();
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
    Path other = found(name).orElse(root.resolve(name));
    boolean isBelow =
        !Path.of(given).isAbsolute() && other.startsWith(Path.of("").toAbsolutePath());
    return (isBelow ? Path.of("").toAbsolutePath().relativize(other) : other).toString();
  }

  @Override
  public Optional<String> read(String path) {
    return found(path).map(PythonFiles::text);
  }

  private Optional<Path> found(String path) {
    List<Path> folders = new ArrayList<>(List.of(root));
    for (Path folder = parent(file); !folder.equals(root); folder = parent(folder)) {
      folders.add(folder);
    }
    folders.addAll(path());
    return folders.stream()
        .map(folder -> folder.resolve(path))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new WrongUse(file + " has more than " + MOST_BYTES + " bytes");
      }
      byte[] bytes = Files.readAllBytes(file);
      String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
      if (head.indexOf('\0') >= 0) {
        throw new WrongUse(file + " is no text");
      }
      return new String(bytes, charset(head));
    } catch (IOException e) {
      throw new WrongUse("cannot read " + file + ": " + reason(e));
    }
  }

  /** UTF-8, unless one of the first lines says otherwise. */
  private static Charset charset(String head) {
    Matcher declared = CODING.matcher(head);
    try {
      return declared.lookingAt()
          ? Charset.forName(declared.group(1).replaceFirst("(?i)^latin[-_]1$", "latin1"))
          : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Why a file can be neither read nor written, in words. */
  static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such folder"
        : e instanceof AccessDeniedException
            ? "access is denied"
            : e instanceof FileAlreadyExistsException
                ? "a file of that name is in the way"
                : String.valueOf(e.getMessage());
  }
}
