package io.github.shapecheck.processor.solve;

import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tries the edits that may repair a problem on the model and keeps those that do. */
public final class Fixes {
  private static final int MOST = 3;

  /** Of sizes up to this one none is of another order of magnitude, as of channels. */
  private static final long SMALL = 4;

  /** With so many the search for less likely ones ends. */
  private static final int ENOUGH = 2;

  private static final Set<ProblemId> OF_AXES =
      EnumSet.of(
          ProblemId.RANK,
          ProblemId.LINEAR_IN,
          ProblemId.FEATURES,
          ProblemId.DIM_RANGE,
          ProblemId.RNN_INPUT,
          ProblemId.STATE);

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

  /** Problems of which others may be consequences. */
  private static final Set<ProblemId> LEADING = EnumSet.copyOf(OF_NUMBERS);

  /** Problems that may be consequences. */
  private static final Set<ProblemId> FOLLOWING = EnumSet.copyOf(OF_NUMBERS);

  static {
    LEADING.add(ProblemId.RANK);
    LEADING.addAll(OF_OPERANDS);
    FOLLOWING.addAll(OF_OPERANDS);
    FOLLOWING.addAll(
        EnumSet.of(
            ProblemId.RANK, ProblemId.KERNEL_TOO_BIG, ProblemId.OUTPUT_TOO_SMALL, ProblemId.VIEW));
  }

  /** Sizes that a layer further up may be told to align. */
  private static final Set<ProblemId> OF_ALIGNMENT =
      EnumSet.of(ProblemId.CAT, ProblemId.BROADCAST, ProblemId.MATMUL);

  private static final Set<ProblemId> OF_LABELS =
      EnumSet.of(
          ProblemId.DTYPE, ProblemId.LOSS_DTYPE, ProblemId.LOSS_SHAPE, ProblemId.LOSS_BROADCAST);

  private static final Pattern SHAPE = Pattern.compile("\\[[^\\]]*\\]");

  private final Trace trace;
  private final Trial trial;
  private final Map<Problem, List<Edit>> known = new HashMap<>();
  private final Map<Problem, List<List<Edit>>> ofCause = new HashMap<>();

  /** Fixes for the problems of a trace. */
  public Fixes(Trace trace) {
    this.trace = trace;
    this.trial = new Trial(trace);
  }

  /**
   * At most three edits that each remove the problem and make no new one: first what the rule
   * proposes for the numbers that contradict each other, then the line, then another input, then
   * other numbers on the way.
   */
  public List<Edit> of(Problem problem) {
    List<Edit> found = known.get(problem);
    if (found == null) {
      found = find(problem);
      known.put(problem, found);
    }
    return found;
  }

  /**
   * The problems without consequences. A wrong number is often told where it arrives, and at the
   * next layer again: what a change of a layer further up repairs together with an earlier problem
   * is the same mistake.
   */
  public List<Problem> causes() {
    List<Problem> causes = new ArrayList<>();
    for (Problem problem : trace.problems()) {
      boolean follows = FOLLOWING.contains(problem.id()) && follows(problem, causes);
      if (!follows && !isToldAgain(problem, causes)) {
        causes.add(problem);
      }
    }
    return causes;
  }

  private boolean follows(Problem problem, List<Problem> causes) {
    for (Problem cause : causes) {
      if (!LEADING.contains(cause.id())) {
        continue;
      }
      for (List<Edit> edits : ofCause.computeIfAbsent(cause, this::furtherUp)) {
        List<Edit> both = edits.stream().filter(edit -> repairs(edit, problem)).toList();
        if (both.stream().anyMatch(edit -> isFurtherUp(edit, cause))
            || cause.id() == ProblemId.STATE && !both.isEmpty()) {
          known.put(cause, both.subList(0, Math.min(MOST, both.size())));
          return true; // what repairs the cause alone would leave the consequence
        }
      }
    }
    return false;
  }

  /**
   * Whether operands of the very shapes of an earlier problem's do not fit: where they come from is
   * the same mistake, and only what repairs both is a repair.
   */
  private boolean isToldAgain(Problem problem, List<Problem> causes) {
    if (!OF_OPERANDS.contains(problem.id())) {
      return false;
    }
    for (Problem cause : causes) {
      if (cause.id() == problem.id() && operands(cause).equals(operands(problem))) {
        known.put(cause, of(cause).stream().filter(edit -> repairs(edit, problem)).toList());
        return true;
      }
    }
    return false;
  }

  /** The shapes that a message names, in either order. */
  private static List<String> operands(Problem problem) {
    return SHAPE.matcher(problem.message()).results().map(MatchResult::group).sorted().toList();
  }

  /** What repairs a cause and may repair more, likely edits and others. */
  private List<List<Edit>> furtherUp(Problem cause) {
    Set<Edit> likely = new LinkedHashSet<>(of(cause));
    likely.addAll(InputShapes.reordered(trace, cause));
    Set<Edit> others = new LinkedHashSet<>(InputShapes.wellKnown(trace, cause));
    others.addAll(AdapterEdits.of(trace, cause));
    return Stream.of(likely, others)
        .map(edits -> edits.stream().filter(edit -> repairs(edit, cause)).toList())
        .toList();
  }

  private boolean repairs(Edit edit, Problem problem) {
    return Revision.of(trace.model(), edit)
        .filter(changed -> trial.repairs(changed, problem))
        .isPresent();
  }

