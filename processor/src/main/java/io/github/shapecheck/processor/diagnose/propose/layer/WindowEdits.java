package io.github.shapecheck.processor.diagnose.propose.layer;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.TunableMember;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.problem.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Proposes to give a window the numbers that the user's other windows have, or the padding that
 * keeps the size: what is unlike all others is the likelier slip.
 */
public final class WindowEdits {
  /** Problems of a map, which are no reason to keep its size. */
  private static final Set<ProblemId> TOO_SMALL =
      EnumSet.of(ProblemId.KERNEL_TOO_BIG, ProblemId.OUTPUT_TOO_SMALL);

  private static final int MOST_LAYERS = 12;
  private static final int TWIN = 2;
  private static final int MOST_TWINS = 2;
  private static final int KEEPS_SIZE = 5;
  private static final int LARGEST_STRIDE = 8;

  /**
   * What a layer's windows are made of.
   *
   * @param axis on which they are so, -1 for all
   */
  private record Window(
      String type,
      int axis,
      long kernel,
      long stride,
      long padding,
      long dilation,
      long outputPadding) {
    /** What it is on whichever axis. */
    Window anywhere() {
      return new Window(type, -1, kernel, stride, padding, dilation, outputPadding);
    }

    /** The padding that keeps the size, if any does. */
    long same() {
      return dilation * (kernel - 1) / 2;
    }

    /** Windows with gaps also where the cells at one end are cut off later. */
    boolean keepsSize() {
      boolean causal = dilation > 1 && padding == dilation * (kernel - 1);
      return kernel % 2 == 1 && 2 * padding == dilation * (kernel - 1) || causal;
    }

    /**
     * Cells between two windows are never read, or windows lie in the padding: nobody means that.
     */
    boolean isOdd() {
      boolean skips = (kernel > 1 || isTransposed()) && dilation == 1 && stride > kernel;
      return skips || padding >= kernel && dilation == 1 && !isTransposed();
    }

    private boolean isTransposed() {
      return kind() == Kind.TRANSPOSED_CONVOLUTION;
    }

    boolean isPoolOfTwo() {
      return kernel == 2 && kind() == Kind.POOL;
    }

    private Kind kind() {
      LayerType layer = Catalogue.layer(type);
      return layer == null ? Kind.OTHER : layer.operation().kind();
    }

    Window with(Role role, long number) {
      return new Window(
          type,
          axis,
          role == Role.KERNEL ? number : kernel,
          role == Role.STRIDE ? number : stride,
          role == Role.PADDING ? number : padding,
          role == Role.DILATION ? number : dilation,
          role == Role.OUTPUT_PADDING ? number : outputPadding);
    }

    long get(Role role) {
      return switch (role) {
        case KERNEL -> kernel;
        case STRIDE -> stride;
        case PADDING -> padding;
        case OUTPUT_PADDING -> outputPadding;
        default -> dilation;
      };
    }
  }

  /** An edit with what speaks for it. */
  private record Candidate(Edit edit, int evidence) {}

  private static final List<Role> ROLES =
      List.of(Role.PADDING, Role.OUTPUT_PADDING, Role.KERNEL, Role.STRIDE, Role.DILATION);

  private final boolean isTooSmall;
  private final Map<Window, Integer> times = new LinkedHashMap<>();

  private WindowEdits(Failure failure) {
    this.isTooSmall = TOO_SMALL.contains(failure.problem().id());
    Model model = failure.trace().model();
    Stream.concat(Stream.of(model.root()), model.modules().values().stream().sorted(BY_NAME))
        .flatMap(module -> module.fields().stream())
        .flatMap(field -> field.layers().stream())
        .forEach(this::count);
    Map<Origin, LayerDeclaration> written = new LinkedHashMap<>();
    failure.trace().made().values().forEach(layer -> written.put(layer.origin(), layer));
    written.values().forEach(this::count);
  }

  private static final Set<Role> PADDINGS = EnumSet.of(Role.PADDING, Role.OUTPUT_PADDING);

  private static final Comparator<ModuleDeclaration> BY_NAME =
      Comparator.comparing(ModuleDeclaration::qualifiedName);

  private void count(LayerDeclaration layer) {
    windows(new LayerSpot("", 0, layer))
        .forEach(window -> times.merge(window.anywhere(), 1, Integer::sum));
  }

  /** Edits to try, those of which most speaks first, then near ones. */
  public static Stream<Edit> of(Failure failure) {
    WindowEdits edits = new WindowEdits(failure);
    List<Candidate> candidates = new ArrayList<>();
    failure.layers().stream()
        .filter(spot -> windows(spot).findAny().isPresent())
        .limit(MOST_LAYERS)
        .forEach(spot -> windows(spot).forEach(window -> edits.propose(spot, window, candidates)));
    candidates.sort(Comparator.comparing(Candidate::evidence).reversed());
    return candidates.stream().map(Candidate::edit).distinct();
  }

