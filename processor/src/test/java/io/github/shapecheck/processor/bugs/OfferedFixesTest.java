package io.github.shapecheck.processor.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every fix that is offered for the samples of docs/errors.md is applied to its source and
 * compiled.
 */
class OfferedFixesTest {
  private static final int LEAST = 30;

  @Test
  void everyOfferedFixCompiles() {
    List<String> wrong = new ArrayList<>();
    int applied = 0;
    for (Map.Entry<String, String> sample : Sources.folder("errors").texts().entrySet()) {
      for (CompilerMessage error : errors(sample.getValue())) {
        for (String fix : fixes(error)) {
          for (boolean last : new boolean[] {false, true}) {
            applied++;
            String repaired = AppliedFix.to(sample.getValue(), fix, last);
            for (CompilerMessage left : errors(repaired)) {
              wrong.add(sample.getKey() + ": " + fix + "\n" + left.text());
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    int all = applied;
    assertTrue(applied >= LEAST, () -> "only " + all + " fixes were tried");
  }

  private static List<String> fixes(CompilerMessage error) {
    return error.lines().stream()
        .map(String::strip)
        .filter(line -> line.startsWith("fix: "))
        .map(line -> line.substring(5))
        .toList();
  }

  private static List<CompilerMessage> errors(String source) {
    // A fix may add an annotation.
    String imports = "import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n";
    int code = source.indexOf("*/") + 2;
    Job job =
        Job.of(Sources.of("Model.java", imports + source.substring(code)))
            .withOptions("-proc:only");
    return Compiler.JAVAC.compile(job).errors();
  }
}
