package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.diagnose.propose.line.SharedNumbers;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fewest changes that put a model right and tells an error for each: what others hide is
 * met where they are put right, and what follows from others is not met any more.
 */
final class FewestMistakes {
  private static final int MOST_ERRORS = 8;
  private static final int MOST_MODELS = 60;

  /** A program that takes more steps is not run for each. */
  private static final int MOST_EFFORT = 20_000;

  /** So many steps may all searches for fixes take together, and so many times the model's own. */
  private static final int MOST_STEPS = 120_000;

  private static final int MOST_TIMES = 50;
  private static final int SHARE = 2;
  private static final int MOST_BEHIND_ONE = 4;

  /** An error that nothing repairs may hide as many. */
  static final int LEFT = 5;

  /** What makes a problem the same one in a changed model. */
  private record Key(ProblemId id, Place place, String subject) {
    Key(Problem problem) {
      this(problem.id(), problem.place(), problem.subject());
    }
  }

  /**
   * A model with some of its mistakes put right.
   *
   * @param told the errors that were
   * @param edits what put them right
   * @param left those that nothing repairs
   */
  private record Repaired(Trace trace, List<Finding> told, List<Edit> edits, Set<Key> left) {
    List<Problem> open() {
      return trace.problems().stream()
          .filter(problem -> problem.id().isError() && !left.contains(new Key(problem)))
          .toList();
    }

    /** At least so many are told at the end: what stands at one place may be one mistake. */
    int mistakes() {
      Set<List<Object>> places = new HashSet<>();
      open().forEach(problem -> places.add(List.of(problem.subject(), problem.place().line())));
      return told.size() + LEFT * left.size() + places.size();
    }
  }

  /**
   * A way to go on.
   *
   * @param mistakes at least so many are told at its end, more for those that nothing repairs
   */
  private record Next(int number, Repaired model, RepairWay way, int mistakes) {}

  private final Trace trace;
  private final List<Finding> findings;
  private final PriorityQueue<Next> open =
      new PriorityQueue<>(
          Comparator.comparingInt(Next::mistakes)
              .thenComparingInt(next -> next.model().left().size())
              .thenComparing(Next::way)
              .thenComparingInt(next -> -next.model().told().size())
              .thenComparingInt(Next::number));
  private final Set<List<Edit>> tried = new HashSet<>();
  private final Map<Trace, Rerun> near = new IdentityHashMap<>();
  private final Map<Trace, Rerun> far = new IdentityHashMap<>();
  private final Map<Trace, SharedNumbers> numbers = new IdentityHashMap<>();
  private int made;
  private long spent;

  FewestMistakes(List<Finding> findings, Trace trace, Repairs repairs) {
    this.findings = findings;
    this.trace = trace;
    numbers.put(trace, repairs.numbers());
  }

  /** The findings of a run, with fixes and further ones where that explains all. */
  static List<Finding> among(List<Finding> findings, Trace trace, Repairs repairs) {
    List<Finding> errors =
        findings.stream().filter(finding -> finding.problem().id().isError()).toList();
    if (errors.isEmpty()
        || errors.size() > MOST_ERRORS
        || trace.effort() > MOST_EFFORT
        || errors.size() == 1 && errors.get(0).isRepaired()) {
      return findings;
    }
    List<Edit> ofAll = repairs.ofAll();
    return (ofAll.isEmpty()
            ? new FewestMistakes(findings, trace, repairs).fewest()
            : Optional.of(List.of(errors.get(0).and(ofAll))))
        .map(
            told ->
                Stream.concat(
                        told.stream(),
                        findings.stream().filter(finding -> !finding.problem().id().isError()))
                    .toList())
        .orElse(findings);
  }

  /** What the search took so far, in steps. */
  long spent() {
    return spent;
  }

  Optional<List<Finding>> fewest() {
    add(new Repaired(trace, List.of(), List.of(), Set.of()), RepairWay.REPAIR);
    long most = MOST_STEPS + (long) MOST_TIMES * trace.steps().size();
    for (int i = 0; i < MOST_MODELS && spent < most && !open.isEmpty(); i++) {
      Next next = open.poll();
      List<Problem> errors = next.model().open();
      if (errors.isEmpty()) {
        return Optional.of(consistent(next.model()));
      }
      go(next.model(), errors.get(0), next.way());
    }
    return Optional.empty();
  }

  /** Each error's other fixes are told where they put the model right, too. */
  private List<Finding> consistent(Repaired end) {
    return end.told().stream()
        .map(
            told ->
                told.with(
                    told.fixes().stream()
                        .filter(
                            fix ->
                                !end.edits().contains(told.fixes().get(0))
                                    || putsRight(end, told.fixes().get(0), fix))
                        .toList()))
        .toList();
  }

  private boolean putsRight(Repaired end, Edit first, Edit other) {
    if (other.equals(first)) {
      return true;
    }
    Optional<Model> model = Optional.of(trace.model());
    for (Edit edit : end.edits()) {
      model = model.flatMap(it -> Revision.of(it, edit.equals(first) ? other : edit));
    }
    return model
        .map(it -> new Repaired(Interpreter.run(it), List.of(), List.of(), end.left()))
        .filter(repaired -> repaired.open().isEmpty())
        .isPresent();
  }

