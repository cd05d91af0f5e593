package io.github.shapecheck.cli;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Says on a terminal what is being checked, where that takes longer than one likes to wait. */
final class Progress {
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final String SIGNS = "-\\|/";

  private final Terminal terminal;
  private final Thread thread;
  private boolean shown;

  private Progress(Terminal terminal, String what) {
    this.terminal = terminal;
    this.thread = new Thread(() -> turn(what), "progress");
    this.thread.setDaemon(true);
  }

  /** Does the work; nothing is shown where nobody looks. */
  static <T> T during(Terminal terminal, String what, Callable<T> work) throws Exception {
    Progress progress = new Progress(terminal, what);
    if (terminal.ansi().enabled()) {
      progress.thread.start();
    }
    try {
      return work.call();
    } finally {
      progress.end();
    }
  }

  private void turn(String what) {
    try {
      Thread.sleep(PATIENCE.toMillis());
      for (int i = 0; ; i++) {
        shown = true;
        terminal.err().print("\r" + SIGNS.charAt(i % SIGNS.length()) + " " + what);
        terminal.err().flush();
        Thread.sleep(PATIENCE.toMillis() / 4);
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() throws InterruptedException {
    thread.interrupt();
    thread.join();
    if (shown) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }
}
