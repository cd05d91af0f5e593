package io.github.shapecheck.processor.diagnose.propose.input;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.propose.tensor.PoolEdits;
import io.github.shapecheck.processor.diagnose.propose.tensor.RankEdits;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proposes other shapes of an input as a whole: its axes in another order, as for images with their
 * channels last, or the size of a well-known data set.
 */
public final class InputShapes {
  /** MNIST, CIFAR and STL, Atari, ImageNet and what people cut their images to. */
  private static final List<Long> SIDES =
      List.of(28L, 32L, 64L, 84L, 96L, 128L, 224L, 227L, 256L, 299L, 512L);

  private static final Set<ProblemId> OF_WINDOWS =
      EnumSet.of(ProblemId.KERNEL_TOO_BIG, ProblemId.OUTPUT_TOO_SMALL, ProblemId.PAD_TOO_BIG);

  /** Gray, colors, and how much shines through. */
  private static final long MOST_COLORS = 4;

  /** So many times as long as wide is no image. */
  private static final long STRIP = 8;

  /** How often images are halved, mostly five times. */
  private static final List<Long> FACTORS = List.of(32L, 16L, 64L, 8L);

  private InputShapes() {}

  /** The axes of each input in another order: the last in front first, as channels come last. */
  public static Stream<Edit> reordered(Failure failure) {
    Trace trace = failure.trace();
    if (failure.problem().repairs().stream().anyMatch(InputShapes::isOfSeveralNumbers)) {
      return Stream.of(); // it is the layer whose numbers may be in another order
    }
    Set<Edit> edits = new LinkedHashSet<>();
    for (InputDeclaration input : trace.model().root().inputs()) {
      List<Long> sizes = sizes(input);
      boolean image = sizes.size() > 2;
      for (int from = sizes.size() - 1; from > (image ? sizes.size() - 2 : 0); from--) {
        for (int to = 0; to < (image ? 1 : sizes.size()); to++) {
          List<Long> moved = new ArrayList<>(sizes);
          moved.add(to, moved.remove(from));
          boolean colors = !image || moved.get(0).equals(Collections.min(sizes));
          if (colors && !moved.equals(sizes)) {
            edits.add(RankEdits.edit(input, moved));
          }
        }
      }
    }
    return edits.stream();
  }

  private static boolean isOfSeveralNumbers(Edit repair) {
    return repair instanceof Edit.SetMembers set
        && set.members().values().stream().anyMatch(Setting.Numbers.class::isInstance);
  }

  /**
   * Squares of well-known sizes with the channels that are declared or that the problem's layer
   * wants.
   */
  public static Stream<Edit> wellKnown(Failure failure) {
    Trace trace = failure.trace();
    Problem problem = failure.problem();
    Set<Edit> edits = new LinkedHashSet<>();
    Set<Long> channels = new LinkedHashSet<>();
    for (LayerSpot spot : failure.layers()) {
      long wanted = spot.number(Role.IN);
      if (wanted > 0
          && problem.id() != ProblemId.LINEAR_IN
          && spot.path().equals(problem.subject())) {
        channels.add(wanted);
      }
    }
    for (InputDeclaration input : trace.model().root().inputs()) {
      List<Long> sizes = sizes(input);
      if (sizes.size() == 3) {
        channels.add(sizes.get(0));
      }
      if (sizes.size() == 3 || problem.id() == ProblemId.RANK) {
        for (long side : SIDES) {
          channels.forEach(c -> edits.add(RankEdits.edit(input, List.of(c, side, side))));
        }
      }
    }
    return edits.stream();
  }

  /** The same where a Linear reads the channels of a flattened map: it was to have one cell. */
  public static Stream<Edit> ofOneCell(Failure failure) {
    return PoolEdits.flattened(failure)
        .filter(map -> failure.problem().facts().numbers().contains(map.dim(1)))
        .stream()
        .flatMap(map -> wellKnown(failure));
  }

  /**
   * Images of the sizes that people have, powers of two: the next larger ones where something is
   * too small for a window, else the nearest ones.
   */
  public static Stream<Edit> powersOfTwo(Failure failure) {
    Set<Edit> edits = new LinkedHashSet<>();
    for (InputDeclaration input : failure.trace().model().root().inputs()) {
      List<Long> sizes = sizes(input);
      boolean image =
          sizes.size() == 3 && sizes.get(0) <= MOST_COLORS && sizes.get(1).equals(sizes.get(2));
      long below = image && sizes.get(1) > 0 ? Long.highestOneBit(sizes.get(1)) : 0;
      if (below > 0) {
        boolean small = OF_WINDOWS.contains(failure.problem().id());
        boolean nearer = sizes.get(1) - below <= 2 * below - sizes.get(1);
        List<Long> sides =
            small
                ? List.of(2 * below, 4 * below, 8 * below)
                : nearer ? List.of(below, 2 * below) : List.of(2 * below, below);
        sides.stream()
            .filter(side -> !side.equals(sizes.get(1)))
            .forEach(side -> edits.add(RankEdits.edit(input, List.of(sizes.get(0), side, side))));
      }
    }
    return edits.stream();
  }

