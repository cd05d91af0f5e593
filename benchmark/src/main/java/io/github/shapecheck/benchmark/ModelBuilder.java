package io.github.shapecheck.benchmark;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.Forward;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the layers and statements of a model in memory. */
final class ModelBuilder {
  private final List<FieldDeclaration> fields = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  /** Adds a layer with integer members, given as name, value, name, value. */
  ModelBuilder layer(String name, String type, Object... members) {
    Map<String, Attribute> attributes = new HashMap<>();
    Origin origin = new Origin() {};
    for (int i = 0; i < members.length; i += 2) {
      Value value = Value.Int.of((Integer) members[i + 1]);
      attributes.put((String) members[i], new Attribute(value, origin, true));
    }
    LayerDeclaration layer =
        new LayerDeclaration(type, attributes, KeywordArguments.NONE, origin, origin);
    fields.add(FieldDeclaration.of(name, layer));
    return this;
  }

  ModelBuilder say(String statement) {
    statements.add(statement);
    return this;
  }

  /** The model over one input called x, parsed once. */
  Model build(String sample) {
    InputDeclaration input =
        new InputDeclaration(
            "x", Shape.parse(sample), 0, DType.FLOAT32, Optional.empty(), Origin.NONE, Origin.NONE);
    ForwardDeclaration forward =
        new ForwardDeclaration(Forward.parse(statements, Set.of("x")), Origin.NONE);
    return Model.of(
        new ModuleDeclaration(
            "Net",
            "Net",
            List.of(input),
            fields,
            Optional.empty(),
            Optional.of(forward),
            List.of(),
            Set.of(),
            Origin.NONE));
  }
}
