package io.github.shapecheck.processor.diagnose.propose.input;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.TunableAxes;
import io.github.shapecheck.processor.diagnose.rerun.Tuning;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds other sizes of an input with which a problem is gone, square images staying square. */
public final class OtherInputs {
  private static final SizeSet SIZES = SizeSet.from(1);

  private final Model model;
  private final Tuning tuning;

  private OtherInputs(Failure failure) {
    this.model = failure.trace().model();
    this.tuning = failure.tuning();
  }

  /** For each input the first edit that helps. */
  public static Stream<Edit> of(Failure failure) {
    int inputs = isAsked(failure) ? failure.trace().model().root().inputs().size() : 0;
    OtherInputs others = new OtherInputs(failure);
    return IntStream.range(0, inputs).boxed().flatMap(input -> others.find(input).stream());
  }

  /** As {@link #of} by trying sizes one by one, for what cannot be solved for. */
  public static Stream<Edit> tried(Failure failure) {
    return isAsked(failure) ? new OtherInputs(failure).findByTrying().stream() : Stream.of();
  }

  /** Behind another input all is new, also what other mistakes there are. */
  private static boolean isAsked(Failure failure) {
    return failure.problem().step() >= 0 && !failure.rerun().isOfSeveral();
  }

  private Optional<Edit> find(int input) {
    Shape sample = model.root().inputs().get(input).sample();
    if (!sample.dims().stream().allMatch(Dim::isConstant)) {
      return Optional.empty();
    }
    return candidates(input, sample).stream()
        .flatMap(axis -> tuning.of(axis, axis.size(model).value(), SIZES).stream())
        .findFirst()
        .or(() -> square(input, sample));
  }

  /** Spatial axes that differ, made equal. */
  private Optional<Edit> square(int input, Shape sample) {
    if (sample.rank() < 3) {
      return Optional.empty();
    }
    TunableAxes axes = new TunableAxes(input, IntStream.range(1, sample.rank()).boxed().toList());
    return tuning.of(axes, axes.size(model).value(), SIZES);
  }

  private Optional<Edit> findByTrying() {
    for (int i = 0; i < model.root().inputs().size(); i++) {
      Shape sample = model.root().inputs().get(i).sample();
      if (sample.rank() > 1 && sample.dims().stream().allMatch(Dim::isConstant)) {
        TunableAxes axis = candidates(i, sample).get(0);
        Optional<Edit> edit = tuning.byTrying(axis, axis.size(model).value());
        if (edit.isPresent()) {
          return edit;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The spatial axes together where they are equal, then each axis by itself, the last one first.
   */
  private static List<TunableAxes> candidates(int input, Shape sample) {
    List<TunableAxes> axes = new ArrayList<>();
    List<Integer> spatial = IntStream.range(1, sample.rank()).boxed().toList();
    if (spatial.size() > 1 && spatial.stream().allMatch(i -> sample.dim(i).equals(sample.dim(1)))) {
      axes.add(new TunableAxes(input, spatial));
    }
    for (int axis = sample.rank() - 1; axis >= 0; axis--) {
      axes.add(TunableAxes.of(input, axis));
    }
    return axes;
  }
}
