package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that once brought the processor down end in messages of the user's, and in few words. */
class HostileSourcesTest {
  private static final Sources HOSTILE = Sources.folder("hostile");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long MOST_NANOS = 5_000_000_000L;
  private static final int LONGEST = 4_096;

  /** Right ones: a list of lists, Python's numbers, what failed in the second build only. */
  private static final Set<String> RIGHT =
      Set.of(
          "hostile/OutOfMemoryNesting.java",
          "hostile/EcjSecondBuild.java",
          "hostile/RoundedFarAway.java");

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
  void endInMessagesOfTheUsers(Compiler compiler, String path) {
    long start = THREADS.getCurrentThreadCpuTime();
    Compilation run = compile(compiler, HOSTILE.only(path));
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    assertTrue(nanos < MOST_NANOS, () -> nanos + " ns of CPU");
    assertEquals(RIGHT.contains(path), run.errors().isEmpty(), () -> run.messages().toString());
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECLIPSE"})
  void aNameThatIsTooLongForTheDiskIsAnErrorBesideTheOthers(Compiler compiler) {
    String name = "M".repeat(245);
    Compilation run =
        compile(
            compiler,
            Sources.of(
                name + ".java",
                "@io.github.shapecheck.Input({16}) class "
                    + name
                    + " { @io.github.shapecheck.nn.Linear(in = 15, out = 3) Object fc; }"));
    assertTrue(says(run, "[linear-in] fc expects 15"), () -> run.messages().toString());
    assertTrue(says(run, "[report] the report cannot be written"), () -> run.messages().toString());
  }

  private static boolean says(Compilation run, String start) {
    return run.errors().stream().anyMatch(message -> message.text().startsWith(start));
  }

  private static Compilation compile(Compiler compiler, Sources sources) {
    Job job = Job.of(sources);
    // Error Prone has javac go on to processors behind syntax errors.
    Compilation run =
        compiler.compile(
            compiler == Compiler.JAVAC ? job.withOptions("-XDshould-stop.ifError=FLOW") : job);
    for (CompilerMessage message : run.messages()) {
      assertFalse(message.text().contains("[internal]"), message::text);
      assertTrue(message.text().length() < LONGEST, message::text);
    }
    return run;
  }
}
