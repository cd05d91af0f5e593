package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ProgressTest {
  private final CountDownLatch shown = new CountDownLatch(1);
  private final StringWriter err =
      new StringWriter() {
        @Override
        public void write(String text, int from, int length) {
          super.write(text, from, length);
          shown.countDown();
        }
      };

  private Terminal terminal(Ansi ansi) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new Terminal(InputStream.nullInputStream(), nowhere, new PrintWriter(err), ansi);
  }

  @Test
  void whatTakesLongIsSaidAndWipedAway() throws Exception {
    boolean seen =
        Progress.during(
            terminal(Ansi.ON), "checking net.py", () -> shown.await(1, TimeUnit.MINUTES));
    assertTrue(seen);
    assertTrue(err.toString().startsWith("\r- checking net.py"), err.toString());
    assertTrue(err.toString().endsWith("\r\u001b[K"), err.toString());
  }

  @Test
  void whatIsQuickIsNot() throws Exception {
    assertEquals(5, Progress.during(terminal(Ansi.ON), "checking net.py", () -> 5));
    assertEquals("", err.toString());
  }

  @Test
  void nothingIsWhereNobodyLooks() throws Exception {
    boolean seen =
        Progress.during(
            terminal(Ansi.OFF), "checking net.py", () -> shown.await(1, TimeUnit.SECONDS));
    assertTrue(!seen && err.toString().isEmpty(), err.toString());
  }
}
