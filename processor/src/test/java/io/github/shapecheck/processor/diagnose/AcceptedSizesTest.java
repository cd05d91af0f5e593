package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.diagnose.rerun.AxisSizes;
import io.github.shapecheck.processor.diagnose.rerun.TunableAxes;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptedSizesTest {
  private static final long LARGEST = 70;
  private static final int MODELS = Integer.getInteger("shapecheck.models", 30);

  private static String accepts(ModelBuilder model) {
    Trace trace = Interpreter.run(model.build());
    assertEquals(List.of(), trace.problems().stream().filter(p -> p.id().isError()).toList());
    return AcceptedSizes.of(trace).toString();
  }

  @Test
  void aLinearHeadPinsTheWidthAsFarAsPoolingRounds() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[1, 28, 29]")
            .layer("conv1", "Conv2d", "in = 1, out = 10, k = 5")
            .layer("pool", "MaxPool2d", "k = 2")
            .layer("fc", "Linear", "in = 12, out = 5")
            .forward("x = relu(conv1(x))", "x = pool(x)", "return fc(x)");
    assertEquals("[[1.., 1, 6.., 28..29]]", accepts(model));
  }

  @Test
  void aSizeThatIsSmallerThanSomeBatchesGoesBothWays() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[5, 6]")
            .forward("s = torch.linalg.svdvals", "return s(x.transpose(0, 1)), s(x)");
    assertEquals("[[1.., 1.., 1..]]", accepts(model));
  }

  @Test
  void aTableEndsWhatCountsItsPlaces() {
    ModelBuilder batch =
        new ModelBuilder()
            .input("[6, 4]")
            .layer("rows", "Embedding", "num = 10, dim = 4")
            .forward("p = torch.arange(x.size(0))", "return x + rows(p)[:, None]");
    assertEquals("[[1..10, 1.., 1, 4]]", accepts(batch));
    ModelBuilder both =
        new ModelBuilder()
            .input("[F, 4]")
            .layer("rows", "Embedding", "num = 10, dim = 4")
            .forward("return rows(torch.arange(x.size(0) * x.size(1)))");
    assertEquals("[[1..10 (searched to 256), 1..5 (searched to 256), 1..]]", accepts(both));
    ModelBuilder picked =
        new ModelBuilder()
            .input("[6, 4]")
            .layer("rows", "Embedding", "num = 10, dim = 4")
            .forward("return rows(x.argsort(1))");
    assertEquals("[[1.., 1..10, 1..]]", accepts(picked));
  }

  @Test
  void piecesAreCountedForEverySize() {
    ModelBuilder three =
        new ModelBuilder().input("[60]").forward("a, b, c = x.split(20, dim=1)", "return a, b");
    assertEquals("[[1.., 41..60]]", accepts(three));
    ModelBuilder whole =
        new ModelBuilder()
            .input("[60]")
            .layer("fc", "Linear", "in = 20, out = 5")
            .forward("parts = torch.split(x, 20, 1)", "return fc(parts[0]) + fc(parts[2])");
    assertEquals("[[1.., 60..]]", accepts(whole));
    ModelBuilder places =
        new ModelBuilder().input("[3, 8]").forward("q, k, v = x.unbind(1)", "return q + k + v");
    assertEquals("[[1.., 3, 1..]]", accepts(places));
  }

  @Test
  void everySizeOfAnAxisThatIsCutIntoPiecesIsOneRun() {
    ModelBuilder stacked =
        new ModelBuilder().input("[30, 14]").forward("return torch.stack(x.unbind(1), dim=1)");
    assertEquals("[[1.., 1.., 1..]]", accepts(stacked));
    ModelBuilder joined =
        new ModelBuilder().input("[9, 14]").forward("return torch.stack(x.split(2, 2), dim=1)");
    assertEquals("[[1.., 1.., 1, 2../2]]", accepts(joined));
  }

  @Test
  void aSliceFromTheEndByASizeIsExact() {
    ModelBuilder half =
        new ModelBuilder().input("[8, 13]").forward("n = x.shape[2] // 2", "return x[:, :, -n:]");
    assertEquals("[[1.., 1.., 1..]]", accepts(half));
    ModelBuilder skips =
        new ModelBuilder()
            .input("[8, 20]")
            .layer("first", "Conv1d", "in = 8, out = 8, k = 2")
            .layer("second", "Conv1d", "in = 8, out = 8, k = 2, d = 2")
            .forward("a = first(x)", "b = second(a)", "return b + a[:, :, -b.size(2):]");
    assertEquals("[[1.., 8, 4..]]", accepts(skips));
  }

  @Test
  void whatIsTriedSaysHowFar() {
    ModelBuilder loop =
        new ModelBuilder()
            .input("[8]")
            .forward("y = torch.zeros(40, 3).chunk(x.size(1), 0)", "return x");
    assertEquals("(searched to ", accepts(loop).replaceAll(".*(\\(searched to ).*", "$1"));
  }

  @Test
  void aTableHoldsItsPositions() {
    ModelBuilder gpt =
        new ModelBuilder()
            .input("x", "[16]", "", DType.INT64)
            .layer("wte", "Embedding", "num = 99, dim = 8")
            .layer("wpe", "Embedding", "num = 64, dim = 8")
            .forward("b, t = x.size()", "return wte(x) + wpe(torch.arange(0, t).unsqueeze(0))");
    assertEquals("[[1.., 1..64]]", accepts(gpt));
    ModelBuilder sliced =
        new ModelBuilder()
            .input("[16, 8]")
            .tensor("pe", "[1, 50, 8]")
            .forward("return x + self.pe[:, :x.size(1)]");
    assertEquals("[[1.., 1..50, 1, 8]]", accepts(sliced));
  }

  @Test
  void aTableEndsAFreeSizeToo() {
    assertEquals("[[1.., 1..64]]", positions("[T]", "", "torch.arange(t)"));
    assertEquals("[[1.., 1..62]]", positions("[T]", "", "torch.arange(0, t) + 2"));
    assertEquals("[[1.., 1..62]]", positions("[20]", "", "2 + torch.arange(t)"));
    assertEquals("[[1.., 1..65]]", positions("[T]", "", "torch.arange(1, t) - 1"));
    assertEquals("[[1.., 1..32]]", positions("[T]", "", "torch.arange(2 * t)"));
    assertEquals("[[1.., 4..64/4]]", positions("[T]", "T % 4 == 0", "torch.arange(t)"));
    assertEquals("[[1.., 1..]]", positions("[T]", "", "torch.ones_like(x).cumsum(1)"));
    assertEquals("[[1.., 1..128]]", positions("[T]", "", "torch.arange((t + 1) // 2)"));
  }

  private static String positions(String sample, String where, String places) {
    return accepts(
        new ModelBuilder()
            .input("x", sample, where, DType.INT64)
            .layer("wpe", "Embedding", "num = 64, dim = 8")
            .forward("b, t = x.size()", "return wpe(" + places + ")"));
  }

  @Test
  void aConditionBetweenFreeSizesLeavesWhatHasAPartner() {
    assertEquals("[4, 3]", heightsAndWidths("H == W + 1 and W == 3"));
    assertEquals("[3../3, 3../3]", heightsAndWidths("H == W and W % 3 == 0"));
    assertEquals("[1.., 2../2]", heightsAndWidths("W == 2 * H"));
    assertEquals("[1..17, 1..17]", heightsAndWidths("H >= W and H <= 17"));
    assertEquals("[1..34, 1..34]", heightsAndWidths("H + W <= 35"));
    assertEquals("[1.., 9..]", heightsAndWidths("W >= 2 * H + 7"));
    assertEquals("[1.., 1..]", heightsAndWidths("(H + W) % 3 == 0"));
    assertEquals("[1..36, 1..24]", heightsAndWidths("2 * H <= 3 * W and W <= 24"));
    assertEquals(
        "[1..4, 6, 8, 12, 24 (searched to 256), 1..4, 6, 8, 12, 24 (searched to 256)]",
        heightsAndWidths("H * W == 24"));
  }

  private static String heightsAndWidths(String where) {
    ModelBuilder model = new ModelBuilder().input("x", "[3, H, W]", where).forward("return x + 1");
    return accepts(model).replaceFirst("^\\[\\[1\\.\\., 1\\.\\., (.*)\\]$", "[$1");
  }

  @Test
  void anEmptyMapIsNotUnshuffled() {
    ModelBuilder pooled =
        new ModelBuilder()
            .input("[2, 18, 23]")
            .layer("fc", "Linear", "in = 1, out = 2")
            .forward(
                "x = F.adaptive_max_pool2d(x, (x.size(2) // 2, 3))",
                "return fc(F.pixel_unshuffle(x, 3))");
    assertEquals("[[1.., 1.., 6../6, 7../6, 1..]]", accepts(pooled));
  }

  @Test
  void whatTakesTooLongIsTriedByNumbers() {
    ModelBuilder square =
        new ModelBuilder()
            .input("[2, 13, 22]")
            .layer("fc", "Linear", "in = 1100, out = 2")
            .forward(
                "n = max(x.size(2), x.size(3))",
                "x = F.interpolate(x, size=(n, n + 3))",
                "return fc(x.view(-1, 1100))");
    assertEquals("[[1.., 2, 1..22 (searched to 256), 22 (searched to 256)]]", accepts(square));
  }

  @Test
  void whatIsNotProvedToEndIsNoExactAnswer() {
    ModelBuilder even =
        new ModelBuilder()
            .input("[17, 20]")
            .forward(
                "x = F.interpolate(x, scale_factor=1.3)", "assert x.size(2) % 2 == 0", "return x");
    assertTrue(accepts(even).endsWith(" (searched to 256)]]"), accepts(even));
    ModelBuilder empty =
        new ModelBuilder()
            .input("[21, 19]")
            .forward("rows = x[:, 2::2].unbind(1)", "return torch.stack(rows, 1)");
    assertEquals("[[1.., 3.., 1..]]", accepts(empty));
    ModelBuilder logarithm =
        new ModelBuilder()
            .input("[30]")
            .forward("return x.topk(int(math.log(x.size(1))), 1)[0][:, 2]");
    assertEquals("[[1.., 21..256 (searched to 256)]]", accepts(logarithm));
  }

  @Test
  void agreesWithTryingEverySize() {
    RandomModels pieces = RandomModels.withPieces(51);
    RandomModels programs = RandomModels.ofPrograms(52);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 2 * MODELS; i++) {
      wrong.addAll(differences((i % 2 == 0 ? pieces : programs).next()));
    }
    assertEquals(List.of(), wrong);
  }

  private static List<String> differences(RandomModels models) {
    List<String> wrong = new ArrayList<>();
    Model model = models.numbers().build();
    List<AxisSizes> sizes = AcceptedSizes.of(Interpreter.run(model)).get(0);
    for (int axis = 0; axis < sizes.size() - 1; axis++) {
      AxisSizes known = sizes.get(axis + 1);
      for (long size = 1; size < LARGEST; size++) {
        Model other = TunableAxes.of(0, axis).with(model, Dim.of(size));
        boolean open = size > known.searchedTo() && !known.sizes().contains(size);
        if (!open && Interpreter.run(other).hasErrors() == known.sizes().contains(size)) {
          wrong.add(models + "\naxis " + axis + ": " + known + " at " + size);
        }
      }
    }
    return wrong;
  }
}
