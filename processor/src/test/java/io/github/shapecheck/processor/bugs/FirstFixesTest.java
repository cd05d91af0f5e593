package io.github.shapecheck.processor.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The files of {@code repairs/first}: a mistake of each kind with the fixes that a colleague would
 * name first (docs/fixes.md) and what no fix may say; every fix is applied and compiled.
 */
class FirstFixesTest {
  private static final List<String> FILES =
      List.of("layers", "tensors", "losses", "reports", "threads", "slips");

  /**
   * Of the mistakes of these files, in our words, the repair that a thread found is of the first
   * two.
   */
  private static final List<String> REPORTED = List.of("reports", "threads");

  private static final String IMPORTS =
      "import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n";
  private static final Map<Mistake, List<CompilerMessage>> TOLD = new LinkedHashMap<>();
  private static final Map<String, List<CompilerMessage>> LEFT = new LinkedHashMap<>();

  /**
   * A model with one mistake.
   *
   * @param reported whether a thread tells of it, whose repair is one of the fixes
   * @param fixes the first ones
   * @param never parts of fixes that would be wrong
   */
  private record Mistake(
      String name, boolean reported, List<String> fixes, List<String> never, String source) {
    static Mistake read(String file, String row) {
      List<String> lines = row.lines().toList();
      List<String> fixes = new ArrayList<>();
      List<String> never = new ArrayList<>();
      int line = 1;
      for (; !lines.get(line).startsWith("@"); line++) {
        String[] says = lines.get(line).split(": ", 2);
        (says[0].equals("fix") ? fixes : never).add(says[1]);
      }
      String source = String.join("\n", lines.subList(line, lines.size())) + "\n";
      return new Mistake(lines.get(0), REPORTED.contains(file), fixes, never, source);
    }
  }

  @BeforeAll
  static void compile() {
    List<Mistake> mistakes =
        FILES.stream()
            .flatMap(
                file -> Stream.of(text(file).split("\n---\n")).map(row -> Mistake.read(file, row)))
            .toList();
    Map<String, List<CompilerMessage>> told =
        errors(mistakes.stream().map(Mistake::source).toList());
    List<String> repaired = new ArrayList<>();
    for (Mistake mistake : mistakes) {
      TOLD.put(mistake, told.get(mistake.source()));
      fixes(mistake).forEach(fix -> repaired.addAll(applied(mistake, fix)));
    }
    LEFT.putAll(errors(repaired));
  }

  private static String text(String file) {
    try (InputStream in =
        FirstFixesTest.class.getResourceAsStream("/repairs/first/" + file + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> theFirstFix() {
    return TOLD.keySet().stream()
        .map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> check(mistake)));
  }

  private static void check(Mistake mistake) {
    String all =
        TOLD.get(mistake).stream().map(CompilerMessage::text).collect(Collectors.joining("\n"));
    List<String> fixes = fixes(mistake);
    assertEquals(1, TOLD.get(mistake).size(), all);
    if (mistake.reported()) {
      assertTrue(fixes.stream().limit(2).anyMatch(mistake.fixes()::contains), all);
    } else {
      assertEquals(
          mistake.fixes(), fixes.subList(0, Math.min(fixes.size(), mistake.fixes().size())), all);
    }
    for (String fix : fixes) {
      assertTrue(mistake.never().stream().noneMatch(fix::contains), all);
      for (String source : applied(mistake, fix)) {
        assertEquals(List.of(), LEFT.get(source), fix);
      }
    }
  }

  private static List<String> fixes(Mistake mistake) {
    return TOLD.get(mistake).stream()
        .flatMap(error -> error.lines().stream())
        .map(String::strip)
        .filter(line -> line.startsWith("fix: "))
        .map(line -> line.substring("fix: ".length()))
        .toList();
  }

  private static List<String> applied(Mistake mistake, String fix) {
    return Stream.of(false, true)
        .map(last -> AppliedFix.to(mistake.source(), fix, last))
        .distinct()
        .toList();
  }

  /** The errors of each source, all compiled in one run, each in a package of its own. */
  private static Map<String, List<CompilerMessage>> errors(List<String> sources) {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, List<CompilerMessage>> errors = new LinkedHashMap<>();
    for (String source : sources) {
      errors.put(source, new ArrayList<>());
    }
    List<String> all = List.copyOf(errors.keySet());
    for (int i = 0; i < all.size(); i++) {
      files.put("m" + i + "/Model.java", "package m" + i + ";\n" + IMPORTS + all.get(i));
    }
    Job job = Job.of(new Sources(files)).withOptions("-proc:only", "-Xmaxerrs", "10000");
    for (CompilerMessage error : Compiler.JAVAC.compile(job).errors()) {
      int number = Integer.parseInt(error.file().replaceAll("^m(\\d+)/.*", "$1"));
      errors.get(all.get(number)).add(error);
    }
    return errors;
  }
}
