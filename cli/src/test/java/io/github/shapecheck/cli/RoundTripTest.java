package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.cli.convert.Compilation;
import io.github.shapecheck.cli.convert.Conversion;
import io.github.shapecheck.cli.convert.JavaFile;
import io.github.shapecheck.cli.convert.Refusal;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Python model, written as Java classes and compiled, gives the steps that it gave: each
 * operation with its layer, weights, shapes and costs. {@code Comparison} says what may differ.
 */
class RoundTripTest {
  private static final Path MODELS = Path.of("../processor/src/test/resources/python/models");
  private static final Pattern MODEL = Pattern.compile("(?m)^# model: (\\w+)\\((.*)\\)$");
  private static final Pattern INPUT = Pattern.compile("(?m)^# input: (\\S*)");

  /** What no annotation says, and in which line. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "deeplab.py", "17: aspp.convs.3.0 can be no field",
          "n_beats.py", "46: blocks.1 is the same module as blocks.0",
          "nerf.py", "60: self.encode is a function that remembers what no text says",
          "spectral_wrapper.py", "61: body.0.module has weights of another",
          "unregistered.py", "28: stack.parameters is a ParameterList");

  static Stream<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(MODELS)) {
      return files.sorted().toList().stream();
    }
  }

  @Test
  void allButFiveAreWritten() throws IOException {
    assertEquals(82, models().count());
    assertEquals(5, REFUSED.size()); // 77 are written
  }

  @ParameterizedTest
  @MethodSource("models")
  void theReportIsTheSame(Path file) throws IOException {
    String refused = REFUSED.getOrDefault(file.getFileName().toString(), "");
    String actual = roundTrip(model(file));
    assertTrue(refused.isEmpty() ? actual.isEmpty() : actual.startsWith(refused), actual);
  }

  /** What went otherwise, nothing where all is the same. */
  private static String roundTrip(Model model) {
    try {
      Conversion conversion = Conversion.of(model);
      List<JavaFile> files = conversion.files();
      Compilation java = Compilation.of(files);
      String difference =
          java.models().isEmpty()
              ? "no model"
              : conversion.difference(Interpreter.run(conversion.named()), java.models().get(0));
      return java.errors() + (difference == null ? "" : difference);
    } catch (Refusal refusal) {
      return refusal.line() + ": " + refusal.getMessage();
    }
  }

  private static Model model(Path file) throws IOException {
    String text = Files.readString(file);
    Matcher model = MODEL.matcher(text);
    assertTrue(model.find(), file.toString());
    List<String> inputs = new ArrayList<>();
    Matcher input = INPUT.matcher(text);
    while (input.find()) {
      inputs.add(input.group(1));
    }
    ModelOptions options = new ModelOptions();
    options.files = List.of(file.toString());
    options.type = model.group(1);
    options.with = model.group(2);
    options.inputs = inputs;
    return PythonCheck.model(options, new PythonFiles(file.toString()), "");
  }
}
