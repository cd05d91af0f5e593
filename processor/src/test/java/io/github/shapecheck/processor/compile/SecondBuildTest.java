package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds into a folder that an earlier build has filled, which is on the class path. */
class SecondBuildTest {
  private static final String SOURCE =
      """
      package p;

      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;

      @Input({16})
      class Model {
        @Linear(in = 16, out = %d) Object fc;
      }

      class User {
        ModelShapeReport unused;
        Object report = ModelShapeReport.report();
      }
      """;

  @TempDir Path folder;

  private List<CompilerMessage> build(Job.Work compiler, int features) throws Exception {
    Path out = folder.resolve("out");
    Files.createDirectories(out);
    Sources.of("p/Model.java", String.format(SOURCE, features)).writeTo(folder.resolve("in"));
    String classPath = out + File.pathSeparator + System.getProperty("java.class.path");
    // Whether javac takes the written class or its source depends on their times: no word of that.
    List<String> options = compiler instanceof Javac ? List.of("-implicit:none") : List.of();
    return compiler.run(new Job.OnDisk(folder.toString(), Job.SHAPECHECK, options, classPath));
  }

  @Test
  void eclipseBuildsTwice() throws Exception {
    buildsTwice(new Eclipse());
  }

  @Test
  void javacBuildsTwice() throws Exception {
    buildsTwice(new Javac());
  }

  private void buildsTwice(Job.Work compiler) throws Exception {
    for (int features : new int[] {4, 4, 7}) {
      assertEquals(List.of(), build(compiler, features));
      String written = Files.readString(folder.resolve("out/p/ModelShapeReport.java"));
      assertTrue(written.contains("[N, " + features + "]"), written);
      assertTrue(Files.exists(folder.resolve("out/p/ModelShapeReport.class")));
    }
  }
}
