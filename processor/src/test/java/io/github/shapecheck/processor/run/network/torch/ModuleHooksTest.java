package io.github.shapecheck.processor.run.network.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.read.python.PythonNet;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleHooksTest {
  private static final String SOURCE =
      """
      import torch
      from torch import nn

      class Scaled:
          def __call__(self, module, inputs):
              module.weight = module.weight_orig * 0.5

      class Noise(nn.Module):
          def __init__(self, channels):
              super().__init__()
              self.weight = nn.Parameter(torch.zeros(1, channels, 1, 1))
              weight = self.weight
              del self._parameters["weight"]
              self.register_parameter("weight_orig", nn.Parameter(weight.data))
              self.register_forward_pre_hook(Scaled())

          def forward(self, x):
              return x + self.weight

      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.conv = nn.Conv2d(3, 6, 3, padding=1)
              self.noise = Noise(6)
              self.seen = []
              self.conv.register_forward_hook(lambda m, i, o: self.seen.append(i[0]))
              self.noise.register_forward_pre_hook(lambda m, i: (i[0][:, :, ::2],))
              self.noise.register_forward_hook(lambda m, i, o: o.flatten(2))

          def forward(self, x):
              return self.noise(self.conv(x)), self.seen[0]
      """;

  private static Trace run(String source) {
    return PythonNet.of(source).run(3, 10, 14);
  }

  @Test
  void changeWhatArrivesAndWhatLeaves() {
    Trace trace = run(SOURCE);

    assertEquals(List.of(), trace.problems());
    assertEquals(
        List.of("[N, 6, 70]", "[N, 3, 10, 14]"),
        trace.output().allTensors().stream().map(Tensor::shape).map(Shape::toString).toList());
    assertEquals(174, trace.parameters().value());
  }

  @Test
  void areCheckedAsTheForwardPassIs() {
    Trace trace = run(SOURCE.replace("Noise(6)", "Noise(5)"));

    assertEquals(
        List.of("broadcast"), trace.problems().stream().map(Problem::id).map(i -> i.id()).toList());
  }
}
