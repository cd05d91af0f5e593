package io.github.shapecheck.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class PythonCheckTest {
  static final String NET =
      """
      from torch import nn

      class Net(nn.Module):
          def __init__(self, classes=5):
              super().__init__()
              self.fc = nn.Linear(24, classes)

          def forward(self, x):
              return self.fc(x.flatten(1))
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("net.py"), NET);
  }

  @Test
  void whatFitsIsOneLine() {
    Session session = Session.of("check", "" + file, "--input", "3,8", "--with", "classes = 7");
    assertEquals("Net fits: [N, 3, 8] -> [N, 7], 175 parameters\n", session.out());
    assertEquals("", session.err());
    assertEquals(0, session.code());
  }

  @Test
  void whatDoesNotIsToldWithItsLine() {
    Session session = Session.of("check", "" + file, "--input", "3,9");
    assertEquals(1, session.code());
    List<String> lines = session.err().lines().toList();
    assertEquals(
        file + ":6: error: [linear-in] fc expects 24 features but receives 27", lines.get(0));
    assertEquals("        self.fc = nn.Linear(24, classes)", lines.get(1));
    assertEquals("                            ^", lines.get(2));
    assertTrue(
        lines.stream()
            .anyMatch(("    fix: " + file + ":6: self.fc = nn.Linear(27, classes)")::equals),
        session.err());
    assertEquals("1 error", lines.get(lines.size() - 1));
  }

  @Test
  void twoLinesThatRepairTogetherAreBothNamedAsTheUserWould() throws IOException {
    String net =
        NET.replace("x.flatten(1)", "self.conv(x)")
            .replace("24, classes", "500, classes")
            .replace("self.fc =", "self.conv = nn.Conv2d(1, 6, 5)\n        self.fc =");
    Files.writeString(file, net);
    Session session = Session.of("check", "" + file, "--input", "1,14,16");
    String fix =
        "    fix: %s:10: return self.fc(self.conv(x).flatten(1));"
            + " %s:7: self.fc = nn.Linear(720, classes)";
    assertTrue(session.err().contains(fix.formatted(file, file)), session.err());
  }

  @Test
  void layersInAPlainListCountAsLittleAsInPyTorch() {
    String net =
        NET.replace("self.fc =", "self.more = [nn.Linear(5, 5)]\n        self.fc =")
            .replace("return self.fc(x.flatten(1))", "return self.more[0](self.fc(x.flatten(1)))");
    Session session = Session.run(net, Ansi.OFF, "check", "-", "--input", "3,8");
    assertEquals("Net fits: [N, 3, 8] -> [N, 5], 125 parameters\n", session.out());
  }

  /** What a module makes of tensors is not known where there is no file of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return self.fc(mix(x).flatten(1)) | mix(x)",
        "return self.fc(x.flatten(1)) + mix([x, x]) | mix([x, x])",
        "return mix(x).relu() | mix(x)",
        "return self.fc(x.flatten(1)), mix(a=x) | mix(a=x)"
      })
  void aModuleWithoutAFileIsToldWhereItMakesSomethingOfTensors(String text, String call) {
    String net =
        NET.replace("from torch import nn", "from torch import nn\nfrom other.place import mix")
            .replace("return self.fc(x.flatten(1))", text);
    Session session = Session.run(net, Ansi.OFF, "check", "-", "--input", "3,8");
    String told =
        "error: [unknown-name] the module other.place makes what is not known: there is no file"
            + " other/place.py below the folders that are read";
    assertTrue(session.err().contains(told), session.err());
    String caret = " ".repeat(text.indexOf(call) + 8) + "^\n1 error\n";
    assertTrue(session.err().endsWith(caret), session.err());
  }

  @Test
  void whatAnUnknownLibraryOnlyLooksAtIsNothingLost() {
    String net =
        NET.replace("from torch import nn", "from torch import nn\nfrom other.place import log")
            .replace(
                "return self.fc",
                "log(x)\n        if log(x) > 3:\n            log(x)\n        return self.fc");
    Session session = Session.run(net, Ansi.OFF, "check", "-", "--input", "3,8");
    assertEquals("", session.err());
    assertEquals("Net fits: [N, 3, 8] -> [N, 5], 125 parameters\n", session.out());
  }

  @Test
  void torchvisionsOwnHelpersAreKnownWhereItKeepsThem() {
    String net =
        """
        import torch
        from torch import nn
        from torchvision.models.swin_transformer import shifted_window_attention

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.qkv = nn.Linear(12, 36)
                self.proj = nn.Linear(12, 12)

            def forward(self, x):
                bias = torch.zeros(1, 3, 16, 16)
                return shifted_window_attention(
                    x, self.qkv.weight, self.proj.weight, bias, [4, 4], 3, [2, 2],
                    qkv_bias=self.qkv.bias, proj_bias=self.proj.bias)
        """;
    Session session = Session.run(net, Ansi.OFF, "check", "-", "--input", "8,4,12");
    assertEquals("Net fits: [N, 8, 4, 12] -> [N, 8, 4, 12], 624 parameters\n", session.out());
  }

  @Test
  void configurationsMayBeOfThePackageAttrs() {
    String net =
        NET.replace(
                "from torch import nn",
                """
                import attr
                from torch import nn

                @attr.s
                class Config:
                    width = attr.ib(default=24)
                    names = attr.ib(factory=list)

                @attr.s(auto_attribs=True)
                class Head:
                    classes: int = attr.ib(default=7)
                """)
            .replace("classes=5", "config=Config(), head=Head(6)")
            .replace("(24, classes)", "(config.width + len(config.names), head.classes)");
    Session session = Session.run(net, Ansi.OFF, "check", "-", "--class", "Net", "--input", "3,8");
    assertEquals("Net fits: [N, 3, 8] -> [N, 6], 150 parameters\n", session.out());
  }

  @Test
  void aParametrizationComputesAWeight() {
    String net =
        NET.replace(
                "from torch import nn",
                """
                from torch import nn
                import torch.nn.utils.parametrize as P

                class Twice(nn.Module):
                    def forward(self, w):
                        return 2 * w
                """)
            .replace(
                "        self.fc = nn.Linear(24, classes)",
                "        self.fc = nn.Linear(24, classes)\n"
                    + "        P.register_parametrization(self.fc, 'weight', Twice())");
    Session session = Session.run(net, Ansi.OFF, "check", "-", "--class", "Net", "--input", "3,8");
    assertEquals("Net fits: [N, 3, 8] -> [N, 5], 125 parameters\n", session.out());
    Session wrong =
        Session.run(
            net.replace("2 * w", "w[1:]"),
            Ansi.OFF,
            "check",
            "-",
            "--class",
            "Net",
            "--input",
            "3,8");
    assertTrue(wrong.err().contains("a parametrization gives a tensor [4, 24]"), wrong.err());
  }

  @Test
  void filesAreInTheEncodingThatTheyName() throws IOException {
    byte[] latin =
        ("# -*- coding: latin-1 -*-\n" + NET.replace("24, classes)", "25, classes) # \u00fc"))
            .getBytes(ISO_8859_1);
    Files.write(file, latin);
    Session session = Session.of("check", "" + file, "--input", "3,8");
    assertEquals(
        "        self.fc = nn.Linear(25, classes) # \u00fc", session.err().lines().toList().get(1));
  }

  @Test
  void standardInputIsPythonToo() {
    Session session = Session.run(NET, Ansi.OFF, "report", "-", "--input", "3,8");
    assertTrue(session.out().startsWith("Net\n"), session.out());
    assertEquals(0, session.code());
  }

  @Test
  void importedFilesAreFoundAndNamed() throws IOException {
    Path nets = Files.createDirectories(folder.resolve("nets"));
    Files.writeString(nets.resolve("parts.py"), NET.replace("24", "25"));
    Files.writeString(
        nets.resolve("whole.py"),
        """
        from torch import nn
        from .parts import Net

        class Whole(nn.Module):
            def __init__(self):
                super().__init__()
                self.net = Net()

            def forward(self, x):
                return self.net(x)
        """);
    Session session = Session.of("check", nets + "/whole.py", "--input", "3,8");
    assertTrue(
        session.err().startsWith(nets + "/parts.py:6: error: [linear-in] net.fc expects 25"),
        session.err());
  }

  @Test
  void inputsAreTokensSequencesAndTuples() {
    String tagger =
        """
        import torch.nn as nn

        class Tagger(nn.Module):
            def __init__(self):
                super().__init__()
                self.embed = nn.Embedding(30, 6)
                self.rnn = nn.LSTM(6, 4)

            def forward(self, words, state):
                return self.rnn(self.embed(words), state)
        """;
    String inputs = "--input words=9:long@1 --input state.0=1,4@1 --input state.1=1,4@1";
    Session session = Session.run(tagger, Ansi.OFF, ("check - " + inputs).split(" "));
    assertEquals("", session.err());
    assertTrue(session.out().contains("[9, N, 4]"), session.out());
  }

  @Test
  void anInputThatForwardDoesNotTakeIsAnError() {
    Session session = Session.run(NET, Ansi.OFF, "check", "-", "--input", "3,8", "--input", "z=6");
    assertTrue(session.err().contains("forward takes x and no input z"), session.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check net.py | --input 3,224,224 is one image",
        "check net.py --input 3,8 --class Nat | no class or function Nat; did you mean Net?",
        "convert net.py other.py --input 3,8 | one Python file at a time",
        "check net.py none.py --input 3,8 | none.py: there is no file none.py",
        "check net.py --input 3,8 --class Other | no class or function Other; it has Net",
        "check ../docs --input 3,8 | ../docs is a folder; name the Python file",
        "report net.py --input 3,8 --json none/a.json | cannot write none/a.json: there is no such",
        "convert net.py --input 3,8 -o net.py | in the way",
        "convert Net.java --input 3,8 | Net.java is a Java file",
        "check none.py --input 3,8 | there is no file",
        "check net.py --input 3,0 | 0 is no size",
        "check net.py --input 3,8:flaot | flaot is no element type",
        "check net.py --input 3,8@4 | axes from 0 to 2",
        "check net.py --input 3;8 | is not [name=]sizes",
      })
  void wrongUseIsExplained(String arguments, String expected) {
    Session session = Session.of(arguments.replace("net.py", "" + file).split(" "));
    assertEquals(2, session.code());
    assertTrue(session.err().contains(expected), session.err());
  }
}
