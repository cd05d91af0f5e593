package io.github.shapecheck.benchmark;

import io.github.shapecheck.processor.ShapeCheckProcessor;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles some files with javac in this process, with the processor or without. */
final class Compilation {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Path> files;
  private final boolean fits;
  private final List<Trace> traces = new ArrayList<>();

  Compilation(List<Path> files) {
    this(files, true);
  }

  /**
   * Compiles files.
   *
   * @param fits whether nothing is wrong with them
   */
  Compilation(List<Path> files, boolean fits) {
    this.files = files;
    this.fits = fits;
  }

  /** The runs of the models that were compiled last. */
  List<Trace> traces() {
    return traces;
  }

  /** The milliseconds that this thread spends on some work: others do not count. */
  static double time(Runnable work) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
  }

  /** Compiles once and gives the milliseconds. */
  double run(boolean checked) throws IOException {
    Path out = Files.createTempDirectory("shapecheck");
    try {
      return time(() -> compile(checked, out.toString()));
    } finally {
      try (Stream<Path> written = Files.walk(out)) {
        written.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private void compile(boolean checked, String out) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options = new ArrayList<>(List.of("-d", out, "-s", out));
    options.addAll(List.of("-cp", System.getProperty("java.class.path")));
    if (!checked) {
      options.add("-proc:none");
    }
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              Writer.nullWriter(),
              manager,
              null,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(files));
      if (checked) {
        traces.clear();
        task.setProcessors(List.of(new ShapeCheckProcessor(this::traced)));
      }
      if (task.call() != fits) {
        throw new IllegalStateException("the networks compile: " + !fits);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Trace traced(Model model) {
    Trace trace = Interpreter.run(model);
    traces.add(trace);
    return trace;
  }
}
