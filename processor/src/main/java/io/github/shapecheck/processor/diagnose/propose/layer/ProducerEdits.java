package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.TunableMember;
import io.github.shapecheck.processor.diagnose.rerun.Tuning;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.UnaryOperator;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Proposes another width for the layer that made what does not fit: where the reader says in plain
 * numbers what it wants, the maker's number is the likelier slip.
 */
public final class ProducerEdits {
  /** Gray, colors, and how much shines through. */
  private static final long MOST_COLORS = 4;

  /** Queries, keys and values. */
  private static final int MOST_INPUTS = 3;

  private static final int NEAREST = 3;
  private static final int NEAR = 2;
  private static final int MOST_JOINED = 8;
  private static final Set<ProblemId> OF_OPERANDS =
      EnumSet.of(ProblemId.BROADCAST, ProblemId.CAT, ProblemId.STACK, ProblemId.MATMUL);

  private ProducerEdits() {}

  /** Widths of the nearest layers before the problem. */
  public static Stream<Edit> of(Failure failure) {
    return failure.problem().id() == ProblemId.VIEW && !saysEverySize(failure)
        ? Stream.of()
        : ofRows(failure);
  }

  /** The same for a view that leaves the rows to be computed. */
  public static Stream<Edit> ofRows(Failure failure) {
    if (failure.problem().id() == ProblemId.FOLD_CUTS_AXIS) {
      return ofCut(failure);
    }
    boolean view = failure.problem().id() == ProblemId.VIEW;
    Tuning tuning = failure.tuning();
    return failure.layers().stream()
        .filter(spot -> !spot.path().equals(failure.problem().subject()))
        .filter(spot -> spot.number(Role.OUT, Role.IN_AND_OUT) > 0)
        .limit(view || OF_OPERANDS.contains(failure.problem().id()) ? NEAREST : NEAR)
        .flatMap(spot -> spot.numbers(Role.OUT, Role.IN_AND_OUT))
        .filter(width -> !isFactorOfMap(width.declared(), failure.problem()))
        .flatMap(width -> tuned(width, tuning));
  }

  /** So many fewer features that a sample has one row where a view makes several. */
  private static Stream<Edit> ofCut(Failure failure) {
    Dim rows =
        failure.step().stream()
            .flatMap(step -> step.outputs().stream())
            .filter(output -> output.rank() > 0)
            .findFirst()
            .flatMap(output -> output.dim(0).dividedBy(InputDeclaration.BATCH))
            .orElse(Dim.unknown());
    return !rows.isConstant() || rows.value() < 2
        ? Stream.of()
        : failure.layers().stream()
            .flatMap(spot -> spot.numbers(Role.OUT))
            .filter(width -> width.declared() > 0 && width.declared() % rows.value() == 0)
            .limit(NEAREST)
            .map(
                width -> {
                  long out = width.declared() / rows.value();
                  return width.edit(failure.trace().model(), out, out);
                });
  }

  /** Whether a Linear counts square maps of as many channels: then the maps are of another size. */
  private static boolean isFactorOfMap(long channels, Problem problem) {
    List<Dim> declared = problem.facts().numbers();
    if (problem.id() != ProblemId.LINEAR_IN
        || declared.size() != 1
        || !declared.get(0).isConstant()
        || channels < 1) {
      return false;
    }
    long features = declared.get(0).value();
    long side = Math.round(Math.sqrt((double) features / channels));
    return side * side * channels == features;
  }

  /** So many more or fewer features of one of the layers that are joined as the reader misses. */
  public static Stream<Edit> ofJoined(Failure failure) {
    long missing = missing(failure.problem());
    if (missing == 0
        || failure.call().before(failure.trace(), NEAREST, s -> s.kind() == Kind.JOIN).isEmpty()) {
      return Stream.of();
    }
    List<TunableMember> widths =
        failure.layers().stream()
            .filter(spot -> !spot.path().equals(failure.problem().subject()))
            .flatMap(spot -> spot.numbers(Role.OUT))
            .filter(width -> width.declared() > 0 && width.declared() + missing > 0)
            .limit(MOST_JOINED)
            .toList();
    ToLongFunction<TunableMember> likeOthers =
        width -> widths.stream().filter(o -> o.declared() == width.declared() + missing).count();
    return widths.stream()
        .sorted(Comparator.comparingLong(likeOthers).reversed())
        .map(
            width -> {
              long out = width.declared() + missing;
              return width.edit(failure.trace().model(), out, out);
            });
  }

  /** How many more features a layer declares than arrive; 0 where that is not known. */
  private static long missing(Problem problem) {
    List<Dim> declared = problem.facts().numbers();
    return declared.size() != 1 || !declared.get(0).isConstant()
        ? 0
        : problem.repairs().stream()
            .filter(Edit.SetMembers.class::isInstance)
            .flatMap(edit -> ((Edit.SetMembers) edit).members().values().stream())
            .filter(Setting.Number.class::isInstance)
            .map(number -> declared.get(0).value() - ((Setting.Number) number).value())
            .findFirst()
            .orElse(0L);
  }

  /**
   * One score a sample for what is compared with labels that have no further axis, or weighs
   * features.
   */
  public static Stream<Edit> ofScores(Failure failure) {
    List<Tensor> operands = failure.step().map(Step::arguments).orElse(List.of());
    if (operands.size() < 2) {
      return Stream.of();
    }
    List<Dim> labels = operands.get(1).shape().dims();
    List<Dim> output = operands.get(0).shape().dims();
    boolean further =
        output.size() == labels.size() + 1 && output.subList(0, labels.size()).equals(labels);
    Dim scores = further ? output.get(labels.size()) : rows(output, labels);
    List<Dim> sizes =
        failure.problem().id() == ProblemId.BROADCAST
            ? operands.stream().filter(t -> t.rank() > 0).map(t -> t.dim(-1)).toList()
            : List.of(scores);
    return failure.layers().stream()
        .flatMap(spot -> spot.numbers(Role.OUT))
        .filter(width -> width.declared() > 1 && sizes.contains(Dim.of(width.declared())))
        .limit(1)
        .map(width -> width.edit(failure.trace().model(), 1, 1));
  }

