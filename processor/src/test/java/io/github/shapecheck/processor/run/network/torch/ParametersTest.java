package io.github.shapecheck.processor.run.network.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.read.python.PythonNet;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private static final String SOURCE =
      """
      import torch
      from torch import nn

      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.own = nn.Parameter(torch.zeros(3, 4)).requires_grad_(False)

          def forward(self, x):
              return x + 1
      """;

  private static Dim parameters(String method) {
    String source = SOURCE.replace("requires_grad_(False)", method);
    Trace trace = new PythonNet(source, "Net", "", Map.of()).run(3, 29, 33);
    assertEquals(List.of(), trace.problems().stream().map(Problem::message).toList());
    return trace.parameters();
  }

  @Test
  void aParameterThatIsAlreadyWhatIsAskedForStaysOne() {
    for (String same :
        List.of("requires_grad_(False)", "to(torch.float32)", "contiguous()", "float()", "cpu()")) {
      assertEquals(Dim.of(12), parameters(same), same);
    }
  }

  @Test
  void whatIsMadeOfAParameterIsNone() {
    for (String other : List.of("clone()", "double()", "half()", "cuda()", "detach()")) {
      assertEquals(Dim.of(0), parameters(other), other);
    }
  }
}
