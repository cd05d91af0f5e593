package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixes of a model in Python: its own lines, each tried. */
class PythonFixesTest {
  private static final String NET =
      """
      from torch import nn
      import torch.nn.functional as F

      class ConvNet(nn.Module):
          def __init__(self, planes=20):
              super().__init__()
              self.conv1 = nn.Conv2d(1, 10, 5)
              self.conv2 = nn.Conv2d(10, planes, 3)
              self.fc1 = nn.Linear(20*10*10, 500)
              self.fc2 = nn.Linear(500, 10)

          def forward(self, x):
              x = F.max_pool2d(F.relu(self.conv1(x)), 2, 2)
              x = F.relu(self.conv2(x))
              x = x.view(x.size(0), -1)
              x = F.relu(self.fc1(x))
              return self.fc2(x)
      """;

  @TempDir Path folder;

  /** The fixes of the only message, where a text of the right network is replaced. */
  private List<String> fixes(String right, String wrong) throws IOException {
    String python = NET.replace(right, wrong);
    Files.writeString(folder.resolve("convnet.py"), python);
    List<String> ofFile = fixes("file = \"convnet.py\"");
    String text = "\"\"\"\n" + python + "\"\"\"";
    assertEquals(ofFile, fixes(text).stream().map(PythonFixesTest::inFile).toList());
    return ofFile;
  }

  private static String inFile(String fix) {
    return fix.replaceFirst("^python:", "convnet.py:");
  }

  private List<String> fixes(String source) {
    String model =
        """
        package p;
        import io.github.shapecheck.*;
        @Input({1, 28, 28})
        @TorchModule(%s)
        class ConvNet {}
        """
            .formatted(source);
    Job job =
        Job.of(Sources.of("p/ConvNet.java", model)).withOptions("-Ashapecheck.python=" + folder);
    List<CompilerMessage> messages = Compiler.JAVAC.compile(job).messages();
    assertEquals(1, messages.size(), messages::toString);
    return messages
        .get(0)
        .text()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("fix: "))
        .map(line -> line.substring(5))
        .toList();
  }

  private void firstFix(String fix, String right, String wrong) throws IOException {
    assertEquals(fix, fixes(right, wrong).get(0));
  }

  @Test
  void aNumberOfALayer() throws IOException {
    firstFix("convnet.py:9: self.fc1 = nn.Linear(2000, 500)", "20*10*10", "20*9*9");
    firstFix("convnet.py:10: self.fc2 = nn.Linear(500, 10)", "(500, 10)", "(300, 10)");
    firstFix("convnet.py:8: self.conv2 = nn.Conv2d(10, planes, 3)", "(10, planes", "(12, planes");
  }

  @Test
  void anArgumentByItsName() throws IOException {
    firstFix(
        "convnet.py:10: self.fc2 = nn.Linear(out_features=10, in_features=500)",
        "(500, 10)",
        "(out_features=10, in_features=300)");
  }

  @Test
  void aLineOfForward() throws IOException {
    firstFix(
        "convnet.py:15: x = x.view(-1, 20*10*10)", "x.view(x.size(0), -1)", "x.view(-1, 20*9*9)");
    firstFix("convnet.py:15: x = x.view(x.size(0), -1)", "x.view(x.size(0), -1)", "x.view(-1)");
    firstFix("convnet.py:14: x = F.relu(self.conv2(x))", "relu(self.conv2", "rellu(self.conv2");
  }

  @Test
  void withoutAnInputIsNoModuleForOthers() {
    String model =
        """
        package p;
        @io.github.shapecheck.TorchModule("from torch import nn\\nclass ConvNet(nn.Module):\\n  def forward(self, x): return x")
        class ConvNet {}
        """;
    Job job = Job.of(Sources.of("p/ConvNet.java", model));
    List<CompilerMessage> messages = Compiler.JAVAC.compile(job).messages();
    assertEquals(1, messages.size(), messages::toString);
    assertEquals(
        "[no-input] ConvNet has layers but no @Input, and no model uses it: its sizes are not"
            + " checked; add @Input",
        messages.get(0).text());
  }
}