  private static boolean isFurtherUp(Edit edit, Problem cause) {
    return !(edit instanceof Edit.SetMembers set) || !set.layer().equals(cause.subject());
  }

  private List<Edit> find(Problem problem) {
    if (problem.id() == ProblemId.INT_OVERFLOW) {
      return List.of(); // what the number should have been is lost
    }
    trial.next();
    LineEdits lines = LineEdits.of(trace, problem);
    Tuning tuning = new Tuning(trace.model(), trial, problem, lines.numbers());
    Set<Edit> fixes = new LinkedHashSet<>();
    keep(problem.repairs(), MOST, tuning, fixes);
    keep(InputShapes.reordered(trace, problem), 1, tuning, fixes);
    keep(TransposeEdits.of(trace, problem), 1, tuning, fixes);
    keep(AxisEdits.of(trace, problem), 1, tuning, fixes);
    keep(StateEdits.of(trace, problem), 1, tuning, fixes);
    keep(TensorEdits.of(trace, problem), 1, tuning, fixes);
    keep(lines.edits(), Math.max(1, ENOUGH - fixes.size()), tuning, fixes);
    keep(ViewEdits.of(trace, problem), Math.max(1, ENOUGH - fixes.size()), tuning, fixes);
    keep(OperandEdits.of(trace, problem), 1, tuning, fixes);
    keep(ArgumentEdits.of(trace, problem), fixes.isEmpty() ? 1 : 0, tuning, fixes);
    keep(SubscriptEdits.of(trace, problem), Math.max(1, ENOUGH - fixes.size()), tuning, fixes);
    keep(WithEdits.of(trace, problem), Math.max(1, ENOUGH - fixes.size()), tuning, fixes);
    if (fixes.isEmpty()) {
      keep(DefaultEdits.of(trace, problem), 1, tuning, fixes);
    }
    if (OF_LABELS.contains(problem.id())) {
      keep(LabelEdits.of(trace, problem), ENOUGH, tuning, fixes);
    }
    keep(EarlierEdits.ofBatch(trace, problem), 1, tuning, fixes);
    if (problem.step() >= 0 && fixes.size() < MOST) {
      OtherInputs inputs = new OtherInputs(trace.model(), tuning);
      inputs.find().ifPresent(fixes::add);
      if (OF_AXES.contains(problem.id()) && fixes.size() < ENOUGH) {
        keep(RankEdits.of(trace, problem), 1, tuning, fixes);
      }
      int enough = OF_ALIGNMENT.contains(problem.id()) ? MOST : ENOUGH;
      if (fixes.size() < enough) {
        fixes.addAll(new OtherNumbers(trace, tuning).find(problem, ENOUGH));
      }
      if (fixes.isEmpty()) {
        keep(InputShapes.scaled(trace), 1, tuning, fixes);
      }
      if (fixes.isEmpty()) {
        keep(InputShapes.wellKnown(trace, problem), 1, tuning, fixes);
      }
      if (fixes.isEmpty()) {
        inputs.findByTrying().ifPresent(fixes::add);
      }
    }
    if (!fixes.stream().allMatch(this::isFarFromDeclared)) {
      fixes.removeIf(this::isFarFromDeclared);
    }
    lessLikely(problem, tuning, fixes);
    return fixes.stream().limit(MOST).toList();
  }

  private void lessLikely(Problem problem, Tuning tuning, Set<Edit> fixes) {
    keep(StateEdits.without(trace, problem), 1, tuning, fixes);
    if (fixes.size() < ENOUGH) {
      keep(PoolEdits.of(trace, problem), 1, tuning, fixes);
    }
    if (fixes.size() < ENOUGH) {
      keep(EarlierEdits.of(trace, problem), 1, tuning, fixes);
    }
    if (fixes.isEmpty()) {
      keep(CallEdits.of(trace, problem), 1, tuning, fixes);
      keep(AdapterEdits.of(trace, problem), 1, tuning, fixes);
    }
  }

  /**
   * Whether an edit wants an input of another order of magnitude: the user will hardly mean that.
   */
  private boolean isFarFromDeclared(Edit edit) {
    if (!(edit instanceof Edit.SetInput set)) {
      return false;
    }
    List<Dim> declared = declared(set.input());
    List<Dim> others = set.sizes().stream().map(range -> Dim.of(range.first())).toList();
    if (declared.size() == others.size() && others.containsAll(declared)) {
      return false; // in another order
    }
    for (int i = 0; i < Math.min(declared.size(), set.sizes().size()); i++) {
      long size =
          declared.get(i).isConstant() ? declared.get(i).value() : set.sizes().get(i).last();
      long first = set.sizes().get(i).first();
      long last = set.sizes().get(i).last();
      if (last * 2 < size && size > SMALL || first > size * 2 && first > SMALL) {
        return true;
      }
    }
    return false;
  }

  private List<Dim> declared(String input) {
    return trace.model().root().inputs().stream()
        .filter(declared -> declared.name().equals(input))
        .findFirst()
        .map(declared -> declared.sample().dims())
        .orElse(List.of());
  }

  private static void keep(Collection<Edit> candidates, int most, Tuning tuning, Set<Edit> fixes) {
    int kept = 0;
    for (Edit edit : candidates) {
      if (kept < most && fixes.size() < MOST && !fixes.contains(edit) && tuning.isGood(edit)) {
        fixes.add(edit);
        kept++;
      }
    }
  }
}
