package io.github.shapecheck.conformance;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.operation.Weights;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.python.parser.Forward;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks shapecheck about a case: a model built in memory, all of its sizes numbers. */
final class Shapecheck {
  private Shapecheck() {}

  static Verdict judge(Case question) {
    return verdict(
        Interpreter.run(
            model(question, question.inputs().stream().map(Shapecheck::input).toList())),
        Map.of());
  }

  /** The model of a case over other inputs. */
  static Model model(Case question, List<InputDeclaration> inputs) {
    List<FieldDeclaration> fields = new ArrayList<>();
    if (!question.layer().isEmpty()) {
      fields.add(FieldDeclaration.of("layer", layer(question)));
    }
    Set<String> names = inputs.stream().map(InputDeclaration::name).collect(Collectors.toSet());
    ForwardDeclaration forward =
        new ForwardDeclaration(
            Forward.parse(List.of("return " + question.statement()), names), Origin.NONE);
    return Model.of(
        new ModuleDeclaration(
            "Case",
            "Case",
            inputs,
            fields,
            Optional.empty(),
            Optional.of(forward),
            List.of(),
            Set.of(),
            Origin.NONE));
  }

  private static LayerDeclaration layer(Case question) {
    Map<String, Attribute> attributes =
        new LinkedHashMap<>(AnnotationDefaults.of(question.layer()));
    question
        .attributes()
        .forEach(
            (member, value) ->
                attributes.put(
                    member, new Attribute(AnnotationDefaults.value(value), Origin.NONE, true)));
    return new LayerDeclaration(
        question.layer(), attributes, KeywordArguments.NONE, Origin.NONE, Origin.NONE);
  }

  private static InputDeclaration input(Operand operand) {
    return declared(operand, Shape.of(operand.shape().stream().map(Dim::of).toList()), -1);
  }

  static InputDeclaration declared(Operand operand, Shape sample, int batchAxis) {
    DType type =
        switch (operand.type()) {
          case FLOAT -> DType.FLOAT32;
          case LONG -> DType.INT64;
          case BOOL -> DType.BOOL;
        };
    return new InputDeclaration(
        operand.name(), sample, batchAxis, type, Optional.empty(), Origin.NONE, Origin.NONE);
  }

  /** What a trace says, with numbers for its free sizes. */
  static Verdict verdict(Trace trace, Map<String, Long> sizes) {
    for (Problem problem : trace.problems()) {
      if (problem.id().isError()) {
        return new Verdict.Refused(
            "[" + problem.id().id() + "] " + problem.subject() + " " + problem.message());
      }
    }
    Map<String, List<Long>> weights = new LinkedHashMap<>();
    for (Weights all : trace.layers().values()) {
      for (Weights.Weight weight : all.all()) {
        if (weight.trainable()) {
          weights.put(weight.name(), weight.shape().dims().stream().map(d -> d.at(sizes)).toList());
        }
      }
    }
    return new Verdict.Accepted(print(trace.output(), sizes), weights);
  }

  private static String print(Value value, Map<String, Long> sizes) {
    if (value instanceof Tensor tensor) {
      return tensor.shape().dims().stream()
          .map(d -> d.isKnown() ? d.at(sizes) : "?")
          .toList()
          .toString();
    }
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().stream()
          .map(v -> print(v, sizes))
          .collect(Collectors.joining(", ", "(", ")"));
    }
    if (value instanceof Value.Int number) {
      return Long.toString(number.value().at(sizes));
    }
    return value instanceof Value.None ? "None" : value.kind();
  }
}
