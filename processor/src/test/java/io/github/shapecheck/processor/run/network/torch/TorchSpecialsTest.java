package io.github.shapecheck.processor.run.network.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.read.python.PythonNet;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TorchSpecialsTest {
  private static Trace run(String source, String type) {
    return new PythonNet(source, type, "", Map.of()).run(3, 29, 33);
  }

  @Test
  void operationsOfFloatFunctionalEndInAnIdentity() {
    String source =
        """
        import torch
        from torch import nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.q = nn.quantized.FloatFunctional()

            def forward(self, x):
                x = self.q.add_relu(x, self.q.mul(x, x[:, :1]))
                return self.q.cat([x, self.q.add_scalar(x, 2)], dim=1)
        """;
    Trace trace = run(source, "Net");
    assertEquals(List.of(), trace.problems().stream().map(Problem::message).toList());
    assertEquals("[N, 6, 29, 33]", trace.output().allTensors().get(0).shape().toString());
    List<String> layers =
        trace.steps().stream().map(Step::layer).filter(layer -> layer != null).toList();
    assertEquals(
        List.of("q.P", "q.P", "q.P", "q.P"),
        layers.stream().map(TorchSpecialsTest::shortened).toList());
  }

  private static String shortened(String layer) {
    return layer.replace("activation_post_process", "P");
  }

  @Test
  void anEmbeddingTakesItsSizesFromATable() {
    String source =
        """
        import torch
        from torch import nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.rows = nn.Embedding.from_pretrained(torch.rand(7, 4), freeze=False)

            def forward(self, x):
                return self.rows(x.long())
        """;
    assertEquals(Dim.of(28), run(source, "Net").parameters());
    String message = run(source.replace("7, 4", "7, 4, 2"), "Net").problems().get(0).message();
    assertEquals("the table of an embedding has two axes, not a tensor [7, 4, 2]", message);
  }
}
