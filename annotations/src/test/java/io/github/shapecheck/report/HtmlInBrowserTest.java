package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlInBrowserTest {
  private static final String ESCAPE = "\ue00c";
  private static final String ENTER = "\ue007";
  private static final String TITLE = "document.querySelector('#panel h2').textContent";
  private static final String NODES = "document.querySelectorAll('.layer .node').length";

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

  @AfterEach
  void nothingIsOnTheConsole() throws Exception {
    assertEquals("", browser.console());
  }

  private static void open(ShapeReport report) throws Exception {
    browser.open(report, 1280, 800);
  }

  @Test
  void aClickOnANodeOpensItsPanelAndEscapeClosesIt() throws Exception {
    open(Samples.convNet());
    assertEquals("true", browser.ask("return document.getElementById('panel').hidden"));
    browser.click(".node[data-step='3'] .name");
    assertEquals("conv2 Conv2d", browser.ask("return " + TITLE));
    assertEquals(
        "floor((12 + 2*0 - 1*(3-1) - 1) / 1) + 1 = 10",
        browser.ask("return document.querySelector('#panel .derivation').textContent"));
    assertEquals("#s3", browser.ask("return location.hash"));
    browser.type(ESCAPE);
    assertEquals(
        "true ",
        browser.ask("return document.getElementById('panel').hidden + ' ' + location.hash"));
  }

  @Test
  void aLinkOpensItsStep() throws Exception {
    browser.open(Samples.convNet().toHtml(), 1280, 800, "#s5");
    assertEquals("fc1 Linear", browser.ask("return " + TITLE));
  }

  @Test
  void keysWalkThroughTheSteps() throws Exception {
    open(Samples.convNet());
    browser.type("jjjk");
    assertEquals("relu relu", browser.ask("return " + TITLE));
    browser.type("/fc" + ENTER);
    assertEquals("fc1 Linear", browser.ask("return " + TITLE));
    browser.type(ENTER);
    assertEquals("fc2 Linear", browser.ask("return " + TITLE));
    assertEquals("2", browser.ask("return document.querySelectorAll('tr.step').length"));
    browser.type(ESCAPE);
    assertEquals("7", browser.ask("return document.querySelectorAll('tr.step').length"));
  }

  @Test
  void modulesFoldInTheTableAndOpenInThePicture() throws Exception {
    open(Samples.free());
    String rows = "return document.querySelectorAll('tr.step').length";
    assertEquals("4", browser.ask(rows));
    browser.click(".fold");
    assertEquals("2", browser.ask(rows));
    assertEquals("8", browser.ask("return " + NODES));
    browser.click(".frame .name");
    assertEquals("7", browser.ask("return " + NODES));
    browser.click("[data-open] .name");
    assertEquals("8", browser.ask("return " + NODES));
  }

  @Test
  void theStepWithTheMostMemoryIsTwoClicksAway() throws Exception {
    open(Samples.convNet());
    browser.click("button[data-by='memory']");
    browser.click("tr.step");
    assertEquals("conv1 Conv2d", browser.ask("return " + TITLE));
    browser.type(ESCAPE);
    browser.click("button[data-by='params']");
    assertEquals("fc1", browser.ask("return document.querySelector('tr.step .l').textContent"));
  }

  @Test
  void repeatsAreDrawnOnceAndOpenInPlace() throws Exception {
    open(Samples.deep(500));
    assertEquals("3", browser.ask("return " + NODES));
    browser.click("[data-open^='r'] .name");
    assertEquals("12", browser.ask("return " + NODES));
    assertEquals(
        "block0..49 x 50",
        browser.ask("return document.querySelector('.frame .name').textContent"));
  }

  @Test
  void namesOfTheUserStayText() throws Exception {
    open(Samples.hostile());
    String found = "return document.querySelectorAll('script, img, b, i').length";
    browser.type("j");
    assertEquals("2", browser.ask(found), "the page's data and script");
  }

  @Test
  void nothingIsWiderThanTheWindow() throws Exception {
    for (ShapeReport report : new ShapeReport[] {Samples.convNet(), Samples.free()}) {
      for (int width : new int[] {1280, 900, 390}) {
        browser.open(report, width, 800);
        assertEquals(
            "0 0",
            browser.ask(
                "const list = document.getElementById('list');"
                    + "return Math.max(0, document.documentElement.scrollWidth - innerWidth)"
                    + " + ' ' + Math.max(0, list.scrollWidth - list.clientWidth)"),
            report.model() + " at " + width);
      }
    }
  }

  @Test
  void skipsAndTheirLabelsDoNotOverlap() throws Exception {
    browser.open(Samples.skips(), 1280, 2000);
    assertEquals(
        "",
        browser.ask(
            """
            const boxes = [...document.querySelectorAll('.layer text.shape')]
                .map(t => [t.textContent, t.getBoundingClientRect()]);
            const meet = (a, b) => a.left < b.right && b.left < a.right
                && a.top < b.bottom && b.top < a.bottom;
            return boxes.flatMap(([n, a], i) => boxes.slice(i + 1)
                .filter(([, b]) => meet(a, b)).map(([m]) => n + ' meets ' + m)).join();
            """));
    assertEquals(
        "1",
        browser.ask(
            """
            return new Set([...document.querySelectorAll('.layer .node:not(.small) rect.card')]
                .map(c => c.getAttribute('x'))).size;
            """),
        "the trunk is straight");
  }

  @Test
  void thePictureIsSavedAndTheTableCopied() throws Exception {
    open(Samples.free());
    browser.ask(
        """
        URL.createObjectURL = (blob) => { window.saved = blob; return '#'; };
        navigator.clipboard.writeText = async (text) => { window.copied = text; };
        """);
    browser.click("details.menu summary");
    browser.click("[data-do='svg']");
    assertEquals(
        "svg 8",
        browser.ask(
            """
            const svg = new DOMParser().parseFromString(await window.saved.text(), 'image/svg+xml');
            return svg.documentElement.tagName + ' ' + svg.querySelectorAll('.node').length;
            """));
    browser.click("details.menu summary");
    browser.click("[data-do='png']");
    assertEquals(
        "image/png true",
        browser.ask(
            """
            for (let i = 0; i < 100 && window.saved.type !== 'image/png'; i++) {
              await new Promise((done) => setTimeout(done, 50));
            }
            return window.saved.type + ' ' + (window.saved.size > 5000);
            """));
    browser.click("details.menu summary");
    browser.click("[data-do='csv']");
    assertTrue(
        browser.ask("return window.copied").startsWith("Layer,Type,Output,Parameters,MACs,Memory"));
    browser.click("details.menu summary");
    browser.click("[data-do='markdown']");
    assertEquals("6", browser.ask("return window.copied.trim().split('\\n').length"));
  }

  @Test
  void whatDiffersFromAnotherPageIsMarked() throws Exception {
    String other = Samples.convNet().toHtml().replace("\"n\":\"relu\"", "\"n\":\"act\"");
    open(Samples.convNet());
    String answer =
        browser.ask(
            "const files = new DataTransfer(); files.items.add(new File(["
                + JsonRendering.quoted(other.replace("[20,10,3,3]", "[20,10,5,5]"))
                + "], 'other.html'));"
                + """
                const input = document.getElementById('other');
                input.files = files.files;
                input.dispatchEvent(new Event('change'));
                for (let i = 0; i < 100 && document.getElementById('differences').hidden; i++) {
                  await new Promise((done) => setTimeout(done, 50));
                }
                return document.querySelectorAll('tr.added').length + ' '
                    + document.querySelectorAll('tr.differs').length + ' '
                    + [...document.querySelectorAll('#differences li')].map(l => l.textContent)
                        .join('|');
                """);
    assertTrue(answer.startsWith("1 1 params: "), answer);
    assertTrue(
        answer.contains("~ conv2: weight [20, 10, 5, 5], bias [20] became weight [20, 10, 3, 3]"),
        answer);
  }
}
