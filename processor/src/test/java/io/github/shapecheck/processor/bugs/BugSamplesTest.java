package io.github.shapecheck.processor.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real mistakes that people reported: found, in their place, one error each, with a fix that
 * compiles.
 */
class BugSamplesTest {
  /** Their repairs change several places at once, which no single fix does. */
  private static final Set<String> NEED_TWO_CHANGES =
      Set.of("gh-moskomule-senet-35", "gh-chenyuntc-torchtext-4");

  @TestFactory
  Stream<DynamicTest> mistakes() throws IOException {
    return bugs().map(bug -> DynamicTest.dynamicTest(bug.id(), () -> check(bug)));
  }

  @TestFactory
  Stream<DynamicTest> repairs() throws IOException {
    return bugs()
        .map(
            bug ->
                DynamicTest.dynamicTest(
                    bug.id(),
                    () ->
                        assertEquals(
                            List.of(), errors(bug.repairedSource()), bug::repairedSource)));
  }

  private static Stream<Bug> bugs() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            BugSamplesTest.class.getResourceAsStream("/bugs/sample.json"),
            StandardCharsets.UTF_8)) {
      return StreamSupport.stream(
              JsonParser.parseReader(reader).getAsJsonArray().spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .map(Bug::new);
    }
  }

  private static void check(Bug bug) {
    String source = bug.wrongSource();
    List<CompilerMessage> errors = errors(source);
    String all = errors.stream().map(CompilerMessage::text).reduce("", (a, b) -> a + "\n" + b);
    assertEquals(1, errors.size(), () -> all + "\n" + source);
    CompilerMessage error = errors.get(0);
    assertPlace(bug, source, error);
    assertTrue(
        error.firstLine().matches("\\[[a-z-]+] .*\\d.*\\d.*"),
        () -> "two numbers: " + error.firstLine());
    List<String> fixes =
        error.lines().stream()
            .map(String::strip)
            .filter(line -> line.startsWith("fix: "))
            .map(line -> line.substring(5))
            .toList();
    assertEquals(NEED_TWO_CHANGES.contains(bug.id()), fixes.isEmpty(), error::text);
    assertTrue(fixes.size() <= 3, error::text);
    for (String fix : fixes) {
      for (boolean last : new boolean[] {false, true}) {
        String repaired = AppliedFix.to(source, fix, last);
        assertEquals(List.of(), errors(repaired), () -> fix + "\n" + repaired);
      }
    }
  }

  private static void assertPlace(Bug bug, String source, CompilerMessage error) {
    String at = bug.text("error_at");
    if (bug.forward().contains(at)) {
      int line = bug.forward().indexOf(at) + 1;
      assertTrue(error.text().contains("line " + line + ": " + at), error::text);
    } else {
      String marked = source.lines().toList().get((int) error.line() - 1);
      assertTrue(
          marked.endsWith(" " + at + ";"), () -> at + " but is at " + marked + "\n" + error.text());
    }
  }

  private static List<CompilerMessage> errors(String source) {
    Job job = Job.of(Sources.of("Bug.java", source)).withOptions("-proc:only");
    return Compiler.JAVAC.compile(job).errors();
  }
}
