package io.github.shapecheck.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model promises of itself: a budget in its source, shapes that were committed. */
class PromisesTest {
  private static final String NET =
      """
      package com.acme;
      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;
      @Input({1, 28, 24})
      %s
      class Net {
        @Conv2d(in = 1, out = 10, k = 5) Object conv;
        @ReLU Object relu;
        @Flatten Object flatten;
        @Linear(in = 10 * 24 * 20, out = %d) Object fc;
      }
      """;

  @TempDir Path folder;

  private static Compilation compile(String budget, int classes, String... options) {
    Sources sources = Sources.of("com/acme/Net.java", NET.formatted(budget, classes));
    return Compiler.JAVAC.compile(Job.of(sources).withOptions(options));
  }

  private static String error(String budget) {
    List<CompilerMessage> errors = compile(budget, 7).errors();
    assertEquals(1, errors.size(), errors::toString);
    assertEquals("com/acme/Net.java:5", errors.get(0).file() + ":" + errors.get(0).line());
    return errors.get(0).text();
  }

  @Test
  void aBudgetThatIsKeptSaysNothing() {
    String budget =
        "@Budget(params = 33867, macs = 153600, activationBytes = 41116, receptiveField = 28)";
    assertEquals(List.of(), compile(budget, 7).messages());
  }

  @Test
  void parametersOverBudgetNameTheMostExpensiveLayers() {
    assertEquals(
        """
        [budget] Net has 33,867 parameters, but its budget is 30,000
            fc               Linear                    33,607
            conv             Conv2d                       260
          fix: conv: out = 5; fc: in = 2400\
        """,
        error("@Budget(params = 30_000)"));
  }

  @Test
  void macsOverBudget() {
    assertTrue(error("@Budget(macs = 153599)").contains("has 153,600 MACs per sample, but"));
  }

  @Test
  void theLayerThatCostsMostOfWhatIsLimitedIsMadeSmaller() {
    Sources sources =
        Sources.of(
            "com/acme/Net.java",
            """
            package com.acme;
            import io.github.shapecheck.*;
            import io.github.shapecheck.nn.*;
            @Input({3, 32, 24})
            @Budget(macs = 500_000)
            class Net {
              @Conv2d(in = 3, out = 8, k = 5) @ReLU @Flatten Object conv;
              @Linear(in = 8 * 28 * 20, out = 50) @ReLU Object fc1;
              @Linear(in = 50, out = 7) Object fc2;
            }
            """);
    List<CompilerMessage> errors = Compiler.JAVAC.compile(Job.of(sources)).errors();
    assertEquals(1, errors.size(), errors::toString);
    String text = errors.get(0).text();
    assertTrue(text.endsWith("fix: conv: out = 4; fc1: in = 2240"), text);
  }

  @Test
  void activationsOverBudget() {
    String text = error("@Budget(activationBytes = 1000)");
    assertTrue(text.contains("has 41,116 bytes of activations per sample"), text);
    assertTrue(text.contains("conv             Conv2d                    19,200"), text);
  }

  @Test
  void receptiveFieldOverBudget() {
    String text = error("@Budget(receptiveField = 27)");
    assertTrue(text.contains("has 28 input positions in its largest receptive field"), text);
  }

  @Test
  void lockedShapesAreWrittenHeldAndRewritten() throws Exception {
    String lock = "-Ashapecheck.lock=" + folder;
    String missing = compile("", 7, lock).errors().get(0).text();
    assertTrue(missing.startsWith("[lock] ") && missing.contains("is missing"), missing);
    assertEquals(List.of(), compile("", 7, lock, "-Ashapecheck.lock.update=true").messages());
    assertEquals(
        """
        # The shapes of com.acme.Net; -Ashapecheck.lock.update=true rewrites this.
        model com.acme.Net
        input x [N, 1, 28, 24] accepts 1..; 1; 28; 24
        step conv conv:Conv2d(in_channels=1, out_channels=10, kernel_size=5)(x) -> [N, 10, 24, 20] with weight [10, 1, 5, 5], bias [10]
        step relu relu:ReLU()(conv) -> [N, 10, 24, 20]
        step flatten flatten:Flatten()(relu) -> view [N, 4800]
        step fc fc:Linear(in_features=4800, out_features=7)(flatten) -> [N, 7] with weight [7, 4800], bias [7]
        output fc [N, 7]
        # parameters 33867
        """,
        Files.readString(folder.resolve("com.acme.Net.txt")));
    assertEquals(List.of(), compile("", 7, lock).messages());
    String changed = compile("", 9, lock).errors().get(0).text();
    assertTrue(
        changed.contains("\n    - step fc fc:Linear(in_features=4800, out_features=7)"), changed);
    assertTrue(changed.contains("\n    + output fc [N, 9]"), changed);
    assertEquals(List.of(), compile("", 9, lock, "-Ashapecheck.lock.update=true").messages());
    assertEquals(List.of(), compile("", 9, lock).messages());
  }
}
