package io.github.shapecheck.benchmark;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.ModuleSource;
import io.github.shapecheck.processor.read.python.PythonModels;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prints the milliseconds of processor time that a network of 1,000 steps takes from its Python
 * source, constructors and all, and a file of 5,000 lines to be parsed.
 */
public final class PythonCost {
  private static final int BATCHES = 60;
  private static final int STEPS = 1_000;
  private static final int LINES = 5_000;

  private static final String BLOCK =
      """
      class Block(nn.Module):
          def __init__(self, width, stride=1):
              super().__init__()
              self.conv1 = nn.Conv2d(width, width, kernel_size=3, stride=stride, padding=1)
              self.norm = nn.BatchNorm2d(width)
              self.conv2 = nn.Conv2d(width, width, kernel_size=1, bias=False)

          def forward(self, x):
              y = F.relu(self.norm(self.conv1(x)))  # half of it
              return x + self.conv2(y)

      """;

  private static int sink;

  private PythonCost() {}

  /** Prints a line for each measurement. */
  public static void main(String[] arguments) {
    String head = "import torch.nn as nn\nimport torch.nn.functional as F\n\n\n";
    measure("1,000 steps of 200 blocks in a loop, ms", () -> run(head + BLOCK + looped()));
    measure("1,000 steps of 1,000 layers, a line each, ms", () -> run(head + flat()));
    String file = file(head);
    measure("5,000 lines parsed, ms", () -> parse(file));
  }

  private static String looped() {
    return """
        class Net(nn.Module):
            def __init__(self, count=%d):
                super().__init__()
                self.blocks = nn.ModuleList([Block(8) for _ in range(count)])

            def forward(self, x):
                for i, block in enumerate(self.blocks):
                    x = block(x)
                return x
        """
        .formatted(STEPS / 5);
  }

  private static String flat() {
    StringBuilder made = new StringBuilder("class Net(nn.Module):\n    def __init__(self):\n");
    StringBuilder called = new StringBuilder("\n    def forward(self, x):\n");
    made.append("        super().__init__()\n");
    for (int i = 0; i < STEPS; i++) {
      made.append("        self.conv").append(i).append(" = nn.Conv2d(8, 8, 3, padding=1)\n");
      called.append("        x = self.conv").append(i).append("(x)\n");
    }
    return made.append(called).append("        return x\n").toString();
  }

  private static String file(String head) {
    StringBuilder text = new StringBuilder(head);
    int lines = 0;
    for (int i = 0; lines < LINES; i++) {
      text.append(BLOCK.replace("class Block", "class Block" + i));
      lines += (int) BLOCK.lines().count();
    }
    return text.toString();
  }

  private static void run(String source) {
    InputDeclaration image =
        new InputDeclaration(
            "x", Shape.of(8, 32, 32), 0, DType.FLOAT32, Optional.empty(), Origin.NONE, Origin.NONE);
    PythonModels.Request request =
        new PythonModels.Request(
            "net.py",
            source,
            "Net",
            "Net",
            "",
            "",
            List.of(image),
            List.of(),
            Set.of(),
            Origin.NONE);
    Model model = PythonModels.read(request, path -> Optional.empty());
    Trace trace = Interpreter.run(model);
    if (trace.steps().size() != STEPS || trace.hasErrors()) {
      throw new IllegalStateException(trace.problems().toString());
    }
    sink += trace.steps().size();
  }

  private static void parse(String file) {
    sink += ModuleSource.parse(file).statements().size();
  }

  private static void measure(String what, Runnable work) {
    List<Double> costs = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      double spent = Compilation.time(work);
      if (i >= BATCHES / 2) {
        costs.add(spent);
      }
    }
    Quartiles.of(costs).print(what);
    if (sink == 0) {
      throw new IllegalStateException("nothing was run");
    }
  }
}
