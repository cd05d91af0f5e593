package io.github.shapecheck.processor.python.parser;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.SyntaxError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x = f(x | 1:5 | '(' is never closed",
        "x = f(x)) | 1:8 | ')' closes no bracket",
        "x = f(x] | 1:7 | ']' does not close the '('",
        "x = f(a b) | 1:8 | a comma is missing before 'b'",
        "x = | 1:3 | a value is missing at the end of the statement",
        "x = * | 1:5 | a value is missing at the end of the statement",
        "x = *y | 1:4 | * stands before an item of a list",
        "x = a + / b | 1:8 | a value is missing before '/'",
        "x y | 1:2 | 'y' is not expected here",
        "x = y z | 1:6 | 'z' is not expected here",
        "x = 24x24 | 1:4 | '24x24' is not a number",
        "x = 99999999999999999999 | 1:4 | the number is too large",
        "x = 'abc | 1:4 | the string has no closing quote",
        "x = y ? z | 1:6 | '?' does not belong here",
        "x = y. | 1:6 | a name is missing behind the dot",
        "x = {'out': y} | 1:4 | dictionaries and sets are not part of the forward language",
        "x = 2(y) | 1:5 | this value cannot be called",
        "x = (a, b)(c) | 1:10 | a sequence cannot be called",
        "x = y[] | 1:5 | an index is missing",
        "f(x) = y | 1:0 | nothing can be assigned to this",
        "x + 1 += 2 | 1:0 | nothing can be assigned to this",
        "x = f(a=1, b) | 1:11 | a positional argument stands behind a keyword argument",
        "x = f(a=1, a=2) | 1:11 | the argument 'a' is given twice",
        "x = f(**kw) | 1:6 | '**' arguments are not known",
        "x = a < b < c | 1:10 | a chain of comparisons is not part of the forward language",
        "x = a if b else c | 1:6 | 'if' is not part of the forward language",
        "x = a and b | 1:6 | 'and' is not part of the forward language",
        "x = not a | 1:4 | 'not' is not part of the forward language",
        "x = [f(y) for y in ys] | 1:10 | 'for' is not part of the forward language",
        "x = lambda y: y | 1:4 | 'lambda' is not part of the forward language",
        "print(x.shape) | 1:0 | 'print' is not part of the forward language",
        "assert x is None | 1:0 | 'assert' is not part of the forward language",
        "import torch | 1:0 | 'import' is not part of the forward language",
        "x = (y := 2) | 1:7 | a comma is missing before ':='",
      })
  void oneErrorOnItsPlace(String text, String place, String message) {
    Program program = ForwardTest.parse(text, "y = x");
    assertEquals(1, program.syntaxErrors().size(), () -> program.syntaxErrors().toString());
    SyntaxError error = program.syntaxErrors().get(0);
    assertEquals(message, error.message());
    assertEquals(place, error.span().line() + ":" + error.span().start());
    assertEquals(2, program.statements().size());
    assertEquals("y = x", Printer.print(program.statements().get(1)));
  }

  @Test
  void everyStatementReportsItsOwn() {
    Program program =
        ForwardTest.parse("a = f(x", "b = g(a)", "c = b +; d = c", "e = [d,", "  d d", "]", "e e");
    assertEquals(
        List.of(1, 3, 5, 7),
        program.syntaxErrors().stream().map(e -> e.span().line()).collect(toList()));
    assertEquals(
        List.of("broken [a]", "b = g(a)", "broken [c]", "d = c", "broken [e]", "broken []"),
        program.statements().stream().map(Printer::print).collect(toList()));
  }

  @Test
  void aBlockIsOneError() {
    Program program =
        ForwardTest.parse(
            """
            x = conv1(x)
            if self.training:
                y = drop(x)
            elif x:
                y, z = f(x, mode=1)
            else:
                w += 1
            for i, block in enumerate(blocks):
                for k in i:
                    x = block(x)

            return x
            """);
    assertEquals(
        List.of(
            "'if' is not part of the forward language",
            "'for' is not part of the forward language"),
        program.syntaxErrors().stream().map(SyntaxError::message).collect(toList()));
    assertEquals(
        List.of("x = conv1(x)", "broken [y, z, w]", "broken [i, block, k, x]", "return x"),
        program.statements().stream().map(Printer::print).collect(toList()));
  }

  @Test
  void nestingIsBounded() {
    for (String open : List.of("(", "[", "f(", "-", "x ** ", "x[", "a + (")) {
      Program program = ForwardTest.parse("x = " + open.repeat(50_000), "y = x");
      assertEquals(1, program.syntaxErrors().size());
      assertEquals("the expression is nested too deeply", program.syntaxErrors().get(0).message());
      assertEquals("y = x", Printer.print(program.statements().get(1)));
    }
    for (String link : List.of(" + x", ".relu()", "(1)", "[0]", ".t", " < (x)")) {
      Program program = ForwardTest.parse("x = x" + link.repeat(20_000), "y = x");
      assertEquals(1, program.syntaxErrors().size());
    }
    assertTrue(
        ForwardTest.parse("x = " + "f(".repeat(150) + ")".repeat(150)).syntaxErrors().isEmpty());
    assertTrue(ForwardTest.parse("x = x" + " + x".repeat(300)).syntaxErrors().isEmpty());
    assertTrue(
        ForwardTest.parse("x = cat([" + "x, ".repeat(9_000) + "])").syntaxErrors().isEmpty());
  }
}
