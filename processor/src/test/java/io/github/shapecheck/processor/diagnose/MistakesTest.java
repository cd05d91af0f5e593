package io.github.shapecheck.processor.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.read.python.PythonNet;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.value.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each mistake of a Python model is one error with its first fix, a block each in mistakes.txt;
 * where several fixes are as good, the block names none.
 */
class MistakesTest {
  private static final Pattern INPUT = Pattern.compile("(\\w+)(\\[[^\\]]*\\])");

  /**
   * A model with mistakes.
   *
   * @param what in words
   * @param text the inputs and the lines of the classes
   * @param errors message and first fix of each
   */
  private record Block(String what, List<String> text, List<String> errors) {
    /** {@code # what}, inputs, lines, then {@code ! message} and {@code => fix} of each error. */
    static Block of(String block) {
      List<String> lines = Arrays.asList(block.strip().split("\n"));
      return new Block(
          lines.get(0).substring(2),
          lines.stream().skip(1).filter(line -> !isExpected(line)).toList(),
          lines.stream().filter(Block::isExpected).toList());
    }

    private static boolean isExpected(String line) {
      return line.startsWith("! ") || line.startsWith("=> ");
    }

    /** What a run tells, without fixes where none are named. */
    List<String> alike(List<String> told) {
      boolean fixes = errors.stream().anyMatch(line -> line.startsWith("=> "));
      return told.stream().filter(line -> fixes || !line.startsWith("=> ")).toList();
    }

    Model model() {
      ModelBuilder builder = new ModelBuilder();
      Matcher input = INPUT.matcher(text.get(0));
      while (input.find()) {
        builder.input(input.group(1), input.group(2), "", DType.FLOAT32);
      }
      List<InputDeclaration> inputs = builder.build().root().inputs();
      String source =
          "import torch\nfrom torch import nn\nimport torch.nn.functional as F\n"
              + String.join("\n", text.subList(1, text.size()));
      return PythonNet.of(source).model(inputs);
    }
  }

  @TestFactory
  Stream<DynamicTest> isOneErrorEach() throws IOException {
    return Arrays.stream(
            Files.readString(Path.of("src/test/resources/mistakes.txt")).split("\n\\s*\n"))
        .map(Block::of)
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.what(),
                    () ->
                        assertEquals(
                            String.join("\n", block.errors()),
                            String.join("\n", block.alike(errors(block.model()))))));
  }

  private static List<String> errors(Model model) {
    return Diagnosis.of(Interpreter.run(model)).findings().stream()
        .filter(finding -> finding.problem().id().isError())
        .flatMap(
            finding ->
                Stream.concat(
                    Stream.of("! " + finding.problem().message()),
                    finding.fixes().stream().limit(1).map(Edit::toString).map("=> "::concat)))
        .toList();
  }
}
