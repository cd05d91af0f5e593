package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Baseline;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.size.TermCount;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs changed models, as long as that does not cost too much, and holds their errors against those
 * from before. The cost is counted in steps, so that it is the same on every machine.
 */
public final class Rerun {
  /** So many steps may all trials of a model take together: some tenths of a second. */
  private static final long MOST_STEPS = 32_000;

  /** And so many times its own. */
  private static final long MOST_TIMES = 16;

  /** What a run costs beside its steps, in steps, and so each of its errors. */
  private static final int EACH = 20;

  /** As many lines are parsed again in the time of a step. */
  private static final int LINES = 8;

  /** So many parts of free sizes are compared in the time of a step. */
  private static final int PARTS = 50;

  /** Free sizes of which every two are held against each other in the time of a step. */
  private static final int PAIRS = 8;

  /** So many steps of a program, rounds of a loop, are gone in the time of one. */
  private static final int ROUNDS = 10;

  private static final int MOST_RUNS_EACH = 300;

  /** The first errors may take so much of what is left. */
  private static final int SHARES = 4;

  /** A place as far as an edit of its line does not move it. */
  private record Spot(ProblemId id, Origin origin, int line) {
    Spot(ProblemId id, Place place) {
      this(id, place.origin(), place.line());
    }
  }

  private record Named(ProblemId id, String subject) {
    Named(Problem problem) {
      this(problem.id(), problem.subject());
    }
  }

  private final Trace base;
  private final int each;
  private final Outcome before;
  private final HiddenSteps dark;
  private final Set<Spot> spots = new HashSet<>();
  private final Set<Named> named = new HashSet<>();
  private final Map<Edit, Outcome> outcomes = new HashMap<>();
  private final Map<Problem, Long> nonsense = new IdentityHashMap<>();
  private final boolean ofSeveral;
  private long spent;
  private long left;
  private long leftOfThis;
  private int runsOfThis;
  private int problems;

  /** How many errors a change may bring to light behind the one that it removes. */
  private int hidden;

  public Rerun(Trace trace) {
    this(trace, 1);
  }

  /**
   * Runs changes of a trace's model.
   *
   * @param share which part of the budget it may use: one in so many
   */
  public Rerun(Trace trace, int share) {
    base = trace;
    dark = new HiddenSteps(trace);
    each = EACH + Revision.reparsedLines(trace.model()) / LINES + pairs(trace) / PAIRS;
    before = Outcome.of(trace, dark);
    trace.problems().forEach(this::isKnown);
    trace.consequences().forEach(this::isKnown);
    left = (MOST_STEPS + MOST_TIMES * trace.steps().size()) / share;
    leftOfThis = left;
    ofSeveral = share > 1;
    problems = ofSeveral ? 1 : before.errors().size();
  }

  private void isKnown(Problem problem) {
    spots.add(new Spot(problem.id(), problem.place()));
    named.add(new Named(problem));
  }

  /** From now on a change may bring so many errors to light behind the one that it removes. */
  public void allow(int errors) {
    hidden = errors;
  }

  /** Whether other mistakes are put right, too. */
  public boolean isOfSeveral() {
    return ofSeveral;
  }

  /** Whether changes may bring errors to light. */
  public boolean uncovers() {
    return hidden > 0;
  }

  private static int pairs(Trace trace) {
    int free =
        (int)
            trace.model().root().inputs().stream()
                .flatMap(input -> input.sample().dims().stream())
                .filter(size -> !size.isConstant())
                .count();
    return free * free;
  }

  /** Starts with another problem, which gets its own share of the time. */
  public void next() {
    runsOfThis = 0;
    leftOfThis = left / Math.max(1, Math.min(SHARES, problems));
    problems--;
  }

  /** Starts with what may be of several problems: it may use all that is left. */
  public void startOver() {
    runsOfThis = 0;
    leftOfThis = left;
  }

  /** What has been spent, in steps. */
  public long spent() {
    return spent;
  }

  /** Whether there is time for more. */
  public boolean goesOn() {
    return runsOfThis < MOST_RUNS_EACH && leftOfThis > 0;
  }

  /** Whether a model with a symbol in it does not have the problem, and no new one. */
  boolean isWithout(Model model, ShadowDecider decider, Edit edit, Problem problem) {
    Baseline.End end =
        (found, uses) ->
            ends(found, uses) || new Outcome.Key(found).equals(new Outcome.Key(problem));
    try {
      return isWithout(
          Outcome.of(counted(end, baseline -> Interpreter.run(model, decider, baseline)), dark),
          problem,
          edit);
    } catch (ShadowDecider.Settled tooDear) {
      return false;
    } finally {
      spend(decider.effort());
    }
  }

