package io.github.shapecheck.processor.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the report of a compiled model says beyond the shapes. */
class DescriptionTest {
  static ShapeReport report(String model) throws Exception {
    String source = "import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n" + model;
    Compilation compilation = Compiler.JAVAC.compile(Job.of(Sources.of("Net.java", source)));
    assertEquals(List.of(), compilation.errors());
    var method = compilation.loader().loadClass("NetShapeReport").getDeclaredMethod("report");
    method.setAccessible(true);
    return (ShapeReport) method.invoke(null);
  }

  private static String field(ShapeReport report, String step) {
    ReceptiveField field = report.layer(step).field().orElseThrow();
    return field.size() + " " + field.jump() + " " + field.offset();
  }

  @Test
  void severalLayersOfAFieldCountEachAndUnusedOnesToo() throws Exception {
    ShapeReport report =
        report(
            """
            @Input({3, 10, 12})
            @Forward("x = block(x)\\nreturn block2(x)")
            class Net {
              @Conv2d(in = 3, out = 5, k = 3) @BatchNorm2d(5) @ReLU Object block;
              @Conv2d(in = 5, out = 5, k = 1) Object block2;
              @Linear(in = 11, out = 7) Object spare;
              @Parameter({4, 9}) Object token;
            }
            """);
    assertEquals(140 + 10 + 30 + 84 + 36, report.totals().params().value());
    assertEquals(11, report.totals().buffers().value());
    assertEquals(
        "block.0 Conv2d, block.1 BatchNorm2d, block2 Conv2d, spare Linear, token Parameter",
        report.layers().stream()
            .map((Layer l) -> l.path() + " " + l.type())
            .collect(Collectors.joining(", ")));
  }

  @Test
  void stepsKnowTheirLine() throws Exception {
    String classes =
        """
        @Input({3, 10, 12})
        @Forward(\"""
            x = inner(x)
            return relu(x)
            \""")
        class Net {
          @Submodule(Inner.class) Object inner;
        }
        @Forward({"a = conv(x)", "return a + x"})
        class Inner {
          @Conv2d(in = 3, out = 3, k = 1) Object conv;
        }
        """;
    assertEquals("Inner.forward 1, Inner.forward 2, Net.forward 2", lines(report(classes)));
    String python =
        """
        @Input({3, 10, 12})
        @TorchModule(\"""
            from torch import nn
            class Net(nn.Module):
                def forward(self, x):
                    return x.relu()
            \""")
        class Net {}
        """;
    assertEquals("python 4", lines(report(python)));
    String fields = "@Input({3, 10, 12}) class Net { @ReLU Object relu; }";
    assertEquals("-", lines(report(fields)));
  }

  private static String lines(ShapeReport report) {
    return report.steps().stream()
        .map(step -> step.line().map(line -> line.text() + " " + line.number()).orElse("-"))
        .collect(Collectors.joining(", "));
  }

  @Test
  void stepsOfSubmodulesKnowTheirModule() throws Exception {
    ShapeReport report =
        report(
            """
            @Input({3, 10, 12})
            class Net {
              @Submodule(value = Block.class, repeat = 2) Object blocks;
              @Params("")
              @Forward("return relu(conv(x)) + x")
              static class Block { @Conv2d(in = 3, out = 3, k = 3, p = 1) Object conv; }
            }
            """);
    assertEquals(
        "blocks.0 blocks.0 blocks.0 blocks.1 blocks.1 blocks.1",
        report.steps().stream().map(Step::scope).collect(Collectors.joining(" ")));
    assertEquals("blocks.1.conv", report.steps().get(3).layer().orElseThrow());
  }

  @Test
  void layersOfASequenceAreCalledByTheirPlace() throws Exception {
    ShapeReport report =
        report(
            """
            @Input(6)
            class Net {
              @Sequential({"Linear(6, 11)", "Sequential(nn.ReLU(), Linear(11, 12))"}) Object mlp;
              @Sequential({"Block(12, narrow=5)", "Block(5)"}) Object blocks;
              @Params("wide, narrow = 4")
              static class Block {
                @Sequential({"Linear(wide, narrow)", "Tanh()"}) Object body;
              }
            }
            """);
    assertEquals(
        "mlp.0 Linear, mlp.1.1 Linear, blocks.0.body.0 Linear, blocks.1.body.0 Linear",
        report.layers().stream()
            .map((Layer l) -> l.path() + " " + l.type())
            .collect(Collectors.joining(", ")));
    assertEquals(
        6 * 11 + 11 + 11 * 12 + 12 + 12 * 5 + 5 + 5 * 4 + 4, report.totals().params().value());
  }

