package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.model.TensorDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.Forward;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds models in memory, without a compiler. */
public final class ModelBuilder {
  private final List<InputDeclaration> inputs = new ArrayList<>();
  private final List<FieldDeclaration> fields = new ArrayList<>();
  private Optional<ForwardDeclaration> forward = Optional.empty();

  /** An input by the shape of a sample as text, such as {@code [3, H, W]}. */
  public ModelBuilder input(String name, String sample, String where) {
    return input(name, sample, where, DType.FLOAT32);
  }

  public ModelBuilder input(String name, String sample, String where, DType dtype) {
    inputs.add(
        new InputDeclaration(
            name,
            Shape.parse(sample),
            0,
            dtype,
            where.isEmpty() ? Optional.empty() : Optional.of(Condition.parse(where)),
            Origin.NONE,
            Origin.NONE));
    return this;
  }

  public ModelBuilder input(String sample) {
    return input("x", sample, "");
  }

  /** Promises something of the free sizes of all inputs. */
  public ModelBuilder promise(String where) {
    Optional<Condition> condition = Optional.of(Condition.parse(where));
    inputs.replaceAll(
        i ->
            new InputDeclaration(
                i.name(),
                i.sample(),
                i.batchAxis(),
                i.dtype(),
                condition,
                Origin.NONE,
                Origin.NONE));
    return this;
  }

  /** A layer as it stands in a source: {@code conv1}, {@code Conv2d}, {@code in = 1, k = 5}. */
  public ModelBuilder layer(String name, String type, String members) {
    Map<String, Attribute> attributes = new HashMap<>();
    KeywordArguments with = KeywordArguments.NONE;
    for (String member : members.isBlank() ? new String[0] : members.split(",(?![^{]*})")) {
      String[] parts = (member.contains("=") ? member : "value = " + member).split("=", 2);
      if (parts[0].strip().equals("with")) {
        with = KeywordArguments.of(parts[1].strip());
      } else {
        attributes.put(parts[0].strip(), new Attribute(value(parts[1].strip()), Origin.NONE, true));
      }
    }
    LayerDeclaration layer = new LayerDeclaration(type, attributes, with, Origin.NONE, Origin.NONE);
    fields.add(FieldDeclaration.of(name, layer));
    return this;
  }

  /** A bare tensor of the model. */
  public ModelBuilder tensor(String name, String shape) {
    TensorDeclaration tensor = new TensorDeclaration(Shape.parse(shape), true, Origin.NONE);
    fields.add(
        new FieldDeclaration(
                name,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Origin.NONE)
            .withTensor(tensor));
    return this;
  }

  private static Value value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return new Value.Bool(Boolean.parseBoolean(text));
    }
    if (text.startsWith("{")) {
      List<Value> items = new ArrayList<>();
      for (String item : text.substring(1, text.length() - 1).split(",")) {
        items.add(value(item.strip()));
      }
      return new Value.Sequence(items, true);
    }
    return text.contains(".")
        ? new Value.Real(Double.parseDouble(text))
        : Value.Int.of(Long.parseLong(text));
  }

  public ModelBuilder forward(String... lines) {
    Set<String> names = inputs.stream().map(InputDeclaration::name).collect(Collectors.toSet());
    forward =
        Optional.of(
            new ForwardDeclaration(Forward.parse(Arrays.asList(lines), names), Origin.NONE));
    return this;
  }

  public Model build() {
    return Model.of(
        new ModuleDeclaration(
            "Net",
            "Net",
            inputs,
            fields,
            Optional.empty(),
            forward,
            List.of(),
            Set.of(),
            Origin.NONE));
  }
}
