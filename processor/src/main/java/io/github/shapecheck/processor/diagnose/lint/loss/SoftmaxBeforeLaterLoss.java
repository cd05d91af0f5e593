package io.github.shapecheck.processor.diagnose.lint.loss;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Flow;
import io.github.shapecheck.processor.diagnose.lint.flow.Kinds;
import io.github.shapecheck.processor.diagnose.lint.flow.ModelLint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.diagnose.lint.unused.Mentions;
import io.github.shapecheck.processor.diagnose.lint.unused.UnusedLayer;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import java.util.List;

/**
 * Probabilities returned to training code whose loss, declared in the model but applied outside,
 * makes probabilities of scores itself.
 */
public final class SoftmaxBeforeLaterLoss implements ModelLint {
  @Override
  public void check(Flow flow, Findings findings) {
    List<Tensor> outputs = flow.trace().outputs();
    Node source = outputs.size() == 1 ? Kinds.source(flow, outputs.get(0)) : null;
    if (source == null || !Kinds.isProbability(source)) {
      return;
    }
    ModuleDeclaration root = flow.trace().model().root();
    Mentions mentions = root.forward().map(Mentions::of).orElse(Mentions.of(List.of()));
    for (FieldDeclaration field : root.fields()) {
      LayerType layer =
          field.layers().size() == 1 ? Catalogue.layer(field.layers().get(0).type()) : null;
      boolean loss = layer != null && Kinds.takesScores(layer.operation().kind());
      if (loss && !UnusedLayer.isMentioned(field.name(), mentions)) {
        findings.add(
            ProblemId.SOFTMAX_BEFORE_LOSS,
            source,
            source.place(),
            "makes probabilities for "
                + field.name()
                + " ("
                + field.layers().get(0).type()
                + "), which does so itself: scores from 0 to 1 leave hardly any gradient; return"
                + " the scores as they are",
            Changes.dropped(source));
        return;
      }
    }
  }
}
