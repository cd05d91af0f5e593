package io.github.shapecheck.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The same sources give the same bytes, in any order and beside other compilations. */
class SameBytesTest {
  private static final int THREADS = 3;
  private static final List<String> OPTIONS =
      List.of("-proc:only", "-nowarn", "-Ashapecheck.html=true");
  private static final List<String> ALL_MESSAGES = List.of("-Xmaxerrs", "0", "-Xmaxwarns", "0");

  /** Messages and what is written, each in an order of its own. */
  private static List<String> said(Supplier<WarmCompiler> compilers, Random order) {
    List<Map.Entry<String, String>> sources =
        new ArrayList<>(new TreeMap<>(Sources.folder("bad").texts()).entrySet());
    Collections.shuffle(sources, order);
    try (WarmCompiler compiler = compilers.get()) {
      List<String> options = new ArrayList<>(OPTIONS);
      options.addAll(compiler.isEclipse() ? List.of() : ALL_MESSAGES);
      List<String> said = new ArrayList<>(compiler.messages(sources, options));
      said.removeIf(message -> !message.startsWith("[")); // the compiler's own
      said.addAll(compiler.written());
      Collections.sort(said);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void inAnyOrderAndAtThreeThreads() throws InterruptedException, ExecutionException {
    assertSame(WarmCompiler::javac);
  }

  @Test
  void fromEclipsesCompiler() throws InterruptedException, ExecutionException {
    assertSame(WarmCompiler::eclipse);
  }

  private static void assertSame(Supplier<WarmCompiler> compilers)
      throws InterruptedException, ExecutionException {
    List<String> alone = said(compilers, new Random(1));
    assertTrue(alone.size() > 100, () -> alone.size() + " messages and files");
    assertTrue(alone.stream().anyMatch(text -> text.contains("</html>")), "no page");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<String>>> others = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random order = new Random(2 + i);
        others.add(threads.submit(() -> said(compilers, order)));
      }
      for (Future<List<String>> other : others) {
        assertEquals(alone, other.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
