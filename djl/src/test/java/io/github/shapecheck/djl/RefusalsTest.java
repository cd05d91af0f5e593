package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.report.ShapeReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What does not run is refused when the block is made, by its layer and its line. */
class RefusalsTest {
  @Test
  void anOperationThatDoesNotRunIsRefusedWhenTheBlockIsMade() {
    ShapeReport report =
        Networks.report(
            "Svd",
            """
            import io.github.shapecheck.*;
            @Input({8, 8}) @Forward("return torch.linalg.svd(x)[1]") class Svd {}
            """);
    String message =
        assertThrows(IllegalArgumentException.class, () -> ShapecheckBlock.of(report)).getMessage();
    assertTrue(
        message.startsWith(
            "Svd: linalg_svd (linalg_svd), line 1 of Svd.forward, does not run here"),
        message);
  }

  @Test
  void optionsThatDoNotRunAreRefusedByTheirLine() {
    for (String layer :
        List.of(
            "nn.BatchNorm1d(4, momentum=None)",
            "nn.Linear(4, 4), nn.BatchNorm1d(4, momentum=None)",
            "nn.Embedding(5, 4, max_norm=1.0)",
            "nn.Embedding(5, 4, scale_grad_by_freq=True)")) {
      boolean words = layer.contains("Embedding");
      ShapeReport report =
          Networks.report(
              "Odd",
              """
              import io.github.shapecheck.*;
              @Input(value = 4, dtype = %s.class, name = "x")
              @TorchModule(\"""
                  from torch import nn
                  class Odd(nn.Module):
                      def __init__(self):
                          super().__init__()
                          self.layers = nn.Sequential(%s)
                      def forward(self, x):
                          return self.layers(x)
                  \""")
              class Odd {}
              """
                  .formatted(words ? "long" : "float", layer));
      String message =
          assertThrows(IllegalArgumentException.class, () -> ShapecheckBlock.of(report))
              .getMessage();
      assertTrue(message.startsWith("Odd: layers."), message);
      assertTrue(message.contains(", line 7 of python, "), message);
    }
  }

  /** The report has one step for all of a loop's, so it cannot tell which of them is read. */
  @Test
  void whatAFreeSizeRepeatsIsRefusedWithNumbersToo() {
    for (String forward :
        List.of(
            "return x.unbind(1)[1]",
            "return x.unbind(1)[-1]",
            "return torch.stack([r.cumsum(1) for r in x.unbind(1)])",
            "h = x[:, 0]\n for i in range(x.size(1)):\n  h = h * x[:, i]\n return h")) {
      ShapeReport report =
          Networks.report(
              "Looped",
              """
              import io.github.shapecheck.*;
              @Input(value = {-1, 3}, where = "C >= 2") @Forward(\"""
               %s\""") class Looped {}
              """
                  .formatted(forward));
      for (ShapeReport asked : List.of(report, report.at(Map.of("C", 2L)))) {
        String message =
            assertThrows(IllegalArgumentException.class, () -> ShapecheckBlock.of(asked))
                .getMessage();
        assertTrue(message.contains("as many items as a free size says"), message);
      }
    }
  }

  /** Their shapes are known to a report, their numbers are not. */
  @Test
  void distributionsAreRefused() {
    for (String use :
        List.of(
            "Normal(x, x.exp()).rsample()",
            "Normal(x, x.exp()).sample((3,))",
            "Normal(x, x.exp()).log_prob(x)",
            "Normal(x, x.exp()).entropy()",
            "Normal(x, x.exp()).stddev",
            "Bernoulli(logits=x).mean")) {
      ShapeReport report = Networks.report("Policy", policy(use));
      String message =
          assertThrows(IllegalArgumentException.class, () -> ShapecheckBlock.of(report))
              .getMessage();
      assertTrue(message.contains(", line 5 of python, does not run here"), message);
    }
    ShapecheckBlock.of(Networks.report("Policy", policy("Normal(x, x.exp()).mean")));
  }

  private static String policy(String use) {
    return """
        import io.github.shapecheck.*;
        @Input(4) @SuppressWarnings("shapecheck")
        @TorchModule(\"""
            import torch
            from torch import nn
            class Policy(nn.Module):
                def forward(self, x):
                    return torch.distributions.%s
            \""")
        class Policy {}
        """
        .formatted(use);
  }
}
