package io.github.shapecheck.processor.diagnose;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.run.Interpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a forward pass says, the search for fixes ends, and with edits that can be printed. */
class DiagnosisFuzzTest {
  private static final int CASES = Integer.getInteger("shapecheck.fixes", 150);

  private static final List<String> LINES =
      List.of(
          "x = relu(conv1(x))",
          "y = pool(x)",
          "x = F.max_pool2d(x, 2, stride=(2, 1))",
          "x = torch.cat([x, y], dim=1)",
          "x = (x + y).view(x.size(0), -1)",
          "x = x.view(-1, 16 * 5 * 5)",
          "a, b = x.chunk(2, dim=1)",
          "x = x[:, :, 1:, ::2]",
          "x = x[:, 5:5]",
          "x = x.view(-1, 999999999, 999999999, 7)",
          "x = x.view(x.size(0), 7, 7)",
          "x = x.transpose(1, 2).softmax(-1)",
          "h, (c, d) = lstm(x.flatten(2).permute(0, 2, 1))",
          "x = fc(self.drop(x)) * 2 ** -1",
          "loss = F.cross_entropy(x, y, reduction='sum')",
          "x = torch.einsum('nchw,ncd->nhd', x, y)",
          "x = x.unsqueeze(1).expand(-1, 3, -1).reshape(8, -1)",
          "return x, (y @ x.t())");

  private static final List<String> SAMPLES =
      List.of(
          "[3, 17, 20]",
          "[3, H, W]",
          "[16, 5, 5]",
          "[2000000000, 2000000000, 2000000000]",
          "[2000000000, 3]");

  private static final List<String> PIECES =
      List.of(
          "x",
          "y",
          "conv1",
          "(",
          ")",
          "[",
          "]",
          ",",
          ".",
          "=",
          ":",
          "1",
          "-1",
          "0",
          "999999999999",
          "*x",
          "**",
          "'",
          "dim=",
          "dim=1",
          "dim=7",
          "None",
          "size(0)",
          " ",
          "#",
          ";",
          "self.",
          "()");

  @Test
  void theSearchEnds() {
    Random random = new Random(Long.getLong("shapecheck.seed", 42));
    int tried = 0;
    for (int i = 0; i < CASES; i++) {
      Model model = model(random);
      tried += assertTimeoutPreemptively(ofSeconds(20), () -> fixes(model), () -> text(model));
    }
    int all = tried;
    assertTrue(tried > CASES / 10, () -> "only " + all + " fixes were found");
  }

  private static int fixes(Model model) {
    int found = 0;
    for (Finding finding : Diagnosis.of(Interpreter.run(model)).findings()) {
      for (Edit edit : finding.fixes()) {
        assertTrue(!edit.toString().contains("\n") && finding.fixes().size() <= 3, edit::toString);
        found++;
      }
    }
    return found;
  }

  private static Model model(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      String line = LINES.get(random.nextInt(LINES.size()));
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        int from = random.nextInt(line.length() + 1);
        int to = Math.min(line.length(), from + random.nextInt(4));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        line = line.substring(0, from) + piece + line.substring(to);
      }
      lines.add(line);
    }
    return new ModelBuilder()
        .input("x", SAMPLES.get(random.nextInt(SAMPLES.size())), "")
        .input("y", random.nextBoolean() ? "[4, 8, 9]" : "[]", "")
        .layer("conv1", "Conv2d", "in = 3, out = 8, k = 3, p = 1")
        .layer("pool", "MaxPool2d", "k = 2")
        .layer("drop", "Dropout", "value = " + (random.nextInt(8) == 0 ? "1.5" : "0.5"))
        .layer("lstm", "LSTM", "in = 8, hidden = 5")
        .layer("fc", "Linear", "in = " + (1 + random.nextInt(200)) + ", out = 7")
        .forward(lines.toArray(new String[0]))
        .build();
  }

  private static String text(Model model) {
    return model.root().forward().map(forward -> forward.program().lines().toString()).orElse("");
  }
}
