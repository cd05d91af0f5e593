package io.github.shapecheck.processor.read.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportedFilesTest {
  private static final String GRAPH =
      """
      import numpy as np

      class Graph:
          def __init__(self, joints):
              rng = np.random.RandomState(3)
              order = rng.permutation(joints)
              near = rng.randint(0, joints, size=(joints,))[:, None] <= order[None, :]
              self.A = np.stack([near.astype(np.float32), np.random.rand(joints, joints)])
      """;

  private static Trace run(String source, String with) {
    Map<String, String> files =
        Map.of(
            "graphs/__init__.py",
            "from . import body\n",
            "graphs/body.py",
            GRAPH,
            "lib/steps.py",
            GRAPH);
    return new PythonNet(source, "Net", with, files).run(5, 7);
  }

  private static void fits(Trace trace) {
    assertEquals(List.of(), trace.problems().stream().map(Problem::message).toList());
    assertEquals("[2, N, 5, 7]", trace.output().allTensors().get(0).shape().toString());
  }

  @Test
  void aClassWhoseNameStandsInAStringIsFound() {
    String source =
        """
        import torch
        from torch import nn

        def found(name):
            first, *rest = name.split(".")
            module = __import__(first)
            for part in rest:
                module = getattr(module, part)
            return module

        class Net(nn.Module):
            def __init__(self, graph):
                super().__init__()
                self.A = torch.from_numpy(found(graph)(7).A).float()

            def forward(self, x):
                return torch.stack([x @ a for a in self.A])
        """;
    fits(run(source, "graph = 'graphs.body.Graph'"));
    String other =
        source.replace("found(graph)(7)", "importlib.import_module('graphs.body').Graph(7)");
    fits(run("import importlib\n" + other, "graph = ''"));
  }

  @Test
  void aFolderThatIsNoFileHoldsFiles() {
    String source =
        """
        import torch
        from lib import steps
        from torch import nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.register_buffer("A", torch.from_numpy(steps.Graph(7).A).float())

            def forward(self, x):
                return torch.stack([x @ a for a in self.A])
        """;
    fits(run(source, ""));
  }
}
