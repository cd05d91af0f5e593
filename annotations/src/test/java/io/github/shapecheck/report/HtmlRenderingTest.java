package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HtmlRenderingTest {
  @Test
  void thePageNeedsNothingElse() {
    String page = Samples.convNet().toHtml();
    assertFalse(page.matches("(?s).*(src|href)=\"(?!#|data:,)[a-z/][^\"]*\".*"), page);
    String script = page.replace("http://www.w3.org/2000/svg", "");
    assertFalse(script.matches("(?s).*(https?:|@import|url\\(\"|\\bimport ).*"), page);
  }

  @Test
  void shapesStandOnce() {
    String data = new PageData(Samples.deep(5000)).text();
    assertEquals(data.indexOf("[\"N\",8,32,48]"), data.lastIndexOf("[\"N\",8,32,48]"));
    assertTrue(data.length() < 1_500_000, "" + data.length());
  }

  @Test
  void scriptsInNamesDoNotEndTheData() {
    assertFalse(new PageData(Samples.hostile()).text().contains("<"));
  }

  @Test
  void textIsEscaped() {
    assertEquals(
        "&lt;a b=&quot;&#39;&quot;&gt;&amp; ", HtmlRendering.escaped("<a b=\"'\">&\u0001"));
  }
}
