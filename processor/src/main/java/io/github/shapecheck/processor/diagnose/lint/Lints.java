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
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** The one table of lints, run on models that PyTorch accepts. */
public final class Lints {
  private static final List<Lint> OF_WINDOWS =
      List.of(new DroppedBorder(), new StrideGap(), new KernelInPadding(), new ReceptiveField());
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
          if (!node.windows().isEmpty()) {
            check(OF_WINDOWS, node, findings);
          }
          check(of(node.kind()), node, findings);
        }
      }
      for (ModelLint lint : MODEL_LINTS) {
        check(lint, flow, findings);
      }
      problems.addAll(findings.problems());
    }
    return trace.withProblems(problems);
  }

  /** Those of operations of one kind. */
  private static List<Lint> of(Kind kind) {
    return switch (kind) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION -> List.of(new BiasBeforeNorm());
      case LINEAR -> List.of(new BiasBeforeNorm(), new LinearLinear(), new LinearOnMap());
      case ADAPTIVE_POOL -> List.of(new AdaptiveRepeats());
      case UNPOOL -> List.of(new UnpoolPlaces());
      case LAYER_NORM, GROUP_NORM -> List.of(new NormOfOne());
      case DROPOUT -> List.of(new ChannelDropout());
      case RECURRENT -> List.of(new RecurrentDropout(), new BatchAsTime());
      case TRANSFORMER -> List.of(new BatchAsTime());
      case ATTENTION -> List.of(new BatchAsTime(), new SoftmaxOfOne());
      case RESHAPE -> List.of(new ViewAsTranspose());
      case SQUEEZE -> List.of(new SqueezeBatch());
      case SOFTMAX, LOG_SOFTMAX ->
          List.of(new SoftmaxOverBatch(), new SoftmaxOfOne(), new ReluBeforeLoss());
      case EXTREME -> List.of(new ArgmaxOfOne());
      case CROSS_ENTROPY ->
          List.of(new SoftmaxOfOne(), new SoftmaxBeforeLoss(), new ReluBeforeLoss());
      case SCORE_LOSS -> List.of(new SoftmaxBeforeLoss(), new ReluBeforeLoss());
      case PROBABILITY_LOSS, LOG_PROBABILITY_LOSS -> List.of(new LogitsInLoss());
      case ARITHMETIC -> List.of(new HandLossBroadcast());
      default -> List.of();
    };
  }

  private static void check(List<Lint> lints, Node node, Findings findings) {
    for (Lint lint : lints) {
      try {
        lint.check(node, findings);
      } catch (Abandoned | ArithmeticException unknown) {
        // a number that only a use of the module gives, or that no model could have
      }
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
