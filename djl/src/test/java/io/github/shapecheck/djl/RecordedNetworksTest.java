package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.shapecheck.report.ShapeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Networks in Python, and ResNet-50, U-Net and GPT-2 of the example, give what PyTorch recorded
 * (src/test/python/models.py): outputs, and the gradient of every parameter.
 */
class RecordedNetworksTest {
  private static final Path PYTHON = Path.of("../processor/src/test/resources/python");
  private static final int SHOWN = 40;

  /** What is refused: subscripts by a value, tensors that no state_dict holds, shared weights. */
  private static final Set<String> REFUSED =
      Set.of(
          "blocks_from_strings.py",
          "efficientnet.py",
          "gpt.py",
          "llama.py",
          "own_layers.py",
          "real_nvp.py",
          "spectral_wrapper.py",
          "ssd.py",
          "trend_basis.py",
          "unregistered.py");

  /** What draws numbers, or reads a buffer of whole numbers, which are not those of the record. */
  private static final Set<String> OTHERS =
      Set.of("actor_critic.py", "conv_vae.py", "mixture_of_experts.py", "swin.py");

  private record Recorded(String name, String outputs, String gradients, List<Given> inputs) {}

  /** An input of one network. */
  private record Given(long[] sizes, String type, long high) {
    static Given of(JsonObject input) {
      List<Long> sizes = new ArrayList<>();
      input.getAsJsonArray("sample").forEach(size -> sizes.add(size.getAsLong()));
      if (!input.get("batch_axis").isJsonNull()) {
        sizes.add(input.get("batch_axis").getAsInt(), 2L);
      }
      return new Given(
          sizes.stream().mapToLong(Long::longValue).toArray(),
          input.get("dtype").getAsString(),
          input.has("high") ? input.get("high").getAsLong() : 2);
    }

    NDArray array(NDManager manager, int index, boolean exact) {
      Shape shape = new Shape(sizes);
      return switch (type) {
        case "boolean" -> {
          boolean[] flags = new boolean[(int) shape.size()];
          for (int i = 0; i < flags.length; i++) {
            flags[i] = i % 3 == 1;
          }
          yield manager.create(flags, shape);
        }
        case "long" -> Networks.indices(manager, shape, high);
        case "int" -> Networks.indices(manager, shape, high).toType(DataType.INT32, false);
        case "double" -> Networks.doubles(manager, shape, index + 1);
        default ->
            Networks.doubles(manager, shape, index + 1)
                .toType(exact ? DataType.FLOAT64 : DataType.FLOAT32, false);
      };
    }
  }

  /**
   * Values so near to an edge of a piecewise function that single precision takes the gradient of
   * the wrong side, PyTorch's own too: recorded and run in double precision.
   */
  private static final Set<String> NEAR_EDGES = Set.of("spatial_transformer.py", "yolo.py");