  private Trace counted(Baseline.End end, Function<Baseline, Trace> run) {
    Baseline baseline = Baseline.of(base, end);
    Trace trace = run.apply(baseline);
    runsOfThis++;
    spend(each + trace.steps().size() - baseline.repeated() * 3L / 4 + EACH * trace.errors());
    spend(weight(trace) / PARTS + trace.effort() / ROUNDS);
    return trace;
  }

  /** The parts of all free sizes: what it takes to compare them. */
  private static long weight(Trace trace) {
    return trace.steps().stream()
        .flatMap(step -> step.outputs().stream())
        .flatMap(output -> output.shape().dims().stream())
        .filter(size -> !size.isConstant())
        .mapToLong(TermCount::of)
        .sum();
  }

  private void spend(long steps) {
    spent += steps;
    left -= steps;
    leftOfThis -= steps;
  }

  private boolean ends(Problem found, List<Place> uses) {
    return isNew(found, uses) && !(ofSeveral && dark.mayCover(found));
  }

  private boolean isNew(Problem found, List<Place> uses) {
    return !named.contains(new Named(found))
        && !spots.contains(new Spot(found.id(), found.place()))
        && uses.stream().noneMatch(use -> spots.contains(new Spot(found.id(), use)));
  }

  /** Whether a model that an edit changed no longer has the problem, and no new one. */
  boolean repairs(Model changed, Edit edit, Problem problem) {
    return goesOn() && isWithout(left(changed), problem, edit);
  }

  /** Whether a changed model has the problem in the same words. */
  boolean leaves(Model changed, Problem problem) {
    return goesOn() && left(changed).says(problem);
  }

  /** Whether an edit removes the problem and makes no new one. */
  public boolean repairs(Edit edit, Problem problem) {
    Outcome left = outcomes.get(edit);
    if (left == null) {
      if (!goesOn()) {
        return false;
      }
      left = Revision.of(base.model(), edit).map(this::left).orElse(before);
      outcomes.put(edit, left);
    }
    return isWithout(left, problem, edit);
  }

  private boolean isWithout(Outcome after, Problem problem, Edit edit) {
    if (after.has(problem, before, edit.isOfLine(problem.place().line()), hidden > 0)
        || after.inSight(after.nonsense(), hidden > 0)
            > before.inSight(nonsenseBesides(problem), hidden > 0)) {
      return false;
    }
    Set<Outcome.Key> more = after.newSince(before, edit);
    long told = after.toldSince(before, edit).stream().map(Outcome.Key::mistake).distinct().count();
    return told <= hidden
        && (hidden > 0 || more.isEmpty())
        && more.stream()
            .allMatch(
                key ->
                    before.following().containsKey(key)
                        || !after.isOf(key, problem, edit, base) && !after.inSight().contains(key));
  }

  private long nonsenseBesides(Problem problem) {
    return nonsense.computeIfAbsent(problem, it -> DegenerateSteps.besides(it, base, dark));
  }

  /** The run of a model with an edit, if that is in order and there is time for it. */
  public Optional<Trace> withoutErrors(Edit edit) {
    Outcome known = outcomes.get(edit);
    return known != null && !known.errors().isEmpty()
        ? Optional.empty()
        : run(edit, (found, uses) -> true)
            .filter(trace -> !trace.hasErrors())
            .filter(trace -> DegenerateSteps.in(trace, dark) <= before.nonsense());
  }

  /** The run of a model with an edit, to its end; empty where there is no time for it. */
  public Optional<Trace> after(Edit edit) {
    return run(edit, (found, uses) -> false);
  }

  /** A run of the model in which written numbers stand for others; empty if there is no time. */
  public Optional<Trace> with(Baseline.End numbers) {
    return goesOn()
        ? Optional.of(counted(numbers, baseline -> Interpreter.run(base.model(), baseline)))
        : Optional.empty();
  }

  private Optional<Trace> run(Edit edit, Baseline.End end) {
    return goesOn()
        ? Revision.of(base.model(), edit)
            .map(changed -> counted(end, baseline -> Interpreter.run(changed, baseline)))
        : Optional.empty();
  }

  /** Whether a problem of a changed model was there before and is not the one to be repaired. */
  public boolean isOther(Problem problem, Problem repaired) {
    Outcome.Key key = new Outcome.Key(problem);
    return before.errors().containsKey(key) && !key.equals(new Outcome.Key(repaired));
  }

  /** The errors of a changed model, some at least if there are new ones among them. */
  private Outcome left(Model changed) {
    return Outcome.of(counted(this::ends, baseline -> Interpreter.run(changed, baseline)), dark);
  }
}
