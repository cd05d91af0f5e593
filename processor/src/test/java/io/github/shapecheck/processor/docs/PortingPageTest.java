package io.github.shapecheck.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Writes docs/porting.md from the catalogue and the constructors that PyTorch recorded, and holds
 * the committed page against it. {@code -Dgolden=rewrite} rewrites the page.
 */
class PortingPageTest {
  private static final String CONSTRUCTORS_FILE =
      "processor/src/main/resources/io/github/shapecheck/processor/run/record/constructors.txt";
  private static final Map<String, Constructor> CONSTRUCTORS = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    for (String line : Files.readAllLines(root().resolve(CONSTRUCTORS_FILE))) {
      Constructor constructor = Constructor.parse(line);
      CONSTRUCTORS.put(constructor.layer(), constructor);
    }
  }

  @Test
  void thePageNamesEveryArgumentOfEveryLayer() throws IOException {
    StringBuilder page = new StringBuilder(Files.readString(resource("head.md")));
    for (List<Constructor> alike : groups()) {
      page.append('\n').append(PortingSection.of(alike));
    }
    Path file = root().resolve("docs/porting.md");
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(file, page);
    }
    assertEquals(Files.readString(file), page.toString());
  }

  /** What PyTorch has and the catalogue lacks is a layer that cannot be ported. */
  @Test
  void everyLayerHasAnAnnotation() {
    List<String> missing =
        CONSTRUCTORS.keySet().stream()
            .filter(name -> Catalogue.layer(PortingSection.annotation(name)) == null)
            .toList();
    assertEquals(List.of(), missing);
  }

  /**
   * Leaving a member out means what leaving the argument out means; the head of the page says where
   * not.
   */
  @Test
  void defaultsArePyTorchs() {
    List<String> others = new ArrayList<>();
    CONSTRUCTORS.values().forEach(constructor -> others.addAll(constructor.otherDefaults()));
    assertEquals(
        List.of(
            "LazyInstanceNorm1d.affine",
            "LazyInstanceNorm1d.track_running_stats",
            "LazyInstanceNorm2d.affine",
            "LazyInstanceNorm2d.track_running_stats",
            "LazyInstanceNorm3d.affine",
            "LazyInstanceNorm3d.track_running_stats",
            // None stands for False
            "TransformerDecoder.norm",
            "TransformerEncoder.norm",
            "Upsample.recompute_scale_factor"),
        others);
  }

  /** Layers whose arguments become the same members, in the order of the first. */
  private static List<List<Constructor>> groups() {
    Map<String, List<Constructor>> groups = new TreeMap<>();
    Map<String, String> firsts = new TreeMap<>();
    for (Constructor constructor : CONSTRUCTORS.values()) {
      if (Catalogue.layer(PortingSection.annotation(constructor.layer())) != null) {
        String rows = PortingSection.rows(constructor);
        String first = firsts.computeIfAbsent(rows, text -> constructor.layer());
        groups.computeIfAbsent(first, name -> new ArrayList<>()).add(constructor);
      }
    }
    return List.copyOf(groups.values());
  }

  private static Path resource(String name) {
    return root().resolve("processor/src/test/resources/porting").resolve(name);
  }

  private static Path root() {
    return Path.of("").toAbsolutePath().endsWith("processor") ? Path.of("..") : Path.of("");
  }
}