  @Test
  void layersOfOneFieldAreASequence() throws Exception {
    ShapeReport report =
        report(
            """
            @Input(6)
            @Forward(\"""
                for layer in self.tail[:2]:
                    x = layer(x)
                return self.tail[-1](x)[:, :len(self.tail)]\""")
            class Net {
              @Linear(in = 6, out = 13) @ReLU @LogSoftmax(dim = 1) Object tail;
            }
            """);
    assertEquals(
        "tail tail tail -",
        report.steps().stream()
            .map(step -> step.layer().orElse("-"))
            .collect(Collectors.joining(" ")));
    assertEquals(
        "Linear ReLU LogSoftmax getitem",
        report.steps().stream().map(Step::op).collect(Collectors.joining(" ")));
  }

  @Test
  void theWidestPathCounts() throws Exception {
    ShapeReport report =
        report(
            """
            @Input({3, 20, 28})
            @Forward(\"""
                a = near(x)
                b = far(x)
                y = torch.cat([a, b], dim=1)
                g = pool(y)
                z = y * g
                s = y.permute(0, 2, 3, 1)
                m = s.mean(dim=1)
                \""")
            class Net {
              @Conv2d(in = 3, out = 5, k = {3, 1}, p = {1, 0}) Object near;
              @Conv2d(in = 3, out = 5, k = {5, 7}, p = {2, 3}, s = 1) Object far;
              @AdaptiveAvgPool2d(1) Object pool;
            }
            """);
    assertEquals("[5, 7] [1, 1] [0, 0]", field(report, "y"));
    assertEquals("[24, 34] [0, 0] [19/2, 27/2]", field(report, "g"));
    assertEquals("[5, 7] [1, 1] [0, 0]", field(report, "s"));
    assertEquals("[24, 7] [0, 1] [19/2, 0]", field(report, "m"));
  }

  @Test
  void everySizeHasItsDerivation() throws Exception {
    ShapeReport report =
        report(
            """
            @Input({6, 20, 28})
            @Forward(\"""
                a, b = x.split([2, 4], dim=1)
                c = conv(b)
                d = torch.cat([a, c], dim=1)
                e = d.flatten(1)
                f = fc(e)
                g = f.view(-1, 2, 5)
                h = g.transpose(1, 2)
                i = h @ g
                \""")
            class Net {
              @Conv2d(in = 4, out = 3, k = {3, 5}, p = {1, 2}) Object conv;
              @Linear(in = 2800, out = 10) Object fc;
            }
            """);
    assertEquals(
        """
        split: 2 + 4 = 6
        c: floor((20 + 2*1 - 1*(3-1) - 1) / 1) + 1 = 20; floor((28 + 2*2 - 1*(5-1) - 1) / 1) + 1 = 28
        d: 2 + 3 = 5
        e: 5 * 20 * 28 = 2800
        f: [N, 2800] @ [2800, 10] = [N, 10]
        g: N * 10 = N * 2 * 5
        h: axes of [N, 2, 5] = [N, 5, 2]
        i: [N, 5, 2] @ [N, 2, 5] = [N, 5, 5]
        """,
        report.steps().stream()
            .map(
                s ->
                    s.name()
                        + ": "
                        + s.derivation().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining("; "))
                        + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void slicesMoveTheField() throws Exception {
    ShapeReport report =
        report(
            """
            @Input({3, 20, 28})
            @Forward(\"""
                a = conv(x)
                b = a[:, :2, 4:, 1::3]
                c = a[:, :, -1]
                d = b[..., 0, :]
                \""")
            class Net {
              @Conv2d(in = 3, out = 5, k = {3, 5}) Object conv;
            }
            """);
    assertEquals("[3, 5] [1, 3] [5, 3]", field(report, "b"));
    assertEquals("[3, 5] [0, 1] [18, 2]", field(report, "c"));
    assertEquals("[3, 5] [0, 3] [5, 3]", field(report, "d"));
  }
}
