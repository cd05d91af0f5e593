package io.github.shapecheck.processor.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Models with one to five mistakes at random places of a right one: so many errors, each on its
 * line.
 */
class SeededMistakesTest {
  private static final long SEED = 20_260_719L;
  private static final int MODELS = 60;
  private static final long POOL = 7;
  private static final long LINEAR = 13;

  /**
   * A right line and what can be wrong in it; the mistakes of different lines do not touch each
   * other.
   */
  private record Line(String right, String... wrong) {}

  private static final List<Line> LINES =
      List.of(
          new Line("@Conv2d(in = 3, out = 12, k = 5)", "@Conv2d(in = 4, out = 12, k = 5)"),
          new Line("@BatchNorm2d(12)", "@BatchNorm2d(10)"),
          new Line("@MaxPool2d(k = 3, s = 2, p = 1)", "@MaxPool2d(k = 3, s = 2, p = 2)"),
          new Line(
              "@Conv2d(in = 12, out = 18, k = 3, groups = 6)",
              "@Conv2d(in = 12, out = 18, k = 3, groups = 5)",
              "@Conv2d(in = 18, out = 18, k = 3, groups = 6)"),
          new Line(
              "@GroupNorm(groups = 6, channels = 18)", "@GroupNorm(groups = 6, channels = 12)"),
          new Line("@ReLU @PReLU(18)", "@ReLU @PReLU(17)"),
          new Line("@Output({18, 11, 9}) @Identity", "@Output({19, 11, 9}) @Identity"),
          new Line("@Flatten"),
          new Line("@Linear(in = 18 * 11 * 9, out = 40)", "@Linear(in = 18 * 11 * 8, out = 40)"),
          new Line("@LayerNorm(40)", "@LayerNorm(41)"),
          new Line("@Unflatten(dim = 1, size = {5, 8})"),
          new Line(
              "@GRU(in = 8, hidden = 7, batchFirst = true)",
              "@GRU(in = 9, hidden = 7, batchFirst = true)"));

  @Test
  void asManyErrorsAsMistakesEachOnItsLine() {
    Random random = new Random(SEED);
    Map<String, String> sources = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    for (int model = 0; model < MODELS; model++) {
      StringBuilder source =
          new StringBuilder("import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n");
      source.append("@Input({3, 30, 26})\nclass M").append(model).append(" {\n");
      TreeSet<Long> wrong = new TreeSet<>();
      int mistakes = 1 + random.nextInt(5);
      while (wrong.size() < mistakes) {
        int line = random.nextInt(LINES.size());
        if (LINES.get(line).wrong().length > 0) {
          wrong.add(line + 5L);
        }
      }
      if (wrong.contains(POOL)) { // nothing is sure of the sizes behind it
        wrong.remove(LINEAR);
      }
      for (int i = 0; i < LINES.size(); i++) {
        Line line = LINES.get(i);
        boolean right = !wrong.contains(i + 5L);
        String text = right ? line.right() : line.wrong()[random.nextInt(line.wrong().length)];
        source.append(text).append(" Object f").append(i).append(";\n");
      }
      sources.put("M" + model + ".java", source.append("}\n").toString());
      expected.put("M" + model + ".java", wrong.toString());
    }
    List<CompilerMessage> errors =
        Compiler.JAVAC.compile(Job.of(new Sources(sources)).withOptions("-proc:only")).errors();
    Map<String, String> found = new TreeMap<>();
    for (String file : sources.keySet()) {
      found.put(
          file,
          errors.stream()
              .filter(error -> error.file().equals(file))
              .map(CompilerMessage::line)
              .sorted()
              .collect(Collectors.toList())
              .toString());
    }
    assertEquals(expected, found, () -> "seed " + SEED + "\n" + errors.get(0).text());
  }
}
