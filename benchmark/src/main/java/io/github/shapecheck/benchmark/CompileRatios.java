package io.github.shapecheck.benchmark;

import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.run.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles the example networks with the processor and without, in turn and in one process, and
 * prints how the times are related.
 */
public final class CompileRatios {
  private static final int ROUNDS = 60;
  private static final int FRESH = 9;
  private static final String SOURCES = "example/src/main/java";

  private CompileRatios() {}

  /**
   * Prints the ratios.
   *
   * @param arguments the folder of the networks, that of the example if absent; {@code once} and
   *     {@code true} or {@code false} for one compilation, as fresh processes do it
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 3 && arguments[0].equals("once")) {
      Compilation compilation = new Compilation(networks(arguments[2]));
      compilation.run(Boolean.parseBoolean(arguments[1]));
      return;
    }
    String folder = arguments.length > 0 ? arguments[0] : SOURCES;
    fresh(folder);
    warm(networks(folder));
  }

  private static List<Path> networks(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("Main.java"))
          .sorted()
          .toList();
    }
  }

  private static void fresh(String folder) throws IOException, InterruptedException {
    List<Double> plain = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < FRESH; i++) {
      plain.add(process(folder, false));
      ratios.add(process(folder, true) / plain.get(i));
    }
    Quartiles.of(plain).print("fresh process, javac alone, ms of its processors");
    Quartiles.of(ratios).print("  with the processor / without");
  }

  /** The processor time of a process that compiles once. */
  private static double process(String folder, boolean checked)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    String main = CompileRatios.class.getName();
    Process process =
        new ProcessBuilder(java, "-cp", classPath, main, "once", "" + checked, folder)
            .inheritIO()
            .start();
    double spent = 0;
    while (process.isAlive()) {
      spent = process.info().totalCpuDuration().map(d -> d.toNanos() / 1e6).orElse(spent);
      Thread.sleep(1);
    }
    return spent;
  }

  private static void warm(List<Path> networks) throws IOException {
    Compilation compilation = new Compilation(networks);
    List<Double> plain = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      double alone = compilation.run(false);
      double checked = compilation.run(true);
      double solving = Compilation.time(() -> solve(compilation.traces()));
      if (i >= ROUNDS / 2) {
        plain.add(alone);
        ratios.add(checked / alone);
        sizes.add(checked / (checked - solving));
      }
    }
    Quartiles.of(plain).print("warm, javac alone, ms of its thread");
    Quartiles.of(ratios).print("  with the processor / without");
    Quartiles.of(sizes).print("  with the processor / with it but without admissible sizes");
  }

  private static void solve(List<Trace> traces) {
    traces.forEach(AcceptedSizes::of);
  }
}
