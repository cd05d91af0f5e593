package io.github.shapecheck.processor.diagnose.propose.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.diagnose.ModelBuilder;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.read.python.PythonNet;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One number of a program, read far from where what it makes fails. */
class SharedNumbersTest {
  private static final String BRANCHES =
      """
      from torch import nn
      import torch

      KERNEL = 3
      ROUNDS = 2

      def conv(before, after, kernel, padding):
          return nn.Conv2d(before, after, kernel, padding=padding)

      class Net(nn.Module):
          def __init__(self, wide=12):
              super().__init__()
              self.a = conv(3, wide, KERNEL, 1)
              self.b = conv(3, wide, 5, 2)
              self.c = nn.Conv2d(2 * wide, 7, 1)
              self.heads = nn.ModuleList(nn.Linear(7, 4) for _ in range(ROUNDS))

          def forward(self, x):
              y = self.c(torch.cat([self.a(x), self.b(x)], 1)).mean([2, 3])
              for head in self.heads:
                  z = head(y)
              return z
      """;

  private static Trace trace(String before, String after) {
    assertTrue(BRANCHES.contains(before), before);
    Trace trace =
        Interpreter.run(
            PythonNet.of(BRANCHES.replace(before, after))
                .model(new ModelBuilder().input("x", "[3, 11, 14]", "").build().root().inputs()));
    assertTrue(trace.hasErrors());
    return trace;
  }

  private static List<String> texts(List<Edit> edits) {
    return edits.stream().map(edit -> edit.toString().replaceFirst("^\\S+py:", "")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KERNEL = 3 | KERNEL = 6",
        "wide, 5, 2) | wide, 8, 2)",
        "2 * wide, 7 | 3 * wide, 7",
      })
  void isWrittenAsWithoutTheMistake(String right, String wrong) {
    List<Edit> all = new SharedNumbers(trace(right, wrong)).ofAll();
    assertTrue(texts(all).stream().anyMatch(edit -> edit.contains(right)), () -> "" + texts(all));
  }

  @Test
  void leavesNothingOutAndMakesNoLayerThatCannotBe() {
    Trace trace = trace("nn.Linear(7, 4)", "nn.Linear(8, 4)");
    Problem problem = trace.problems().get(0);
    List<String> edits = texts(new SharedNumbers(trace).of(problem));
    assertEquals(List.of(), edits.stream().filter(edit -> edit.contains("ROUNDS = 0")).toList());
    assertEquals(List.of(), edits.stream().filter(edit -> edit.matches(".*\\b0\\b.*")).toList());
  }

  @Test
  void repairsBothOfTwo() {
    Trace trace = trace("2 * wide, 7", "2 * wide, 9");
    List<Problem> problems = trace.problems();
    List<Edit> both = new SharedNumbers(trace).ofAll();
    assertTrue(
        texts(both).stream().anyMatch(edit -> edit.contains("2 * wide, 7")),
        () -> problems + " " + texts(both));
  }

  @Test
  void isOfPythonAlone() {
    Trace trace =
        Interpreter.run(
            new ModelBuilder()
                .input("x", "[3, 11, 14]", "")
                .layer("conv", "Conv2d", "in = 4, out = 5, k = 3")
                .forward("return conv(x)")
                .build());
    assertEquals(List.of(), new SharedNumbers(trace).ofAll());
  }
}
