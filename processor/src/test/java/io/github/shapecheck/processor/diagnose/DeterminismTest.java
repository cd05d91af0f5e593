package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.run.Interpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The same broken models give the same messages on a quiet machine and on a busy one. */
class DeterminismTest {
  private static List<String> told() {
    List<String> told = new ArrayList<>();
    for (int wrong = 1; wrong < 24; wrong++) {
      ModelBuilder model =
          new ModelBuilder()
              .input("[3, " + (40 + wrong) + ", 44]")
              .layer("conv1", "Conv2d", "in = 3, out = 12, k = 5, s = 2")
              .layer("norm", "BatchNorm2d", "value = " + (11 + wrong % 3))
              .layer("conv2", "Conv2d", "in = 12, out = 20, k = " + (2 + wrong % 4))
              .layer("fc", "Linear", "in = " + 97 * wrong + ", out = 10")
              .forward(
                  "y = relu(norm(conv1(x)))",
                  "y = F.max_pool2d(conv2(y), 2)",
                  "z = y + y.transpose(2, 3)",
                  "y = z.view(-1, " + 20 * wrong + ")",
                  "return fc(y)");
      Diagnosis.of(Interpreter.run(model.build()))
          .findings()
          .forEach(found -> told.add(found.problem().message() + " " + found.fixes()));
    }
    return told;
  }

  @Test
  void besideTwoBusyThreadsAsAlone() throws InterruptedException {
    List<String> alone = told();
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong spun = new AtomicLong();
    List<Thread> busy = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Thread thread =
          new Thread(
              () -> {
                while (!done.get()) {
                  spun.incrementAndGet();
                }
              });
      thread.start();
      busy.add(thread);
    }
    try {
      assertEquals(alone, told());
    } finally {
      done.set(true);
      for (Thread thread : busy) {
        thread.join();
      }
    }
  }
}
