package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.djl.operation.Operations;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.report.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/djl.md lists what runs and what does not: {@code -Dgolden=rewrite} writes the list anew. */
class PageTest {
  private static final Path PAGE = Path.of("../docs/djl.md");
  private static final String BEGIN = "<!-- list -->\n";
  private static final int WIDTH = 130;
  private static final Set<String> ANSWERED =
      Set.of(
          "_assert",
          "allclose",
          "data_ptr",
          "dim",
          "element_size",
          "equal",
          "get_device",
          "is_complex",
          "is_contiguous",
          "is_floating_point",
          "is_nonzero",
          "is_same_size",
          "is_tensor",
          "item",
          "ndimension",
          "nelement",
          "numel",
          "size",
          "storage_offset",
          "stride",
          "tolist");

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
  void mostRun() {
    assertMostRun(Catalogue.layers(), 0.95);
    assertMostRun(functions(), 0.9);
  }

  private static void assertMostRun(Collection<String> names, double share) {
    long running = names.stream().filter(PageTest::runs).count();
    assertTrue(running >= share * names.size(), running + " of " + names.size());
  }

  /** What asks for sizes, types or places is answered by the report: no step is left of it. */
  @Test
  void someNeedNoStep() {
    Map<String, String> sources = new TreeMap<>();
    for (String name : ANSWERED) {
      String call =
          switch (name) {
            case "_assert" -> "torch._assert(x.dim() == 2, '')";
            case "is_tensor" -> "torch.is_tensor(x)";
            case "is_same_size", "equal", "allclose" -> "torch." + name + "(x, x)";
            default -> "x." + name + "()";
          };
      sources.put(
          "Asks" + name,
          "import io.github.shapecheck.*;\n@Input({3}) @SuppressWarnings(\"shapecheck\")\n"
              + "@Forward({\""
              + call
              + "\", \"return x + 1\"}) class Asks"
              + name
              + " {}");
    }
    Networks.reports(sources)
        .forEach(
            (name, report) ->
                assertEquals(List.of("add"), report.steps().stream().map(Step::op).toList(), name));
  }

  private static boolean runs(String name) {
    return Operations.of(name).isPresent() || ANSWERED.contains(name);
  }

  private static TreeSet<String> functions() {
    TreeSet<String> functions = new TreeSet<>();
    for (String name : Catalogue.functions()) {
      functions.add(name.substring(name.lastIndexOf('.') + 1));
    }
    return functions;
  }

  private static String list() {
    return section("Layers that run", Catalogue.layers(), true)
        + section("Layers that do not", Catalogue.layers(), false)
        + section("Functions and methods that run", functions(), true)
        + section("Functions and methods that do not", functions(), false);
  }

  private static String section(String title, Iterable<String> names, boolean runs) {
    List<String> lines = new ArrayList<>(List.of(""));
    int count = 0;
    for (String name : names) {
      if (runs(name) == runs) {
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
