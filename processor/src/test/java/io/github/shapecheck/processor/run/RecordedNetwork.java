package io.github.shapecheck.processor.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.TensorDeclaration;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.Forward;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A real network as torch.fx traced it: its layers, its statements, every value's shape. */
record RecordedNetwork(JsonObject json) {

  Model model() {
    List<FieldDeclaration> fields = new ArrayList<>();
    for (JsonElement layer : json.getAsJsonArray("layers")) {
      fields.add(field(layer.getAsJsonObject()));
    }
    String input = json.get("input").getAsString();
    InputDeclaration declaration =
        new InputDeclaration(
            input,
            shape(json.getAsJsonArray("sample")),
            0,
            DType.FLOAT32,
            Optional.empty(),
            Origin.NONE,
            Origin.NONE);
    List<String> lines = new ArrayList<>();
    json.getAsJsonArray("forward").forEach(line -> lines.add(line.getAsString()));
    return Model.of(
        new ModuleDeclaration(
            "Net",
            "Net",
            List.of(declaration),
            fields,
            Optional.empty(),
            Optional.of(new ForwardDeclaration(Forward.parse(lines, Set.of(input)), Origin.NONE)),
            List.of(),
            Set.of(),
            Origin.NONE));
  }

  /** What our run says otherwise than PyTorch, one line each. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    Trace trace = Interpreter.run(model());
    trace.problems().stream()
        .filter(problem -> problem.id().isError())
        .forEach(problem -> differences.add(problem.place().line() + ": " + problem.message()));
    Map<String, Step> steps = new HashMap<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      steps.put(trace.names().get(i), trace.steps().get(i));
    }
    for (JsonElement expected : json.getAsJsonArray("steps")) {
      String name = expected.getAsJsonArray().get(0).getAsString();
      String shape = text(expected.getAsJsonArray().get(1));
      Step step = steps.remove(name);
      String actual = step == null ? "no step" : outputs(step);
      if (!actual.equals(shape)) {
        differences.add(name + ": " + actual + " instead of " + shape);
      }
    }
    steps.values().removeIf(step -> step.op().equals("setitem")); // has no value in PyTorch
    steps.forEach((name, step) -> differences.add("one step more: " + name + " " + step.op()));
    String params = trace.parameters().toString();
    if (!params.equals(json.get("params").getAsString())) {
      differences.add("parameters: " + params + " instead of " + json.get("params"));
    }
    return differences;
  }

  private static String outputs(Step step) {
    List<String> shapes = new ArrayList<>();
    step.outputs().forEach(tensor -> shapes.add(tensor.shape().toString()));
    boolean tuple = step.value() instanceof Value.Sequence;
    return tuple ? shapes.toString() : shapes.isEmpty() ? "unknown" : shapes.get(0);
  }

  private static String text(JsonElement shape) {
    if (!shape.isJsonObject()) {
      return shape(shape.getAsJsonArray()).toString();
    }
    List<String> shapes = new ArrayList<>();
    shape.getAsJsonObject().getAsJsonArray("tuple").forEach(one -> shapes.add(text(one)));
    return shapes.toString();
  }

  private static Shape shape(JsonArray sizes) {
    List<Dim> dims = new ArrayList<>();
    sizes.forEach(size -> dims.add(Dim.parse(size.getAsString())));
    return Shape.of(dims);
  }

  private static FieldDeclaration field(JsonObject layer) {
    String name = layer.get("name").getAsString();
    if (!layer.has("type")) {
      boolean trainable = layer.has("parameter");
      Shape shape = shape(layer.getAsJsonArray(trainable ? "parameter" : "buffer"));
      return new FieldDeclaration(
          name,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(new TensorDeclaration(shape, trainable, Origin.NONE)),
          Optional.empty(),
          Set.of(),
          Origin.NONE);
    }
    String type = layer.get("type").getAsString();
    Map<String, Attribute> attributes = new HashMap<>();
    LayerType known = Catalogue.layer(type);
    for (Map.Entry<String, JsonElement> entry : layer.getAsJsonObject("attributes").entrySet()) {
      Value value = value(entry.getValue());
      int index = known == null ? -1 : known.constructor().indexOf(entry.getKey());
      if (known != null && value != null && index >= 0) {
        attributes.put(
            known.constructor().members().get(index), new Attribute(value, Origin.NONE, true));
      }
    }
    return FieldDeclaration.of(
        name,
        new LayerDeclaration(type, attributes, KeywordArguments.NONE, Origin.NONE, Origin.NONE));
  }

  private static @Nullable Value value(JsonElement json) {
    if (json.isJsonNull()) {
      return null;
    }
    if (json.isJsonArray()) {
      List<Value> items = new ArrayList<>();
      json.getAsJsonArray().forEach(item -> items.add(value(item)));
      return new Value.Sequence(items, true);
    }
    JsonPrimitive primitive = json.getAsJsonPrimitive();
    if (primitive.isBoolean()) {
      return new Value.Bool(primitive.getAsBoolean());
    }
    if (primitive.isString()) {
      return new Value.Text(primitive.getAsString());
    }
    return primitive.getAsString().matches("-?[0-9]+")
        ? Value.Int.of(primitive.getAsLong())
        : new Value.Real(primitive.getAsDouble());
  }
}
