package io.github.shapecheck.processor.diagnose.propose.input;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Proposes another size for a bare tensor of the model that does not go with what it meets: a table
 * of positions, a learned query, a mask.
 */
public final class TensorEdits {
  private static final int MOST_STEPS = 24;

  private TensorEdits() {}

  /** Edits to try, those of the tensors that are read nearest first. */
  public static Stream<Edit> of(Failure failure) {
    return of(failure, leaf -> true);
  }

  /** Edits of tensors that a second failure reads, too. */
  public static Stream<Edit> ofBoth(Failure failure, Failure other) {
    List<Leaf> leaves = other.step().map(step -> leaves(other.trace(), step)).orElse(List.of());
    return of(failure, leaves::contains);
  }

  private static Stream<Edit> of(Failure failure, Predicate<Leaf> wanted) {
    Trace trace = failure.trace();
    Set<Edit> edits = new LinkedHashSet<>();
    List<Long> sizes = sizes(failure.problem());
    failure.step().map(step -> leaves(trace, step)).orElse(List.of()).stream()
        .filter(wanted)
        .filter(leaf -> isTheOnly(leaf, trace))
        .forEach(
            leaf -> {
              propose(leaf, sizes, edits);
              failure.problem().facts().operands().forEach(other -> whole(leaf, other, edits));
              sizes.forEach(size -> square(leaf, size, edits));
            });
    return edits.stream();
  }

  /** The sizes of what a table is added to, on all axes but those that it leaves out. */
  private static void whole(Leaf leaf, Shape other, Set<Edit> edits) {
    Shape shape = leaf.shape();
    if (shape.rank() != other.rank()) {
      return;
    }
    List<Long> sizes = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      Dim size = shape.dim(axis).equals(Dim.of(1)) ? shape.dim(axis) : other.dim(axis);
      if (!size.isConstant()) {
        return;
      }
      sizes.add(size.value());
    }
    edits.add(sized(leaf, sizes));
  }

  /** As many rows as columns, where it has so, as a mask. */
  private static void square(Leaf leaf, long size, Set<Edit> edits) {
    int rank = leaf.shape().rank();
    if (rank > 1 && leaf.shape().dims().stream().distinct().count() == 1) {
      edits.add(sized(leaf, Collections.nCopies(rank, size)));
    }
  }

  private static Edit sized(Leaf leaf, List<Long> sizes) {
    return new Edit.SetMembers(leaf.name(), 0, Map.of("value", new Setting.Numbers(sizes)));
  }

  private static boolean isTheOnly(Leaf leaf, Trace trace) {
    return trace.leaves().stream().filter(other -> other.name().equals(leaf.name())).count() == 1;
  }

  private static List<Long> sizes(Problem problem) {
    Set<Long> sizes = new LinkedHashSet<>();
    for (Shape operand : problem.facts().operands()) {
      operand.dims().stream().filter(Dim::isConstant).forEach(dim -> sizes.add(dim.value()));
    }
    return new ArrayList<>(sizes);
  }

  /** The bare tensors that a step reads, or that a few steps before it read. */
  private static List<Leaf> leaves(Trace trace, Step step) {
    Set<Leaf> leaves = new LinkedHashSet<>();
    Set<Integer> seen = new LinkedHashSet<>();
    Deque<Tensor> open = new ArrayDeque<>(step.arguments());
    while (!open.isEmpty() && seen.size() < MOST_STEPS) {
      int source = open.pop().source();
      if (!seen.add(source) || source == Tensor.NOWHERE) {
        continue;
      }
      if (source >= 0) {
        open.addAll(trace.steps().get(source).arguments());
      } else if (trace.leaves().get(-1 - source).kind() != Leaf.Kind.INPUT) {
        leaves.add(trace.leaves().get(-1 - source));
      }
    }
    return new ArrayList<>(leaves);
  }

  private static void propose(Leaf leaf, List<Long> sizes, Set<Edit> edits) {
    Shape shape = leaf.shape();
    if (!shape.dims().stream().allMatch(Dim::isConstant)) {
      return;
    }
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      for (long size : sizes) {
        if (size > 1 && !shape.dim(axis).equals(Dim.of(size))) {
          List<Long> changed = new ArrayList<>();
          shape.with(axis, Dim.of(size)).dims().forEach(dim -> changed.add(dim.value()));
          edits.add(sized(leaf, changed));
        }
      }
    }
  }
}
