package io.github.shapecheck.processor.diagnose.lint.axis;

import io.github.shapecheck.processor.diagnose.lint.flow.Changes;
import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Lint;
import io.github.shapecheck.processor.diagnose.lint.flow.Node;
import io.github.shapecheck.processor.diagnose.rerun.AddedLayer;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A linear map of the width of a feature map, where a Flatten has most likely been forgotten: it
 * fits only because the width happens to be the declared {@code in}.
 */
public final class LinearOnMap implements Lint {
  private static final Set<Kind> OF_MAPS =
      EnumSet.of(
          Kind.CONVOLUTION,
          Kind.TRANSPOSED_CONVOLUTION,
          Kind.POOL,
          Kind.ADAPTIVE_POOL,
          Kind.FRACTIONAL_POOL,
          Kind.UNPOOL,
          Kind.RESIZE);
  private static final int MOST_COLOURS = 4;

  @Override
  public void check(Node node, Findings findings) {
    Tensor input = node.input();
    if (node.kind() != Kind.LINEAR || input == null || input.rank() < 3) {
      return;
    }
    Node maker = node.maker(input);
    while (maker != null && maker.kind().keepsMaps() && maker.input() != null) {
      Tensor before = maker.input();
      maker = before == null ? null : maker.maker(before);
    }
    if (maker == null ? isImage(input) : OF_MAPS.contains(maker.kind())) {
      findings.add(
          ProblemId.LINEAR_ON_MAP,
          node,
          node.place("in_features"),
          "maps the last axis of "
              + input.shape()
              + ", the width "
              + input.dim(-1)
              + " of a map, and keeps the rest: flatten first, or permute if the channels are"
              + " meant",
          flattened(node, input));
    }
  }

  /** All values of a sample in a row, and as many for the Linear. */
  private static List<Edit> flattened(Node node, Tensor input) {
    String path = node.step().layer();
    Dim values = input.shape().numel().dividedBy(InputDeclaration.BATCH).orElse(Dim.unknown());
    if (path == null || !path.equals(node.step().owner()) || !values.isConstant()) {
      return List.of();
    }
    if (node.flow().trace().model().python().isPresent()) {
      return Changes.ofArgument(node, "flatten(1)").stream()
          .flatMap(
              line ->
                  Changes.set(node, "in_features", Setting.of(values.value())).stream()
                      .map(number -> (Edit) new Edit.Both(line, number)))
          .toList();
    }
    String in = Catalogue.layer(Kind.LINEAR, 0).members(Role.IN).get(0);
    return List.of(
        new Edit.Both(
            AddedLayer.of(Catalogue.layer(Kind.FLATTEN, 0)).before(path),
            new Edit.SetMembers(path, 1, Map.of(in, Setting.of(values.value())))));
  }

  /** Few channels in front of a width: an image as PyTorch lays it out. */
  private static boolean isImage(Tensor input) {
    Dim channels = input.dim(1);
    return input.rank() == 4
        && channels.isConstant()
        && channels.value() <= MOST_COLOURS
        && input.dim(3).isConstant()
        && input.dim(3).value() > MOST_COLOURS;
  }
}
