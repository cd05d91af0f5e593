package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.TunableMember;
import io.github.shapecheck.processor.diagnose.rerun.Tuning;
import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Proposes other numbers and flags for the layers on the way to a problem, near ones first. */
public final class OtherNumbers {
  private static final SizeSet STRIDES = SizeSet.between(1, 2);

  /** What a window is made of. */
  private static final Role[] WINDOW = {Role.KERNEL, Role.PADDING, Role.STRIDE, Role.DILATION};

  /** What people adjust to align sizes. */
  private static final Role[] ALIGNING = {Role.PADDING, Role.STRIDE};

  /** What may be any number. */
  private static final Role[] ANY = {
    Role.IN,
    Role.OUT,
    Role.SIZE,
    Role.HEADS,
    Role.GROUPS,
    Role.COUNT,
    Role.IN_AND_OUT,
    Role.FACTOR,
    Role.AXIS
  };

  /** What is of another size than what it meets. */
  private static final Set<ProblemId> OF_OPERANDS =
      EnumSet.of(ProblemId.BROADCAST, ProblemId.CAT, ProblemId.LOSS_SHAPE);

  private static final Set<ProblemId> OF_WINDOWS =
      EnumSet.of(
          ProblemId.KERNEL_TOO_BIG,
          ProblemId.OUTPUT_TOO_SMALL,
          ProblemId.POOL_PADDING,
          ProblemId.OUTPUT_PADDING,
          ProblemId.POSITIVE,
          ProblemId.RANGE);

  private static final int MOST_LAYERS = 6;
  private static final int MOST_SHARED = 4;
  private static final int MOST = 2;

  private final Trace trace;
  private final Tuning tuning;
  private final List<Edit> edits = new ArrayList<>();
  private boolean aligns;

  private OtherNumbers(Failure failure) {
    this.trace = failure.trace();
    this.tuning = failure.tuning();
  }

  /** Edits of different layers or members. */
  public static Stream<Edit> of(Failure failure) {
    return failure.problem().step() < 0
        ? Stream.of()
        : new OtherNumbers(failure).find(failure.problem(), MOST).stream();
  }

  /** The kernel of another window on the way, then an odd one near that of the nearest window. */
  public static Stream<Edit> ofKernel(Failure failure) {
    List<TunableMember> kernels =
        failure.layers().stream()
            .flatMap(spot -> spot.numbers(Role.KERNEL))
            .filter(kernel -> kernel.declared() > 0)
            .toList();
    Stream<Edit> alike =
        kernels.stream()
            .limit(MOST_LAYERS)
            .flatMap(
                kernel ->
                    kernels.stream()
                        .filter(other -> type(other).equals(type(kernel)))
                        .mapToLong(TunableMember::declared)
                        .distinct()
                        .filter(number -> number > 1 && number != kernel.declared())
                        .mapToObj(number -> kernel.edit(failure.trace().model(), number, number)));
    Stream<Edit> near =
        kernels.stream()
            .limit(1)
            .flatMap(
                kernel ->
                    LongStream.of(-1, 1, -2, 2)
                        .map(more -> kernel.declared() + more)
                        .filter(other -> other > 1 && other % 2 == 1)
                        .mapToObj(other -> kernel.edit(failure.trace().model(), other, other)));
    return Stream.concat(alike, near).distinct();
  }

  private static String type(TunableMember number) {
    return number.spot().layer().type();
  }

  /** Edits of layers that lie on the way to a second failure, too. */
  public static Stream<Edit> ofBoth(Failure failure, Failure other) {
    OtherNumbers numbers = new OtherNumbers(failure);
    List<LayerSpot> shared = new ArrayList<>(failure.layers());
    shared.retainAll(other.layers());
    shared.stream()
        .limit(MOST_SHARED)
        .forEach(
            spot -> {
              numbers.tune(spot, Integer.MAX_VALUE, ANY);
              numbers.tune(spot, Integer.MAX_VALUE, WINDOW);
            });
    return numbers.edits.stream();
  }

  private List<Edit> find(Problem problem, int most) {
    List<LayerSpot> spots = LayerSpot.before(trace, problem).stream().limit(MOST_LAYERS).toList();
    for (LayerSpot spot : spots) {
      boolean own = spot.path().equals(problem.subject());
      if (own && problem.id() == ProblemId.MEMBER_COUNT) {
        spot.layer().attributes().keySet().forEach(member -> single(spot, member));
      }
      spot.numbers(Role.FLAG).forEach(flag -> flip(spot, flag.member()));
      tune(spot, most, Role.OUTPUT_PADDING);
    }
    for (LayerSpot spot : spots) {
      boolean own = spot.path().equals(problem.subject());
      aligns = !own || !OF_WINDOWS.contains(problem.id());
      tune(spot, most, aligns ? ALIGNING : WINDOW);
      tune(spot, most, ANY);
    }
    if (OF_OPERANDS.contains(problem.id())) {
      spots.forEach(spot -> tune(spot, most, Role.KERNEL));
    }
    return edits.subList(0, Math.min(most, edits.size()));
  }

  private void flip(LayerSpot spot, String flag) {
    Attribute attribute = spot.layer().attributes().get(flag);
    if (attribute != null && attribute.value() instanceof Value.Bool value) {
      Setting other = new Setting.Flag(!value.value());
      Edit edit = spot.set(flag, other);
      if (tuning.isGood(edit)) {
        edits.add(edit);
      }
    }
  }

  /** One of several numbers for all axes. */
  private void single(LayerSpot spot, String member) {
    List<Long> numbers = new TunableMember(spot, member, -1).numbers();
    for (long number :
        numbers.size() > 1 ? new TreeSet<>(numbers).descendingSet() : Set.<Long>of()) {
      Edit edit = spot.set(member, Setting.of(number));
      if (tuning.isGood(edit)) {
        edits.add(edit);
      }
    }
  }

  private void tune(LayerSpot spot, int most, Role... roles) {
    for (Role role : roles) {
      spot.numbers(role)
          .filter(number -> edits.size() < most)
          .forEach(number -> tune(number, role));
    }
  }

  private void tune(TunableMember all, Role role) {
    int count = all.numbers().size();
    if (count > 0 && all.declared() >= 0) {
      add(all, role);
    }
    for (int i = 0; count > 1 && i < count; i++) {
      add(all.element(i), role);
    }
  }

  /** A width may be anything, a window changes by a few cells only. */
  private void add(TunableMember number, Role role) {
    long declared = number.declared();
    SizeSet near = SizeSet.from(role.startsAtZero() ? 0 : 1);
    if (role.isOfWindows() || role == Role.OUTPUT_PADDING) {
      near = near.intersect(SizeSet.between(0, Math.max(declared, 0) + 3));
    }
    if (aligns && role == Role.STRIDE) {
      near = near.intersect(STRIDES); // other ones skip cells
    }
    tuning.of(number, declared, near).ifPresent(edits::add);
  }
}
