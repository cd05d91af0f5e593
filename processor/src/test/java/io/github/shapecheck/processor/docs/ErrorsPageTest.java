package io.github.shapecheck.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Writes docs/errors.md from the samples of all problems and holds the committed page against it.
 * {@code -Dgolden=rewrite} rewrites the page.
 */
class ErrorsPageTest {
  private static final String HEAD =
      """
      # What shapecheck says, and what to do

      Every message starts with a stable id in brackets. Each id has a section here: why it is a problem, a small model that has it, the
      message as javac prints it, and how to repair it. Every `fix:` line of a message has been tried: the model with that change
      compiles. The page is written by a test from what the compiler really printed.

      How good are the messages on mistakes that nobody made up? Of 216 that people reported for PyTorch, Keras, Deeplearning4j and Torch
      (BugSamplesTest), 216 are found, 216 are placed on the layer or the line that was wrong, 216 give one message and no other, and 216
      get a fix that compiles.

      A message without a `fix:` line has a reason. What was meant stands nowhere else in the source: `empty-selection`, `input`,
      `where`, `recursion`, `limit`, `ways-differ`; the number is lost: `int-overflow`, `size-overflow`; the mistake is not in the source: `weights`,
      `report`, `internal`, `unchecked`; or a part of the model would have to go, which only its author decides: `unused-value`,
      `adaptive-repeats`, `unpool-places`, `norm-of-one`, `dropout-on-scores`.

      """;

  /** What the ids from each of these on have in common. */
  private static final Map<ProblemId, String> FAMILIES =
      new EnumMap<>(
          Map.of(
              ProblemId.LINEAR_IN, "A layer's numbers do not fit what arrives",
              ProblemId.CONV_GROUPS, "A layer's numbers contradict each other",
              ProblemId.SYNTAX, "A line cannot be run",
              ProblemId.VIEW, "Tensors do not fit each other",
              ProblemId.INPUT, "A declaration",
              ProblemId.BUDGET, "What was promised of the model",
              ProblemId.REPORT, "The report",
              ProblemId.LOSS_SHAPE, "A loss and its labels",
              ProblemId.DROPPED_BORDER, "PyTorch takes it, people regret it"));

  private static final Map<String, ErrorSample> SAMPLES = new TreeMap<>();
  private static final Map<String, List<CompilerMessage>> MESSAGES = new TreeMap<>();

  @BeforeAll
  static void compile() throws IOException {
    SAMPLES.putAll(samples());
    SAMPLES.forEach((id, sample) -> MESSAGES.put(id, sample.messages()));
  }

  @Test
  void everySampleMakesItsProblemAlone() {
    List<String> wrong = new ArrayList<>();
    for (ErrorSample sample : SAMPLES.values()) {
      List<CompilerMessage> messages = MESSAGES.getOrDefault(sample.id(), List.of());
      if (messages.size() != 1 || !messages.get(0).text().startsWith("[" + sample.id() + "] ")) {
        wrong.add(sample.id() + " gives " + messages);
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  @Test
  void thePageShowsWhatTheCompilerPrints() throws IOException {
    StringBuilder page = new StringBuilder(HEAD).append(contents());
    for (ProblemId.Severity severity : ProblemId.Severity.values()) {
      page.append("# ").append(title(severity)).append("\n\n");
      for (ProblemId id : ProblemId.values()) {
        ErrorSample sample = SAMPLES.get(id.id());
        if (id.severity() != severity) {
          continue;
        }
        if (sample != null) {
          page.append(sample.section(MESSAGES.get(id.id()).get(0))).append('\n');
        } else {
          page.append("## [").append(id.id()).append("]\n\n").append(written(id)).append('\n');
        }
      }
    }
    Path file = root().resolve("docs/errors.md");
    String text = page.toString().stripTrailing() + "\n";
    for (ProblemId id : ProblemId.values()) {
      String title = "\n## [" + id.id() + "]\n";
      assertTrue(text.contains(title), id::id);
      String section = text.substring(text.indexOf(title)).split("\n#+ ", 3)[1];
      boolean fixed = section.contains("fix: ");
      assertTrue(fixed != HEAD.contains("`" + id.id() + "`"), () -> "fix or reason: " + id.id());
    }
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(file, text);
    }
    assertEquals(text, Files.readString(file));
  }

  /** A row for each family. */
  private static String contents() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    String family = "";
    for (ProblemId id : ProblemId.values()) {
      family = FAMILIES.getOrDefault(id, family);
      rows.computeIfAbsent(family, title -> new ArrayList<>())
          .add("[%s](#%s)".formatted(id.id(), id.id()));
    }
    StringBuilder table = new StringBuilder("| | |\n| --- | --- |\n");
    rows.forEach(
        (title, ids) -> table.append("| %s | %s |\n".formatted(title, String.join(" ", ids))));
    return table.append('\n').toString();
  }

  /** The section of a problem that no small source makes. */
  private static String written(ProblemId id) throws IOException {
    return Files.readString(
        root().resolve("processor/src/test/resources/errors/" + id.id() + ".md"));
  }

  private static String title(ProblemId.Severity severity) {
    return switch (severity) {
      case ERROR -> "Errors";
      case WARNING -> "Warnings";
      case LINT -> "Lints";
    };
  }

  private static Map<String, ErrorSample> samples() throws IOException {
    Map<String, ErrorSample> samples = new TreeMap<>();
    try (Stream<Path> files = Files.list(root().resolve("processor/src/test/resources/errors"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        ErrorSample sample = ErrorSample.read(file);
        samples.put(sample.id(), sample);
      }
    }
    return samples;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("annotations"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
