package io.github.shapecheck.processor.write;

import io.github.shapecheck.report.Derivation;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ModelOutput;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.report.Tensor;
import io.github.shapecheck.report.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says a report in statements: one chain of builder calls for each input, step, unused layer and
 * output.
 */
final class Phrases {
  private static final int LONGEST_CHAIN = 60;
  private static final int LONGEST_TEXT = 10_000;

  private Phrases() {}

  static List<Phrase> of(ShapeReport report) {
    List<Phrase> phrases = new ArrayList<>();
    report.inputs().forEach(i -> phrases.add(input(i)));
    Set<String> owners = new HashSet<>();
    for (Step step : report.steps()) {
      owners.add(step.owner());
      phrases.addAll(step(step).split(LONGEST_CHAIN, "report.last()"));
    }
    for (Layer layer : report.layers()) {
      if (!owners.contains(layer.path())) {
        phrases.addAll(unused(layer));
      }
    }
    report.results().forEach(o -> phrases.add(output(o)));
    return phrases;
  }

  private static Phrase input(ModelInput input) {
    Phrase phrase = new Phrase("report").call("input", input.name(), input.shape());
    if (!input.dtype().equals("float32")) {
      phrase.call("dtype", input.dtype());
    }
    return phrase.callIf("accepts", input.accepts());
  }

  private static Phrase step(Step step) {
    Phrase phrase = new Phrase("report").call("step", step.name(), step.op());
    step.layer().ifPresent(l -> phrase.call("layer", l));
    if (!step.owner().equals(step.layer().orElse(""))) {
      phrase.call("owner", step.owner());
    }
    if (!step.scope().isEmpty()) {
      phrase.call("scope", step.scope());
    }
    phrase.callIf("from", step.from());
    for (Tensor result : step.results()) {
      if (result.dtype().equals("float32")) {
        phrase.call("output", result.shape());
      } else {
        phrase.call("output", result.shape(), result.dtype());
      }
    }
    if (step.tuple()) {
      phrase.call("tuple");
    }
    if (step.view()) {
      phrase.call("view");
    }
    step.weights().forEach(w -> weight(phrase, w));
    if (!step.macs().toString().equals("0")) {
      phrase.call("macs", step.macs());
    }
    step.field().ifPresent(f -> field(phrase, f));
    List<Derivation> lines =
        step.derivation().stream().filter(d -> d.toString().length() < LONGEST_TEXT).toList();
    return phrase.callIf("derivation", lines);
  }

  private static void weight(Phrase phrase, Weight weight) {
    phrase.call(weight.trainable() ? "weight" : "buffer", weight.name(), weight.shape());
  }

  private static void field(Phrase phrase, ReceptiveField field) {
    phrase.call("field", field.size()).call("jump", field.jump()).call("offset", field.offset());
  }

  private static List<Phrase> unused(Layer layer) {
    Phrase phrase = new Phrase("report").call("unused", layer.path(), layer.type());
    layer.weights().forEach(w -> weight(phrase, w));
    return phrase.split(LONGEST_CHAIN, "report.lastUnused()");
  }

  private static Phrase output(ModelOutput output) {
    return new Phrase("report").call("output", output.shape(), output.from());
  }
}
