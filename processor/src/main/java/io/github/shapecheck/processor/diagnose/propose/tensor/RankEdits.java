package io.github.shapecheck.processor.diagnose.propose.tensor;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.AddedLayer;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proposes to give a tensor more or fewer axes in front of a layer that wants another number of
 * them.
 */
public final class RankEdits {
  private static final long LARGEST_SIDE = 4096;

  private RankEdits() {}

  private static AddedLayer flatten() {
    return AddedLayer.of(Catalogue.layer(Kind.FLATTEN, 0));
  }

  public static Stream<Edit> of(Failure failure) {
    Trace trace = failure.trace();
    Problem problem = failure.problem();
    List<Edit> edits = new ArrayList<>();
    List<LayerSpot> spots = failure.layers();
    int step = problem.step();
    if (step < 0 || step >= trace.steps().size() || trace.steps().get(step).arguments().isEmpty()) {
      return edits.stream();
    }
    Tensor arriving = trace.steps().get(step).arguments().get(0);
    if (!spots.isEmpty()
        && spots.get(0).path().equals(problem.subject())
        && spots.get(0).index() == 0) {
      flatten(problem.subject(), arriving.rank(), edits);
      unflatten(spots.get(0), arriving.shape(), edits);
    }
    edits.addAll(inputs(trace, spots));
    return edits.stream();
  }

  /** A Flatten in front of a Linear that wants just as many features as a sample has. */
  public static Stream<Edit> flattened(Failure failure) {
    Tensor arriving =
        failure.step().flatMap(step -> step.arguments().stream().findFirst()).orElse(null);
    List<LayerSpot> own = LayerSpot.named(failure.trace(), failure.problem().subject());
    if (arriving == null || arriving.rank() < 3 || own.size() != 1) {
      return Stream.of();
    }
    Dim wanted = Dim.of(Math.max(0, own.get(0).number(Role.IN)));
    boolean all =
        arriving.shape().isKnown()
            && arriving
                .shape()
                .numel()
                .dividedBy(InputDeclaration.BATCH)
                .filter(wanted::equals)
                .isPresent();
    return all
        ? Stream.concat(
            Stream.of(flatten().before(failure.problem().subject())),
            FrontCall.listed("Flatten()", failure))
        : Stream.of();
  }

  /** Other ranks of the inputs. */
  public static Stream<Edit> ofInputs(Failure failure) {
    return inputs(failure.trace(), List.of()).stream();
  }

  private static List<Edit> inputs(Trace trace, List<LayerSpot> spots) {
    List<Edit> edits = new ArrayList<>();
    Set<Long> fronts = new LinkedHashSet<>(List.of(1L));
    for (LayerSpot spot : spots) {
      fronts.add(spot.number(Role.IN));
    }
    for (InputDeclaration input : trace.model().root().inputs()) {
      input(input, fronts, edits);
    }
    return edits;
  }

  private static void flatten(String layer, int rank, List<Edit> edits) {
    if (rank > 2) {
      edits.add(flatten().before(layer));
    }
    for (int start = 2; start < rank - 1; start++) {
      edits.add(flatten().with(Role.FIRST_AXIS, Setting.of(start)).before(layer));
    }
  }

  /**
   * A row of values becomes an image: channels as the layer wants them, then a square, else single
   * cells.
   */
  private static void unflatten(LayerSpot spot, Shape shape, List<Edit> edits) {
    Dim last = shape.rank() == 0 ? Dim.unknown() : shape.dim(-1);
    if (!last.isConstant()) {
      return;
    }
    long channels = Math.max(1, spot.number(Role.IN, Role.IN_AND_OUT));
    if (last.value() % channels == 0) {
      long side = (long) Math.sqrt((double) (last.value() / channels));
      if (side > 1 && side < LARGEST_SIDE && side * side * channels == last.value()) {
        add(spot, shape.rank() - 1, List.of(channels, side, side), edits);
      }
      for (int ones = 1; ones <= 3; ones++) {
        List<Long> sizes = new ArrayList<>(List.of(channels, last.value() / channels));
        while (sizes.size() < ones + 1) {
          sizes.add(1L);
        }
        add(spot, shape.rank() - 1, sizes, edits);
      }
    }
  }

  private static void add(LayerSpot spot, int axis, List<Long> sizes, List<Edit> edits) {
    edits.add(
        AddedLayer.of(Catalogue.layer(Kind.UNFLATTEN, 0))
            .with(Role.AXIS, Setting.of(axis))
            .with(Role.SIZE, new Setting.Numbers(sizes))
            .before(spot.path()));
  }

  /** A sample with one axis more or one less. */
  private static void input(InputDeclaration input, Set<Long> fronts, List<Edit> edits) {
    if (!input.sample().dims().stream().allMatch(Dim::isConstant)) {
      return;
    }
    List<Long> sizes = input.sample().dims().stream().map(Dim::value).toList();
    for (long front : fronts) {
      if (front > 0) {
        List<Long> more = new ArrayList<>(sizes);
        more.add(0, front);
        edits.add(edit(input, more));
      }
    }
    if (sizes.size() > 1) {
      edits.add(edit(input, sizes.subList(1, sizes.size())));
    }
  }

  public static Edit edit(InputDeclaration input, List<Long> sizes) {
    return new Edit.SetInput(
        input.name(), sizes.stream().map(size -> new Edit.Range(size, size)).toList());
  }
}
