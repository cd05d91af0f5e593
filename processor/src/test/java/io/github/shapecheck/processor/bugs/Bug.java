package io.github.shapecheck.processor.bugs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A mistake that somebody reported, as JSON, and the Java source that makes it here. */
record Bug(JsonObject json) {
  String id() {
    return json.get("id").getAsString();
  }

  String text(String key) {
    return json.get(key).getAsString();
  }

  List<String> forward() {
    return strings(json.getAsJsonArray("forward"));
  }

  private static List<String> strings(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsString).toList();
  }

  private Map<String, JsonObject> layers() {
    Map<String, JsonObject> layers = new LinkedHashMap<>();
    for (JsonElement layer : json.getAsJsonArray("layers")) {
      layers.put(layer.getAsJsonObject().get("name").getAsString(), layer.getAsJsonObject());
    }
    return layers;
  }

  /** The source with the mistake in it, a class {@code Bug}; every layer on a line of its own. */
  String wrongSource() {
    return source(json.getAsJsonArray("input"), layers(), forward(), "");
  }

  /**
   * The source as its author repaired it, with the output that PyTorch then gave as
   * {@code @Output}.
   */
  String repairedSource() {
    JsonObject fix = json.getAsJsonObject("fix");
    Map<String, JsonObject> layers = layers();
    if (fix.has("set_attrs")) {
      for (Map.Entry<String, JsonElement> set : fix.getAsJsonObject("set_attrs").entrySet()) {
        JsonObject layer = layers.get(set.getKey()).deepCopy();
        set.getValue()
            .getAsJsonObject()
            .entrySet()
            .forEach(e -> layer.getAsJsonObject("attrs").add(e.getKey(), e.getValue()));
        layers.put(set.getKey(), layer);
      }
    }
    if (fix.has("replace_layers")) {
      fix.getAsJsonObject("replace_layers")
          .entrySet()
          .forEach(e -> layers.put(e.getKey(), e.getValue().getAsJsonObject()));
    }
    List<String> lines = new ArrayList<>();
    for (String line : forward()) {
      lines.addAll(replacement(fix, line));
    }
    JsonArray input = fix.has("input") ? fix.getAsJsonArray("input") : json.getAsJsonArray("input");
    JsonArray output = json.getAsJsonArray("fixed_output").deepCopy();
    output.remove(0);
    return source(input, layers, lines, "@Output(" + numbers(output) + ")\n");
  }

  private static List<String> replacement(JsonObject fix, String line) {
    if (fix.has("replace_lines")) {
      for (JsonElement replace : fix.getAsJsonArray("replace_lines")) {
        if (replace.getAsJsonObject().get("old").getAsString().equals(line)) {
          return strings(replace.getAsJsonObject().getAsJsonArray("new"));
        }
      }
    }
    return List.of(line);
  }

  private String source(
      JsonArray input, Map<String, JsonObject> layers, List<String> forward, String output) {
    StringBuilder source = new StringBuilder("import io.github.shapecheck.*;\n");
    source.append("import io.github.shapecheck.nn.*;\n\n");
    boolean indices =
        json.has("input_dtypes") && json.get("input_dtypes").toString().contains("long");
    source.append("@Input(").append(indices ? "value = " : "").append(numbers(input));
    source.append(indices ? ", dtype = long.class)\n" : ")\n").append(output);
    source.append("@Forward(\"\"\"\n");
    forward.forEach(line -> source.append("    ").append(line).append('\n'));
    source.append("    \"\"\")\nclass Bug {\n");
    for (JsonObject layer : layers.values()) {
      source.append("  @").append(annotation(layer)).append(" Object ");
      source.append(layer.get("name").getAsString()).append(";\n");
    }
    return source.append("}\n").toString();
  }

  private static String annotation(JsonObject layer) {
    String op = layer.get("op").getAsString();
    LayerType type = Catalogue.layer(op);
    if (type == null) {
      throw new IllegalStateException("no layer " + op);
    }
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, JsonElement> attribute : layer.getAsJsonObject("attrs").entrySet()) {
      int index = type.constructor().indexOf(attribute.getKey());
      if (index < 0) {
        throw new IllegalStateException("no parameter " + attribute.getKey() + " of " + op);
      }
      members.add(type.constructor().members().get(index) + " = " + literal(attribute.getValue()));
    }
    return op + "(" + String.join(", ", members) + ")";
  }

  private static String literal(JsonElement value) {
    return value.isJsonArray() ? numbers(value.getAsJsonArray()) : value.getAsString();
  }

  private static String numbers(JsonArray array) {
    return strings(array).stream().collect(Collectors.joining(", ", "{", "}"));
  }
}
