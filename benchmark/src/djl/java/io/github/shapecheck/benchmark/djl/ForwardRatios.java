package io.github.shapecheck.benchmark.djl;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs ResNet-50 of its report and by hand in turn and prints how their times are related. They are
 * the processor's times of one thread, the only one that the engine has then, so that other work on
 * the machine changes little.
 */
public final class ForwardRatios {
  private static final int ROUNDS = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ForwardRatios() {}

  /** Prints the ratios. */
  public static void main(String[] arguments) {
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    for (int batch : new int[] {1, 8}) {
      try (Run byHand = ForwardBenchmark.run("byHand", batch);
          Run checked = ForwardBenchmark.run("checked", batch);
          Run hooked = ForwardBenchmark.run("hooked", batch)) {
        ratios(batch, byHand, checked, hooked);
      }
    }
  }

  private static void ratios(int batch, Run byHand, Run checked, Run hooked) {
    List<Double> alone = new ArrayList<>();
    List<Double> block = new ArrayList<>();
    List<Double> hooks = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      double first = time(byHand);
      double second = time(checked);
      double third = time(hooked);
      if (i >= ROUNDS / 4) {
        alone.add(first);
        block.add(second / first);
        hooks.add(third / second);
      }
    }
    print("batch " + batch + ", by hand, ms", alone);
    print("  the block / by hand", block);
    print("  the block with a hook elsewhere / without", hooks);
  }

  private static double time(Run run) {
    long start = THREADS.getCurrentThreadCpuTime();
    run.forward();
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
  }

  private static void print(String what, List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    int last = sorted.size() - 1;
    System.out.printf(
        Locale.ROOT,
        "%-45s %8.2f  (%.2f .. %.2f)%n",
        what,
        sorted.get(last / 2),
        sorted.get(last / 4),
        sorted.get(last * 3 / 4));
  }
}
