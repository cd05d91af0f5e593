package io.github.shapecheck.report;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the page knows of a report, as JSON: shapes and lines of text stand once, in lists, and are
 * called by their places there; so are the steps, inputs and bare tensors that a step reads.
 */
final class PageData {
  private final ShapeReport report;
  private final Map<String, Integer> shapes = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<String, String> families = new LinkedHashMap<>();
  private final List<Layer> tensors;

  PageData(ShapeReport report) {
    this.report = report;
    this.tensors = tensors(report);
    int place = 0;
    for (ModelInput input : report.inputs()) {
      places.put(input.name(), --place);
    }
    for (Layer tensor : tensors) {
      places.put(tensor.path(), --place);
    }
    for (int i = 0; i < report.steps().size(); i++) {
      places.put(report.steps().get(i).name(), i);
    }
  }

  /** Bare tensors of the model, which steps read by their name though no step makes them. */
  private static List<Layer> tensors(ShapeReport report) {
    Set<String> read =
        report.steps().stream().flatMap(s -> s.from().stream()).collect(Collectors.toSet());
    Set<String> made = report.steps().stream().map(Step::name).collect(Collectors.toSet());
    return report.layers().stream()
        .filter(l -> !l.weights().isEmpty() && !made.contains(l.path()) && read.contains(l.path()))
        .toList();
  }

  String text() {
    String inputs = list(report.inputs(), this::input);
    String bare = list(tensors, this::layer);
    String steps = report.steps().stream().map(this::step).collect(Collectors.joining(",\n"));
    String outputs = list(report.results(), this::output);
    Set<String> owners = report.steps().stream().map(Step::owner).collect(Collectors.toSet());
    String unused =
        list(
            report.layers().stream().filter(l -> !owners.contains(l.path())).toList(), this::layer);
    String text =
        "{\"model\":"
            + JsonRendering.quoted(report.model())
            + ",\"sketch\":"
            + object(ExampleSizes.sizes(report), Object::toString)
            + ",\"where\":"
            + condition(report.conditions().where())
            + ",\"formulas\":"
            + condition(report.conditions().formulas())
            + ",\n\"inputs\":"
            + inputs
            + ",\"tensors\":"
            + bare
            + ",\n\"steps\":["
            + steps
            + "],\n\"outputs\":"
            + outputs
            + ",\"unused\":"
            + unused
            + ",\n\"families\":"
            + object(families, JsonRendering::quoted)
            + ",\n\"shapes\":["
            + String.join(",", shapes.keySet())
            + "],\n\"lines\":"
            + list(List.copyOf(lines.keySet()), JsonRendering::quoted)
            + "}";
    return text.replace("<", "\\u003c");
  }

  private static String condition(Condition condition) {
    return JsonRendering.quoted(condition.symbols().isEmpty() ? "" : condition.toString());
  }

  private String input(ModelInput input) {
    return "["
        + JsonRendering.quoted(input.name())
        + ","
        + shape(input.shape())
        + ","
        + JsonRendering.quoted(input.dtype())
        + ","
        + list(input.accepts(), JsonRendering::quoted)
        + "]";
  }

  private String step(Step step) {
    families.putIfAbsent(step.op(), Family.of(step.op()).style());
    StringBuilder out = new StringBuilder("{\"n\":").append(JsonRendering.quoted(step.name()));
    out.append(",\"op\":").append(JsonRendering.quoted(step.op()));
    step.layer().ifPresent(l -> out.append(",\"l\":").append(JsonRendering.quoted(l)));
    if (!step.owner().isEmpty() && !Optional.of(step.owner()).equals(step.layer())) {
      out.append(",\"o\":").append(JsonRendering.quoted(step.owner()));
    }
    if (!step.scope().isEmpty()) {
      out.append(",\"s\":").append(JsonRendering.quoted(step.scope()));
    }
    out.append(",\"f\":").append(list(step.from(), this::place));
    out.append(",\"r\":").append(list(step.results(), this::tensor));
    out.append(step.tuple() ? ",\"t\":1" : "").append(step.view() ? ",\"v\":1" : "");
    if (!step.weights().isEmpty()) {
      out.append(",\"w\":").append(list(step.weights(), this::weight));
    }
    if (!step.macs().toString().equals("0")) {
      out.append(",\"m\":").append(JsonRendering.dim(step.macs()));
    }
    step.field().ifPresent(f -> out.append(",\"rf\":").append(field(f)));
    if (!step.derivation().isEmpty()) {
      out.append(",\"d\":").append(list(step.derivation(), d -> number(lines, d.toString())));
    }
    return out.append('}').toString();
  }

  /** Where it stands; its name if nothing of that name is known. */
  private String place(String name) {
    Integer place = places.get(name);
    return place == null ? JsonRendering.quoted(name) : place.toString();
  }

  private String tensor(Tensor tensor) {
    String shape = shape(tensor.shape());
    return tensor.dtype().equals("float32")
        ? shape
        : "[" + shape + "," + JsonRendering.quoted(tensor.dtype()) + "]";
  }

  private String weight(Weight weight) {
    String name = JsonRendering.quoted(weight.name());
    return "[" + name + "," + shape(weight.shape()) + (weight.trainable() ? "" : ",0") + "]";
  }

  private String layer(Layer layer) {
    String path = JsonRendering.quoted(layer.path());
    String type = JsonRendering.quoted(layer.type());
    return "[" + path + "," + type + "," + list(layer.weights(), this::weight) + "]";
  }

  private String output(ModelOutput output) {
    return "[" + place(output.from()) + "," + shape(output.shape()) + "]";
  }

  private static String field(ReceptiveField field) {
    return "["
        + list(field.size(), JsonRendering::dim)
        + ","
        + list(field.jump(), r -> JsonRendering.quoted(r.toString()))
        + ","
        + list(field.offset(), r -> JsonRendering.quoted(r.toString()))
        + "]";
  }

  private String shape(Shape shape) {
    return number(shapes, list(shape.dims(), JsonRendering::dim));
  }

  private static String number(Map<String, Integer> numbers, String text) {
    numbers.putIfAbsent(text, numbers.size());
    return String.valueOf(numbers.get(text));
  }

  private static <T> String list(List<T> items, Function<T, String> form) {
    return items.stream().map(form).collect(Collectors.joining(",", "[", "]"));
  }

  private static <T> String object(Map<String, T> items, Function<T, String> form) {
    return items.entrySet().stream()
        .map(e -> JsonRendering.quoted(e.getKey()) + ":" + form.apply(e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
