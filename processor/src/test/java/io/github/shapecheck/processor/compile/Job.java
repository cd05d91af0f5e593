package io.github.shapecheck.processor.compile;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a compiler is asked to do.
 *
 * @param sources the files
 * @param processor the annotation processor's class name
 * @param options further options of the compiler
 * @param classPath what the sources may use
 */
public record Job(Sources sources, String processor, List<String> options, String classPath) {

  public static final String SHAPECHECK = "io.github.shapecheck.processor.ShapeCheckProcessor";

  /** Compiles with shapecheck and nothing but the tests' own class path. */
  public static Job of(Sources sources) {
    return new Job(sources, SHAPECHECK, List.of(), System.getProperty("java.class.path"));
  }

  public Job withOptions(String... more) {
    return new Job(sources, processor, List.of(more), classPath);
  }

  public Job withProcessor(Class<?> other) {
    return new Job(sources, other.getName(), options, classPath);
  }

  public Job withClassPath(Path entry) {
    String path = entry + System.getProperty("path.separator") + classPath;
    return new Job(sources, processor, options, path);
  }

  /** The part of a job that a compiler sees, once its files are on disk. */
  record OnDisk(String folder, String processor, List<String> options, String classPath)
      implements Serializable {

    Path in() {
      return Path.of(folder, "in");
    }

    Path out() {
      return Path.of(folder, "out");
    }

    List<String> files() {
      try (Stream<Path> files = Files.walk(in())) {
        return files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The path of a source file as {@link Sources} named it. */
    String name(Path file) {
      return in().relativize(file).toString().replace('\\', '/');
    }
  }

  /** What a compiler does with a job on disk. */
  interface Work {
    List<CompilerMessage> run(OnDisk job) throws IOException, InterruptedException;
  }

  /** Lays the files out, lets the compiler work, collects what it wrote and cleans up. */
  Compilation run(Work work) {
    try {
      Path folder = Files.createTempDirectory("shapecheck").toRealPath();
      try {
        OnDisk job = new OnDisk(folder.toString(), processor, options, classPath);
        sources.writeTo(job.in());
        Files.createDirectories(job.out());
        List<CompilerMessage> messages = new ArrayList<>(work.run(job));
        return new Compilation(messages, collect(job.out()));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> collect(Path out) throws IOException {
    Map<String, byte[]> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        written.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return written;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
