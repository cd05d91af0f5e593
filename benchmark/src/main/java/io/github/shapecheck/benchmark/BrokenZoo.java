package io.github.shapecheck.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compiles the networks of the zoo in a warm compiler, whole and with wrong numbers in some of them,
 * and prints the ratio of the processor times.
 */
public final class BrokenZoo {
  private static final int ROUNDS = 6;
  private static final int BROKEN = 16;
  private static final String SOURCES = "processor/src/test/resources/zoo";
  private static final Pattern NUMBER = Pattern.compile("(?<=\\bin = )\\d+");

  private BrokenZoo() {}

  /**
   * Prints the ratios.
   *
   * @param arguments the folder of the networks, that of the tests if absent
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> whole = sources(Path.of(arguments.length > 0 ? arguments[0] : SOURCES));
    for (int mistakes = 1; mistakes <= 4; mistakes++) {
      compare(whole, mistakes);
    }
  }

  private static void compare(List<Path> whole, int mistakes) throws IOException {
    Compilation right = new Compilation(whole, true);
    Compilation wrong = new Compilation(broken(whole, mistakes), false);
    List<Double> plain = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      double spent = right.run(true);
      double other = wrong.run(true);
      if (i >= ROUNDS / 2) {
        plain.add(spent);
        ratios.add(other / spent);
      }
    }
    Quartiles.of(plain).print(whole.size() + " networks, ms");
    Quartiles.of(ratios).print("  with " + mistakes + " wrong numbers in " + BROKEN + " / without");
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The networks, some with their first numbers of channels one too large. */
  private static List<Path> broken(List<Path> whole, int mistakes) throws IOException {
    Path folder = Files.createTempDirectory("broken");
    List<Path> files = new ArrayList<>(whole);
    int broken = 0;
    for (int i = 0; i < whole.size() && broken < BROKEN; i += whole.size() / (2 * BROKEN)) {
      String source = Files.readString(whole.get(i));
      Matcher matcher = NUMBER.matcher(source);
      StringBuilder text = new StringBuilder();
      int wrong = 0;
      while (wrong < mistakes && matcher.find()) {
        matcher.appendReplacement(text, Long.toString(Long.parseLong(matcher.group()) + 1));
        wrong++;
      }
      if (wrong == mistakes) {
        matcher.appendTail(text);
        Path file = folder.resolve(Integer.toString(i)).resolve(whole.get(i).getFileName());
        Files.createDirectories(file.getParent());
        files.set(i, Files.writeString(file, text));
        broken++;
      }
    }
    return files;
  }
}
