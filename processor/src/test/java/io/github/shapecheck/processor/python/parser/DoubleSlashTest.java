package io.github.shapecheck.processor.python.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleSlashTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y = x // 2 | y = (x // 2)",
        "y = x.size(1) // 2 | y = (x.size(1) // 2)",
        "y = x.shape[1] // 2 // x | y = ((x.shape[1] // 2) // x)",
        "y = x.size(2) // self.heads | y = (x.size(2) // self.heads)",
        "y = x.size(2) // (x + 1) | y = (x.size(2) // (x + 1))",
        "y = (x + 1) // 2 # half | y = ((x + 1) // 2)",
        "y = x // 2; z = y // x | y = (x // 2); z = (y // x)",
        "a, b = x // 2, x // 4 | (a, b) = ((x // 2), (x // 4))",
        "y = f(x // 2, a[:x // 2]) | y = f((x // 2), a[:(x // 2)])",
        "y = x.view(f(x) // 2, -1) | y = x.view((f(x) // 2), (-1))",
        "y = int(x) // 3 | y = (int(x) // 3)",
        "y = f(x // 2 - (1 if x else 0)) | y = f(((x // 2) - (1 if x else 0)))",
        "y = x // 2 // half of it | y = (x // 2)",
        "return x // 2 | return (x // 2)",
      })
  void divides(String text, String tree) {
    assertEquals(tree, String.join("; ", ForwardTest.statements(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x = pool(x) // 24x24",
        "x = pool(x)  // halves it",
        "x = pool(x) // 24",
        "x = pool(x) // [N, 10, 12, 12]",
        "x = pool(x) // (N, 10, 12, 12)",
        "x = pool(x) // 20 * 10 * 10",
        "x = pool(x) // don't",
        "x = pool(x) // x, then",
        "x = pool(x) // downsample",
        "x = pool(x) // 3 -> 24",
        "x = pool(x) //",
        "x = pool(x) // in place; really",
        "x = pool(x) //==== 3",
      })
  void beginsAComment(String text) {
    assertEquals(List.of("x = pool(x)"), ForwardTest.statements("// first; x", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pool // 24 | pool",
        "pool(x) // a * b | pool(x)",
        "h = x.size(2) // height | h = x.size(2)",
        "h = x + x // residual | h = (x + x)"
      })
  void oneWordOrABareStatement(String text, String tree) {
    assertEquals(List.of(tree), ForwardTest.statements(text));
  }

  @ParameterizedTest
  @CsvSource({"a", "'a, b'"})
  void commentsInsideBrackets(String items) {
    String text = "x = cat([ // all of them\n" + items + " // the (last one\n], // axis\n 1)";
    assertEquals(List.of("x = cat([" + items + "], 1)"), ForwardTest.statements(text));
  }
}
