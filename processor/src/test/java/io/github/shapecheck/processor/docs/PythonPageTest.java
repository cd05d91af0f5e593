package io.github.shapecheck.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.SyntaxError;
import io.github.shapecheck.processor.python.parser.Forward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds what docs/python.md says is refused, and its example, against the parser. */
class PythonPageTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(.+?)` \\| `(.+?)` \\|", Pattern.MULTILINE);
  private static final Pattern EXAMPLE =
      Pattern.compile("@Forward\\(\"\"\"\n(.*?)\n    \"\"\"\\)", Pattern.DOTALL);

  @Test
  void refusedIsWhatThePageSays() throws IOException {
    List<MatchResult> rows = ROW.matcher(page()).results().toList();
    assertTrue(rows.size() > 15, "rows: " + rows.size());
    for (MatchResult row : rows) {
      Program program = Forward.parse(List.of(row.group(1), "y = 1"), Set.of("x"));
      List<String> messages = program.syntaxErrors().stream().map(SyntaxError::message).toList();
      assertEquals(List.of(row.group(2)), messages, row.group(1));
    }
  }

  @Test
  void theExampleIsRead() throws IOException {
    MatchResult example = EXAMPLE.matcher(page()).results().findFirst().orElseThrow();
    Program program = Forward.parse(List.of(example.group(1)), Set.of("x"));
    assertEquals(List.of(), program.syntaxErrors());
    assertEquals(1, program.methods().size());
    assertEquals(5, program.statements().size());
  }

  private static String page() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("docs/python.md"))) {
      here = here.getParent();
    }
    return Files.readString(here.resolve("docs/python.md"));
  }
}
