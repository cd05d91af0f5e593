package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class ConvertCommandTest {
  private static final String NET =
      """
      import torch
      from torch import nn

      SLOPE = 0.1

      class Step(nn.Module):
          def __init__(self, width_in, width, stride=1):
              super().__init__()
              self.conv = nn.Conv2d(width_in, width, 3, stride=stride, padding=1, bias=False)
              self.norm = nn.BatchNorm2d(width)
              self.short = None
              if stride > 1:
                  self.short = nn.Conv2d(width_in, width, 1, stride=stride)

          def forward(self, x):
              y = self.norm(self.conv(x))
              # the way around
              if self.short is not None:
                  x = self.short(x)
              return nn.functional.leaky_relu(x + y, SLOPE)

      class Net(nn.Module):
          def __init__(self, classes=5):
              super().__init__()
              self.steps = nn.ModuleList([Step(8, 8), Step(8, 16, 2), Step(16, 16), Step(16, 32, 2)])
              self.rest = nn.Sequential(Step(32, 32), Step(32, 32))
              self.heads = nn.ModuleDict({"a": nn.Linear(32, classes), "b": nn.Linear(32, 2)})

          def pooled(self, x):
              return x.mean(dim=(2, 3))

          def forward(self, x, names=("a", "b")):
              for step in self.steps:
                  x = step(x)
              x = self.pooled(self.rest(x))
              return [self.heads[name](x) for name in names]
      """;

  @TempDir Path folder;

  @Test
  void oneClassForEachStructure() {
    Session session = convert(NET, "--class", "Net", "--with", "classes = 7", "--input", "8,24,20");
    assertEquals("", session.err());
    assertEquals(
        """
        import io.github.shapecheck.Forward;
        import io.github.shapecheck.Input;
        import io.github.shapecheck.Params;
        import io.github.shapecheck.Sequential;
        import io.github.shapecheck.Submodule;
        import io.github.shapecheck.nn.BatchNorm2d;
        import io.github.shapecheck.nn.Conv2d;

        /** The Python class Net. */
        @Input({8, 24, 20})
        @Forward(
            \"""
            def forward(self, x, names=("a", "b")):
                for step in self.steps:
                    x = step(x)
                x = self.pooled(self.rest(x))
                return [self.heads[name](x) for name in names]

            def pooled(self, x):
                return x.mean(dim=(2, 3))
            \""")
        class Net {
          @Sequential({
            "Step(width_in=8)",
            "Step2(width_in=8, width=16)",
            "Step(width_in=16)",
            "Step2(width_in=16, width=32)"
          })
          Object steps;

          @Submodule(value = Step.class, with = "width_in = 32", repeat = 2) Object rest;

          @Sequential("ModuleDict({'a': Linear(32, 7), 'b': Linear(32, 2)})") Object heads;
        }

        /** The Python class Step. */
        @Params("width_in, width, SLOPE = 0.1")
        @Forward(
            \"""
            y = self.norm(self.conv(x))
            # the way around
            if self.short is not None:
                x = self.short(x)
            return nn.functional.leaky_relu(x + y, SLOPE)
            \""")
        class Step2 {
          @Conv2d(k = 3, s = 2, p = 1, bias = false, with = "in = width_in, out = width")
          Object conv;

          @BatchNorm2d(with = "value = width") Object norm;

          @Conv2d(k = 1, s = 2, with = "in = width_in, out = width") Object short_;
        }

        /** The Python class Step. */
        @Params("width_in, SLOPE = 0.1, short = None")
        @Forward(
            \"""
            y = self.norm(self.conv(x))
            # the way around
            if self.short is not None:
                x = self.short(x)
            return nn.functional.leaky_relu(x + y, SLOPE)
            \""")
        class Step {
          @Conv2d(k = 3, p = 1, bias = false, with = "in = width_in, out = width_in") Object conv;

          @BatchNorm2d(with = "value = width_in") Object norm;
        }
        """,
        session.out());
  }

  @Test
  void aFileForEachClass() throws IOException {
    String[] arguments = {
      "--class", "Net", "--input", "8,24,20", "-o", folder.toString(), "--package", "com.acme"
    };
    Session session = convert(NET, arguments);
    Path written = folder.resolve("com/acme");
    assertEquals(
        List.of(
            "" + written.resolve("Net.java"),
            "" + written.resolve("Step2.java"),
            "" + written.resolve("Step.java")),
        session.out().lines().toList());
    assertTrue(Files.readString(written.resolve("Step.java")).startsWith("package com.acme;\n"));
    Session check = Session.of("report", written.resolve("Net.java").toString());
    assertEquals("", check.err());
    assertTrue(check.out().contains("steps.1.short_"), check.out());
    Session again = convert(NET, arguments);
    assertEquals(2, again.code());
    assertTrue(again.err().contains("Net.java is there already; --force"), again.err());
    String[] forced = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    forced[arguments.length] = "--force";
    assertEquals(0, convert(NET, forced).code());
  }

  @Test
  void whatIsWrongIsToldAndNotWritten() {
    Session session = convert(NET, "--class", "Net", "--input", "9,24,20");
    assertEquals(1, session.code());
    assertTrue(session.err().contains("error: [conv-in-channels] steps.0.conv"), session.err());
    assertEquals("", session.out());
  }

  @Test
  void whatAnnotationsCannotSayIsRefusedOnItsLine() {
    String tied =
        NET.replace(
            "        self.heads = ",
            "        self.rest[1].conv = self.rest[0].conv\n" + "        self.heads = ");
    Session session = convert(tied, "--class", "Net", "--input", "8,24,20");
    assertEquals(1, session.code());
    assertEquals("", session.out());
    List<String> lines = session.err().lines().toList();
    assertEquals(
        "<stdin>:9: error: rest.1.conv is the same module as rest.0.conv: a field is one place:"
            + " annotations cannot say that",
        lines.get(0));
    assertEquals(
        "        self.conv = nn.Conv2d(width_in, width, 3, stride=stride, padding=1, bias=False)",
        lines.get(1));
    assertFalse(session.err().contains("Exception"));
  }

  @Test
  void furtherArgumentsBecomeDefaults() {
    Session session =
        convert(NET, "--class", "Net", "--input", "8,24,20", "--call", "names = ['b']");
    assertTrue(session.out().contains("def forward(self, x, names=['b']):"), session.out());
  }

  private static Session convert(String source, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "convert";
    all[1] = "-";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Session.run(source, Ansi.OFF, all);
  }

  @Test
  void aHookIsRefusedOnItsLine() throws IOException {
    String hook = "self.rest[0].conv.register_forward_hook(lambda m, i, o: None)\n        ";
    Session session =
        convert(
            NET.replace("self.heads = ", hook + "self.heads = "),
            "--class",
            "Net",
            "--input",
            "8,24,20");
    assertEquals(1, session.code());
    assertEquals("", session.out());
    assertTrue(
        session
            .err()
            .contains(
                "<stdin>:27: error: rest.0.conv has a hook that its forward pass calls: annotations"),
        session.err());
  }
}
