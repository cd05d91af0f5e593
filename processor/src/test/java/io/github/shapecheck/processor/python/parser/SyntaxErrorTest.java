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
        "x = 'abc | 1:4 | the string has no closing quote",
        "x = y ? z | 1:6 | '?' does not belong here",
        "x = y. | 1:6 | a name is missing behind the dot",
        "x = 2(y) | 1:5 | this value cannot be called",
        "x = (a, b)(c) | 1:10 | a sequence cannot be called",
        "x = y[] | 1:5 | an index is missing",
        "f(x) = y | 1:0 | nothing can be assigned to this",
        "x + 1 += 2 | 1:0 | nothing can be assigned to this",
        "x = f(a=1, b) | 1:11 | a positional argument stands behind a keyword argument",
        "x = f(a=1, a=2) | 1:11 | the argument 'a' is given twice",
        "x := 2 | 1:2 | ':=' is not expected here",
        "x = y if z | 1:10 | the 'else' of this 'if' is missing at the end of the statement",
        "x = [y for y] | 1:12 | the 'in' of this 'for' is missing before ']'",
        "x = lambda y y | 1:13 | the colon of this lambda is missing before 'y'",
        "x = {y, z: 1} | 1:8 | keys with and without a value stand in the same braces",
        "x = f(y=1, **z, w) | 1:16 | a positional argument stands behind a keyword argument",
        "x = f(for) | 1:6 | a value is missing before 'for'",
        "x = f'{y' | 1:4 | the string has no closing quote",
        "x = f'{y!z}' | 1:9 | a conversion is !s, !r or !a",
        "x = f'y}' | 1:7 | '}' closes no brace",
        "x = f'{}' | 1:7 | a value is missing before '}'",
        "x = b'y' 'z' | 1:9 | bytes and text cannot be joined",
        "x = 012 | 1:4 | '012' is not a number",
        "x = 1__2 | 1:4 | '1__2' is not a number",
        "del f(x) | 1:4 | nothing can be assigned to this",
        "if x | 1:4 | the colon of this 'if' is missing at the end of the statement",
        "if x: | 1:0 | 'if' has no block",
        "for y x: | 1:6 | the 'in' of this 'for' is missing before 'x'",
        "else: | 1:0 | 'else' stands behind no 'if', 'for', 'while' or 'try'",
        "elif x: | 1:0 | 'elif' stands behind no 'if'",
        "try: pass | 1:0 | 'try' has neither 'except' nor 'finally'",
        "class A(nn.Module): pass | 1:0 | a class of layers is not part of the forward language",
        "from x | 1:6 | the 'import' of this 'from' is missing at the end of the statement",
        "import | 1:6 | the module's name is missing at the end of the statement",
        "def f(self, self): pass | 1:12 | the parameter 'self' stands here twice",
        "@x y | 1:3 | 'y' is not expected here",
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
  void aBrokenHeadTakesItsBlockAlong() {
    Program program =
        ForwardTest.parse(
            """
            x = conv1(x)
            if x y:
                y = drop(x)
            elif x:
                y, z = f(x, mode=1)
            else:
                w += 1
            for i, block in:
                for k in i:
                    x = block(x)

            return x
            """);
    assertEquals(
        List.of("the colon of this 'if' is missing before 'y'", "a value is missing before ':'"),
        program.syntaxErrors().stream().map(SyntaxError::message).collect(toList()));
    assertEquals(
        List.of("x = conv1(x)", "broken [y, z, w]", "broken [i, block, k, x]", "return x"),
        program.statements().stream().map(Printer::print).collect(toList()));
  }

  @Test
  void aBrokenStatementLeavesItsBlock() {
    Program program =
        ForwardTest.parse(
            """
            if x:
                y = drop(x
                z = x
            else:
                y = = x
                  w = y
                z = y
            return y
            """);
    assertEquals(
        List.of("2:12 '(' is never closed", "5:8 a value is missing before '='"),
        program.syntaxErrors().stream()
            .map(e -> e.span().line() + ":" + e.span().start() + " " + e.message())
            .collect(toList()));
    assertEquals(
        List.of("if x {broken [y]; z = x} else {broken [y]; w = y; z = y}", "return y"),
        program.statements().stream().map(Printer::print).collect(toList()));
  }

  @Test
  void indentationIsThatOfABlock() {
    Program program = ForwardTest.parse("if x:", "    y = x", "      z = x", "    w = x");
    assertEquals(
        List.of("the line is indented like no block around it"),
        program.syntaxErrors().stream().map(SyntaxError::message).collect(toList()));
    assertEquals("if x {y = x; z = x; w = x}", Printer.print(program.statements().get(0)));
  }

  @Test
  void nestingIsBounded() {
    for (String open :
        List.of(
            "(",
            "[",
            "f(",
            "-",
            "x ** ",
            "x[",
            "a + (",
            "{",
            "{1: ",
            "x if x else ",
            "lambda: ",
            "not (",
            "[x for x in ",
            "yield ",
            "await x[")) {
      Program program = ForwardTest.parse("x = " + open.repeat(50_000), "y = x");
      assertEquals(1, program.syntaxErrors().size());
      assertEquals("the expression is nested too deeply", program.syntaxErrors().get(0).message());
      assertEquals("y = x", Printer.print(program.statements().get(1)));
    }
    String formats = "x = f'" + "{x:".repeat(1_000) + "}".repeat(1_000) + "'";
    assertEquals(
        "the expression is nested too deeply",
        ForwardTest.parse(formats).syntaxErrors().get(0).message());
    for (String link : List.of(" + x", ".relu()", "(1)", "[0]", ".t")) {
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
