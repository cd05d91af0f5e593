package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.TunableMember;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Proposes a projection in front of a layer, from the width that arrives to the one it wants. */
final class AdapterEdits {
  private AdapterEdits() {}

  /** Edits to try. */
  static Stream<Edit> of(Failure failure) {
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
    long wanted = new TunableMember(spots.get(0), convolution ? "in" : "value", -1).declared();
    int rank = trace.steps().get(step).arguments().get(0).rank();
    boolean channels = (convolution || problem.id() == ProblemId.FEATURES) && rank > 2;
    boolean widths =
        problem.id() == ProblemId.NORMALIZED_SHAPE || problem.id() == ProblemId.FEATURES;
    if (wanted < 1 || !channels && !widths || rank > 5) {
      return Stream.of();
    }
    Map<String, Setting> members = new LinkedHashMap<>();
    members.put("out", Setting.of(wanted));
    if (channels) {
      members.put("k", Setting.of(1));
    }
    String layer = channels ? "Conv" + (rank - 2) + "d" : "Linear";
    return Stream.of(new Edit.AddLayer(problem.subject(), layer, members));
  }
}
