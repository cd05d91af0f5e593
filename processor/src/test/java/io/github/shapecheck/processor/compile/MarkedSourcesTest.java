package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagnostic that the sources announce appears, on every compiler, and no other does. */
class MarkedSourcesTest {

  private static final Sources STUBS = Sources.folder("stubs");
  private static final Sources GOOD = Sources.folder("good");
  private static final Sources BAD = Sources.folder("bad");

  /** All files at once: one compiler run each, and no file may disturb another. */
  private static final Map<Compiler, Compilation> RUNS = new EnumMap<>(Compiler.class);

  @BeforeAll
  static void forget() {
    RUNS.clear();
  }

  static Stream<Arguments> files() {
    return Stream.of(Compiler.values())
        .flatMap(
            c -> GOOD.and(BAD).texts().keySet().stream().sorted().map(f -> Arguments.of(c, f)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("files")
  void announcesItsDiagnostics(Compiler compiler, String file) {
    Compilation run = RUNS.get(compiler);
    if (run == null) {
      run = compiler.compile(Job.of(STUBS.and(GOOD).and(BAD)));
      RUNS.put(compiler, run);
    }
    List<Expectation> missing = new ArrayList<>(Expectation.in(GOOD.and(BAD).texts().get(file)));
    List<CompilerMessage> unexpected = new ArrayList<>(run.in(file));
    missing.removeIf(
        e ->
            unexpected.stream()
                .filter(m -> e.isMetBy(m, compiler))
                .findFirst()
                .map(unexpected::remove)
                .orElse(false));
    List<CompilerMessage> unplaced = run.in("");
    missing.removeIf(e -> unplaced.stream().anyMatch(e::isLostAs));
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      fail(difference(missing, unexpected));
    }
  }

  private static String difference(List<Expectation> missing, List<CompilerMessage> unexpected) {
    StringBuilder text = new StringBuilder();
    missing.forEach(e -> text.append("\nmissing    ").append(e));
    for (CompilerMessage m : unexpected) {
      text.append("\nunexpected ").append(m.line()).append(':').append(m.column()).append(' ');
      text.append(m.kind()).append(" at ").append(m.marked()).append(": ").append(m.text());
    }
    return text.toString();
  }
}
