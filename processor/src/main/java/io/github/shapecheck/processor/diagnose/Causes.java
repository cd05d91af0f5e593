package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the problems that are no consequences of others: what one edit repairs is one mistake. */
final class Causes {
  /** Problems of a number that two layers must agree on. */
  private static final Set<ProblemId> OF_NUMBERS =
      EnumSet.of(
          ProblemId.FEATURES,
          ProblemId.NORMALIZED_SHAPE,
          ProblemId.CONV_IN_CHANNELS,
          ProblemId.LINEAR_IN,
          ProblemId.RNN_INPUT,
          ProblemId.STATE,
          ProblemId.ATTENTION_EMBED);

  /** Problems of two tensors that do not go together. */
  private static final Set<ProblemId> OF_OPERANDS =
      EnumSet.of(ProblemId.BROADCAST, ProblemId.STACK, ProblemId.CAT, ProblemId.MATMUL);

  /** Problems of two numbers of a layer, one of which may also not be what arrives. */
  private static final Set<ProblemId> OF_A_LAYERS_OWN =
      EnumSet.of(ProblemId.HEADS, ProblemId.DIVISIBLE, ProblemId.CONV_GROUPS);

  /** Problems of which others may be consequences. */
  private static final Set<ProblemId> LEADING = EnumSet.copyOf(OF_NUMBERS);

  /** Problems that may be consequences. */
  private static final Set<ProblemId> FOLLOWING = EnumSet.copyOf(OF_NUMBERS);

  static {
    LEADING.add(ProblemId.RANK);
    LEADING.addAll(OF_OPERANDS);
    LEADING.addAll(OF_A_LAYERS_OWN);
    FOLLOWING.addAll(OF_OPERANDS);
    FOLLOWING.addAll(
        EnumSet.of(
            ProblemId.RANK, ProblemId.KERNEL_TOO_BIG, ProblemId.OUTPUT_TOO_SMALL, ProblemId.VIEW));
  }

  /** Problems of a value that several lines may use: in the same words it is the same mistake. */
  private static final Set<ProblemId> OF_VALUES =
      EnumSet.of(ProblemId.INDEX_RANGE, ProblemId.LINEAR_IN, ProblemId.CONV_IN_CHANNELS);

  /** Of so many errors each two are compared. */
  private static final int MOST_COMPARED = 8;

  /** What operands do not fit each other, in either order. */
  private record Operands(ProblemId id, Map<Shape, Long> shapes) {
    static Operands of(Problem problem) {
      return new Operands(
          problem.id(),
          problem.facts().operands().stream()
              .collect(Collectors.groupingBy(shape -> shape, Collectors.counting())));
    }
  }

  private final Trace trace;
  private final Rerun rerun;
  private final Repairs repairs;
  private final boolean endedAtLimit; // a run again would end there, too, as late
  private final Map<Problem, List<Edit>> fixes = new IdentityHashMap<>();
  private final Map<Problem, List<Edit>> left = new IdentityHashMap<>();
  private final Map<Problem, List<List<Edit>>> ofCause = new IdentityHashMap<>();
  private final Map<Problem, List<String>> alike = new IdentityHashMap<>();
  private final List<Problem> leading = new ArrayList<>();
  private final Map<String, List<Problem>> ownNumbers = new HashMap<>();
  private final Map<Object, Problem> told = new HashMap<>();

  Causes(Trace trace, Rerun rerun, Repairs repairs) {
    this.trace = trace;
    this.rerun = rerun;
    this.repairs = repairs;
    this.endedAtLimit = trace.problems().stream().anyMatch(p -> p.id() == ProblemId.LIMIT);
  }

  /** The causes, in order; their consequences leave them the edits that repair both. */
  List<Finding> findings() {
    List<Problem> causes = new ArrayList<>();
    for (Problem problem : trace.problems()) {
      boolean follows = FOLLOWING.contains(problem.id()) && follows(problem);
      if (!follows && !isToldAgain(problem)) {
        causes.add(problem);
        add(problem);
      }
    }
    List<Problem> errors = causes.stream().filter(problem -> problem.id().isError()).toList();
    boolean many = errors.size() > MOST_COMPARED || endedAtLimit;
    causes.removeAll(many ? List.of() : withoutOneOfTwo(errors));
    causes.removeAll(ofOneKind(causes));
    return causes.stream().map(cause -> new Finding(told(cause), trace, fixes(cause))).toList();
  }

  /** Of errors that one number explains the first is told; these are the others. */
  private List<Problem> withoutOneOfTwo(List<Problem> errors) {
    List<Problem> told = new ArrayList<>();
    List<Problem> others = new ArrayList<>();
    for (Problem problem : errors) {
      boolean follows = false;
      for (Problem cause : told) {
        List<Edit> both = ofBoth(cause, problem);
        if (!both.isEmpty()) {
          only(cause, both);
          follows = true;
          break;
        }
      }
      (follows ? others : told).add(problem);
    }
    return others;
  }

  /**
   * Layers of which each has too many numbers are of the wrong kind: of these all but the first.
   */
  private List<Problem> ofOneKind(List<Problem> causes) {
    List<Problem> counts =
        causes.stream().filter(problem -> problem.id() == ProblemId.MEMBER_COUNT).toList();
    if (counts.size() < 2 || !counts.stream().allMatch(other -> isAlike(counts.get(0), other))) {
      return List.of();
    }
    List<Edit> first = fixes(counts.get(0));
    rerun.next();
    List<Edit> all =
        first.stream()
            .flatMap(edit -> together(edit, counts).stream())
            .filter(edit -> counts.stream().allMatch(one -> rerun.repairs(edit, one)))
            .toList();
    if (all.isEmpty()) {
      return List.of();
    }
    List<Problem> others = counts.subList(1, counts.size());
    only(counts.get(0), all);
    alike.put(counts.get(0), others.stream().map(Problem::subject).toList());
    return others;
  }

