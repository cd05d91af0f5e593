package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.AddedLayer;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.List;
import java.util.stream.Stream;

/** Proposes a projection in front of a layer, from the width that arrives to the one it wants. */
public final class AdapterEdits {
  private AdapterEdits() {}

  public static Stream<Edit> of(Failure failure) {
    Trace trace = failure.trace();
    Problem problem = failure.problem();
    int step = problem.step();
    List<LayerSpot> spots = failure.layers();
    if (step < 0
        || step >= trace.steps().size()
        || trace.steps().get(step).arguments().isEmpty()
        || spots.isEmpty()
        || !spots.get(0).path().equals(problem.subject())
        || spots.get(0).index() > 0) {
      return Stream.of();
    }
    boolean convolution = problem.id() == ProblemId.CONV_IN_CHANNELS;
    long wanted = spots.get(0).number(convolution ? Role.IN : Role.IN_AND_OUT);
    int rank = trace.steps().get(step).arguments().get(0).rank();
    boolean channels = (convolution || problem.id() == ProblemId.FEATURES) && rank > 2;
    boolean widths =
        problem.id() == ProblemId.NORMALIZED_SHAPE || problem.id() == ProblemId.FEATURES;
    if (wanted < 1 || !channels && !widths || rank > 5) {
      return Stream.of();
    }
    LayerType type =
        channels ? Catalogue.layer(Kind.CONVOLUTION, rank - 2) : Catalogue.layer(Kind.LINEAR, 0);
    AddedLayer projection = AddedLayer.of(type).with(Role.OUT, Setting.of(wanted));
    if (channels) {
      projection.with(Role.KERNEL, Setting.of(1));
    }
    return Stream.of(projection.before(problem.subject()));
  }
}
