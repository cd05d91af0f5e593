package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the page can be read by everybody (axe-core), and how fast it is with many steps. */
class HtmlForEverybodyTest {
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

  private static String violations() throws Exception {
    try (InputStream in = ClassLoader.getSystemResourceAsStream("axe.min.js")) {
      String axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return browser.ask(
          "if (!window.axe) { const tag = document.createElement('script'); tag.textContent = "
              + JsonRendering.quoted(axe)
              + "; document.head.append(tag); }"
              + "const found = await axe.run(document, {resultTypes: ['violations']});"
              + "return found.violations.map(v => v.id + ': '"
              + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' ')).join('\\n')");
    }
  }

  @Test
  void axeFindsNothingInEitherTheme() throws Exception {
    for (String theme : new String[] {"light", "dark"}) {
      for (int width : new int[] {1280, 390}) {
        String page =
            Samples.free().toHtml().replace("<html", "<html data-theme=\"" + theme + "\"");
        browser.open(page, width, 800, "");
        assertEquals("", violations(), theme + " at " + width);
        browser.type("j");
        browser.ask("document.getElementById('colour').value = 'macs';");
        browser.ask("document.getElementById('colour').dispatchEvent(new Event('change'));");
        assertEquals("", violations(), theme + " at " + width + " with the panel");
      }
    }
  }

  @Test
  void theIndexHasACardForEachModel() throws Exception {
    ReportIndex index = new ReportIndex();
    index.add(Samples.free(), "p/Free.html");
    index.add(Samples.convNet(), "com/acme/ConvNet.html");
    index.add(Samples.hostile(), "x\" onclick=\"throw 1");
    for (int width : new int[] {1280, 390}) {
      browser.open(index.toHtml(), width, 800, "");
      assertEquals(
          "3 0 0",
          browser.ask(
              "return document.querySelectorAll('a.model svg').length + ' '"
                  + " + document.querySelectorAll('script, img').length + ' '"
                  + " + Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
      assertEquals("", violations());
      assertEquals("", browser.console());
    }
  }

  @Test
  void fiveThousandStepsAreThereWithinASecondAndPanAtSixtyFrames() throws Exception {
    for (ShapeReport report : new ShapeReport[] {Samples.deep(5000), Samples.chain(5000)}) {
      double paint = Double.MAX_VALUE;
      double frame = Double.MAX_VALUE;
      for (int i = 0; i < 3; i++) {
        browser.open(report, 1280, 800);
        String times =
            browser.ask(
                """
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                const [entry] = performance.getEntriesByName('first-contentful-paint');
                const svg = document.querySelector('svg.picture');
                const times = [];
                for (let i = 0; i < 60; i++) {
                  const start = performance.now();
                  svg.dispatchEvent(new WheelEvent('wheel', {deltaY: 40, cancelable: true}));
                  svg.getBoundingClientRect();
                  times.push(performance.now() - start);
                }
                times.sort((a, b) => a - b);
                return (entry ? entry.startTime : performance.now()) + ' ' + times[50];
                """);
        paint = Math.min(paint, Double.parseDouble(times.split(" ")[0]));
        frame = Math.min(frame, Double.parseDouble(times.split(" ")[1]));
      }
      assertTrue(paint < 1000, report.model() + ": first paint after " + paint + " ms");
      assertTrue(frame < 16, report.model() + ": a frame takes " + frame + " ms");
    }
  }
}
