package io.github.shapecheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.cli.convert.Conversion;
import io.github.shapecheck.cli.convert.Refusal;
import io.github.shapecheck.processor.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  static Stream<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(MODELS)) {
      return files.sorted().toList().stream();
    }
  }

  @Test
  void thereAreModels() throws IOException {
    assertTrue(models().count() > 80);
  }

  @ParameterizedTest
  @MethodSource("models")
  void theReportIsTheSame(Path file) throws IOException {
    assertEquals("", roundTrip(model(file)));
  }

  /** What went otherwise, nothing where all is the same. */
  private static String roundTrip(Model model) {
    try {
      Conversion conversion = Conversion.of(model);
      Refusal disagreement = conversion.disagreement(conversion.files());
      return disagreement == null ? "" : disagreement.line() + ": " + disagreement.getMessage();
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
