package io.github.shapecheck.processor.python.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.SyntaxError;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleSourceTest {

  /** Python text, and what Python's own parser makes of it. */
  record Sample(String text, String trees) {
    @Override
    public String toString() {
      return text;
    }

    static Sample of(String part) {
      return new Sample(lines(part, "|"), lines(part, "="));
    }

    private static String lines(String part, String mark) {
      return part.lines()
          .filter(line -> line.startsWith(mark))
          .map(line -> line.length() == 1 ? "" : line.substring(2))
          .collect(joining("\n"));
    }
  }

  static List<Sample> samples() throws IOException {
    try (InputStream in = ModuleSourceTest.class.getResourceAsStream("/python/trees.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return Stream.of(all.split("\n\n")).skip(1).map(Sample::of).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsAsPythonDoes(Sample sample) {
    Program program = ModuleSource.parse(sample.text());
    assertEquals(List.of(), program.syntaxErrors());
    assertEquals(
        sample.trees(), program.statements().stream().map(TreeDump::of).collect(joining("\n")));
  }

  /** Forward text is Python, apart from what it leaves out. */
  @Test
  void forwardTextReadsLikewise() throws IOException {
    int compared = 0;
    for (Sample sample : samples()) {
      Program program = Forward.parse(List.of(sample.text()), Set.of("b", "c", "d"));
      boolean other =
          !program.syntaxErrors().isEmpty()
              || !program.parameters().isEmpty()
              || !program.methods().isEmpty()
              || sample.text().matches("(?s).*(//|: int|: List|: Tuple|: str|def |class ).*");
      if (!other) {
        String trees = program.statements().stream().map(TreeDump::of).collect(joining("\n"));
        assertEquals(sample.trees(), trees);
        compared++;
      }
    }
    assertTrue(compared > 200, "compared " + compared);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x = 1\\n  y = 2\\nz = 3 | 2:2 the line is indented like no block around it",
        "if x:\\n    y\\n  z\\nw | 3:2 the line is indented like no block around it",
        "def f(x):\\ny = 1 | 1:0 'def' has no block",
        "class A\\n"
            + "    y = 1 | 1:7 the colon of this 'class' is missing at the end of the statement",
        "print 'x' | 1:6 a string is not expected here",
        "x = y // z // | 1:13 a value is missing at the end of the statement",
        "match x:\\n    case 1 y: z | 2:11 the colon of this 'case' is missing before 'y'",
        "match x:\\n    case 1: y\\n    z | 3:4 a 'case' is missing before 'z'",
        "except: x | 1:0 'except' stands behind no 'try'",
        "async x | 1:6 a def or a class is missing before 'x'",
        "x = '''a\\nb | 1:4 the string has no closing quote",
        "x = f'''{a\\nb | 1:4 the string has no closing quote",
        "x = $y | 1:4 '$' does not belong here",
        "from . import | 1:13 a name is missing at the end of the statement",
      })
  void errorsStandOnTheirPlace(String text, String error) {
    Program program = ModuleSource.parse(text.replace("\\n", "\n"));
    assertEquals(
        List.of(error),
        program.syntaxErrors().stream()
            .map(e -> e.span().line() + ":" + e.span().start() + " " + e.message())
            .toList());
  }

  @Test
  void blocksNestAsDeepAsInPython() {
    assertEquals(0, ModuleSource.parse(nested(99)).syntaxErrors().size());
    SyntaxError error = ModuleSource.parse(nested(1_000)).syntaxErrors().get(0);
    assertEquals("the blocks are nested too deeply", error.message());
    assertEquals(101, error.span().line());
    String elifs = "if x: y\n" + "elif x: y\n".repeat(20_000);
    assertEquals(0, ModuleSource.parse(elifs).syntaxErrors().size());
  }

  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(" ".repeat(i)).append("if x:\n");
    }
    return text.append(" ".repeat(depth)).append("pass\n").toString();
  }

  @Test
  void aFileOf5000LinesTakesNoTime() {
    String block =
        """
        class Block(nn.Module):
            def __init__(self, dim, heads=8, *, drop: float = 0.1, **kwargs):
                super().__init__()
                self.norm = nn.LayerNorm(dim, eps=1e-6)
                self.attn = Attention(dim, heads=heads, drop=drop, **kwargs)
                self.mlp = nn.Sequential(nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim))

            def forward(self, x, mask=None):
                if mask is not None and self.training:
                    x = x.masked_fill(mask[:, None, None] == 0, float("-inf"))
                x = x + self.attn(self.norm(x))[..., ::2].view(x.size(0), -1)
                return x + self.mlp(x), f"{x.shape!r:>10}"  # residual
        """;
    String text = block.repeat(400);
    for (int i = 0; i < 5; i++) {
      ModuleSource.parse(text);
    }
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Program program = ModuleSource.parse(text);
    long millis =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1_000_000;
    assertEquals(List.of(), program.syntaxErrors());
    assertTrue(millis < 100, millis + " ms");
  }

  @Test
  void whatIsFarLongerThanAnyNetworkIsNotRead() {
    Program program = ModuleSource.parse("[".repeat(10 << 20));
    assertEquals(
        List.of("the file has over 1,000,000 characters and is not read"),
        program.syntaxErrors().stream().map(SyntaxError::told).toList());
    assertEquals(List.of(), ModuleSource.parse("x = 1\n".repeat(100_000)).syntaxErrors());
  }

  @Test
  void whateverTheTextTheAnswerIsAProgram() throws IOException {
    List<Sample> samples = samples();
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(3); j >= 0; j--) {
        text.append(samples.get(random.nextInt(samples.size())).text()).append('\n');
      }
      for (int j = random.nextInt(4); j > 0 && text.length() > 0; j--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(3));
        String other = samples.get(random.nextInt(samples.size())).text();
        int from = random.nextInt(other.length());
        text.replace(
            at, end, other.substring(from, Math.min(other.length(), from + random.nextInt(4))));
      }
      Program program = ModuleSource.parse(text.toString());
      for (Statement statement : program.statements()) {
        TreeDump.of(statement);
        program.text(statement.span());
      }
      program.syntaxErrors().forEach(error -> program.text(error.span()));
    }
  }
}
