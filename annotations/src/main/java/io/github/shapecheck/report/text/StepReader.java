package io.github.shapecheck.report.text;

import io.github.shapecheck.report.Argument;
import io.github.shapecheck.report.Derivation;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.Ratio;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.SourceLine;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.report.Tensor;
import io.github.shapecheck.report.Weight;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a step: its line, then the indented lines below. */
final class StepReader {
  private final String scope;
  private final String name;
  private final String op;
  private Optional<String> layer = Optional.empty();
  private List<Argument> attributes = List.of();
  private final List<Argument> arguments;
  private final List<Tensor> results = new ArrayList<>();
  private final boolean tuple;
  private final boolean view;
  private final List<Weight> weights;
  private String owner;
  private Dim macs = Dim.of(0);
  private Optional<ReceptiveField> field = Optional.empty();
  private final List<Derivation> derivation = new ArrayList<>();
  private Optional<SourceLine> line = Optional.empty();

  StepReader(String scope, LineScanner in) {
    this.scope = scope;
    name = in.word();
    in.skipSpace();
    String first = in.word();
    if (in.take(":")) {
      layer = Optional.of(first);
      op = in.word();
      attributes = arguments(in);
    } else {
      op = first;
    }
    owner = layer.orElse("");
    arguments = arguments(in);
    in.expect("->");
    view = in.take("view");
    tuple = in.take("(");
    if (tuple ? !in.take(")") : !in.take("None")) {
      do {
        results.add(tensor(in));
      } while (in.take(","));
      if (tuple) {
        in.expect(")");
      }
    }
    weights = weights(in);
  }

  private static List<Argument> arguments(LineScanner in) {
    List<Argument> arguments = new ArrayList<>();
    OperandReader values = new OperandReader(in);
    in.expect("(");
    while (!in.take(")")) {
      if (!arguments.isEmpty()) {
        in.expect(",");
      }
      String keyword = in.keyword();
      arguments.add(new Argument(keyword.isEmpty() ? ReportText.UNNAMED : keyword, values.value()));
    }
    return arguments;
  }

  static Tensor tensor(LineScanner in) {
    Shape shape = in.shape();
    String dtype = in.take("of") ? in.word() : ReportText.DTYPE;
    in.skipSpace();
    return new Tensor(shape, dtype, in.take("times") ? in.list(Dim::parse).get(0) : Dim.of(1));
  }

  static List<Weight> weights(LineScanner in) {
    List<Weight> weights = new ArrayList<>();
    if (in.take("with")) {
      do {
        boolean trainable = !in.take("buffer");
        String weight = in.word();
        in.skipSpace();
        weights.add(new Weight(weight, in.shape(), trainable));
      } while (in.take(","));
    }
    return weights;
  }

  /** Reads one of the indented lines. */
  void detail(LineScanner in) {
    if (in.take("because")) {
      derivation.add(Derivation.parse(in.rest()));
    } else if (in.take("field")) {
      List<Dim> size = in.list(Dim::parse);
      in.expect("jump");
      List<Ratio> jump = in.list(Ratio::parse);
      in.expect("offset");
      field = Optional.of(new ReceptiveField(size, jump, in.list(Ratio::parse)));
    } else if (in.take("macs")) {
      macs = Dim.parse(in.rest());
    } else if (in.take("owner")) {
      owner = in.word();
    } else if (in.take("at")) {
      String text = in.word();
      line = Optional.of(new SourceLine(text, Integer.parseInt(in.rest().strip())));
    } else {
      throw in.error("expected at, owner, macs, field or because");
    }
  }

  Step step() {
    Set<String> from = new LinkedHashSet<>();
    arguments.forEach(argument -> sources(argument.value(), from));
    return new Step(
        name,
        layer,
        owner,
        scope,
        op,
        List.copyOf(from),
        attributes,
        arguments,
        results,
        tuple,
        view,
        weights,
        macs,
        field,
        derivation,
        line);
  }

  private static void sources(Operand value, Set<String> into) {
    if (value instanceof Operand.Reference reference) {
      into.add(reference.name());
    } else if (value instanceof Operand.Items items) {
      items.items().forEach(item -> sources(item, into));
    } else if (value instanceof Operand.Slice slice) {
      sources(slice.lower(), into);
      sources(slice.upper(), into);
      sources(slice.step(), into);
    }
  }
}