  /** How many rows there are for each label, where both are one row; not known else. */
  private static Dim rows(List<Dim> output, List<Dim> labels) {
    boolean batch = labels.equals(List.of(InputDeclaration.BATCH)) && output.size() == 1;
    return batch
        ? output.get(0).dividedBy(InputDeclaration.BATCH).orElse(Dim.unknown())
        : Dim.unknown();
  }

  /** The widths of the other operands for the nearest makers, after which others may not fit. */
  public static Stream<Edit> ofOperands(Failure failure) {
    Set<Long> sizes = new LinkedHashSet<>();
    failure.step().stream()
        .flatMap(step -> step.arguments().stream())
        .flatMap(operand -> operand.shape().dims().stream())
        .filter(Dim::isConstant)
        .forEach(size -> sizes.add(size.value()));
    return failure.layers().stream()
        .limit(NEAREST)
        .flatMap(spot -> spot.numbers(Role.OUT))
        .filter(width -> sizes.contains(width.declared()))
        .flatMap(
            width ->
                sizes.stream()
                    .filter(size -> size != width.declared())
                    .map(size -> width.edit(failure.trace().model(), size, size)));
  }

  /** As many channels as a shuffle deals out, or as it can deal out evenly. */
  public static Stream<Edit> ofShuffle(Failure failure) {
    Step step = failure.step().orElse(null);
    Dim factor =
        step == null || step.kind() != Kind.PIXEL_SHUFFLE
            ? null
            : step.call().get("upscale_factor").dim();
    long colors =
        failure.trace().model().root().inputs().stream()
            .map(input -> input.sample().dims())
            .filter(dims -> dims.size() > 2 && dims.get(0).isConstant())
            .mapToLong(dims -> dims.get(0).value())
            .filter(channels -> channels <= MOST_COLORS)
            .findFirst()
            .orElse(0);
    if (factor == null || !factor.isConstant()) {
      return Stream.of();
    }
    long area = factor.times(factor).value();
    return failure.layers().stream()
        .flatMap(spot -> spot.numbers(Role.OUT))
        .filter(width -> width.declared() > 0)
        .limit(1)
        .flatMap(
            width ->
                LongStream.of(
                        colors * area,
                        width.declared() <= MOST_COLORS ? width.declared() * area : 0,
                        width.declared() / area * area,
                        (width.declared() / area + 1) * area)
                    .filter(out -> out > 0)
                    .distinct()
                    .mapToObj(out -> width.edit(failure.trace().model(), out, out)));
  }

  /** The channels that arrive, and a group for each, where a layer had a group for each. */
  public static Stream<Edit> depthwise(Failure failure) {
    return LayerSpot.named(failure.trace(), failure.problem().subject()).stream()
        .filter(spot -> spot.number(Role.GROUPS) > 1)
        .filter(spot -> spot.number(Role.GROUPS) == spot.number(Role.IN))
        .flatMap(
            spot ->
                failure.problem().repairs().stream()
                    .flatMap(edit -> withGroups(spot, edit).stream()));
  }

  /** Widths of their own for keys and values that are no queries. */
  public static Stream<Edit> ofKeys(Failure failure) {
    List<Tensor> inputs = failure.step().map(Step::arguments).orElse(List.of());
    Dim width = inputs.size() < MOST_INPUTS ? Dim.unknown() : inputs.get(1).dim(-1);
    return !width.isConstant() || !inputs.get(2).dim(-1).equals(width)
        ? Stream.of()
        : LayerSpot.named(failure.trace(), failure.problem().subject()).stream()
            .map(
                spot -> {
                  Map<String, Setting> widths = new LinkedHashMap<>();
                  spot.numbers(Role.IN)
                      .forEach(in -> widths.put(in.member(), Setting.of(width.value())));
                  return new Edit.SetMembers(spot.path(), spot.index(), widths);
                });
  }

  private static Optional<Edit> withGroups(LayerSpot spot, Edit edit) {
    String in = spot.numbers(Role.IN).findFirst().map(TunableMember::member).orElse("");
    String groups = spot.numbers(Role.GROUPS).findFirst().map(TunableMember::member).orElse("");
    if (!(edit instanceof Edit.SetMembers set) || !set.members().keySet().equals(Set.of(in))) {
      return Optional.empty();
    }
    Map<String, Setting> both = new LinkedHashMap<>(set.members());
    both.put(groups, set.members().get(in));
    return Optional.of(new Edit.SetMembers(set.layer(), set.index(), both));
  }

  private static Stream<Edit> tuned(TunableMember width, Tuning tuning) {
    Optional<Edit> edit =
        width.declared() < 1
            ? Optional.empty()
            : tuning.of(width, width.declared(), SizeSet.from(1));
    return edit.stream();
  }

  /** Whether a view leaves no size to be computed. */
  private static boolean saysEverySize(Failure failure) {
    return failure.call().expression().orElse(null) instanceof Expression.Call view
        && view.positional().size() > 2
        && view.positional().stream().noneMatch(ProducerEdits::isComputed);
  }

  private static boolean isComputed(Expression size) {
    return size instanceof Expression.Unary minus && minus.operator() == UnaryOperator.NEGATE;
  }
}
