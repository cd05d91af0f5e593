package io.github.shapecheck.processor.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One test for each row of the rules' tables, named after the constraint; no constraint is without
 * a row.
 */
class RulesTest {
  private static final Path ROOT = root();
  private static final Pattern NUMBER = Pattern.compile("\\b[a-z]+(?:-[a-z]+)*-[0-9]+\\b");

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("docs/layers.md"))) {
      here = here.getParent();
    }
    return here;
  }

  private static List<RuleRow> rows() {
    return files(ROOT.resolve("processor/src/test/resources/rules")).stream()
        .flatMap(file -> text(file).lines())
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(RuleRow::of)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyRow() {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.toString(), () -> assertEquals(row.expected(), row.actual())));
  }

  @Test
  void everyConstraintHasARowAndAPlaceInTheCode() {
    Set<String> documented =
        text(ROOT.resolve("docs/layers.md"))
            .lines()
            .filter(line -> line.startsWith("* **"))
            .map(line -> line.substring(4, line.indexOf("**", 4)))
            .filter(id -> !id.startsWith("number-")) // definitions of the report, tested there
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> tested =
        rows().stream().map(RuleRow::rule).collect(Collectors.toCollection(TreeSet::new));
    Set<String> cited = new TreeSet<>();
    Path code = ROOT.resolve("processor/src/main");
    for (Path file : files(code)) {
      NUMBER.matcher(text(file)).results().forEach(match -> cited.add(match.group()));
    }
    assertTrue(
        documented.containsAll(tested),
        () -> "rows without a constraint: " + minus(tested, documented));
    assertTrue(
        tested.containsAll(documented),
        () -> "constraints without a row: " + minus(documented, tested));
    assertTrue(
        cited.containsAll(documented), () -> "constraints not cited: " + minus(documented, cited));
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
