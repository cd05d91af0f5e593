package io.github.shapecheck.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Sources;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Whatever is in a source, shapecheck neither throws nor hangs nor floods: seeded mutations of all
 * sources that there are. {@code -Dfuzz=10000} makes so many on javac, {@code -Dfuzz.ecj=1000} on
 * Eclipse's compiler; {@code -Dfuzz.seed=7} makes others.
 */
class FuzzTest {
  private static final int RUNS = Integer.getInteger("fuzz", 150);
  private static final int ECLIPSE_RUNS = Integer.getInteger("fuzz.ecj", 15);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_127L);
  private static final long MOST_GROWTH = 100_000_000;
  private static final int MOST_FAULTS = 10;

  private static final List<String> OPTIONS =
      List.of(
          ".lint=error",
          ".lint=off",
          ".lint=banana",
          ".lint",
          ".html=true",
          ".html=yes",
          ".report=false",
          ".report=",
          ".lock=",
          ".lock=pom.xml/folder-in-a-file",
          ".lock=\u0000",
          ".lock.update",
          ".python=",
          ".python=no/such/folder" + File.pathSeparator + "\u0000",
          ".errors= ",
          ".errors=%s#",
          ".verbose=true",
          ".Lint=warn",
          "=",
          "");

  private static final Map<String, String> SOURCES = new TreeMap<>();

  static {
    for (String folder : List.of("good", "bad", "errors", "zoo", "hostile")) {
      SOURCES.putAll(Sources.folder(folder).texts());
    }
  }

  @Test
  void javacTakesEverything() throws InterruptedException {
    fuzz(WarmCompiler::javac, RUNS / 10);
    long before = heap();
    fuzz(WarmCompiler::javac, RUNS);
    long growth = heap() - before;
    assertTrue(growth < MOST_GROWTH, () -> "the heap grew by " + growth + " bytes");
  }

  @Test
  void shapecheckIsAsked() throws IOException {
    String source = SOURCES.get("errors/linear-in.java");
    for (boolean eclipse : new boolean[] {false, true}) {
      try (WarmCompiler compiler = eclipse ? WarmCompiler.eclipse() : WarmCompiler.javac()) {
        for (int run = 0; run < 10; run++) {
          List<String> said = compiler.messages("Model.java", source, options(run, eclipse));
          assertTrue(said.stream().anyMatch(m -> m.startsWith("[linear-in]")), said::toString);
        }
      }
    }
  }

  @Test
  void eclipseTakesEverything() throws InterruptedException {
    fuzz(WarmCompiler::eclipse, ECLIPSE_RUNS);
  }

  private static void fuzz(Supplier<WarmCompiler> compilers, int runs) throws InterruptedException {
    Map<Integer, String> faults = new ConcurrentSkipListMap<>();
    AtomicInteger next = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread worker = new Thread(() -> work(compilers, next, runs, faults));
      worker.setUncaughtExceptionHandler((one, died) -> faults.put(-1, "a worker died: " + died));
      worker.start();
      workers.add(worker);
    }
    for (Thread worker : workers) {
      worker.join();
    }
    assertTrue(faults.isEmpty(), () -> String.join("\n\n", faults.values()));
  }

  private static void work(
      Supplier<WarmCompiler> compilers, AtomicInteger next, int runs, Map<Integer, String> faults) {
    List<String> paths = new ArrayList<>(SOURCES.keySet());
    try (WarmCompiler compiler = compilers.get()) {
      for (int i = next.getAndIncrement();
          i < runs && faults.size() < MOST_FAULTS;
          i = next.getAndIncrement()) {
        Random random = new Random(SEED + i);
        String path = paths.get(random.nextInt(paths.size()));
        String source = new Mutation(random).of(SOURCES.get(path));
        List<String> options = options(i, compiler.isEclipse());
        options.addAll(ours(random));
        String fault = Verdict.of(compiler, path, source, options);
        if (!fault.isEmpty()) {
          String small =
              Shrinking.of(source, fewer -> !Verdict.of(compiler, path, fewer, options).isEmpty());
          faults.put(i, "run " + i + " of " + path + " " + options + ": " + fault + "\n" + small);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every tenth run compiles what is generated; some go on behind syntax errors. */
  private static List<String> options(int run, boolean eclipse) {
    List<String> options = new ArrayList<>(List.of("-nowarn"));
    if (run % 10 != 0 || eclipse) { // which wants to find generated sources on disk
      options.add("-proc:only");
    }
    if (run % 3 == 0 && !eclipse) {
      options.add("-XDshould-stop.ifError=FLOW"); // as Error Prone sets it
    }
    return options;
  }

  /** One time in four, options of ours that exist or do not. */
  private static List<String> ours(Random random) {
    List<String> options = new ArrayList<>();
    for (int i = random.nextInt(4) - 2; i >= 0; i--) {
      options.add("-Ashapecheck" + OPTIONS.get(random.nextInt(OPTIONS.size())));
    }
    return options;
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
