package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HtmlRenderingTest {
  @Test
  void thePageNeedsNothingElse() {
    String page = Samples.convNet().toHtml();
    assertFalse(page.matches("(?s).*(src|href)=\"(?!#|data:,)[^\"]*\".*"), page);
    assertFalse(page.contains("http") || page.contains("@import") || page.contains("url(\""), page);
  }

  @Test
  void everyEdgeHasItsShape() {
    String page = Samples.convNet().toHtml();
    for (Step step : Samples.convNet().steps().subList(0, 6)) {
      assertTrue(page.contains(">" + step.output() + "</text>"), step.name());
    }
  }

  @Test
  void featureMapsAreDrawnToScale() {
    String page = Samples.convNet().toHtml();
    assertTrue(page.contains("width=\"64\" height=\"64\"/>"), "28 x 28");
    assertTrue(page.contains("width=\"54.9\" height=\"54.9\"/>"), "24 x 24");
    assertTrue(page.contains("width=\"27.4\" height=\"27.4\"/>"), "12 x 12");
  }

  @Test
  void fiveThousandStepsMakeAPageOfAFewMegabytes() {
    assertTrue(Samples.deep(5000).toHtml().length() < 12_000_000);
  }

  @Test
  void coordinatesHaveOneDigitAtMost() {
    assertEquals("0", Html.px(-0.04));
    assertEquals("-0.5", Html.px(-0.5));
    assertEquals("12.3", Html.px(12.34));
    assertEquals("12", Html.px(11.96));
  }

  @Test
  void textIsEscaped() {
    assertEquals("&lt;a b=&quot;&#39;&quot;&gt;&amp; ", Html.escaped("<a b=\"'\">&\u0001"));
  }
}