  /** The nearest sizes that halve as often as networks that double again want them to. */
  public static Stream<Edit> multiples(Failure failure) {
    Set<Edit> edits = new LinkedHashSet<>();
    for (InputDeclaration input : failure.trace().model().root().inputs()) {
      List<Long> sizes = sizes(input);
      for (long factor : sizes.size() > 2 ? FACTORS : List.<Long>of()) {
        if (sizes.subList(1, sizes.size()).stream().allMatch(size -> size >= 2 * factor)) {
          for (int axis = 1; axis <= sizes.size(); axis++) {
            List<Long> rounded = rounded(sizes, factor, axis);
            if (!rounded.equals(sizes)) {
              edits.add(RankEdits.edit(input, rounded));
            }
          }
        }
      }
    }
    return edits.stream();
  }

  /** With a multiple on one axis, or on all but the first one if the axis is beyond the last. */
  private static List<Long> rounded(List<Long> sizes, long factor, int axis) {
    List<Long> rounded = new ArrayList<>(sizes);
    for (int i = 1; i < sizes.size(); i++) {
      if (i == axis || axis == sizes.size()) {
        rounded.set(i, (sizes.get(i) + factor / 2) / factor * factor);
      }
    }
    return rounded;
  }

  /** The smallest axis of an image in front, where a map is too small for a window. */
  public static Stream<Edit> channelsFirst(Failure failure) {
    Set<Edit> edits = new LinkedHashSet<>();
    for (InputDeclaration input : failure.trace().model().root().inputs()) {
      List<Long> sizes = sizes(input);
      int channels = sizes.indexOf(sizes.stream().min(Long::compare).orElse(0L));
      if (sizes.size() == 3 && channels > 0 && sizes.get(channels) <= MOST_COLORS) {
        List<Long> moved = new ArrayList<>(sizes);
        moved.add(0, moved.remove(channels));
        edits.add(RankEdits.edit(input, moved));
      }
    }
    return edits.stream();
  }

  private static boolean isStrip(List<Long> sizes) {
    return Math.min(sizes.get(1), sizes.get(2)) * STRIP <= Math.max(sizes.get(1), sizes.get(2));
  }

  /** An image as high as it is wide; with as many values, where it is a narrow strip. */
  public static Stream<Edit> squared(Failure failure) {
    Set<Edit> edits = new LinkedHashSet<>();
    for (InputDeclaration input : failure.trace().model().root().inputs()) {
      List<Long> sizes = sizes(input);
      boolean small = OF_WINDOWS.contains(failure.problem().id());
      if (sizes.size() == 3 && !(small && isStrip(sizes))) {
        sizes.subList(1, 3).stream()
            .filter(side -> !small || side.equals(Collections.max(sizes.subList(1, 3))))
            .filter(side -> !sizes.equals(List.of(sizes.get(0), side, side)))
            .forEach(side -> edits.add(RankEdits.edit(input, List.of(sizes.get(0), side, side))));
      }
      if (sizes.size() == 3 && isStrip(sizes)) {
        long values = Math.multiplyExact(sizes.get(1), sizes.get(2));
        long side = Math.round(Math.sqrt((double) values));
        if (side * side == values) {
          edits.add(RankEdits.edit(input, List.of(sizes.get(0), side, side)));
        }
      }
    }
    return edits.stream();
  }

  /**
   * The size of another input that is like it but for that one: of a mask or labels, which have
   * fewer axes, before that of what they are for.
   */
  public static Stream<Edit> likeAnother(Failure failure) {
    List<InputDeclaration> inputs =
        failure.trace().model().root().inputs().stream()
            .sorted(Comparator.comparing(input -> input.sample().rank()))
            .toList();
    Set<Edit> edits = new LinkedHashSet<>();
    for (InputDeclaration input : inputs) {
      for (InputDeclaration other : inputs) {
        List<Long> sizes = new ArrayList<>(sizes(input));
        List<Long> others = sizes(other);
        int common = Math.min(sizes.size(), others.size());
        int ahead = others.size() - sizes.size();
        List<Integer> unlike =
            IntStream.range(sizes.size() - common, sizes.size())
                .boxed()
                .filter(i -> !sizes.get(i).equals(others.get(i + ahead)))
                .toList();
        if (common > 1 && unlike.size() == 1) {
          sizes.set(unlike.get(0), others.get(unlike.get(0) + ahead));
          edits.add(RankEdits.edit(input, sizes));
        }
      }
    }
    return edits.stream();
  }

  /** One of the axes half as long, or twice. */
  public static Stream<Edit> scaled(Failure failure) {
    Trace trace = failure.trace();
    Set<Edit> edits = new LinkedHashSet<>();
    for (InputDeclaration input : trace.model().root().inputs()) {
      List<Long> sizes = sizes(input);
      for (int axis = 0; axis < sizes.size(); axis++) {
        for (long size : new long[] {sizes.get(axis) / 2, sizes.get(axis) * 2}) {
          List<Long> other = new ArrayList<>(sizes);
          other.set(axis, Math.max(1, size));
          edits.add(RankEdits.edit(input, other));
        }
      }
    }
    return edits.stream();
  }

  private static List<Long> sizes(InputDeclaration input) {
    List<Dim> dims = input.sample().dims();
    return dims.stream().allMatch(Dim::isConstant)
        ? dims.stream().map(Dim::value).toList()
        : List.of();
  }
}
