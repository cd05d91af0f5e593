package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** The compilers that must say the same. */
public enum Compiler {
  /** The javac of the JDK that runs the tests. */
  JAVAC,
  /** The javac of a JDK 25 or newer that is installed beside the running one, if any. */
  NEWER_JAVAC,
  /** Eclipse's batch compiler. */
  ECLIPSE;

  /** Compiles, or skips the test with a message when this machine lacks the compiler. */
  public Compilation compile(Job job) {
    return switch (this) {
      case JAVAC -> job.run(new Javac());
      case NEWER_JAVAC -> {
        Optional<Path> newer = NewerJavac.home();
        assumeTrue(
            newer.isPresent(), "no JDK 25 or newer beside " + System.getProperty("java.home"));
        yield job.run(new NewerJavac(newer.get()));
      }
      case ECLIPSE -> job.run(new Eclipse());
    };
  }
}
