package io.github.shapecheck.processor.diagnose.lint;

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
