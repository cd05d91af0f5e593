package io.github.shapecheck.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.diagnose.Diagnosis;
import io.github.shapecheck.processor.diagnose.Finding;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.read.python.Recorded;
import io.github.shapecheck.processor.run.trace.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is in a Python file, it is read, run and diagnosed without a throw and within 5 s of
 * CPU: seeded mutations of all recorded models. {@code -Dfuzz.python=2000} makes so many.
 */
class PythonFuzzTest {
  private static final int RUNS = Integer.getInteger("fuzz.python", 150);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_127L);
  private static final long MOST_NANOS = 5_000_000_000L;
  private static final int MOST_FAULTS = 10;
  private static final int LONGEST = 4_096;

  @Test
  void everyFileIsTaken() throws IOException {
    List<Recorded> models = Recorded.all().toList();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < RUNS && faults.size() < MOST_FAULTS; i++) {
      Random random = new Random(SEED + i);
      Recorded model = models.get(random.nextInt(models.size()));
      String source = new Mutation(random).of(model.source());
      String fault = fault(model, source);
      if (!fault.isEmpty()) {
        String small = Shrinking.of(source, fewer -> !fault(model, fewer).isEmpty());
        faults.add("run " + i + " of " + model + ": " + fault + "\n" + small);
      }
    }
    assertTrue(faults.isEmpty(), () -> String.join("\n\n", faults));
  }

  private static String fault(Recorded model, String source) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    try {
      Trace run = new Recorded(source, model.record()).run();
      List<String> lost = Verdict.ofRun(run);
      if (!lost.isEmpty()) {
        return "lost without a word: " + lost;
      }
      Diagnosis diagnosis = Diagnosis.of(run);
      if (run.hasErrors() && diagnosis.findings().isEmpty()) {
        return "an error that nobody is told of: " + run.problems();
      }
      for (Finding finding : diagnosis.findings()) {
        if (finding.problem().id() == ProblemId.INTERNAL) {
          return finding.problem().message();
        }
      }
    } catch (RuntimeException | Error thrown) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      return trace.toString().substring(0, Math.min(trace.toString().length(), LONGEST));
    }
    return threads.getCurrentThreadCpuTime() - start > MOST_NANOS ? "more than 5 s of CPU" : "";
  }
}
