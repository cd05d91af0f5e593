package io.github.shapecheck.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionsTest {
  private static final Sources MODEL =
      Sources.of(
          "p/Model.java",
          """
          package p;
          import io.github.shapecheck.*;
          import io.github.shapecheck.nn.*;
          @Input({16})
          class Model {
            @Linear(in = 16, out = 4) Object fc;
          }
          """);

  @ParameterizedTest
  @EnumSource
  void whatDoesNotExistIsAWarningThatNamesWhatDoes(Compiler compiler) {
    Job job =
        Job.of(MODEL)
            .withOptions(
                "-Ashapecheck.htlm=true", "-Ashapecheck.lint=never", "-Ashapecheck.verbose=yes");
    List<CompilerMessage> messages = compiler.compile(job).messages();
    assertTrue(messages.stream().noneMatch(m -> m.text().contains("models")), "it is not verbose");
    String said =
        messages.stream()
            .filter(m -> m.kind() == CompilerMessage.Kind.WARNING)
            .map(CompilerMessage::text)
            .collect(Collectors.joining("\n"));
    assertTrue(
        said.contains(
            "no option -Ashapecheck.htlm; there are -Ashapecheck.errors, -Ashapecheck.html,"
                + " -Ashapecheck.lint, -Ashapecheck.lock, -Ashapecheck.lock.update,"
                + " -Ashapecheck.python, -Ashapecheck.report, -Ashapecheck.verbose"),
        said);
    assertTrue(
        said.contains("-Ashapecheck.lint cannot be never; it is warn or error or off"), said);
  }

  /** Eclipse's compiler leaves out an option without a value. */
  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "NEWER_JAVAC"})
  void anOptionWithoutTheValueThatItNeedsIsAWarning(Compiler compiler) {
    Job job =
        Job.of(MODEL)
            .withOptions(
                "-Ashapecheck.lint",
                "-Ashapecheck.lock",
                "-Ashapecheck.python=",
                "-Ashapecheck.report=\u0007\n" + "a".repeat(600),
                "-Ashapecheck.html",
                "-Ashapecheck.errors= ");
    assertEquals(
        List.of(
            "-Ashapecheck.errors needs a value; it is a path",
            "-Ashapecheck.lint needs a value; it is warn or error or off",
            "-Ashapecheck.lock needs a value; it is a path",
            "-Ashapecheck.python needs a value; it is a path",
            "-Ashapecheck.report cannot be U+7U+a" + "a".repeat(38) + "...; it is true or false"),
        compiler.compile(job).messages().stream().map(CompilerMessage::text).toList());
  }

  @ParameterizedTest
  @EnumSource
  void messagesEndWithTheAddressOfTheirSection(Compiler compiler) {
    Sources wrong =
        Sources.of(
            "p/Wrong.java",
            """
            package p;
            @io.github.shapecheck.Input({16})
            class Wrong {
              @io.github.shapecheck.nn.Linear(in = 15, out = 4) Object fc;
            }
            """);
    Job job = Job.of(wrong).withOptions("-Ashapecheck.errors=https://example.org/errors.html");
    CompilerMessage error =
        compiler.compile(job).messages().stream()
            .filter(m -> m.kind() == CompilerMessage.Kind.ERROR)
            .findFirst()
            .orElseThrow();
    assertTrue(
        error.text().strip().endsWith("see https://example.org/errors.html#linear-in"),
        error.text());
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsGeneratedWhereNothingIsAskedFor(Compiler compiler) {
    Job job = Job.of(MODEL).withOptions("-Ashapecheck.report=false", "-Ashapecheck.html=true");
    assertEquals(List.of("p/Model.class"), List.copyOf(compiler.compile(job).output().keySet()));
  }
}
