package io.github.shapecheck.processor.solve;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds other numbers of the layers on the way to a problem with which it is gone, near ones first.
 */
final class OtherNumbers {
  private static final Set<String> FROM_ZERO = Set.of("p", "outputPadding");

  /** The numbers that people get wrong, in the order in which they are tried. */
  private static final List<String> MEMBERS =
      List.of(
          "in",
          "value",
          "k",
          "p",
          "out",
          "outputPadding",
          "s",
          "hidden",
          "size",
          "heads",
          "groups",
          "channels",
          "num",
          "dim",
          "d",
          "in1",
          "in2",
          "kdim",
          "vdim",
          "proj",
          "outputSize");

  private static final int MOST_LAYERS = 6;

  private final Trace trace;
  private final Tuning tuning;

  OtherNumbers(Trace trace, Tuning tuning) {
    this.trace = trace;
    this.tuning = tuning;
  }

  /** At most so many edits, of different layers or members. */
  List<Edit> find(Problem problem, int most) {
    List<Edit> edits = new ArrayList<>();
    List<LayerSpot> spots = LayerSpot.before(trace, problem);
    for (LayerSpot spot : spots.subList(0, Math.min(MOST_LAYERS, spots.size()))) {
      if (spot.layer().with().isBlank()) {
        for (String member : MEMBERS) {
          if (edits.size() < most) {
            tune(spot, member, edits);
          }
        }
      }
    }
    return edits;
  }

  private void tune(LayerSpot spot, String member, List<Edit> edits) {
    SizeSet allowed = SizeSet.from(FROM_ZERO.contains(member) ? 0 : 1);
    MemberKnob all = new MemberKnob(spot, member, -1);
    int count = all.numbers().size();
    if (count > 0 && all.declared() >= 0) {
      tuning.of(all, all.declared(), allowed).ifPresent(edits::add);
    }
    for (int i = 0; count > 1 && i < count; i++) {
      MemberKnob one = new MemberKnob(spot, member, i);
      tuning.of(one, one.declared(), allowed).ifPresent(edits::add);
    }
  }
}
