package io.github.shapecheck.processor.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.shapecheck.processor.compile.CompilerMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Real mistakes that people reported, reduced to the layers that matter and run in PyTorch: found,
 * in their place, one error each, with fixes that compile.
 */
class BugSamplesTest {
  private static final List<Bug> BUGS = new ArrayList<>();
  private static final Map<String, List<CompilerMessage>> ERRORS = new HashMap<>();

  @BeforeAll
  static void compile() throws IOException {
    for (String file : new String[] {"sample", "reported"}) {
      BUGS.addAll(bugs("/bugs/" + file + ".json"));
    }
    ERRORS.putAll(Batch.errors(BUGS.stream().map(Bug::wrongSource).toList()));
    List<String> changed = new ArrayList<>();
    for (Bug bug : BUGS) {
      changed.add(bug.repairedSource());
      fixes(bug).forEach(fix -> changed.addAll(applied(bug, fix)));
    }
    ERRORS.putAll(Batch.errors(changed));
  }

  private static List<Bug> bugs(String resource) throws IOException {
    List<Bug> bugs = new ArrayList<>();
    try (Reader reader =
        new InputStreamReader(
            BugSamplesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      for (JsonElement bug : JsonParser.parseReader(reader).getAsJsonArray()) {
        bugs.add(new Bug(bug.getAsJsonObject()));
      }
    }
    return bugs;
  }

  @TestFactory
  Stream<DynamicTest> mistakes() {
    return BUGS.stream().map(bug -> DynamicTest.dynamicTest(bug.id(), () -> check(bug)));
  }

  /**
   * What the thread said in the end, as a fix would say it, of all but one that needs four changes.
   */
  @TestFactory
  Stream<DynamicTest> theThreadsRepairIsAmongTheFirstTwo() {
    return text("/bugs/repairs.txt")
        .lines()
        .map(row -> row.split(" \\| "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () -> {
                      Bug bug =
                          BUGS.stream()
                              .filter(b -> b.id().equals(row[0]))
                              .findFirst()
                              .orElseThrow();
                      List<String> fixes = fixes(bug);
                      assertTrue(
                          fixes.subList(0, Math.min(2, fixes.size())).contains(row[1]),
                          fixes::toString);
                    }));
  }

  private static String text(String resource) {
    try (InputStream in = BugSamplesTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> repairs() {
    return BUGS.stream()
        .map(
            bug ->
                DynamicTest.dynamicTest(
                    bug.id(),
                    () -> {
                      String source = bug.repairedSource();
                      assertEquals(List.of(), ERRORS.get(source), source);
                    }));
  }

  @Test
  void thePageTellsTheScore() throws IOException {
    long found = BUGS.stream().filter(bug -> !errors(bug).isEmpty()).count();
    long placed =
        BUGS.stream().filter(bug -> errors(bug).stream().anyMatch(e -> isAt(bug, e))).count();
    long alone = BUGS.stream().filter(bug -> errors(bug).size() == 1).count();
    long fixed = BUGS.stream().filter(bug -> !fixes(bug).isEmpty()).count();
    String score =
        "Of %d that people reported for PyTorch, Keras, Deeplearning4j and Torch (BugSamplesTest), %d are found, %d are placed on the layer or the line that was wrong, %d give one message and no other, and %d get a fix that compiles."
            .formatted(BUGS.size(), found, placed, alone, fixed);
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs"))) {
      root = root.getParent();
    }
    String page = Files.readString(root.resolve("docs/errors.md"));
    assertTrue(page.replaceAll("\\s+", " ").contains(score), score);
  }

  private static List<CompilerMessage> errors(Bug bug) {
    return ERRORS.get(bug.wrongSource());
  }

  private static List<String> fixes(Bug bug) {
    return errors(bug).stream()
        .flatMap(error -> error.lines().stream())
        .map(String::strip)
        .filter(line -> line.startsWith("fix: "))
        .map(line -> line.substring(5))
        .toList();
  }

  /** With the first and with the last of a range of sizes. */
  private static Set<String> applied(Bug bug, String fix) {
    String source = bug.wrongSource();
    return Set.copyOf(List.of(AppliedFix.to(source, fix, false), AppliedFix.to(source, fix, true)));
  }

  private static void check(Bug bug) {
    List<CompilerMessage> errors = errors(bug);
    String all = errors.stream().map(CompilerMessage::text).reduce("", (a, b) -> a + "\n" + b);
    assertEquals(1, errors.size(), () -> all + "\n" + bug.wrongSource());
    CompilerMessage error = errors.get(0);
    assertTrue(isAt(bug, error), () -> bug.text("error_at") + "\n" + error.text());
    assertTrue(
        error.firstLine().matches("\\[[a-z-]+] .*\\d.*\\d.*"),
        () -> "two numbers: " + error.firstLine());
    List<String> fixes = fixes(bug);
    assertFalse(fixes.isEmpty(), error::text);
    assertTrue(fixes.size() <= 3, error::text);
    for (String fix : fixes) {
      for (String source : applied(bug, fix)) {
        assertEquals(List.of(), ERRORS.get(source), () -> fix + "\n" + source);
      }
    }
  }

  /** On the line of the forward pass, or on the layer that PyTorch names, or where it is called. */
  private static boolean isAt(Bug bug, CompilerMessage error) {
    String at = bug.text("error_at");
    int line = bug.forward().indexOf(bug.text("error_line")) + 1;
    if (error.text().contains("line " + line + ": " + bug.text("error_line"))) {
      return line > 0;
    }
    String marked = bug.wrongSource().lines().toList().get((int) error.line() - 1);
    return !bug.forward().contains(at) && marked.endsWith(" " + at + ";");
  }
}
