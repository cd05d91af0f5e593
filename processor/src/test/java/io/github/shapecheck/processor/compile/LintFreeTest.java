package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A project that takes every warning for an error compiles models all the same. */
class LintFreeTest {
  private static final Sources MODEL =
      Sources.of(
          "p/Model.java",
          """
          package p;
          import io.github.shapecheck.*;
          import io.github.shapecheck.nn.*;
          /** A model. */
          @Input({1, 28, 28})
          public class Model {
            /** Makes it. */
            public Model() {}
            /** A convolution. */
            @Conv2d(in = 1, out = 10, k = 5) Object conv1;
            /** Classes. */
            @Flatten @Linear(in = 5760, out = 10) Object fc;
          }
          """);

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "NEWER_JAVAC"})
  void everyLintOfJavacIsContent(Compiler compiler) {
    Job job = Job.of(MODEL).withOptions("-Xlint:all,-path,-options", "-Xdoclint:all", "-Werror");
    Compilation run = compiler.compile(job);
    assertEquals(List.of(), run.messages());
    assertTrue(run.output().containsKey("p/ModelShapeReport.class"));
  }
}
