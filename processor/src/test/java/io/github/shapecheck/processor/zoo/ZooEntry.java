package io.github.shapecheck.processor.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A network as Java source, with what PyTorch made of it in the comment at its end.
 *
 * @param className the qualified name
 * @param parameters the number of trainable values
 * @param cases the sizes of each run
 * @param steps one line for each operation: its name and its shape in each run
 */
record ZooEntry(
    String className,
    String source,
    long parameters,
    List<Map<String, Long>> cases,
    List<String> steps) {

  /** All networks of {@code src/test/resources/zoo}. */
  static List<ZooEntry> all() {
    try (Stream<Path> files =
        Files.walk(Path.of(Objects.requireNonNull(ZooEntry.class.getResource("/zoo")).toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(ZooEntry::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ZooEntry read(Path file) {
    String source;
    try {
      source = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String family = String.valueOf(Objects.requireNonNull(file.getParent()).getFileName());
    String name = String.valueOf(file.getFileName()).replace(".java", "");
    List<String> record =
        source.substring(source.lastIndexOf("/* PyTorch")).lines().skip(1).toList();
    List<Map<String, Long>> cases = new ArrayList<>();
    for (String run : record.get(1).substring("sizes ".length()).split(" ")) {
      cases.add(sizes(run));
    }
    return new ZooEntry(
        "zoo." + family + "." + name,
        source,
        Long.parseLong(record.get(0).substring("parameters ".length())),
        cases,
        record.subList(2, record.size() - 1));
  }

  private static Map<String, Long> sizes(String run) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String size : run.split(",")) {
      String[] parts = size.split("=");
      sizes.put(parts[0], Long.parseLong(parts[1]));
    }
    return sizes;
  }
}
