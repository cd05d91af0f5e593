package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fewest changes that put a model right and tells an error for each: what others hide is
 * met where they are put right, and what follows from others is not met any more. What a part of
 * the time does not prove to be the fewest is sought along the likeliest changes.
 */
final class FewestMistakes {
  private static final int MOST_ERRORS = 8;
  private static final int MOST_MODELS = 60;

  /** A program that takes more steps is not run for each. */
  private static final int MOST_EFFORT = 20_000;

  /** So many steps may all searches for fixes take together, and so many times the model's own. */
  private static final int MOST_STEPS = 120_000;

  private static final int MOST_TIMES = 50;

  /** What proves the fewest may take one part in so many. */
  private static final int SHARE_OF_FEWEST = 4;

  /** Of models that look the same, after edits of different places, the later ones are unlikely. */
  private static final int UNLIKELY = 2;

  private final Trace trace;
  private final FurtherFixes further;
  private final boolean several;
  private final Set<List<Edit>> tried = new HashSet<>();
  private final Set<Object> seen = new HashSet<>();
  private PriorityQueue<NextRepair> open = new PriorityQueue<>(NextRepair.FEWEST);
  private boolean likeliest;
  private @Nullable RepairedModel best;

  /** What the likeliest changes made, as many as could be: its rest is told if none ends right. */
  private @Nullable RepairedModel furthest;

  private int made;
  private long ran;

  FewestMistakes(List<Finding> findings, Trace trace, Repairs repairs) {
    this.trace = trace;
    this.further = new FurtherFixes(findings, trace, repairs);
    this.several = new RepairedModel(trace).open().size() > 1;
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
    List<Edit> ofAll = isOneMistake(errors) ? List.of() : repairs.ofAll();
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

  /** Whether all errors but one only ask what to promise of free sizes. */
  private static boolean isOneMistake(List<Finding> errors) {
    long promised =
        errors.stream()
            .filter(
                error ->
                    error.fixes().stream().anyMatch(fix -> Repairs.isPromise(fix, error.problem())))
            .count();
    return promised > 0 && errors.size() - promised <= 1;
  }

  /** What the search took so far, in steps. */
  long spent() {
    return ran + further.spent();
  }

  Optional<List<Finding>> fewest() {
    add(new RepairedModel(trace), RepairWay.REPAIR);
    long most = MOST_STEPS + (long) MOST_TIMES * trace.steps().size();
    for (int i = 0; i < MOST_MODELS && spent() < most && !open.isEmpty(); i++) {
      if (spent() >= most / SHARE_OF_FEWEST) {
        goForLikeliest();
      }
      NextRepair next = open.poll();
      List<Problem> errors = next.model().open();
      if (best != null && next.model().least() >= best.least()) {
        continue;
      }
      if (errors.isEmpty()) {
        best = next.model();
        goForLikeliest(); // of those that may be fewer, since one change may repair several
        most = Math.min(most, 3 * spent());
      } else {
        go(next, errors.get(0));
      }
    }
    return Stream.concat(
            Stream.concat(Stream.ofNullable(best), open.stream().map(NextRepair::model))
                .filter(end -> end.open().isEmpty() && end.left().isEmpty()),
            Stream.concat(Stream.ofNullable(furthest), Stream.ofNullable(best)))
        .findFirst()
        .map(end -> end.findings(trace, further));
  }

  private void goForLikeliest() {
    if (!likeliest) {
      likeliest = true;
      PriorityQueue<NextRepair> all = new PriorityQueue<>(NextRepair.LIKELIEST);
      open.stream().map(NextRepair::further).forEach(all::add);
      open = all;
    }
  }

  private void add(RepairedModel model, RepairWay way) {
    if (several && model.isLikely() && (furthest == null || model.isFurther(furthest))) {
      furthest = model;
    }
    open.add(new NextRepair(made++, model, way));
  }

  private void go(NextRepair next, Problem problem) {
    RepairedModel model = next.model();
    RepairWay way = next.way();
    if (way == RepairWay.LEAVE) {
      // what a change brought to light and nothing repairs speaks against the change
      further.before(problem).ifPresent(error -> add(model.andLeft(error), RepairWay.REPAIR));
      return;
    }
    List<RepairedModel> repaired = repaired(model, problem, way);
    for (int i = 0; i < repaired.size(); i++) {
      add(repaired.get(i).andDoubt(way.cost() + i), RepairWay.REPAIR);
    }
    RepairWay then = way.next();
    add(model, likeliest && then == RepairWay.REPAIR_FROM_AFAR ? then.next() : then);
  }

  /** What edits make of a model, those first that let it come far; of equal ones the first. */
  private List<RepairedModel> repaired(RepairedModel model, Problem problem, RepairWay way) {
    List<RepairedModel> repaired = new ArrayList<>();
    for (Edit fix : further.of(model, problem, way)) {
      if (!model.isChangedBy(fix) && tried.add(RepairedModel.and(model.edits(), fix))) {
        Revision.of(model.trace().model(), fix)
            .map(this::run)
            .filter(after -> !new RepairedModel.Key(problem).isIn(after))
            .map(after -> model.and(further.told(problem, fix, model), fix, after))
            .map(more -> seen.add(more.looks()) ? more : more.andDoubt(UNLIKELY))
            .filter(more -> seen.add(more.looksAtItsPlace()))
            .ifPresent(repaired::add);
      }
    }
    repaired.sort(
        Comparator.comparing(RepairedModel::mistakes)
            .thenComparing(RepairedModel::progress, Comparator.reverseOrder())
            .thenComparing(more -> !more.isPromised())
            .thenComparing(more -> !more.isOfNumbers()));
    return repaired;
  }

  private Trace run(Model model) {
    Trace run = Interpreter.run(model);
    ran += run.steps().size();
    return run;
  }
}
