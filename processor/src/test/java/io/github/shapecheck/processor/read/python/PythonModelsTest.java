package io.github.shapecheck.processor.read.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks in Python as people write them, held against what PyTorch recorded of them
 * (conformance/src/test/python/record_models.py): every layer's call, the outputs, the weights; and
 * what it refuses is refused.
 */
class PythonModelsTest {
  private static final Map<String, Long> RECORDED = Map.of("N", 2L);

  static Stream<Recorded> models() throws IOException {
    return Recorded.all();
  }

  static Stream<Recorded.Variant> variants() throws IOException {
    return Recorded.all().flatMap(Recorded::refused);
  }

  @ParameterizedTest
  @MethodSource("models")
  void isAsPyTorchRecorded(Recorded model) {
    Trace trace = model.run();
    JsonObject record = model.record();
    assertEquals(List.of(), errors(trace));
    assertEquals(calls(record.getAsJsonArray("leaf_shapes")), calls(trace));
    assertEquals(shapes(record.get("outputs")), shapes(trace.outputs()));
    assertEquals(Dim.of(record.get("params").getAsLong()), trace.parameters());
    assertEquals(state(record), state(trace, record));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void isRefusedAsByPyTorch(Recorded.Variant variant) {
    assertTrue(variant.run().hasErrors(), () -> "taken, though " + variant.change().get("error"));
  }

  private static List<String> errors(Trace trace) {
    return trace.problems().stream()
        .filter(problem -> problem.id().isError())
        .map(problem -> problem.place().line() + ": " + problem.message())
        .toList();
  }

  private static List<String> calls(JsonArray recorded) {
    List<String> calls = new ArrayList<>();
    for (JsonElement element : recorded) {
      JsonArray call = element.getAsJsonArray();
      calls.add(call.get(0).getAsString() + " " + shapes(call.get(2)));
    }
    return calls;
  }

  /** What has a layer's path is what a forward hook of a module without modules sees. */
  private static List<String> calls(Trace trace) {
    List<String> calls = new ArrayList<>();
    for (Step step : trace.steps()) {
      if (step.layer() != null) {
        calls.add(step.layer() + " " + shapes(step.outputs()));
      }
    }
    return calls;
  }

  /** The names and sizes of the state_dict; what has several names may have any of them. */
  private static Map<String, String> state(JsonObject record) {
    Map<String, String> state = new TreeMap<>();
    record
        .getAsJsonObject("state_dict")
        .asMap()
        .forEach((name, sizes) -> state.put(name, shapes(sizes).get(0)));
    record.getAsJsonArray("shared").forEach(name -> state.remove(name.getAsString()));
    return state;
  }

  private static Map<String, String> state(Trace trace, JsonObject record) {
    Map<String, String> state = new TreeMap<>();
    trace
        .layers()
        .forEach(
            (path, weights) -> {
              for (Weights.Weight weight : weights.all()) {
                String name = weight.name().equals(path) ? path : path + "." + weight.name();
                state.put(name, sizes(weight.shape()).toString());
              }
            });
    record.getAsJsonArray("shared").forEach(name -> state.remove(name.getAsString()));
    return state;
  }

  private static List<String> shapes(List<Tensor> tensors) {
    return tensors.stream().map(tensor -> sizes(tensor.shape()).toString()).toList();
  }

  private static List<Long> sizes(Shape shape) {
    return shape.dims().stream().map(dim -> dim.at(RECORDED)).collect(Collectors.toList());
  }

  /** The shapes of a record in order, those of tuples and dictionaries one after the other. */
  private static List<String> shapes(JsonElement recorded) {
    List<String> found = new ArrayList<>();
    collect(recorded, found);
    return found;
  }

  private static void collect(JsonElement recorded, List<String> into) {
    if (recorded.isJsonObject()) {
      for (Map.Entry<String, JsonElement> entry : recorded.getAsJsonObject().entrySet()) {
        if (entry.getKey().equals("dict")) {
          entry.getValue().getAsJsonObject().asMap().values().forEach(item -> collect(item, into));
        }
      }
    } else if (recorded.isJsonArray()) {
      JsonArray array = recorded.getAsJsonArray();
      boolean isShape = true;
      for (JsonElement item : array) {
        isShape &= item.isJsonPrimitive();
      }
      if (isShape) {
        into.add(array.asList().stream().map(JsonElement::getAsLong).toList().toString());
      } else {
        array.forEach(item -> collect(item, into));
      }
    }
  }
}
