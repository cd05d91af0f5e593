package io.github.shapecheck.processor.diagnose.lint;

import io.github.shapecheck.processor.diagnose.lint.axis.BatchAsTime;
import io.github.shapecheck.processor.diagnose.lint.axis.LinearOnMap;
import io.github.shapecheck.processor.diagnose.lint.axis.RowsPerSample;
import io.github.shapecheck.processor.diagnose.lint.axis.SqueezeBatch;
import io.github.shapecheck.processor.diagnose.lint.axis.ViewAsTranspose;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Flow;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.ModelLint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.diagnose.lint.layer.BatchOfOne;
import io.github.shapecheck.processor.diagnose.lint.layer.BiasBeforeNorm;
import io.github.shapecheck.processor.diagnose.lint.layer.ChannelDropout;
import io.github.shapecheck.processor.diagnose.lint.layer.LinearLinear;
import io.github.shapecheck.processor.diagnose.lint.layer.NormOfOne;
import io.github.shapecheck.processor.diagnose.lint.layer.RecurrentDropout;
import io.github.shapecheck.processor.diagnose.lint.loss.ArgmaxOfOne;
import io.github.shapecheck.processor.diagnose.lint.loss.HandLossBroadcast;
import io.github.shapecheck.processor.diagnose.lint.loss.LogitsInLoss;
import io.github.shapecheck.processor.diagnose.lint.loss.ReluBeforeLoss;
import io.github.shapecheck.processor.diagnose.lint.loss.SoftmaxBeforeLaterLoss;
import io.github.shapecheck.processor.diagnose.lint.loss.SoftmaxBeforeLoss;
import io.github.shapecheck.processor.diagnose.lint.loss.SoftmaxOfOne;
import io.github.shapecheck.processor.diagnose.lint.loss.SoftmaxOverBatch;
import io.github.shapecheck.processor.diagnose.lint.unused.UnusedLayer;
import io.github.shapecheck.processor.diagnose.lint.unused.UnusedValue;
import io.github.shapecheck.processor.diagnose.lint.window.AdaptiveRepeats;
import io.github.shapecheck.processor.diagnose.lint.window.DroppedBorder;
import io.github.shapecheck.processor.diagnose.lint.window.KernelInPadding;
import io.github.shapecheck.processor.diagnose.lint.window.ReceptiveField;
import io.github.shapecheck.processor.diagnose.lint.window.StrideGap;
import io.github.shapecheck.processor.diagnose.lint.window.UnpoolPlaces;
import io.github.shapecheck.processor.operation.Abandoned;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** The one table of lints, run on models that PyTorch accepts. */
public final class Lints {
  private static final List<Lint> LINTS =
      List.of(
          new DroppedBorder(),
          new StrideGap(),
          new KernelInPadding(),
          new ReceptiveField(),
          new AdaptiveRepeats(),
          new UnpoolPlaces(),
          new BiasBeforeNorm(),
          new NormOfOne(),
          new ChannelDropout(),
          new RecurrentDropout(),
          new BatchAsTime(),
          new LinearLinear(),
          new LinearOnMap(),
          new ViewAsTranspose(),
          new SqueezeBatch(),
          new SoftmaxOverBatch(),
          new SoftmaxOfOne(),
          new ArgmaxOfOne(),
          new SoftmaxBeforeLoss(),
          new LogitsInLoss(),
          new ReluBeforeLoss(),
          new HandLossBroadcast());
  private static final List<ModelLint> MODEL_LINTS =
      List.of(
          new BatchOfOne(),
          new RowsPerSample(),
          new SoftmaxBeforeLaterLoss(),
          new UnusedLayer(),
          new UnusedValue());

  private Lints() {}

  /**
   * The trace with what people regret about its model. A model with errors is left alone: what
   * follows an error is its consequence.
   */
  public static Trace addedTo(Trace trace) {
    List<Problem> problems = new ArrayList<>(trace.problems());
    if (!trace.hasErrors()) {
      Flow flow = new Flow(trace);
      Findings findings = new Findings(flow);
      for (Node node : flow.nodes()) {
        if (node.isKnown()) {
          for (Lint lint : LINTS) {
            check(lint, node, findings);
          }
        }
      }
      for (ModelLint lint : MODEL_LINTS) {
        check(lint, flow, findings);
      }
      problems.addAll(findings.problems());
    }
    return trace.withProblems(problems);
  }

  private static void check(Lint lint, Node node, Findings findings) {
    try {
      lint.check(node, findings);
    } catch (Abandoned | ArithmeticException unknown) {
      // a number that only a use of the module gives, or that no model could have
    }
  }

  private static void check(ModelLint lint, Flow flow, Findings findings) {
    try {
      lint.check(flow, findings);
    } catch (Abandoned | ArithmeticException unknown) {
      // a number that only a use of the module gives, or that no model could have
    }
  }
}
