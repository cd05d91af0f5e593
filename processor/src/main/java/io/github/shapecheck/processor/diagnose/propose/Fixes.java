package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.shape.Dim;
import java.util.Collection;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

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
          ProblemId.EINSUM,
          ProblemId.CAT,
          ProblemId.STATE);

  /** Sizes that a layer further up may be told to align. */
  private static final Set<ProblemId> OF_ALIGNMENT =
      EnumSet.of(ProblemId.CAT, ProblemId.BROADCAST, ProblemId.MATMUL);

  private static final Set<ProblemId> OF_LABELS =
      EnumSet.of(
          ProblemId.DTYPE, ProblemId.LOSS_DTYPE, ProblemId.LOSS_SHAPE, ProblemId.LOSS_BROADCAST);

  private final Trace trace;
  private final Trial trial;
  private final Map<Problem, List<Edit>> known = new IdentityHashMap<>();

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
      found = withinLong(() -> find(problem), List.of());
      known.put(problem, found);
    }
    return found;
  }

  /** Of a problem's edits only these are to be shown. */
  void only(Problem problem, List<Edit> edits) {
    known.put(problem, edits.subList(0, Math.min(MOST, edits.size())));
  }

  /**
   * The problems without consequences. A wrong number is often told where it arrives, and at the
   * next layer again: what a change of a layer further up repairs together with an earlier problem
   * is the same mistake.
   */
  public List<Problem> causes() {
    return new Causes(trace, trial, this).find();
  }

  /** What a search finds, or nothing where a number that it would propose is beyond 2^63. */
  static <T> T withinLong(Supplier<T> search, T nothing) {
    try {
      return search.get();
    } catch (ArithmeticException tooLarge) {
      return nothing;
    }
  }

  private List<Edit> find(Problem problem) {
    if (problem.id() == ProblemId.INT_OVERFLOW || problem.id() == ProblemId.LIMIT) {
      return List
          .of(); // what the number should have been is lost; what is too much has no near repair
    }
    trial.next();
    if (!trial.goesOn()) {
      return List.of();
    }
    LineEdits lines = LineEdits.of(trace, problem);
    Tuning tuning = new Tuning(trace.model(), trial, problem, lines.numbers());
    Set<Edit> fixes = new LinkedHashSet<>();
    keep(() -> problem.repairs(), MOST, tuning, fixes);
    keep(() -> InputShapes.reordered(trace, problem), 1, tuning, fixes);
    keep(() -> TransposeEdits.of(trace, problem), 1, tuning, fixes);
    keep(() -> AxisEdits.of(trace, problem), 1, tuning, fixes);
    keep(() -> StateEdits.of(trace, problem), 1, tuning, fixes);
    keep(() -> TensorEdits.of(trace, problem), 1, tuning, fixes);
    keep(() -> lines.edits(), Math.max(1, ENOUGH - fixes.size()), tuning, fixes);
    keep(() -> ViewEdits.of(trace, problem), Math.max(1, ENOUGH - fixes.size()), tuning, fixes);
    keep(() -> OperandEdits.of(trace, problem), 1, tuning, fixes);
    keep(() -> ArgumentEdits.of(trace, problem), fixes.isEmpty() ? 1 : 0, tuning, fixes);
    keep(
        () -> SubscriptEdits.of(trace, problem), Math.max(1, ENOUGH - fixes.size()), tuning, fixes);
    keep(() -> WithEdits.of(trace, problem), Math.max(1, ENOUGH - fixes.size()), tuning, fixes);
    if (fixes.isEmpty()) {
      keep(() -> DefaultEdits.of(trace, problem), 1, tuning, fixes);
    }
    if (OF_LABELS.contains(problem.id())) {
      keep(() -> LabelEdits.of(trace, problem), ENOUGH, tuning, fixes);
    }
    Set<Edit> pooled = new LinkedHashSet<>(); // tried while there is time, but not told first
    keep(() -> PoolEdits.of(trace, problem), 1, tuning, pooled);
    keep(() -> EarlierEdits.ofBatch(trace, problem), 1, tuning, fixes);
    if (problem.step() >= 0 && fixes.size() < MOST) {
      OtherInputs inputs = new OtherInputs(trace.model(), tuning);
      inputs.find().ifPresent(fixes::add);
      if (OF_AXES.contains(problem.id()) && fixes.size() < ENOUGH) {
        keep(() -> RankEdits.of(trace, problem), 1, tuning, fixes);
      }
      int enough = OF_ALIGNMENT.contains(problem.id()) ? MOST : ENOUGH;
      if (fixes.size() < enough) {
        fixes.addAll(new OtherNumbers(trace, tuning).find(problem, ENOUGH));
      }
      if (fixes.size() < ENOUGH) {
        keep(() -> EarlierEdits.of(trace, problem), 1, tuning, fixes);
      }
      if (fixes.isEmpty()) {
        keep(() -> InputShapes.scaled(trace), 1, tuning, fixes);
      }
      if (fixes.isEmpty()) {
        keep(() -> InputShapes.wellKnown(trace, problem), 1, tuning, fixes);
      }
      if (fixes.isEmpty()) {
        inputs.findByTrying().ifPresent(fixes::add);
      }
    }
    if (!fixes.stream().allMatch(this::isFarFromDeclared)) {
      fixes.removeIf(this::isFarFromDeclared);
    }
    if (fixes.size() < ENOUGH) {
      fixes.addAll(pooled);
    }
    lessLikely(problem, tuning, fixes);
    return fixes.stream().limit(MOST).toList();
  }

  private void lessLikely(Problem problem, Tuning tuning, Set<Edit> fixes) {
    keep(() -> StateEdits.without(trace, problem), 1, tuning, fixes);
    if (fixes.isEmpty() && problem.id() == ProblemId.UNPACK) {
      keep(() -> RankEdits.inputs(trace, List.of()), 1, tuning, fixes);
    }
    if (fixes.isEmpty()) {
      keep(() -> NormEdits.of(trace, problem), 1, tuning, fixes);
      keep(() -> AdapterEdits.of(trace, problem), 1, tuning, fixes);
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

  private void keep(
      Supplier<? extends Collection<Edit>> candidates, int most, Tuning tuning, Set<Edit> fixes) {
    if (most == 0 || fixes.size() >= MOST || !trial.goesOn()) {
      return;
    }
    int kept = 0;
    for (Edit edit : candidates.get()) {
      if (kept == most || fixes.size() >= MOST || !trial.goesOn()) {
        return;
      }
      if (!fixes.contains(edit) && tuning.isGood(edit)) {
        fixes.add(edit);
        kept++;
      }
    }
  }
}
