package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  /** Every error with its fixes, as they are printed. */
  static List<String> told(ModelBuilder model) {
    Trace trace = Interpreter.run(model.build());
    List<String> lines = new ArrayList<>();
    for (Finding finding : Diagnosis.of(trace).findings()) {
      Problem problem = finding.problem();
      if (problem.id().isError()) {
        lines.add(problem.id().id() + " " + problem.message());
        finding.fixes().forEach(fix -> lines.add("fix: " + fix));
      }
    }
    return lines;
  }

  @Test
  void theTutorialsNetwork() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[1, 28, 28]")
            .layer("conv1", "Conv2d", "in = 1, out = 10, k = 5")
            .layer("pool", "MaxPool2d", "k = 2, s = 2")
            .layer("conv2", "Conv2d", "in = 10, out = 20, k = 3")
            .layer("fc1", "Linear", "in = 1620, out = 500")
            .layer("fc2", "Linear", "in = 500, out = 10")
            .forward(
                "x = relu(conv1(x))",
                "x = pool(x)",
                "x = relu(conv2(x))",
                "x = flatten(x, 1)",
                "x = relu(fc1(x))",
                "return log_softmax(fc2(x), dim=1)");
    assertEquals(
        List.of(
            "linear-in fc1 expects 1620 features but receives 2000",
            "fix: fc1: in = 2000",
            "fix: x: {1, 26..27, 26..27}"),
        told(model));
  }

  @Test
  void numbersThatAreJoinedGoAlongNoSamples() {
    ModelBuilder model =
        new ModelBuilder().input("[6]").forward("return torch.cat([x.sum(), x.mean()], 0)");
    assertEquals(List.of("cat cat cannot join single numbers: use stack"), told(model));
  }

  /** The first and the third line agree for masks of 6, the second does not. */
  @Test
  void whatRepairsSomeOfTheErrorsOfOneMistakeIsNoFix() {
    ModelBuilder model =
        new ModelBuilder()
            .input("m", "[6]", "")
            .input("h", "[13, 24]", "")
            .forward(
                "a = h * m.unsqueeze(-1)",
                "b = m[:, None, :] * torch.ones(13, 13)[None]",
                "c = h + m.unsqueeze(-1)",
                "return a, b, c");
    assertEquals(
        List.of(
            "broadcast mul cannot bring [N, 13, 24] and [N, 6, 1] together: 13 against 6 on axis 1",
            "fix: m: {13}"),
        told(model));
  }

  @Test
  void aSkipOfAnImageThatDoesNotHalveOften() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, 488, 488]")
            .layer("pool", "MaxPool2d", "k = 2")
            .layer("up", "Upsample", "scale = 2.0")
            .forward(
                "a = x",
                "b = pool(a)",
                "c = pool(b)",
                "d = pool(c)",
                "e = pool(d)",
                "y = cat([up(e), d], 1)",
                "y = cat([up(y), c], 1)",
                "y = cat([up(y), b], 1)",
                "return cat([up(y), a], 1)");
    assertEquals(
        List.of(
            "cat cat cannot join [N, 3, 61, 61] to [N, 3, 60, 60] along axis 1: 61 against 60 on"
                + " axis 2",
            "fix: x: {3, 512, 512}",
            "fix: x: {3, 480, 480}",
            "fix: line 6: y = cat([F.pad(up(e), (0, 1, 0, 1)), d], 1)"),
        told(model));
  }

  private static List<String> fixes(ModelBuilder model) {
    return told(model).stream().filter(line -> line.startsWith("fix: ")).toList();
  }

  private static void assertOffered(ModelBuilder model, String fix) {
    assertTrue(fixes(model).contains(fix), () -> told(model).toString());
  }

  @Test
  void aViewThatMayMergeSamples() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[512, 7, 7]")
            .layer("fc", "Linear", "in = 25088, out = 10")
            .forward("x = x.view(-1)", "return fc(x)");
    assertOffered(model, "fix: line 1: x = x.view(x.size(0), -1)");
  }

  @Test
  void aNumberInTheLine() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[16, 5, 6]")
            .layer("fc", "Linear", "in = 480, out = 10")
            .forward("x = x.view(x.size(0), 16*5*5)", "return fc(x)");
    assertOffered(model, "fix: line 1: x = x.view(x.size(0), 16*5*6)");
  }

  @Test
  void aMisspeltName() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[16]")
            .layer("linear", "Linear", "in = 16, out = 10")
            .forward("y = self.linaer(x)", "return relu(y)");
    assertOffered(model, "fix: line 1: y = self.linear(x)");
  }

  @Test
  void aResultThatIsATuple() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[20, 100]")
            .layer("lstm", "LSTM", "in = 100, hidden = 32, batchFirst = true")
            .layer("fc", "Linear", "in = 32, out = 10")
            .forward("y = lstm(x)", "return fc(y)");
    assertOffered(model, "fix: line 1: y, _ = lstm(x)");
  }

  @Test
  void aParenthesisThatIsNeverClosed() {
    ModelBuilder model =
        new ModelBuilder().input("[8]").forward("x = relu(torch.abs(x)", "return x");
    assertOffered(model, "fix: line 1: x = relu(torch.abs(x))");
  }

  @Test
  void namesForTheValuesOfATuple() {
    ModelBuilder model =
        new ModelBuilder().input("[8]").forward("a, b, c = x.chunk(2, 1)", "return a");
    assertOffered(model, "fix: line 1: a, b = x.chunk(2, 1)");
  }

  @Test
  void aViewOfAnotherSize() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[20, 10, 10]")
            .layer("fc", "Linear", "in = 320, out = 10")
            .forward("return fc(x.view(-1, 320))");
    assertOffered(model, "fix: line 1: return fc(x.view(x.size(0), -1)); fc: in = 2000");
  }

  @Test
  void labels() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[20]")
            .input("y", "[]", "")
            .layer("fc", "Linear", "in = 20, out = 10")
            .forward("return cross_entropy(fc(x), y)");
    assertOffered(model, "fix: y: dtype = long.class");
    ModelBuilder broadcast =
        new ModelBuilder()
            .input("[20]")
            .input("y", "[]", "")
            .layer("fc", "Linear", "in = 20, out = 1")
            .forward("return mse_loss(fc(x), y)");
    assertOffered(broadcast, "fix: y: {1}");
  }

  @Test
  void aRowForAConvolution() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[784]")
            .layer("conv", "Conv2d", "in = 1, out = 10, k = 3")
            .forward("return conv(x)");
    assertOffered(model, "fix: conv: add @Unflatten(dim = 1, size = {1, 28, 28})");
  }

  @Test
  void aShortcutThatRoundsDown() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[4, 15, 17]")
            .layer("conv", "Conv2d", "in = 4, out = 4, k = 3, s = 2, p = 1")
            .layer("pool", "AvgPool2d", "k = 2, ceilMode = false")
            .forward("return conv(x) + pool(x)");
    assertOffered(model, "fix: pool: ceilMode = true");
  }

  /** The errors that are told, with their fixes. */
  private static List<String> mistakes(ModelBuilder model) {
    return Diagnosis.of(Interpreter.run(model.build())).findings().stream()
        .filter(finding -> finding.problem().id().isError())
        .map(finding -> finding.problem().id().id() + " " + finding.fixes())
        .toList();
  }

  @Test
  void aNumberThatFitsNeitherTheOthersNorTheInputIsOneMistake() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[197, 1024]")
            .layer("attn", "MultiheadAttention", "dim = 7, heads = 16, batchFirst = true")
            .forward("y, _ = attn(x, x, x)", "return x + y");
    assertEquals(List.of("heads [attn: dim = 1024]"), mistakes(model));
  }

  @Test
  void whatAFailedStepGaveIsNotCounted() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[28, 30]")
            .layer("conv", "Conv2d", "in = 64, out = 104, k = 1")
            .forward("y = conv(x)", "a, b, c, d = split(y, 26, 1)", "return a + d");
    assertEquals(List.of("rank [x: {64, 28, 30}]"), mistakes(model));
  }

  @Test
  void channelsThatComeLastAreOneMistake() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[32, 34, 3]")
            .layer("conv", "Conv2d", "in = 3, out = 8, k = 3, p = 1")
            .layer("fc", "Linear", "in = 8704, out = 10")
            .forward("y = conv(x)", "return fc(y.flatten(1))");
    assertEquals(
        List.of("conv-in-channels [x: {3, 32, 34}, line 1: y = conv(x.permute(0, 3, 1, 2))]"),
        mistakes(model));
  }

  @Test
  void aFixThatSilencesAnotherMistakeIsNone() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, 4, 5]")
            .layer("conv", "Conv2d", "in = 4, out = 4, k = 1")
            .layer("fc", "Linear", "in = 81, out = 2")
            .layer("fc2", "LayerNorm", "value = 3")
            .forward("x = conv(x)", "x = torch.flatten(x, 1)", "return fc2(fc(x))");
    assertEquals(3, mistakes(model).size(), () -> mistakes(model).toString());
    assertOffered(model, "fix: fc: in = 80");
    assertTrue(fixes(model).stream().noneMatch(fix -> fix.contains("81")));
  }

  @Test
  void aMistakeBehindAnotherIsTold() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[3, 4, 5]")
            .layer("conv", "Conv2d", "in = 4, out = 4, k = 1")
            .forward("x = conv(x)", "return torch.flatten(x, 54)");
    assertEquals(2, mistakes(model).size(), () -> mistakes(model).toString());
  }

  @Test
  void oneWidthThatTwoLayersReadIsOneMistake() {
    ModelBuilder model =
        new ModelBuilder()
            .input("[12]")
            .layer("body", "Linear", "in = 12, out = 30")
            .layer("one", "Linear", "in = 40, out = 3")
            .layer("two", "Linear", "in = 40, out = 5")
            .forward("x = body(x)", "return one(x), two(x)");
    assertEquals(1, mistakes(model).size(), () -> mistakes(model).toString());
  }
}
