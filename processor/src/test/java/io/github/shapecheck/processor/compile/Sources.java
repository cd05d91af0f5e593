package io.github.shapecheck.processor.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Source files to compile together.
 *
 * @param texts the text of each file by its path below the source folder
 */
public record Sources(Map<String, String> texts) {

  public Sources {
    texts = Map.copyOf(texts);
  }

  public static Sources of(String path, String text) {
    return new Sources(Map.of(path, text));
  }

  /** All Java files of a folder of the test resources; paths keep the folder's name in front. */
  public static Sources folder(String resource) {
    Map<String, String> texts = new TreeMap<>();
    Path root = resource(resource);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String below = root.relativize(file).toString().replace('\\', '/');
        texts.put(resource + "/" + below, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sources(texts);
  }

  public Sources and(Sources others) {
    Map<String, String> all = new TreeMap<>(texts);
    all.putAll(others.texts);
    return new Sources(all);
  }

  public Sources only(String path) {
    return of(path, texts.get(path));
  }

  void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
  }

  private static Path resource(String name) {
    try {
      return Path.of(Sources.class.getResource("/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