  /** The paddings that keep the size, where two windows have none and a Linear counts on them. */
  public static Stream<Edit> ofBoth(Failure failure) {
    List<Edit> padded =
        failure.layers().stream()
            .flatMap(
                spot ->
                    windows(spot)
                        .filter(
                            window ->
                                window.axis() < 0 && window.padding() == 0 && window.kernel() > 1)
                        .filter(window -> window.with(Role.PADDING, window.same()).keepsSize())
                        .flatMap(
                            window ->
                                spot.numbers(Role.PADDING)
                                    .limit(1)
                                    .map(
                                        padding ->
                                            spot.set(padding.member(), Setting.of(window.same())))))
            .toList();
    return padded.size() == 2
        ? Stream.of(new Edit.Both(padded.get(1), padded.get(0)))
        : Stream.of();
  }

  private void propose(LayerSpot spot, Window window, List<Candidate> candidates) {
    int before = evidence(window, 1, false);
    boolean alone = times(window) < 2;
    for (Role role : ROLES) {
      if (!alone && !PADDINGS.contains(role)) {
        continue; // the same kernel elsewhere is no slip
      }
      for (TunableMember member : spot.numbers(role).filter(m -> isOf(m, window)).toList()) {
        for (long number : numbers(window, role)) {
          boolean padded = role == Role.KERNEL && window.padding() > 0;
          int evidence =
              evidence(window.with(role, number), 0, padded) - before - doubt(role, number);
          if (evidence > 0) {
            candidates.add(new Candidate(edit(member, window, number), evidence));
          }
        }
      }
    }
  }

  /** Whether a member has a number for the axis alone where a window is of one. */
  private static boolean isOf(TunableMember member, Window window) {
    return window.axis() < 0 || member.numbers().size() > window.axis();
  }

  private static Edit edit(TunableMember member, Window window, long number) {
    List<Long> numbers = new ArrayList<>(member.numbers());
    if (window.axis() >= 0) {
      numbers.set(window.axis(), number);
    }
    Setting all = window.axis() < 0 ? Setting.of(number) : new Setting.Numbers(numbers);
    return member.spot().set(member.member(), all);
  }

  private int times(Window window) {
    return times.getOrDefault(window.anywhere(), 0);
  }

  /** What speaks for a window; where one was padded on purpose, also that it keeps a small map. */
  private int evidence(Window window, int own, boolean padded) {
    return Math.min(MOST_TWINS, times(window) - own) * TWIN
        + (window.keepsSize() && (padded || !isTooSmall) ? KEEPS_SIZE : 0)
        + (window.isPoolOfTwo() ? 1 : 0)
        - (window.isOdd() ? TWIN : 0);
  }

  /** A kernel of one cell sees no neighbours: that is another layer. No padding is not written. */
  private static int doubt(Role role, long number) {
    return role == Role.KERNEL && number == 1
        ? KEEPS_SIZE
        : role == Role.PADDING && number == 0 ? 1 : 0;
  }

  /** The other windows' numbers, and what keeps the size. */
  private Set<Long> numbers(Window window, Role role) {
    Set<Long> numbers = new LinkedHashSet<>();
    if (role == Role.PADDING && window.kernel() % 2 == 1) {
      numbers.add(window.same());
    } else if (role == Role.KERNEL && window.dilation() > 0) {
      numbers.add(2 * window.padding() / window.dilation() + 1);
      if (window.dilation() > 1) {
        numbers.add(window.padding() / window.dilation() + 1);
      }
    }
    if (role == Role.KERNEL && window.kind() == Kind.POOL) {
      numbers.add(2L);
    }
    if (role == Role.STRIDE && window.isOdd()) {
      LongStream.rangeClosed(2, Math.min(window.kernel(), LARGEST_STRIDE))
          .map(less -> window.kernel() + 2 - less)
          .forEach(numbers::add);
    }
    times.keySet().stream()
        .filter(other -> other.type().equals(window.type()))
        .forEach(other -> numbers.add(other.get(role)));
    numbers.remove(window.get(role));
    return numbers;
  }

  /** One for all axes where they are alike, else one for each. */
  private static Stream<Window> windows(LayerSpot spot) {
    int axes =
        spot.numbers(ROLES.toArray(Role[]::new))
            .filter(member -> member.declared() < 0)
            .mapToInt(member -> member.numbers().size())
            .max()
            .orElse(0);
    return axes < 2
        ? window(spot, -1)
        : IntStream.range(0, axes).boxed().flatMap(axis -> window(spot, axis));
  }

  private static Stream<Window> window(LayerSpot spot, int axis) {
    long kernel = number(spot, axis, Role.KERNEL, 0);
    return kernel < 1
        ? Stream.of()
        : Stream.of(
            new Window(
                spot.layer().type(),
                axis,
                kernel,
                number(spot, axis, Role.STRIDE, 1),
                number(spot, axis, Role.PADDING, 0),
                number(spot, axis, Role.DILATION, 1),
                number(spot, axis, Role.OUTPUT_PADDING, 0)));
  }

  private static long number(LayerSpot spot, int axis, Role role, long otherwise) {
    return spot.numbers(role)
        .map(member -> axis < member.numbers().size() ? member.element(axis) : member)
        .map(TunableMember::declared)
        .filter(number -> number >= 0)
        .findFirst()
        .orElse(otherwise);
  }
}
