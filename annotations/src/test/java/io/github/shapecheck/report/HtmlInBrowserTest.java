package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlInBrowserTest {
  private static final String LISTEN =
      "<script>window.faults = []; addEventListener('error', e =>"
          + " faults.push(e.message));</script>";

  @TempDir Path folder;
  private Chromium browser;

  @BeforeEach
  void browser() {
    browser = new Chromium(folder);
  }

  /** Runs {@code script} after the page's own; what it returns is on the document afterwards. */
  private String ask(ShapeReport report, String script) throws Exception {
    String page =
        report
            .toHtml()
            .replace("<head>", "<head>" + LISTEN)
            .replace(
                "</body>",
                "<script>document.documentElement.dataset.faults = faults.join();"
                    + "document.documentElement.dataset.answer = String((() => {"
                    + script
                    + "})());</script></body>");
    Chromium.Result result = browser.load(page);
    assertEquals(List.of(), result.console());
    assertTrue(result.document().contains("data-faults=\"\""), "a script failed");
    return result.document().replaceFirst("(?s).*?data-answer=\"([^\"]*)\".*", "$1");
  }

  @Test
  void aClickOnAFeatureMapShowsItsDerivation() throws Exception {
    String shown =
        ask(
            Samples.convNet(),
            """
            document.querySelector('.node[data-step="3"]').dispatchEvent(new MouseEvent('click'));
            const open = [...document.querySelectorAll('.detail')].filter(e => !e.hidden);
            return open.map(e => e.querySelector('h2').textContent + ': '
                + e.querySelector('.derivation').textContent);
            """);
    assertEquals("conv2 Conv2d: floor((12 + 2*0 - 1*(3-1) - 1) / 1) + 1 = 10", shown);
  }

  @Test
  void submodulesFold() throws Exception {
    String visible =
        ask(
            Samples.free(),
            """
            const rows = () => [...document.querySelectorAll('tr.step')].filter(r => !r.hidden).length;
            const before = rows();
            document.querySelector('.fold').click();
            const folded = rows();
            document.querySelector('.fold').click();
            return before + ' ' + folded + ' ' + rows();
            """);
    assertEquals("4 2 4", visible);
  }

  @Test
  void levelsOfThePictureAndFilterAndTheme() throws Exception {
    String answer =
        ask(
            Samples.free(),
            """
            document.querySelector('.levels button[data-level="0"]').click();
            const nodes = document.querySelectorAll('.level:not([hidden]) .node').length;
            const filter = document.getElementById('filter');
            filter.value = 'batchnorm';
            filter.dispatchEvent(new Event('input'));
            const rows = [...document.querySelectorAll('tr.step')].filter(r => !r.hidden).length;
            document.getElementById('theme').click();
            return nodes + ' ' + rows + ' ' + document.documentElement.dataset.theme;
            """);
    assertEquals("5 1 dark", answer);
  }

  @Test
  void namesOfTheUserStayText() throws Exception {
    String found =
        ask(Samples.hostile(), "return document.querySelectorAll('script, img, b, i').length;");
    assertEquals("3", found, "the page's script and the two of the test");
  }

  @Test
  void fiveHundredStepsAreShown() throws Exception {
    String answer =
        ask(
            Samples.deep(500),
            "return document.querySelectorAll('tr.step').length + ' '"
                + " + document.querySelectorAll('.level:not([hidden]) .node').length;");
    assertEquals("500 51", answer);
  }
}
