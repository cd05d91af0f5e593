package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/**
 * Whatever the arguments and the file are, the program ends with one of its three exit codes and
 * says why: seeded mutations of both. {@code -Dfuzz.cli=5000} makes so many.
 */
class CommandLineFuzzTest {
  private static final int RUNS = Integer.getInteger("fuzz.cli", 200);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_127L);
  private static final int LONGEST = 4_096;

  private static final List<String> WORDS =
      List.of(
          "",
          "-",
          "--",
          "-1",
          "0",
          "3,8",
          "-1,8",
          "24",
          "x=3,8:long@1",
          "@none",
          "3,8@9",
          "3;8",
          "99999999999999999999",
          "--input",
          "--class",
          "Net",
          "--with",
          "classes = 7",
          "classes =",
          "(",
          "--call",
          "lengths = [3",
          "--lint",
          "off",
          "warn",
          "--json",
          "--html",
          "--package",
          "a.b",
          "..",
          "--force",
          "-cp",
          "\u0000",
          "\ud800",
          "@net",
          "--help",
          "<stdin>",
          "*",
          "~",
          "1,".repeat(20_000),
          "a".repeat(5_000));

  @TempDir Path folder;

  @Test
  void everyCommandEndsInACodeAndAReason() throws IOException {
    List<String> faults = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Random random = new Random(SEED + run);
      boolean java = random.nextInt(4) == 0;
      byte[] source = bytes(java ? JavaModelsTest.FITS : PythonCheckTest.NET, random);
      Path file = Files.write(folder.resolve(java ? "Net.java" : "net.py"), source);
      List<String> arguments = arguments(random, file);
      String fault = fault(new String(source, StandardCharsets.ISO_8859_1), arguments);
      if (!fault.isEmpty()) {
        faults.add("run " + run + " " + arguments + ": " + fault);
      }
    }
    assertEquals(List.of(), faults);
  }

  private static String fault(String in, List<String> arguments) {
    Session session;
    try {
      session = Session.run(in, Ansi.OFF, arguments.toArray(String[]::new));
    } catch (RuntimeException | Error thrown) {
      return thrown + " at " + thrown.getStackTrace()[0];
    }
    String said = session.err() + session.out();
    return said.contains("a fault of its own")
            || said.contains("[internal]")
            || said.contains("too large for this Java")
            || said.contains("\tat ")
            || said.lines().anyMatch(line -> line.length() > LONGEST)
            || session.code() < 0
            || session.code() > 2
            || session.code() > 0 && session.err().isBlank()
        ? session.code() + " " + said.substring(0, Math.min(said.length(), 600))
        : "";
  }

  /** A file with some bytes changed, one time in four none. */
  private static byte[] bytes(String of, Random random) {
    StringBuilder text = new StringBuilder(of);
    for (int i = random.nextInt(4); i > 0 && text.length() > 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(12));
      String part = text.substring(at, end);
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(random.nextInt(text.length()), part);
        case 2 -> text.setCharAt(at, (char) random.nextInt(256));
        case 3 -> text.insert(at, part.repeat(random.nextInt(200)));
        default -> text.setLength(at);
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A right command with some words deleted, put in, or moved. */
  private List<String> arguments(Random random, Path file) {
    String command = List.of("check", "report", "convert").get(random.nextInt(3));
    List<String> words = new ArrayList<>(List.of(command, "" + file, "--input", "3,8"));
    if (command.equals("convert")) {
      words.addAll(List.of("-o", "" + folder.resolve("out"), "--force"));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      int at = 1 + random.nextInt(words.size() - 1);
      switch (random.nextInt(3)) {
        case 0 -> words.set(at, word);
        case 1 -> words.add(at, word);
        default -> words.add(1, words.remove(at));
      }
    }
    return outsideNothing(words);
  }

  /** What would be written lies in the folder of the test. */
  private List<String> outsideNothing(List<String> words) {
    return IntStream.range(0, words.size())
        .mapToObj(
            i ->
                i > 0 && List.of("--json", "--html", "-o").contains(words.get(i - 1))
                    ? "" + folder.resolve("written")
                    : words.get(i))
        .toList();
  }

  @Test
  void someRunsAreRight() throws IOException {
    Path file = Files.writeString(folder.resolve("net.py"), PythonCheckTest.NET);
    assertTrue(fault("", List.of("check", "" + file, "--input", "3,8")).isEmpty());
  }
}
