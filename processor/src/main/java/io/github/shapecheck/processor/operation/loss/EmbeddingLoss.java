package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/**
 * Losses of pairs and triples: {@code CosineEmbeddingLoss}, {@code MarginRankingLoss}, {@code
 * TripletMarginLoss}. Rules pair-loss-1 to pair-loss-5.
 */
public final class EmbeddingLoss {
  private EmbeddingLoss() {}

  /** How near two inputs are, as a label says. Rules pair-loss-1 and pair-loss-2. */
  public record Cosine() implements LossRule {
    @Override
    public Value apply(Call call) {
      Tensor first = call.tensor("input1");
      Tensor second = call.tensor("input2");
      Tensor target = call.tensor("target");
      if (first.rank() != 1 && first.rank() != 2) {
        throw call.refuse(
            ProblemId.RANK, "input1", "needs [N, D] or [D] but receives " + first.shape());
      }
      Loss.requireSame(call, first, second, new Loss.Names("input1", "input2", true));
      Shape samples = first.shape().remove(first.rank() - 1);
      if (!Shapes.same(call, target.shape(), samples)) {
        boolean silent =
            target.rank() == samples.rank() && Shapes.broadcast(target.shape(), samples) != null;
        call.problem(
                silent ? ProblemId.LOSS_BROADCAST : ProblemId.LOSS_SHAPE,
                "target",
                "needs labels %s, 1 or -1 for each pair of %s, but receives %s",
                samples,
                first.shape(),
                target.shape())
            .input(target, samples);
      }
      return Loss.reduced(call, first, samples);
    }
  }

  /** Which of two inputs should be greater. Rule pair-loss-3. */
  public record Ranking() implements LossRule {
    @Override
    public Value apply(Call call) {
      Tensor first = call.tensor("input1");
      requireSame(call, "input1", "input2", "target");
      return Loss.reduced(call, first, first.shape());
    }
  }

  /**
   * An anchor nearer to a positive than to a negative example. Rules pair-loss-4 and pair-loss-5.
   */
  public record Triplet() implements LossRule {
    @Override
    public Value apply(Call call) {
      Tensor anchor = call.tensor("anchor");
      requireSame(call, "anchor", "positive", "negative");
      Shape samples =
          anchor.rank() == 0 ? anchor.shape() : anchor.shape().remove(anchor.rank() - 1);
      return Loss.reduced(call, anchor, samples);
    }
  }

  /** Two tensors of the shape of the first; of one rank PyTorch would broadcast them. */
  private static void requireSame(Call call, String name, String second, String third) {
    Tensor first = call.tensor(name);
    boolean ranks =
        first.rank() == call.tensor(second).rank() && first.rank() == call.tensor(third).rank();
    for (String other : List.of(second, third)) {
      Loss.requireSame(call, first, call.tensor(other), new Loss.Names(name, other, ranks));
    }
  }
}
