package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.read.python.PythonModels;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tutorial's network with a mistake in its Python source, and the lines that put it right. */
class PythonLinesTest {
  private static final String SOURCE =
      """
      import torch.nn as nn
      import torch.nn.functional as F

      class ConvNet(nn.Module):
          def __init__(self, wide=500):
              super(ConvNet, self).__init__()
              self.conv1 = nn.Conv2d(1, 10, 5)
              self.conv2 = nn.Conv2d(10, 20, 3)
              self.fc1 = nn.Linear(20*10*10, wide)
              self.fc2 = nn.Linear(wide, 10)

          def forward(self, x):
              in_size = x.size(0)
              out = self.conv1(x)
              out = F.relu(out)
              out = F.max_pool2d(out, 2, 2)
              out = self.conv2(out)
              out = F.relu(out)
              out = out.view(in_size, -1)
              out = self.fc1(out)
              out = F.relu(out)
              return F.log_softmax(self.fc2(out), dim=1)
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20*10*10 | 20*9*9 | 9: self.fc1 = nn.Linear(2000, wide) & x: {1, 26..27, 26..27}"
            + " & 16: out = F.max_pool2d(out, 3, 2)",
        "(10, 20, 3) | (12, 20, 3) | 8: self.conv2 = nn.Conv2d(10, 20, 3)"
            + " & 7: self.conv1 = nn.Conv2d(1, 12, 5)",
        "(10, 20, 3) | (10, 24, 3) | 9: self.fc1 = nn.Linear(2400, wide)"
            + " & 8: self.conv2 = nn.Conv2d(10, 20, 3) & 9: self.fc1 = nn.Linear(24*10*10, wide)",
        "(wide, 10) | (400, 10) | 10: self.fc2 = nn.Linear(500, 10)"
            + " & 5: def __init__(self, wide=400): & 9: self.fc1 = nn.Linear(20*10*10, 400)",
        "(1, 10, 5) | (3, 10, 5) | 7: self.conv1 = nn.Conv2d(1, 10, 5) & x: {3, 28, 28}",
        "out = out.view(in_size, -1) | pass | 20: out = self.fc1(out.flatten(1))"
            + " & 9: self.fc1 = nn.Linear(10, wide)",
        "out.view(in_size, -1) | out.view(in_size, 320) | 19: out = out.view(in_size, 2000)"
            + " & 19: out = out.view(in_size, -1)",
        "(10, 20, 3) | (10, 20, 13) | 8: self.conv2 = nn.Conv2d(10, 20, 3)"
            + " & x: {1, 48..49, 48..49}",
        "(wide, 10) | (~400,~10) | 11: 500, & 5: def __init__(self, wide=400):"
            + " & 9: self.fc1 = nn.Linear(20*10*10, 400)",
        "(1, 10, 5) | (0, 10, 5) | 7: self.conv1 = nn.Conv2d(1, 10, 5)",
      })
  void theLinesThatPutItRight(String text, String mistake, String fixes) {
    assertTrue(SOURCE.contains(text));
    String wrong = SOURCE.replace(text, mistake.replace("~", "\n            "));
    List<Finding> findings = diagnosis(wrong).findings();
    assertEquals(1, findings.size(), findings::toString);
    String actual =
        findings.get(0).fixes().stream()
            .map(edit -> edit.toString().replace("convnet.py:", ""))
            .collect(Collectors.joining(" & "));
    assertEquals(fixes, actual);
  }

  @Test
  void aMapIsFlattenedInTheCallAndCountedInTheLayer() {
    String map = SOURCE.replace("out = out.view(in_size, -1)", "pass").replace("20*10*10", "10");
    Finding finding =
        diagnosis(map).findings().stream()
            .filter(found -> found.problem().id() == ProblemId.LINEAR_ON_MAP)
            .findFirst()
            .orElseThrow();
    assertEquals(
        "[convnet.py:20: out = self.fc1(out.flatten(1));"
            + " convnet.py:9: self.fc1 = nn.Linear(2000, wide)]",
        finding.fixes().toString());
  }

  @Test
  void aMapInAListOfLayersIsFlattenedThere() {
    String list =
        """
        import torch.nn as nn

        class ConvNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.all = nn.Sequential(nn.Conv2d(1, 4, 3), nn.Linear(4 * 26 * 26, 10))

            def forward(self, x):
                return self.all(x)
        """;
    assertEquals(
        "convnet.py:6: self.all = nn.Sequential("
            + "nn.Conv2d(1, 4, 3), nn.Flatten(), nn.Linear(4 * 26 * 26, 10))",
        diagnosis(list).findings().get(0).fixes().get(0).toString());
  }

  @Test
  void aLayerThatIsNeverAppliedIsWarnedOf() {
    String more =
        SOURCE.replace("(wide, 10)\n", "(wide, 10)\n        self.spare = nn.Linear(4, 3)\n");
    assertEquals(
        List.of(
            "spare is made but never applied: its 15 parameters are kept but never trained;"
                + " apply it in forward or remove it"),
        diagnosis(more).findings().stream().map(found -> found.problem().message()).toList());
  }

  @Test
  void aLayerIsCalledOnAnothersResultAndNotOnThatLayer() {
    String chain =
        SOURCE
            .replace("(wide, 10)\n", "(wide, 10)\n        self.drop = nn.Dropout()\n")
            .replace("self.fc2(out)", "self.fc2.drop(out)");
    assertEquals(
        "[convnet.py:23: return F.log_softmax(self.drop(self.fc2(out)), dim=1)]",
        diagnosis(chain).findings().get(0).fixes().toString());
  }

  @Test
  void whatAFreeSizeMustKeepIsPromisedBesideAMistake() {
    String source =
        """
        import torch.nn as nn
        import torch.nn.functional as F

        class ConvNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.first = nn.Conv2d(3, 4, 3, padding=1)
                self.last = nn.Conv2d(9, 2, 1)

            def forward(self, x):
                return self.last(F.max_pool2d(self.first(x), 2))
        """;
    Shape free = Shape.of(Dim.of(3), Dim.symbol("H"), Dim.symbol("W"));
    assertEquals(
        List.of("x: where = \"H >= 2 and W >= 2\"", "convnet.py:8: self.last = nn.Conv2d(4, 2, 1)"),
        diagnosis(source, free).findings().stream()
            .map(found -> found.fixes().get(0).toString())
            .toList());
  }

  private static Diagnosis diagnosis(String source) {
    return diagnosis(source, Shape.of(1, 28, 28));
  }

  private static Diagnosis diagnosis(String source, Shape sample) {
    InputDeclaration image =
        new InputDeclaration(
            "x", sample, 0, DType.FLOAT32, Optional.empty(), Origin.NONE, Origin.NONE);
    PythonModels.Request request =
        new PythonModels.Request(
            "convnet.py",
            source,
            "ConvNet",
            "",
            "",
            "",
            List.of(image),
            List.of(),
            Set.of(),
            Origin.NONE);
    return Diagnosis.of(Interpreter.run(PythonModels.read(request, path -> Optional.empty())));
  }
}
