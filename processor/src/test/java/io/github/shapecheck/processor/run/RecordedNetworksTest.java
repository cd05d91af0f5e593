package io.github.shapecheck.processor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds runs of torchvision's networks against PyTorch: every value's shape and the parameters. The
 * system property {@code shapecheck.networks} names a folder with more of them.
 */
class RecordedNetworksTest {

  static Stream<String> networks() throws IOException {
    String folder = System.getProperty("shapecheck.networks", "");
    if (folder.isEmpty()) {
      InputStream stream = RecordedNetworksTest.class.getResourceAsStream("networks.jsonl.gz");
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(Objects.requireNonNull(stream)), UTF_8));
      List<String> lines = reader.lines().toList();
      return lines.stream();
    }
    return Arrays.stream(Objects.requireNonNull(Path.of(folder).toFile().listFiles()))
        .sorted()
        .map(
            file -> {
              try {
                return Files.readString(file.toPath());
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("networks")
  void everyShapeAndTheParametersArePyTorchs(String json) {
    RecordedNetwork network = new RecordedNetwork(JsonParser.parseString(json).getAsJsonObject());
    List<String> differences = network.differences();
    String some = String.join("\n", differences.subList(0, Math.min(8, differences.size())));
    assertEquals("", some, () -> "MODEL " + network.json().get("model"));
  }
}
