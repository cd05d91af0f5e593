package io.github.shapecheck.processor.diagnose.lint.layer;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Flow;
import io.github.shapecheck.processor.diagnose.lint.flow.ModelLint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A BatchNorm that has one value per channel where the batch is 1, which PyTorch refuses in
 * training; told once for a model. Rule batch-norm-4.
 */
public final class BatchOfOne implements ModelLint {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Flow flow, Findings findings) {
    List<Node> heard = new ArrayList<>();
    for (Node node : flow.nodes()) {
      if (isFragile(node)
          && !findings.scope(node).silenced().contains(ProblemId.BATCH_OF_ONE.id())) {
        heard.add(node);
      }
    }
    if (heard.isEmpty()) {
      return;
    }
    Node first = heard.get(0);
    Tensor input = first.input();
    long others = heard.stream().map(Node::name).distinct().count() - 1;
    findings.add(
        ProblemId.BATCH_OF_ONE,
        first,
        first.place(),
        "normalizes "
            + (input == null ? "" : input.shape() + " ")
            + "over the batch alone"
            + (others > 0 ? ", as " + others + " more" + (others == 1 ? " does" : " do") : "")
            + ": in training PyTorch refuses a batch of 1, such as the rest at the end of an epoch;"
            + " drop the last batch (drop_last=True) or use LayerNorm",
        layerNorm(first, input));
  }

  private static List<Edit> layerNorm(Node norm, @Nullable Tensor input) {
    return input == null || input.rank() != 2 || !input.dim(1).isConstant()
        ? List.of()
        : Changes.layer(norm, Kind.LAYER_NORM, Map.of("value", Setting.of(input.dim(1).value())));
  }

  private static boolean isFragile(Node node) {
    Tensor input = node.input();
    return node.kind().training() == Kind.Training.BATCH_STATISTICS
        && node.isKnown()
        && node.call().isLayer()
        && input != null
        && IntStream.range(0, input.rank())
            .filter(axis -> axis != 1)
            .mapToObj(input::dim)
            .allMatch(dim -> dim.equals(ONE) || dim.equals(InputDeclaration.BATCH));
  }
}
