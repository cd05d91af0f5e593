package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that once brought the processor down end in errors of the user's, and in few words. */
class HostileSourcesTest {
  private static final Sources HOSTILE = Sources.folder("hostile");
  private static final int LONGEST = 4_096;

  static Stream<Arguments> sources() {
    return HOSTILE.texts().keySet().stream()
        .sorted()
        .flatMap(
            path ->
                Stream.of(Compiler.JAVAC, Compiler.ECLIPSE)
                    .map(compiler -> Arguments.of(compiler, path)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sources")
  void endInErrorsOfTheUsers(Compiler compiler, String path) {
    Job job = Job.of(HOSTILE.only(path));
    // Error Prone has javac go on to processors behind syntax errors.
    Compilation run =
        compiler.compile(
            compiler == Compiler.JAVAC ? job.withOptions("-XDshould-stop.ifError=FLOW") : job);
    assertFalse(run.errors().isEmpty());
    for (CompilerMessage message : run.messages()) {
      assertFalse(message.text().contains("[internal]"), message::text);
      assertTrue(message.text().length() < LONGEST, message::text);
    }
  }
}
