package io.github.shapecheck.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Sources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever is in a source, shapecheck neither throws nor hangs nor floods: seeded mutations of all
 * sources that there are. {@code -Dfuzz=10000} makes so many on javac, a tenth of them on Eclipse's
 * compiler; {@code -Dfuzz.seed=7} makes others.
 */
class FuzzTest {
  private static final int RUNS = Integer.getInteger("fuzz", 60);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_127L);
  private static final long MOST_GROWTH = 200_000_000;

  private static final Map<String, String> SOURCES = new TreeMap<>();

  static {
    for (String folder : List.of("good", "bad", "errors", "zoo")) {
      SOURCES.putAll(Sources.folder(folder).texts());
    }
  }

  @Test
  void javacTakesEverything() {
    long before = heap();
    fuzz(Compiler.JAVAC, RUNS);
    long growth = heap() - before;
    assertTrue(growth < MOST_GROWTH, () -> "the heap grew by " + growth + " bytes");
  }

  @Test
  void eclipseTakesEverything() {
    fuzz(Compiler.ECLIPSE, RUNS / 10);
  }

  private static void fuzz(Compiler compiler, int runs) {
    List<String> paths = new ArrayList<>(SOURCES.keySet());
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < runs && faults.size() < 10; i++) {
      Random random = new Random(SEED + i);
      String path = paths.get(random.nextInt(paths.size()));
      String source = new Mutation(random).of(SOURCES.get(path));
      String fault = Verdict.of(compiler, path, source);
      if (!fault.isEmpty()) {
        faults.add(
            "run " + i + " of " + path + ": " + fault + "\n" + shrunk(compiler, path, source));
      }
    }
    if (!faults.isEmpty()) {
      fail(String.join("\n\n", faults));
    }
  }

  /** The fewest lines that still show a fault, by leaving out ever smaller stretches. */
  private static String shrunk(Compiler compiler, String path, String source) {
    List<String> lines = new ArrayList<>(Arrays.asList(source.split("\n", -1)));
    for (int length = lines.size() / 2; length > 0; length /= 2) {
      for (int at = 0; at + length <= lines.size(); ) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.subList(at, at + length).clear();
        if (Verdict.of(compiler, path, String.join("\n", fewer)).isEmpty()) {
          at += length;
        } else {
          lines = fewer;
        }
      }
    }
    String text = String.join("\n", lines);
    return text.length() > 3_000 ? text.substring(0, 3_000) + "..." : text;
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
