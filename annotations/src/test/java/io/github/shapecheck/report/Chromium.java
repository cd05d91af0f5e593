package io.github.shapecheck.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Loads pages in a real browser without a window: Debian's package {@code chromium}. */
final class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private final Path folder;

  /** Skips the test where there is no browser; {@code folder} is for its files. */
  Chromium(Path folder) {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM),
        "skipped: apt-get install chromium, to test pages in a browser");
    this.folder = folder;
  }

  /** What is left of a page when its scripts have run, and what they said on the console. */
  record Result(String document, List<String> console) {}

  Result load(String page) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("page.html"), page);
    Path out = folder.resolve("dom.html");
    Path err = folder.resolve("log.txt");
    run(
        List.of(
            "--dump-dom",
            "--virtual-time-budget=3000",
            "--enable-logging=stderr",
            file.toUri().toString()),
        out,
        err);
    List<String> console =
        Files.readAllLines(err).stream().filter(line -> line.contains(":CONSOLE")).toList();
    return new Result(Files.readString(out), console);
  }

  void run(List<String> arguments, Path out, Path err) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(PROGRAM.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the browser did not end within a minute: " + Files.readString(err));
    }
  }
}