  private static boolean isAlike(Problem one, Problem other) {
    return one.facts().declared().equals(other.facts().declared())
        && one.facts().numbers().equals(other.facts().numbers());
  }

  /** The same change of the layer of each problem. */
  private Optional<Edit> together(Edit edit, List<Problem> problems) {
    List<Edit> each = new ArrayList<>();
    for (Problem problem : problems) {
      if (edit instanceof Edit.SetMembers set) {
        each.add(new Edit.SetMembers(problem.subject(), set.index(), set.members()));
      } else if (edit instanceof Edit.SetLayer layer) {
        LayerSpot.named(trace, problem.subject()).stream()
            .limit(1)
            .flatMap(spot -> spot.as(layer.annotation()).stream())
            .forEach(each::add);
      }
    }
    return each.size() < problems.size() ? Optional.empty() : each.stream().reduce(Edit.Both::new);
  }

  /** A problem that stands for others names them. */
  private Problem told(Problem cause) {
    List<String> others = alike.getOrDefault(cause, List.of());
    return others.isEmpty()
        ? cause
        : cause.at(cause.place(), cause.message() + "; as do " + String.join(", ", others));
  }

  /** The numbers that repair both problems. */
  private List<Edit> ofBoth(Problem cause, Problem problem) {
    Set<Edit> both = new LinkedHashSet<>(fixes(cause));
    both.addAll(fixes(problem));
    both.removeIf(
        edit ->
            !(edit instanceof Edit.SetMembers)
                || !rerun.repairs(edit, cause)
                || !rerun.repairs(edit, problem));
    return both.isEmpty() ? repairs.ofBoth(cause, problem) : List.copyOf(both);
  }

  private List<Edit> fixes(Problem problem) {
    if (!problem.id().isError() || endedAtLimit) {
      return List.of();
    }
    List<Edit> found = fixes.get(problem);
    if (found == null) {
      found = repairs.of(problem);
      fixes.put(problem, found);
    }
    return found;
  }

  /** Of a problem's edits only these are to be shown, of them those that were left before. */
  private void only(Problem problem, List<Edit> edits) {
    List<Edit> before = left.getOrDefault(problem, edits);
    List<Edit> ofAll = edits.stream().filter(before::contains).toList();
    List<Edit> now = ofAll.isEmpty() ? edits : ofAll;
    left.put(problem, now);
    fixes.put(problem, now.subList(0, Math.min(Repairs.MOST, now.size())));
  }

  private boolean follows(Problem problem) {
    for (Problem own : ownNumbers.getOrDefault(problem.subject(), List.of())) {
      if (isOfOneNumber(own, problem)) {
        return true;
      }
    }
    for (Iterator<Problem> open = leading.iterator(); open.hasNext(); ) {
      Problem cause = open.next();
      List<List<Edit>> lists = ofCause.computeIfAbsent(cause, this::furtherUp);
      if (lists.stream().allMatch(List::isEmpty)) {
        open.remove();
      }
      for (List<Edit> edits : lists) {
        List<Edit> both = edits.stream().filter(edit -> rerun.repairs(edit, problem)).toList();
        if (both.stream().anyMatch(edit -> isFurtherUp(edit, cause))
            || cause.id() == ProblemId.STATE && !both.isEmpty()) {
          only(cause, both);
          return true; // what repairs the cause alone would leave the consequence
        }
      }
    }
    return false;
  }

  private void add(Problem cause) {
    if (OF_A_LAYERS_OWN.contains(cause.id())) {
      ownNumbers.computeIfAbsent(cause.subject(), subject -> new ArrayList<>()).add(cause);
    } else if (LEADING.contains(cause.id())) {
      leading.add(cause);
    }
    told.putIfAbsent(what(cause), cause);
  }

  /** What a problem is of, equal for those of one mistake. */
  private static Object what(Problem problem) {
    if (OF_OPERANDS.contains(problem.id())) {
      return Operands.of(problem);
    }
    return OF_VALUES.contains(problem.id())
        ? List.of(problem.id(), problem.subject(), problem.message())
        : problem;
  }

  /**
   * Whether operands of the very shapes of an earlier problem's do not fit, or it says the same of
   * a value: where they come from is the same mistake, and only what repairs both is a repair.
   */
  private boolean isToldAgain(Problem problem) {
    Problem cause = told.get(what(problem));
    if (cause == null) {
      return false;
    }
    List<Edit> found = fixes(cause);
    only(cause, found.stream().filter(edit -> rerun.repairs(edit, problem)).toList());
    return true;
  }

  /** Whether a layer's number that does not go with another is also not what arrives. */
  private boolean isOfOneNumber(Problem cause, Problem problem) {
    if (!cause.subject().equals(problem.subject())) {
      return false;
    }
    List<Edit> both = fixes(problem).stream().filter(edit -> rerun.repairs(edit, cause)).toList();
    if (!both.isEmpty()) {
      only(cause, both);
    }
    return !both.isEmpty();
  }

  /** What repairs a cause and may repair more, likely edits and others. */
  private List<List<Edit>> furtherUp(Problem cause) {
    return List.of(fixes(cause), repairs.ofSeveral(cause));
  }

  private static boolean isFurtherUp(Edit edit, Problem cause) {
    if (edit instanceof Edit.ReplaceSource replace) {
      return replace.line() != cause.place().line();
    }
    return !(edit instanceof Edit.SetMembers set) || !set.layer().equals(cause.subject());
  }
}
