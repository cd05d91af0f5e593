package io.github.shapecheck.processor.measure;

import io.github.shapecheck.report.Ratio;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tensor sees of the input.
 *
 * @param extents per spatial axis of the input, what the tensor's first value sees
 * @param walks per axis of the tensor, how that moves
 */
record Sight(List<Extent> extents, List<Walk> walks) {
  /** Replaces the walk of one axis. */
  Sight withWalk(int axis, Walk walk) {
    List<Walk> others = new ArrayList<>(walks);
    others.set(axis, walk);
    return new Sight(extents, others);
  }

  /** The same sights with other walks. */
  Sight withWalks(List<Walk> others) {
    return new Sight(extents, others);
  }

  /** A window of the axis moves the first value's field and makes all larger. */
  Sight grown(int inputAxis, Fraction shift, Fraction more) {
    List<Extent> others = new ArrayList<>(extents);
    others.set(inputAxis, extents.get(inputAxis).grown(shift, more));
    return new Sight(others, walks);
  }

  /** Every value sees what all values along the axis saw. */
  Sight collapsed(int axis) {
    Sight sight = this;
    for (var span : walks.get(axis).spans().entrySet()) {
      sight = sight.grown(span.getKey(), Fraction.ZERO, span.getValue());
    }
    return sight.withWalk(axis, Walk.NONE);
  }

  /** Every value sees what all values saw. */
  Sight collapsed() {
    Sight sight = this;
    for (int axis = 0; axis < walks.size(); axis++) {
      sight = sight.collapsed(axis);
    }
    return sight;
  }

  /** The report's form; empty where axes were merged, as neighbours are not on one axis then. */
  Optional<ReceptiveField> field() {
    List<Dim> sizes = new ArrayList<>();
    List<Ratio> jumps = new ArrayList<>();
    List<Ratio> offsets = new ArrayList<>();
    for (int input = 0; input < extents.size(); input++) {
      Fraction jump = Fraction.ZERO;
      for (Walk walk : walks) {
        if (walk.moves() && walk.axis() < 0) {
          return Optional.empty();
        }
        jump = walk.axis() == input && walk.jump() != null ? walk.jump() : jump;
      }
      sizes.add(extents.get(input).size());
      jumps.add(jump.ratio());
      offsets.add(extents.get(input).center().ratio());
    }
    return sizes.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReceptiveField(sizes, jumps, offsets));
  }
}
