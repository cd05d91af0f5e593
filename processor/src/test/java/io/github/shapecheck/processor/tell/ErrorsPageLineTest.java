package io.github.shapecheck.processor.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.problem.ProblemId;
import org.junit.jupiter.api.Test;

/** A message ends with the address of its section where the build names the page. */
class ErrorsPageLineTest {
  @Test
  void anAddress() {
    ErrorsPage page = new ErrorsPage("https://example.org/errors.html");
    assertEquals(
        "\n  see https://example.org/errors.html#linear-in", page.line(ProblemId.LINEAR_IN));
  }

  @Test
  void noAddress() {
    assertEquals("", new ErrorsPage("").line(ProblemId.LINEAR_IN));
  }

  @Test
  void thisBuildNamesNone() {
    assertEquals(new ErrorsPage(System.getProperty("shapecheck.errors", "")), ErrorsPage.ofBuild());
  }
}
