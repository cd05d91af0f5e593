package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.djl.operation.Operations;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/djl.md lists what runs and what does not: {@code -Dgolden=rewrite} writes the list anew. */
class PageTest {
  private static final Path PAGE = Path.of("../docs/djl.md");
  private static final String BEGIN = "<!-- list -->\n";
  private static final int WIDTH = 130;

  @Test
  void theListIsTheTables() throws IOException {
    String page = Files.readString(PAGE);
    String made = page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + list();
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, made);
    }
    assertEquals(made, Files.readString(PAGE));
  }

  @Test
  void mostLayersRun() {
    List<String> layers = Catalogue.layers();
    long running = layers.stream().filter(l -> Operations.of(l).isPresent()).count();
    assertTrue(running >= 0.8 * layers.size(), running + " of " + layers.size());
  }

  private static String list() {
    TreeSet<String> functions = new TreeSet<>();
    for (String name : Catalogue.functions()) {
      functions.add(name.substring(name.lastIndexOf('.') + 1));
    }
    return section("Layers that run", Catalogue.layers(), true)
        + section("Layers that do not", Catalogue.layers(), false)
        + section("Functions and methods that run", functions, true)
        + section("Functions and methods that do not", functions, false);
  }

  private static String section(String title, Iterable<String> names, boolean runs) {
    List<String> lines = new ArrayList<>(List.of(""));
    int count = 0;
    for (String name : names) {
      if (Operations.of(name).isPresent() == runs) {
        String line = lines.get(lines.size() - 1);
        if (line.length() + name.length() > WIDTH) {
          lines.add(name);
        } else {
          lines.set(lines.size() - 1, line.isEmpty() ? name : line + " " + name);
        }
        count++;
      }
    }
    return "\n### " + title + " (" + count + ")\n\n" + String.join("\n", lines) + "\n";
  }
}
