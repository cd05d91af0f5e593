package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Trace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  private static final Pattern SHAPE = Pattern.compile("\\[[^\\]]*\\]");

  private record Operands(ProblemId id, List<String> shapes) {}

  private final Trace trace;
  private final Trial trial;
  private final Fixes fixes;
  private final Map<Problem, List<List<Edit>>> ofCause = new IdentityHashMap<>();
  private final List<Problem> leading = new ArrayList<>();
  private final Map<String, List<Problem>> ownNumbers = new HashMap<>();
  private final Map<Operands, Problem> ofOperands = new HashMap<>();

  Causes(Trace trace, Trial trial, Fixes fixes) {
    this.trace = trace;
    this.trial = trial;
    this.fixes = fixes;
  }

  /** The causes, in order; their consequences leave them the edits that repair both. */
  List<Problem> find() {
    List<Problem> causes = new ArrayList<>();
    for (Problem problem : trace.problems()) {
      boolean follows =
          FOLLOWING.contains(problem.id()) && Fixes.withinLong(() -> follows(problem), false);
      if (!follows && !isToldAgain(problem)) {
        causes.add(problem);
        add(problem);
      }
    }
    return causes;
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
        List<Edit> both = edits.stream().filter(edit -> trial.repairs(edit, problem)).toList();
        if (both.stream().anyMatch(edit -> isFurtherUp(edit, cause))
            || cause.id() == ProblemId.STATE && !both.isEmpty()) {
          fixes.only(cause, both);
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
    if (OF_OPERANDS.contains(cause.id())) {
      ofOperands.putIfAbsent(new Operands(cause.id(), operands(cause)), cause);
    }
  }

  /**
   * Whether operands of the very shapes of an earlier problem's do not fit: where they come from is
   * the same mistake, and only what repairs both is a repair.
   */
  private boolean isToldAgain(Problem problem) {
    Problem cause =
        OF_OPERANDS.contains(problem.id())
            ? ofOperands.get(new Operands(problem.id(), operands(problem)))
            : null;
    if (cause == null) {
      return false;
    }
    List<Edit> found = fixes.of(cause);
    fixes.only(cause, found.stream().filter(edit -> trial.repairs(edit, problem)).toList());
    return true;
  }

  /** The shapes that a message names, in either order. */
  private static List<String> operands(Problem problem) {
    return SHAPE.matcher(problem.message()).results().map(MatchResult::group).sorted().toList();
  }

  /** Whether a layer's number that does not go with another is also not what arrives. */
  private boolean isOfOneNumber(Problem cause, Problem problem) {
    if (!cause.subject().equals(problem.subject())) {
      return false;
    }
    List<Edit> both =
        fixes.of(problem).stream().filter(edit -> trial.repairs(edit, cause)).toList();
    if (!both.isEmpty()) {
      fixes.only(cause, both);
    }
    return !both.isEmpty();
  }

  /** What repairs a cause and may repair more, likely edits and others. */
  private List<List<Edit>> furtherUp(Problem cause) {
    Set<Edit> likely = new LinkedHashSet<>(fixes.of(cause));
    if (!trial.goesOn()) {
      return List.of(List.copyOf(likely));
    }
    likely.addAll(InputShapes.reordered(trace, cause));
    Set<Edit> others = new LinkedHashSet<>(InputShapes.wellKnown(trace, cause));
    others.addAll(AdapterEdits.of(trace, cause));
    return Stream.of(likely, others)
        .map(edits -> edits.stream().filter(edit -> trial.repairs(edit, cause)).toList())
        .toList();
  }

  private static boolean isFurtherUp(Edit edit, Problem cause) {
    return !(edit instanceof Edit.SetMembers set) || !set.layer().equals(cause.subject());
  }
}
