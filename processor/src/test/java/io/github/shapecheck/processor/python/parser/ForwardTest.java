package io.github.shapecheck.processor.python.parser;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardTest {

  static Program parse(String... text) {
    return Forward.parse(List.of(text), Set.of("x"));
  }

  static List<String> statements(String... text) {
    Program program = parse(text);
    assertEquals(List.of(), program.syntaxErrors());
    return program.statements().stream().map(Printer::print).collect(toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a + b * c | (a + (b * c))",
        "a - b - c | ((a - b) - c)",
        "a ** b ** c | (a ** (b ** c))",
        "-a ** 2 | (-(a ** 2))",
        "2 ** -1 | (2 ** (-1))",
        "-a * b | ((-a) * b)",
        "a @ b * c | ((a @ b) * c)",
        "~a & b | ((~a) & b)",
        "a + b < c - d | ((a + b) < (c - d))",
        "a & b == c | ((a & b) == c)",
        "(a + b) * c | ((a + b) * c)",
        "a.b.c(d).e[f](g) | a.b.c(d).e[f](g)",
        "self.layer1.0.conv1(x) | self.layer1.0.conv1(x)",
        "self.layer1.10.0(x) | self.layer1.10.0(x)",
        "getattr(self.layer1, \"0\").conv1(x) | self.layer1.0.conv1(x)",
        "x[:, 0] | x[:, 0]",
        "x[..., :-1, None, ::2] | x[ellipsis, :(-1), none, ::2]",
        "x[1:2:3, a:] | x[1:2:3, a:]",
        "x[:, [0, 2]] | x[:, [0, 2]]",
        "f() | f()",
        "f(a, *b, c=1, d = (2,)) | f(a, *b, c=1, d=(2,))",
        "x.view(*x.shape[:2], -1,) | x.view(*x.shape[:2], (-1))",
        "() | ()",
        "(a) | a",
        "(a,) | (a,)",
        "[a, [b, ], ()] | [a, [b], ()]",
        "(*a, 1) | (*a, 1)",
        "f(True, False, None) | f(true, false, none)",
        "1_000 + 0x1F + 0b11 + 0o17 | (((1000 + 31) + 3) + 15)",
        "1e-3 + .5 + 2. + 1.5E2 | (((0.001 + 0.5) + 2.0) + 150.0)",
        "f('a' \"b\", 'it\\'s') | f('ab', 'it's')",
        "x.size(0)//2 | (x.size(0) // 2)",
        "f(-1) | f((-1))",
      })
  void expressions(String text, String tree) {
    assertEquals(List.of("y = " + tree), statements("y = " + text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pool | pool",
        "a = b = c | a = b = c",
        "q, k, v = qkv.chunk(3, dim=-1) | (q, k, v) = qkv.chunk(3, dim=(-1))",
        "(a, (b, _)), c = f(x) | ((a, (b, _)), c) = f(x)",
        "[a, b] = x | (a, b) = x",
        "a, *b = x.shape | (a, *b) = x.shape",
        "x += y | x += y",
        "x //= 2 | x //= 2",
        "x[:, 0] = 0 | x[:, 0] = 0",
        "x[:, 0] *= 2 | x[:, 0] *= 2",
        "self.cache = x | self.cache = x",
        "x: Tensor = f(x) | x = f(x)",
        "return | return",
        "return x, y | return (x, y)",
        "return (x, y) | return (x, y)",
        "return x, | return (x,)",
        "h, = x | (h,) = x",
      })
  void statement(String text, String tree) {
    assertEquals(List.of(tree), statements(text));
  }

  @Test
  void bitOperatorsBindAsInPython() {
    assertEquals(
        List.of("y = (a | (b ^ (c & (d << (e + f)))))"), statements("y = a | b ^ c & d << e + f"));
  }

  @Test
  void statementsEndAtLinesAndSemicolons() {
    List<String> expected = List.of("conv1", "x = f(x)", "y = x", "z = g(x, y)", "w = (x + y)");
    assertEquals(
        expected,
        statements(
            "conv1",
            "  x = f(x); y = x;\n# a comment\n\n",
            "\tz = g(x,\r\n y # why\n)\r\nw = x \\\n + y // both"));
  }

  @Test
  void whatHasNoEffectIsLeftOut() {
    String text =
        """
        def forward(self, x: Tensor, mask: Optional[Tensor] = None) -> Dict[str, Tensor]:
            \"""Runs
            the network.\"""
            y: Tensor
            pass
            conv1 = self.conv1(x);  x = None
            del conv1, x
            return y
        """;
    assertEquals(
        List.of("pass", "conv1 = self.conv1(x)", "x = none", "del conv1, x", "return y"),
        statements(text));
    assertEquals(List.of("return x"), statements("def forward(self, x): return x"));
  }

  @Test
  void aDefLineNamesTheParameters() {
    Program program =
        parse(
            "def forward(self, x: Tensor, skip: Optional[Tensor] = None, *, scale=1.0) -> Tensor:",
            "    return x");
    assertEquals(List.of(), program.syntaxErrors());
    assertEquals(
        List.of("x", "skip = none", "scale = 1.0"),
        program.parameters().stream()
            .map(p -> p.name() + (p.fallback() == null ? "" : " = " + Printer.print(p.fallback())))
            .collect(toList()));
    assertEquals(1, parse("def forward(self, x", "y = x").syntaxErrors().size());
    assertEquals(1, parse("def forward(self, x) -> Tensor", "y = x").syntaxErrors().size());
    assertEquals(1, parse("x = conv(x)", "def forward(self, x):").syntaxErrors().size());
  }

  @Test
  void linesAreCountedOverAllStrings() {
    Program program = parse("a = f(x)\n\n", "b = g(a,", "  c.d)", "b");
    assertEquals(List.of("a = f(x)", "", "b = g(a,", "  c.d)", "b"), program.lines());
    Statement.Assign assign = (Statement.Assign) program.statements().get(1);
    assertEquals(new Span(3, 0, 4, 6), assign.span());
    assertEquals("g(a,", program.text(assign.value().span()));
    Expression.Call call = (Expression.Call) assign.value();
    assertEquals(Span.of(4, 2, 5), call.positional().get(1).span());
    assertEquals("c.d", program.text(call.positional().get(1).span()));
  }

  @Test
  void spansOfOperators() {
    Program program = parse("y = f(a) + -(b * c), [d]");
    Expression.TupleDisplay tuple =
        (Expression.TupleDisplay) ((Statement.Assign) program.statements().get(0)).value();
    Expression.Binary sum = (Expression.Binary) tuple.items().get(0);
    assertEquals("f(a) + -(b * c), [d]", program.text(tuple.span()));
    assertEquals("+", program.text(sum.sign()));
    assertEquals("f(a)", program.text(sum.left().span()));
    assertEquals("[d]", program.text(tuple.items().get(1).span()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv1", "_", "x", "Relu_2", "match", "case", "type", "print", "forward", "self", "True",
        "False", "None", "return", "pass", "if", "await", "lambda", "1a", "", " relu", "relu "
      })
  void aNameAloneIsReadAsTheParserDoes(String name) {
    Program alone = parse("relu", name);
    Program parsed = parse("relu", name + " # a layer");
    assertEquals(parsed.statements(), alone.statements());
    assertEquals(parsed.syntaxErrors(), alone.syntaxErrors());
  }
}
