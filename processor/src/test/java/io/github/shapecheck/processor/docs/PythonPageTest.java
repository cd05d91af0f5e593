package io.github.shapecheck.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.SyntaxError;
import io.github.shapecheck.processor.python.parser.Forward;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  private static final String EVALUATED = "### While it is evaluated";

  @Test
  void refusedIsWhatThePageSays() throws IOException {
    String parsed = page().substring(0, page().indexOf(EVALUATED));
    List<MatchResult> rows = ROW.matcher(parsed).results().toList();
    assertTrue(rows.size() > 15, "rows: " + rows.size());
    for (MatchResult row : rows) {
      Program program = Forward.parse(List.of(row.group(1), "y = 1"), Set.of("x"));
      List<String> messages = program.syntaxErrors().stream().map(SyntaxError::message).toList();
      assertEquals(List.of(row.group(2)), messages, row.group(1));
    }
  }

  @Test
  void refusedWhileItIsEvaluatedIsWhatThePageSays() throws IOException {
    String evaluated = page().substring(page().indexOf(EVALUATED));
    List<MatchResult> rows = ROW.matcher(evaluated).results().toList();
    assertTrue(rows.size() > 12, "rows: " + rows.size());
    for (MatchResult row : rows) {
      String text = row.group(1).replace("\\n", "\n");
      List<String> messages =
          Interpreter.run(model(text)).problems().stream().map(Problem::message).toList();
      assertEquals(List.of(row.group(2)), messages, row.group(1));
    }
  }

  /** A forward pass over x [N, 7, 5] and t [N, T, 5]. */
  private static Model model(String text) {
    List<InputDeclaration> inputs = List.of(input("x", "[7, 5]"), input("t", "[T, 5]"));
    Program program = Forward.parse(List.of(text), Set.of("x", "t"));
    assertEquals(List.of(), program.syntaxErrors());
    return Model.of(
        new ModuleDeclaration(
            "Net",
            "Net",
            inputs,
            List.of(),
            Optional.empty(),
            Optional.of(new ForwardDeclaration(program, Origin.NONE)),
            List.of(),
            Set.of(),
            Origin.NONE));
  }

  private static InputDeclaration input(String name, String shape) {
    return new InputDeclaration(
        name, Shape.parse(shape), 0, DType.FLOAT32, Optional.empty(), Origin.NONE, Origin.NONE);
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