  @TestFactory
  Stream<DynamicTest> givesWhatPyTorchGave() throws IOException {
    Map<String, JsonObject> entries = new TreeMap<>();
    for (JsonElement entry :
        JsonParser.parseString(Files.readString(PYTHON.resolve("models.json"))).getAsJsonArray()) {
      entries.put(entry.getAsJsonObject().get("file").getAsString(), entry.getAsJsonObject());
    }
    Map<String, ShapeReport> reports =
        new TreeMap<>(Networks.reports(ZooTest.sources(ZooTest.EXAMPLE, "")));
    Map<String, String> sources = new LinkedHashMap<>();
    entries.forEach((file, entry) -> sources.put(name(file), source(entry)));
    reports.putAll(Networks.reports(sources, "-Ashapecheck.python=" + PYTHON.resolve("models")));
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : OperationsTest.lines("models.txt.gz")) {
      String[] parts = line.split(" \\| ", -1);
      JsonObject entry = entries.get(parts[0]);
      String name = entry == null ? "io.github.shapecheck.example." + parts[0] : name(parts[0]);
      Recorded recorded = new Recorded(parts[0], parts[1], parts[2], inputs(parts[0], entry));
      if (REFUSED.contains(parts[0])) {
        tests.add(
            DynamicTest.dynamicTest(
                parts[0] + " is refused",
                () ->
                    assertThrows(
                        IllegalArgumentException.class,
                        () -> ShapecheckBlock.of(reports.get(name)))));
      } else if (!OTHERS.contains(parts[0])) {
        tests.add(DynamicTest.dynamicTest(parts[0], () -> check(recorded, reports.get(name))));
      }
    }
    assertTrue(tests.size() > 60, () -> tests.size() + " networks");
    return tests.stream();
  }

  private static String name(String file) {
    return "Python" + file.replace(".py", "").replace('-', '_');
  }

  private static List<Given> inputs(
      String name, @org.jspecify.annotations.Nullable JsonObject entry) {
    if (entry != null) {
      List<Given> inputs = new ArrayList<>();
      entry.getAsJsonArray("inputs").forEach(i -> inputs.add(Given.of(i.getAsJsonObject())));
      return inputs;
    }
    return switch (name) {
      case "ResNet50" -> List.of(new Given(new long[] {2, 3, 224, 224}, "float", 0));
      case "UNet" -> List.of(new Given(new long[] {2, 3, 32, 48}, "float", 0));
      default -> {
        Given tokens = new Given(new long[] {2, 9}, "long", 50_257);
        yield List.of(tokens, tokens);
      }
    };
  }

  private static String source(JsonObject entry) {
    StringBuilder text = new StringBuilder("import io.github.shapecheck.*;\n");
    JsonArray inputs = entry.getAsJsonArray("inputs");
    for (int i = 0; i < inputs.size(); i++) {
      JsonObject input = inputs.get(i).getAsJsonObject();
      String sample = input.getAsJsonArray("sample").toString().replace('[', '{').replace(']', '}');
      boolean named = !input.get("name").isJsonNull();
      text.append("@Input(value = ").append(sample).append(", dtype = ");
      text.append(input.get("dtype").getAsString()).append(".class, name = \"");
      text.append(named ? input.get("name").getAsString() : "x" + i).append("\", batchAxis = ");
      boolean batched = !input.get("batch_axis").isJsonNull();
      text.append(batched ? input.get("batch_axis").getAsInt() : -1).append(")\n");
    }
    String file = entry.get("file").getAsString();
    return text.append("@SuppressWarnings(\"shapecheck\")\n@TorchModule(file = \"")
        .append(file)
        .append("\", type = \"")
        .append(entry.get("class").getAsString())
        .append("\", with = ")
        .append(entry.get("init"))
        .append(", call = ")
        .append(entry.get("call"))
        .append(")\nclass ")
        .append(name(file))
        .append(" {}\n")
        .toString();
  }

  private static void check(Recorded recorded, ShapeReport report) {
    try (NDManager manager = NDManager.newBaseManager()) {
      boolean exact = NEAR_EDGES.contains(recorded.name());
      ShapecheckBlock block =
          Networks.scaled(manager, report, exact ? DataType.FLOAT64 : DataType.FLOAT32);
      NDArray[] inputs = new NDArray[recorded.inputs().size()];
      Arrays.setAll(inputs, i -> recorded.inputs().get(i).array(manager, i, exact));
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDList results = Networks.forward(manager, block, inputs);
        String[] expected = recorded.outputs().split("; ");
        assertEquals(expected.length, results.size(), "outputs");
        NDArray loss = null;
        for (int i = 0; i < expected.length; i++) {
          NDArray result = results.get(i);
          assertClose(expected[i], result);
          if (result.getDataType().isFloating()) {
            NDArray weights = Networks.numbers(manager, result.getShape(), i + 30, 1);
            NDArray sum = result.mul(weights).sum();
            loss = loss == null ? sum : loss.add(sum);
          }
        }
        collector.backward(loss);
      }
      gradients(recorded, block);
    }
  }

  private static void assertClose(String expected, NDArray actual) {
    double[] wanted = OperationsTest.numbers(expected);
    double[] all = Networks.doubles(actual);
    int step = Math.max(1, all.length / SHOWN) | 1;
    double largest = Arrays.stream(wanted).map(Math::abs).max().orElse(1);
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(wanted[i], all[i * step], 1e-4 * Math.max(1, largest), "value " + i);
    }
  }

  /** The length of each parameter's gradient. */
  private static void gradients(Recorded recorded, ShapecheckBlock block) {
    double most = 0;
    Map<String, Double> wanted = new TreeMap<>();
    for (String one : recorded.gradients().split(" ")) {
      if (!one.isEmpty()) {
        double length = Double.parseDouble(one.substring(one.indexOf('=') + 1));
        wanted.put(one.substring(0, one.indexOf('=')), length);
        most = Math.max(most, length);
      }
    }
    for (Map.Entry<String, Double> gradient : wanted.entrySet()) {
      Parameter parameter = block.parameter(gradient.getKey());
      double length = 0;
      for (double value : Networks.doubles(parameter.getArray().getGradient())) {
        length += value * value;
      }
      double tolerance = 1e-3 * gradient.getValue() + 1e-5 * most;
      assertEquals(gradient.getValue(), Math.sqrt(length), tolerance, gradient.getKey());
    }
  }
}
