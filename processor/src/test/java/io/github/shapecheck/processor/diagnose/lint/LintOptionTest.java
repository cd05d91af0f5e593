package io.github.shapecheck.processor.diagnose.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code -Ashapecheck.lint} decides what becomes of lints, and of nothing else. */
class LintOptionTest {
  private static final String SOURCE =
      """
      import io.github.shapecheck.Input;
      import io.github.shapecheck.nn.Linear;
      import io.github.shapecheck.nn.MaxPool2d;

      @Input({3, 7, 9})
      class Model {
        @MaxPool2d(2) Object pool;
      }

      @Input(9)
      class Wrong {
        @Linear(in = 8, out = 3) Object fc;
      }
      """;

  @Test
  void warnsUnlessTold() {
    assertEquals(List.of("ERROR linear-in", "WARNING dropped-border"), said());
    assertEquals(
        List.of("ERROR linear-in", "WARNING dropped-border"), said("-Ashapecheck.lint=warn"));
  }

  @Test
  void fails() {
    assertEquals(
        List.of("ERROR dropped-border", "ERROR linear-in"), said("-Ashapecheck.lint=error"));
  }

  @Test
  void isSilent() {
    assertEquals(List.of("ERROR linear-in"), said("-Ashapecheck.lint=off"));
  }

  private static List<String> said(String... options) {
    Job job = Job.of(Sources.of("Model.java", SOURCE)).withOptions(options);
    Compilation compilation = Compiler.JAVAC.compile(job);
    return compilation.messages().stream().map(LintOptionTest::summary).sorted().toList();
  }

  private static String summary(CompilerMessage message) {
    String line = message.firstLine();
    return message.kind() + " " + line.substring(line.indexOf('[') + 1, line.indexOf(']'));
  }
}
