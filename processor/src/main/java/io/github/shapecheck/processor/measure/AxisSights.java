package io.github.shapecheck.processor.measure;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values see through operations that move, merge, split or remove axes. */
final class AxisSights {
  private static final Dim ONE = Dim.of(1);

  private AxisSights() {}

  /** Through a reshape: groups of neighbouring axes whose products agree. */
  static @Nullable Sight reshaped(Sight sight, Shape input, Shape output) {
    List<Walk> walks = new ArrayList<>(Collections.nCopies(output.rank(), Walk.NONE));
    int i = 0;
    int o = 0;
    while (i < input.rank() && o < output.rank()) {
      int firstIn = i;
      int firstOut = o;
      Dim in = input.dim(i++);
      Dim out = output.dim(o++);
      while (!in.equals(out)) {
        boolean takeInput =
            in.isConstant() && out.isConstant()
                ? in.value() < out.value()
                : i - firstIn <= o - firstOut;
        if (takeInput && i < input.rank()) {
          in = in.times(input.dim(i++));
        } else if (o < output.rank()) {
          out = out.times(output.dim(o++));
        } else if (i < input.rank()) {
          in = in.times(input.dim(i++));
        } else {
          return null;
        }
      }
      if (!regroup(sight, new int[] {firstIn, i, firstOut, o}, output, walks)) {
        return null;
      }
    }
    return sight.withWalks(walks);
  }

  /**
   * Gives the walks of a group of input axes to a group of output axes; false if that cannot be
   * told.
   */
  private static boolean regroup(Sight sight, int[] group, Shape output, List<Walk> walks) {
    Walk walk = Walk.NONE;
    int moving = 0;
    for (int i = group[0]; i < group[1]; i++) {
      Walk next = sight.walks().get(i);
      moving += next.moves() ? 1 : 0;
      walk = walk.merged(next);
    }
    if (moving == 0) {
      return true;
    }
    boolean single = group[1] - group[0] == 1;
    int target = -1;
    for (int o = group[2]; o < group[3]; o++) {
      if (!output.dim(o).equals(ONE)) {
        if (target >= 0) {
          return false;
        }
        target = o;
      }
    }
    if (target < 0) {
      return true;
    }
    walks.set(target, single ? walk : new Walk(walk.spans(), null));
    return true;
  }

  /** Through a permutation: output axis i is input axis {@code order[i]}. */
  static @Nullable Sight permuted(Sight sight, List<Integer> order) {
    if (order.size() != sight.walks().size()) {
      return null;
    }
    return sight.withWalks(order.stream().map(sight.walks()::get).toList());
  }

  /** Through an exchange of two axes. */
  static @Nullable Sight exchanged(Sight sight, List<Integer> axes) {
    if (axes.size() != 2) {
      return null;
    }
    List<Walk> walks = new ArrayList<>(sight.walks());
    Collections.swap(walks, axes.get(0), axes.get(1));
    return sight.withWalks(walks);
  }

  /** Through a reduction over axes (all where none are named), which stay with size 1 or go. */
  static @Nullable Sight reduced(Sight sight, List<Integer> axes, Shape output) {
    List<Walk> walks = new ArrayList<>();
    Sight result = sight;
    for (int axis = 0; axis < sight.walks().size(); axis++) {
      boolean gone = axes.isEmpty() || axes.contains(axis);
      result = gone ? result.collapsed(axis) : result;
      if (!gone || output.rank() == sight.walks().size()) {
        walks.add(result.walks().get(axis));
      }
    }
    return walks.size() == output.rank() ? result.withWalks(walks) : null;
  }

  /** Every value sees all along some axes, and the axes stay. */
  static Sight mixed(Sight sight, List<Integer> axes) {
    Sight result = sight;
    for (int axis : axes) {
      result = result.collapsed(axis);
    }
    return result;
  }

  /** Through an element-wise operation of several tensors, broadcast from the last axis. */
  static Sight united(List<Sight> sights, int rank) {
    Sight result = aligned(sights.get(0), rank);
    for (Sight next : sights.subList(1, sights.size())) {
      Sight other = aligned(next, rank);
      List<Extent> extents = new ArrayList<>();
      for (int i = 0; i < result.extents().size(); i++) {
        extents.add(result.extents().get(i).union(other.extents().get(i)));
      }
      List<Walk> walks = new ArrayList<>();
      for (int axis = 0; axis < rank; axis++) {
        walks.add(united(result.walks().get(axis), other.walks().get(axis)));
      }
      result = new Sight(extents, walks);
    }
    return result;
  }

  private static Walk united(Walk a, Walk b) {
    boolean same = a.axis() >= 0 && a.axis() == b.axis();
    if (!same || a.jump() == null || b.jump() == null) {
      return a.merged(b);
    }
    return a.jump().max(b.jump()).equals(a.jump()) ? a : b;
  }

  private static Sight aligned(Sight sight, int rank) {
    List<Walk> walks = new ArrayList<>(sight.walks());
    while (walks.size() < rank) {
      walks.add(0, Walk.NONE);
    }
    return sight.withWalks(walks.subList(walks.size() - rank, walks.size()));
  }
}