  private void add(Repaired model, RepairWay way) {
    open.add(new Next(made++, model, way, model.mistakes() + way.cost()));
  }

  private void go(Repaired model, Problem problem, RepairWay way) {
    Finding before = before(problem);
    if (way == RepairWay.LEAVE) {
      if (before == null) {
        return; // what a change brought to light and nothing repairs speaks against the change
      }
      Set<Key> more = new HashSet<>(model.left());
      more.add(new Key(problem));
      add(
          new Repaired(model.trace(), and(model.told(), before), model.edits(), more),
          RepairWay.REPAIR);
      return;
    }
    for (Edit fix : fixes(model, problem, way)) {
      boolean again = model.edits().stream().anyMatch(edit -> target(edit).equals(target(fix)));
      if (again || !tried.add(and(model.edits(), fix))) {
        continue;
      }
      Optional<Trace> after = Revision.of(model.trace().model(), fix).map(Interpreter::run);
      spent += after.map(run -> run.steps().size()).orElse(0);
      if (after.isPresent() && !has(after.get(), problem)) {
        Finding told =
            before == null
                ? new Finding(problem, model.trace(), List.of(fix))
                : before.with(inFront(before.fixes(), fix));
        add(
            new Repaired(
                after.get(), and(model.told(), told), and(model.edits(), fix), model.left()),
            RepairWay.REPAIR);
      }
    }
    add(model, way.next());
  }

  private static <T> List<T> and(List<T> some, T more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  /** The error as it was found in the model as it is. */
  private @Nullable Finding before(Problem problem) {
    return findings.stream()
        .filter(finding -> new Key(finding.problem()).equals(new Key(problem)))
        .findFirst()
        .orElse(null);
  }

  private static boolean has(Trace trace, Problem problem) {
    return trace.problems().stream().anyMatch(other -> new Key(other).equals(new Key(problem)));
  }

  private static List<Edit> inFront(List<Edit> fixes, Edit fix) {
    List<Edit> others = new ArrayList<>(fixes);
    others.remove(fix);
    others.add(0, fix);
    return others.subList(0, Math.min(Repairs.MOST, others.size()));
  }

  /** The changes that repair an error, and may bring others to light. */
  private Set<Edit> fixes(Repaired model, Problem problem, RepairWay way) {
    Finding found = way.uncovers() ? null : before(problem);
    List<Problem> beside = model.open().stream().filter(other -> isBeside(other, problem)).toList();
    boolean first = model.told().isEmpty();
    if (found != null && first && beside.isEmpty()) {
      return single(found.fixes());
    }
    Rerun rerun =
        (way.isNear() ? near : far).computeIfAbsent(model.trace(), run -> new Rerun(run, SHARE));
    long before = rerun.spent();
    rerun.allow(way.uncovers() ? MOST_BEHIND_ONE : 0);
    Repairs repairs = new Repairs(model.trace(), rerun);
    Set<Edit> fixes = found == null ? new LinkedHashSet<>() : single(found.fixes());
    if (found == null || !first) {
      fixes.removeIf(fix -> !rerun.repairs(fix, problem));
      fixes.addAll(single(way.fixes(repairs, problem)));
    }
    for (Problem other : beside) {
      single(way.fixes(repairs, other)).stream()
          .filter(fix -> rerun.repairs(fix, problem))
          .forEach(fixes::add);
    }
    spent += rerun.spent() - before;
    boolean tried = first && !way.uncovers(); // no number of the model as it is repairs all
    if (fixes.isEmpty() && !way.isNear() && !tried) {
      SharedNumbers numbers = this.numbers.computeIfAbsent(model.trace(), SharedNumbers::new);
      long spentBefore = numbers.spent();
      fixes.addAll(way.uncovers() ? numbers.of(problem) : numbers.ofAll());
      spent += numbers.spent() - spentBefore;
    }
    if (way.uncovers()) {
      fixes.removeIf(edit -> edit instanceof Edit.SetInput); // behind another input all is new
    }
    return fixes;
  }

  /** Whether two errors may be one mistake: those of one layer, and of one line. */
  private static boolean isBeside(Problem other, Problem problem) {
    boolean line =
        problem.place().line() > 0
            && other.place().line() == problem.place().line()
            && other.place().origin().equals(problem.place().origin());
    return !other.equals(problem) && (line || other.subject().equals(problem.subject()));
  }

  /** What an edit changes: who has to change it twice made one mistake there. */
  private static Object target(Edit edit) {
    if (edit instanceof Edit.SetMembers set) {
      return List.of(set.layer(), set.index(), set.members().keySet());
    }
    if (edit instanceof Edit.ReplaceSource line) {
      return List.of(line.file(), line.line());
    }
    return edit instanceof Edit.ReplaceLine line ? line.line() : edit;
  }

  private static Set<Edit> single(List<Edit> fixes) {
    Set<Edit> single = new LinkedHashSet<>(fixes);
    single.removeIf(edit -> edit instanceof Edit.Both);
    return single;
  }
}
