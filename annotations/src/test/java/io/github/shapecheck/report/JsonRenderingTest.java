package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonRenderingTest {
  @Test
  void keysAndLayoutAreTheContracts() {
    String json = Samples.convNet().toJson();
    assertTrue(
        json.startsWith(
            """
            {"model": "com.acme.ConvNet",
             "inputs": [{"name": "x", "shape": ["N", 1, 28, 28], "accepts": ["1..", "1", "28..29", "28..29"]}],
             "steps": [{"name": "conv1", "layer": "conv1", "op": "Conv2d", "from": ["x"], \
            "output": ["N", 10, 24, 24], "weights": {"weight": [10, 1, 5, 5], "bias": [10]}, \
            "params": 260, "macs": 144000, "receptiveField": [5, 5], "jump": [1, 1]},
                       {"name": "relu", "layer": null, "op": "relu",\
            """),
        json);
    assertTrue(
        json.endsWith(
            """
            "params": 5010, "macs": 5000}],
             "outputs": [["N", 10]],
             "totals": {"params": 1007590, "macs": 1329000}}
            """),
        json);
  }

  @Test
  void severalResultsAreATuple() {
    String json = Samples.free().toJson();
    assertTrue(
        json.contains("\"output\": [[\"N\", 4, \"H\", \"W\"], [\"N\", 4]], \"tuple\": true"), json);
  }

  @Test
  void freeSizesAreFormulas() {
    String json = Samples.free().toJson();
    assertTrue(json.contains("[\"N\", 8, \"floor((H - 1)/2) + 1\""), json);
    assertTrue(json.contains("\"jump\": [0.5, \"1/3\"]"), json);
    json = Samples.free().at(Map.of("H", 64L, "W", 96L)).toJson();
    assertTrue(json.contains("\"output\": [\"N\", 8, 32, 48]"), json);
    assertTrue(json.contains("\"macs\": 331776"), json);
  }

  @Test
  void textOfTheUserIsEscaped() {
    assertEquals("\"\\\"\\\\\\u000a\\u00f6\\u007f\"", JsonRendering.quoted("\"\\\n\u00f6\u007f"));
  }
}
