package io.github.shapecheck.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Outside the operations' room nobody asks what an operation or a number of it is by its name, nor
 * a message what is wrong: names and texts drift, kinds, roles and facts do not.
 */
class OperationNamesTest {
  private static final Path MAIN = Path.of("src/main/java/io/github/shapecheck/processor");
  private static final List<String> JUDGING =
      List.of("describe", "diagnose", "tell", "write", "run/trace", "run/promise");
  private static final Pattern COMPARED =
      Pattern.compile(
          "\\b(?:op\\(\\)|type\\(\\)|function\\(\\)\\.name\\(\\))\\s*"
              + "\\.(?:(?:equals|matches|contains|startsWith|endsWith)\\(\"|toLowerCase|charAt)"
              + "|(?:contains|matcher|switch) ?\\([\\w.()]*\\.(?:op|type)\\(\\)\\)"
              + "|new TunableMember\\([^)]*\"|new Edit\\.AddLayer\\([^;]*\"[A-Z]"
              + "|(?<!error)(?<!wrong)\\.message\\(\\)\\s*\\.(?!length|isEmpty|split)\\w+"
              + "|\\w+\\([\\w.]*problem(?:\\(\\))?\\.message\\(\\)\\)");

  @Test
  void namesOfOperationsAreNotCompared() throws IOException {
    assertEquals("", found(COMPARED));
  }

  @Test
  void layersAreNotNamed() throws IOException {
    String names = String.join("|", Catalogue.layers());
    assertEquals("", found(Pattern.compile("\"(?:nn\\.|Lazy)?(?:" + names + ")\"")));
  }

  /** Nor is the name in a call of the user's text compared where what a run did is judged. */
  @Test
  void functionsAreNotRecognisedByName() throws IOException {
    String names =
        Catalogue.functions().stream()
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(Collectors.joining("|"));
    Pattern recognised =
        Pattern.compile(
            "(?:equals\\(|contains\\(|startsWith\\(|endsWith\\(|case )\"(?:%s)_?\""
                .formatted(names));
    assertTrue(recognised.matcher("method.name().equals(\"flatten\")").find());
    assertEquals(
        "",
        found(recognised)
            .lines()
            .filter(line -> JUDGING.stream().anyMatch(line::startsWith))
            .collect(Collectors.joining("\n")));
  }

  private static String found(Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    try (Stream<Path> sources = Files.walk(MAIN)) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!source.startsWith(MAIN.resolve("operation"))) {
          files++;
          Matcher matcher = pattern.matcher(Files.readString(source));
          while (matcher.find()) {
            found.add(MAIN.relativize(source) + ": " + matcher.group());
          }
        }
      }
    }
    assertTrue(files > 100, "the sources are not where they are looked for");
    return String.join("\n", found);
  }

  @Test
  void whatIsLookedForWouldBeFound() {
    for (String code :
        List.of(
            "step.op().equals(\"cat\")",
            "VIEWS.contains(node.op())",
            "layer.type().endsWith(\"Loss\")",
            "switch (step.op())",
            "READING.matcher(node.op())",
            "named.function().name().equals(\"flatten\")",
            "new TunableMember(spot, \"in\", -1)",
            "new Edit.AddLayer(layer, \"Flatten\", Map.of())",
            "problem.message().contains(\"expects\")",
            "NUMBER.matcher(problem.message())")) {
      assertTrue(COMPARED.matcher(code).find(), code);
    }
  }
}
