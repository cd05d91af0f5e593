package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's answers for sizes that are typed, against those of {@link ShapeReport#at}. */
class HtmlSizesTest {
  private static final String TYPE =
      """
      const type = (sizes) => {
        for (const field of document.querySelectorAll('#sizes input')) {
          field.value = sizes[field.dataset.size] || '';
        }
        document.querySelector('#sizes input').dispatchEvent(new Event('input', {bubbles: true}));
      };
      """;
  private static final String ANSWER =
      """
      const why = document.getElementById('refusal').textContent;
      const shapes = [...document.querySelectorAll('tr.step')].map(row =>
          row.querySelector('td.s').textContent + ' ' + (row.querySelector('td.macs').title
          .replace(/,(?=\\d)/g, '').match(/^\\d+/) || ['?'])[0] + ' '
          + (row.querySelector('td.memory').title.replace(/,(?=\\d)/g, '').match(/^\\d+/) || ['?'])[0]);
      return why === '' ? shapes.join('\\n') : why;
      """;

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = new Browser(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  private static String page(Map<String, Long> sizes) throws Exception {
    String typed =
        sizes.entrySet().stream()
            .map(e -> "'" + e.getKey() + "': '" + e.getValue() + "'")
            .collect(Collectors.joining(", ", "type({", "});"));
    return browser.ask(TYPE + typed + ANSWER);
  }

  private static String java(ShapeReport report, Map<String, Long> sizes) {
    try {
      return report.at(new TreeMap<>(sizes)).steps().stream()
          .map(
              s ->
                  s.outputs().stream().map(Object::toString).collect(Collectors.joining(", "))
                      + " "
                      + s.macs()
                      + " "
                      + s.activationBytes())
          .collect(Collectors.joining("\n"));
    } catch (IllegalArgumentException refused) {
      return refused.getMessage().replaceFirst("(?s)^.*?: ", "");
    }
  }

  @Test
  void randomSizesGiveWhatTheReportGives() throws Exception {
    Random random = new Random(20261127);
    for (ShapeReport report : List.of(Samples.free(), Samples.formulas(), Samples.conditional())) {
      browser.open(report, 1280, 800);
      for (int i = 0; i < 60; i++) {
        long step = random.nextInt(4) == 0 ? 1 : 32;
        Map<String, Long> sizes =
            Map.of(
                "N", 1L + random.nextInt(9),
                "H", step * (1 + random.nextInt(40)),
                "W", step * (1 + random.nextInt(40)));
        assertEquals(java(report, sizes), page(sizes), report.model() + " " + sizes);
      }
      assertEquals("", browser.console());
    }
  }

  @Test
  void whatChangesIsMarkedAndWhatIsRefusedChangesNothing() throws Exception {
    browser.open(Samples.free(), 1280, 800);
    page(Map.of("H", 64L));
    assertEquals("4", browser.ask("return document.querySelectorAll('tr.step .changed').length"));
    String shapes = "return document.querySelector('tr.step td.s').textContent";
    assertEquals("[N, 8, 32, floor((W - 1)/2) + 1]", browser.ask(shapes));
    assertEquals("axis 2 of input x is 63; it may be 32../32", page(Map.of("H", 63L)));
    assertEquals("[N, 8, 32, floor((W - 1)/2) + 1]", browser.ask(shapes));
    assertEquals("true", browser.ask("return document.querySelector('[data-size=H]').ariaInvalid"));
    page(Map.of());
    assertEquals("[N, 8, floor((H - 1)/2) + 1, floor((W - 1)/2) + 1]", browser.ask(shapes));
  }
}
