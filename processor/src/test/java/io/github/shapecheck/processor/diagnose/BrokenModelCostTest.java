package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.diagnose.propose.line.SharedNumbers;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.diagnose.rerun.TunableAxes;
import io.github.shapecheck.processor.diagnose.rerun.Tuning;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.read.python.PythonNet;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trials of a broken model, counted in steps, grow with its steps and not with its errors. */
class BrokenModelCostTest {
  private static final long LEAST = 40_000;
  private static final long EACH_STEP = 20;

  private static final long LEAST_OF_SEARCHES = 150_000;
  private static final long EACH_STEP_OF_SEARCHES = 70;

  private static final long OF_A_TRIAL = 100;

  private static final String PYTHON =
      """
      import torch.nn as nn

      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.one = nn.Linear(8, 16)
              self.two = nn.Linear(12, 4)

          def forward(self, x):
              x = self.two(self.one(x))
              return %s
      """;

  private static Model broken(int steps, int errors) {
    ModelBuilder model = new ModelBuilder().input("[8, 32, 32]");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps / 2; i++) {
      model.layer("conv" + i, "Conv2d", "in = 8, out = 8, k = 3, p = 1");
      lines.add("x = conv" + i + "(x)");
      lines.add(i < errors ? "y" + i + " = x.view(x.size(0), 7, " + (i + 11) + ")" : "x = relu(x)");
    }
    lines.add("return x");
    return model.forward(lines.toArray(new String[0])).build();
  }

  @ParameterizedTest
  @CsvSource({"100, 1", "100, 10", "100, 50", "300, 50", "1000, 1", "1000, 50", "1000, 500"})
  void trialsGrowWithTheStepsAlone(int steps, int errors) {
    Trace trace = Interpreter.run(broken(steps, errors));
    assertTrue(trace.errors() == errors, () -> "errors: " + trace.errors());
    Rerun rerun = new Rerun(trace);
    Repairs repairs = new Repairs(trace, rerun);
    trace.problems().forEach(repairs::of);
    assertTrue(rerun.spent() <= LEAST + EACH_STEP * steps, () -> rerun.spent() + " for " + steps);
  }

  @Test
  void sizesAreTriedOnlyWhereTheyHaveAPartInTheProblem() {
    Model model =
        new ModelBuilder()
            .input("[6, 90, 140]")
            .layer("fc", "Linear", "in = 7, out = 3")
            .forward("x = x.mean(dim=(2, 3))", "return fc(x)")
            .build();
    Trace trace = Interpreter.run(model);
    assertEquals(1, trace.errors());
    Rerun rerun = new Rerun(trace);
    rerun.next();
    Tuning tuning = new Tuning(model, rerun, trace.problems().get(0), List.of());
    assertEquals(Optional.empty(), tuning.byTrying(TunableAxes.of(0, 2), 140));
    assertTrue(rerun.spent() > 0 && rerun.spent() < OF_A_TRIAL, () -> "spent " + rerun.spent());
    assertTrue(tuning.byTrying(TunableAxes.of(0, 0), 6).isPresent());
  }

  @Test
  void aNumberThatIsReadBehindTheErrorsIsNotTried() {
    long alone = spentOnNumbers("x");
    assertTrue(alone > 0);
    assertEquals(alone, spentOnNumbers("x if 11 + 12 + 13 + 14 + 15 + 16 > 9 else x"));
  }

  private static long spentOnNumbers(String result) {
    SharedNumbers numbers = new SharedNumbers(PythonNet.of(PYTHON.formatted(result)).run(8));
    assertEquals(2, numbers.ofAll().size());
    return numbers.spent();
  }

  @ParameterizedTest
  @CsvSource({"100, 1", "100, 8", "300, 8", "1000, 1", "1000, 8"})
  void theSearchForTheFewestMistakesGrowsWithTheStepsAlone(int steps, int errors) {
    Trace trace = Interpreter.run(broken(steps, errors));
    Rerun rerun = new Rerun(trace);
    Repairs repairs = new Repairs(trace, rerun);
    List<Finding> findings = new Causes(trace, rerun, repairs).findings();
    FewestMistakes search = new FewestMistakes(findings, trace, repairs);
    search.fewest();
    assertTrue(rerun.spent() <= LEAST + EACH_STEP * steps, () -> rerun.spent() + " for " + steps);
    assertTrue(
        search.spent() <= LEAST_OF_SEARCHES + EACH_STEP_OF_SEARCHES * steps,
        () -> search.spent() + " for " + steps);
    assertTrue(search.spent() > 0);
  }
}
