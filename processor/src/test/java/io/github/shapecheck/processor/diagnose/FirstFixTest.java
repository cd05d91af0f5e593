package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.run.Interpreter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fix that a colleague would name first (docs/fixes.md). */
class FirstFixTest {
  private static String first(ModelBuilder model) {
    return Diagnosis.of(Interpreter.run(model.build())).findings().stream()
        .filter(finding -> finding.problem().id().isError())
        .map(Finding::fixes)
        .flatMap(List::stream)
        .findFirst()
        .map(Edit::toString)
        .orElse("none");
  }

  @Test
  void theNumberThatWasWrittenMoreOften() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[40]")
            .layer("l1", "Linear", "in = 40, out = 255")
            .layer("l2", "Linear", "in = 256, out = 256")
            .layer("l3", "Linear", "in = 256, out = 7")
            .forward("return l3(l2(l1(x)))");
    assertEquals("l1: out = 256", first(model));
  }

  @Test
  void theFiltersOfADetectionHead() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[24, 13, 15]")
            .layer("head", "Conv2d", "in = 24, out = 15, k = 1")
            .forward("p = head(x)", "p = p.view(p.size(0), 3, 6, 13, 15)", "return p[..., 5:] * 2");
    assertEquals("head: out = 18", first(model));
  }

  @Test
  void joinedAlongTheBatch() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[16, 12, 10]")
            .layer("up", "Conv2d", "in = 16, out = 16, k = 1")
            .layer("merge", "Conv2d", "in = 32, out = 7, k = 1")
            .forward("y = torch.cat([up(x), x], 0)", "return merge(y)");
    assertEquals("line 1: y = torch.cat([up(x), x], 1)", first(model));
  }

  @Test
  void aForgottenFlatten() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, 12, 10]")
            .layer("conv", "Conv2d", "in = 3, out = 8, k = 3")
            .layer("fc", "Linear", "in = 640, out = 7")
            .forward("return fc(conv(x))");
    assertEquals("fc: add @Flatten", first(model));
  }

  @Test
  void aMapBesideATableOfPlaces() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[64, 7, 5]")
            .layer("proj", "Conv2d", "in = 64, out = 24, k = 1")
            .forward("x = proj(x)", "return x + torch.zeros(1, 35, 24)");
    assertEquals(
        "line 2: return x.flatten(2).transpose(1, 2) + torch.zeros(1, 35, 24)", first(model));
  }
}
