package io.github.shapecheck.processor.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of {@code repairs}: models with one mistake, each with the fix that must be offered;
 * every fix that is offered is applied, and nothing may be told of the repaired model.
 */
class RepairsTest {
  private static final List<String> FILES =
      List.of("arguments.txt", "modules.txt", "free-sizes.txt", "lints.txt", "tensors.txt");
  private static final String IMPORTS =
      "import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n";

  /** A model with one mistake. */
  record Mistake(String name, String fix, String source) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mistake> mistakes() {
    return FILES.stream()
        .flatMap(file -> Stream.of(text(file).split("\n---\n")))
        .map(RepairsTest::read);
  }

  private static Mistake read(String row) {
    String[] parts = row.split("\n", 3);
    return new Mistake(parts[0], parts[1], parts[2]);
  }

  private static String text(String file) {
    try (var in = RepairsTest.class.getResourceAsStream("/repairs/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void theFixIsOfferedAndEveryFixRepairs(Mistake mistake) {
    List<CompilerMessage> told = messages(mistake.source());
    assertEquals(1, told.size(), () -> told.toString());
    List<String> fixes =
        told.get(0).lines().stream().map(String::strip).filter(l -> l.startsWith("fix: ")).toList();
    assertTrue(fixes.contains(mistake.fix()), () -> told.get(0).text());
    List<String> left = new ArrayList<>();
    for (String fix : fixes) {
      for (boolean last : new boolean[] {false, true}) {
        String repaired = AppliedFix.to(mistake.source(), fix.substring("fix: ".length()), last);
        messages(repaired).stream()
            .filter(message -> message.kind() == CompilerMessage.Kind.ERROR || isLint(told.get(0)))
            .forEach(message -> left.add(fix + " leaves " + message.text()));
      }
    }
    assertEquals(List.of(), left);
  }

  private static boolean isLint(CompilerMessage message) {
    return message.kind() == CompilerMessage.Kind.WARNING;
  }

  private static List<CompilerMessage> messages(String source) {
    Job job = Job.of(Sources.of("Model.java", IMPORTS + source)).withOptions("-proc:only");
    return Compiler.JAVAC.compile(job).messages();
  }
}
