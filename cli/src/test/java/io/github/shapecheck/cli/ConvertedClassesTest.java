package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** What becomes of Python that Java classes say otherwise. */
class ConvertedClassesTest {
  @TempDir Path folder;

  @Test
  void aDictWithAForwardAskedForItsItemsAsAFieldIs() {
    String net =
        """
        from torch import nn

        class Net(nn.ModuleDict):
            def __init__(self):
                super().__init__()
                for i in range(2):
                    self.add_module('layer%d' % i, nn.Linear(7, 7))

            def forward(self, x):
                for name, layer in self.items():
                    x = layer(x).relu()
                return x
        """;
    Session session = convert(net, "--class", "Net", "--input", "3,7");
    assertEquals("", session.err());
    assertTrue(session.out().contains("in self._modules.items():"), session.out());
  }

  @Test
  void theFunctionThatBecomesTheForwardPassIsCalledSo() {
    String net =
        """
        from torch import nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc = nn.Linear(7, 5)
                self.forward = self.once

            def forward(self, x):
                raise NotImplementedError

            def once(self, x):
                return self.fc(x)
        """;
    Session session = convert(net, "--class", "Net", "--input", "3,7");
    assertEquals("", session.err());
    assertTrue(session.out().contains("@Forward(\"return self.fc(x)\")"), session.out());
  }

  @Test
  void aNormThatCallsItsSuperclassCallsTheFunction() {
    String net =
        """
        from torch import nn

        class Norm(nn.LayerNorm):
            def forward(self, x):
                return super().forward(x.transpose(1, 2)).transpose(1, 2)
        """;
    Session session = convert(net, "--input", "7,5", "--with", "7");
    assertEquals("", session.err());
    assertTrue(
        session.out().contains("return F.layer_norm(x.transpose(1, 2), self."), session.out());
  }

  @Test
  void functionsOfAnotherFileStandInFrontOfTheForwardPass() throws IOException {
    Files.writeString(
        folder.resolve("parts.py"), "SLOPE = 0.2\n\ndef twice(x):\n    return x + x\n");
    Path net = folder.resolve("net.py");
    Files.writeString(
        net,
        """
        import parts
        from torch import nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.act = nn.LeakyReLU(parts.SLOPE)

            def forward(self, x):
                return parts.twice(self.act(x)) * parts.SLOPE
        """);
    Session session = Session.of("convert", net.toString(), "--input", "3,7");
    assertEquals("", session.err());
    assertTrue(session.out().contains("return twice(self.act(x)) * 0.2"), session.out());
  }

  @Test
  void whatTheClassesWouldDoOtherwiseIsRefusedOnItsLine() {
    String net =
        """
        from typing import NamedTuple
        from torch import nn

        class Pair(NamedTuple):
            a: object
            b: object

        class Net(nn.Module):
            def forward(self, x):
                return Pair(x, x).a
        """;
    Session session = convert(net, "--class", "Net", "--input", "3,7");
    assertTrue(
        session.err().startsWith("<stdin>:8: error: the class Net would not"), session.err());
  }

  private static Session convert(String source, String... arguments) {
    List<String> all = new ArrayList<>(List.of("convert", "-"));
    all.addAll(List.of(arguments));
    return Session.run(source, Ansi.OFF, all.toArray(String[]::new));
  }
}
