package io.github.shapecheck.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.report.text.ReportText;
import org.junit.jupiter.api.Test;

/** The table in a comment is read by javac and by a browser: neither finds anything in it. */
class JavadocTableTest {
  @Test
  void namesCannotEndTheCommentOrStartMarkup() {
    String text =
        """
        model Net
        input "a*/b" [N, 3]
        step "<b>@x" f(@"a*/b") -> ([N, 12], [N]) with weight [7, 3]
        output @"<b>@x" [N, 12]
        """;
    assertEquals(
        """
        Step           Type     Output          Params
        a&#42;/b       (input)  [N, 3]
        &#60;b>&#64;x  f        ([N, 12], ...)      21

        0 parameters, 0 MACs
        """,
        JavadocTable.of(ReportText.read(text)));
  }
}
