package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.report.text.ReportText;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report is what its text says, and the text says all of it. */
class TextFormTest {
  private static String text(ShapeReport report) {
    return String.join("\n", ReportText.write(report));
  }

  @Test
  void everyReportSurvives() {
    for (ShapeReport report :
        List.of(Samples.convNet(), Samples.free(), Samples.hostile(), Samples.deep(40))) {
      assertEquals(report, ReportText.read(text(report)));
    }
  }

  @Test
  void theDocumentedExample() {
    String text =
        """
        model com.acme.Net
        input x [N, 3, H, 20] accepts 1..; 3; 4../2; 1..
        input t [N] of int64
        scope stem
        step c stem.conv:Conv2d(out_channels=8, kernel_size=(3, 1))(x) -> [N, 8, H - 2, 20] with weight [8, 3, 3, 1], buffer mean [8]
          at Stem.forward 3
          owner stem.conv.0
          macs 1440*H - 2880
          field [3, 1] jump [1, 1/2] offset [1, 0]
          because H - 3 + 1 = H - 2
        scope
        step v view(c, size=(-1, {8*H - 16}, 20)) -> view [N, 8*H - 16, 20]
        step s split(v, split_size=4, dim=-1) -> ([N, 8*H - 16, 4] of int64, [N, 8*H - 16, 16])
        step g getitem(s#1, index=(slice(None, 2, None), ..., [True, 1.5E-7, -inf, nan], "a\\"b", {H}/{N}, torch.int64, @"None", ?)) -> [2]
        unused spare Linear with weight [5, 7]
        output s#1 [N, 8*H - 16, 16]""";
    ShapeReport report = ReportText.read(text);
    assertEquals(text, text(report));
    Step step = report.layer("c");
    assertEquals(Optional.of("stem.conv"), step.layer());
    assertEquals("stem", step.scope());
    assertEquals("stem.conv.0", step.owner());
    assertEquals(Optional.of(new SourceLine("Stem.forward", 3)), step.line());
    assertEquals("", report.layer("v").scope());
    assertEquals(new Operand.Size(Dim.of(8)), step.attributes().get(0).value());
    assertEquals(List.of("s", "None"), report.layer("g").from());
    assertEquals(
        new ModelOutput("s", 1, Shape.parse("[N, 8*H - 16, 16]")), report.results().get(0));
    assertEquals(new Operand.Reference("s", 1), report.layer("g").arguments().get(0).value());
  }

  @Test
  void aWrongLineIsNamed() {
    for (String wrong :
        List.of(
            "nonsense",
            "  macs 3",
            "step a",
            "step a b(c -> [2]",
            "step a b(c) -> [2",
            "input x",
            "step a b(\"c) -> [2]",
            "step a b(\"\\u00\") -> [2]",
            "output a#b [1]",
            "model a b")) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> ReportText.read("model m\n" + wrong), wrong);
      assertTrue(e.getMessage().startsWith("line 2: "), e.getMessage());
    }
  }

  @Test
  void aGeneratedClassReadsItsTextOnce() {
    ShapeReport report = ReportText.of(TextFormTest.class, "model a", ".b\ninput x [N]\n");
    assertEquals("a.b", report.model());
    assertSame(report, ReportText.of(TextFormTest.class, "never read again"));
  }
}
