package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.diagnose.propose.input.TensorEdits;
import io.github.shapecheck.processor.diagnose.propose.layer.OtherNumbers;
import io.github.shapecheck.processor.diagnose.propose.line.SharedNumbers;
import io.github.shapecheck.processor.diagnose.propose.tensor.FrontCall;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Goes through the table of proposers, tries their edits and keeps those that repair. */
public final class Repairs {
  /** So many fixes are told at most. */
  public static final int MOST = 3;

  /** So many of a kind are tried where each may bring another mistake to light. */
  private static final int MOST_BEHIND = 5;

  /** Of sizes up to this one none is of another order of magnitude, as of channels. */
  private static final long SMALL = 4;

  private static final Pattern ONE_SIZE = Pattern.compile("(^| and )\\w+ == \\d+( and |$)");

  private final Trace trace;
  private final Rerun rerun;
  private final Plausibility plausibility;
  private final SharedNumbers numbers;

  public Repairs(Trace trace, Rerun rerun) {
    this.trace = trace;
    this.rerun = rerun;
    this.plausibility = new Plausibility(trace);
    this.numbers = new SharedNumbers(trace);
  }

  /** At most three edits that each remove the problem and make no new one, the likeliest first. */
  public List<Edit> of(Problem problem) {
    return of(problem, Proposals.NEAR, Proposals.FAR, Proposals.OTHER_MEANING);
  }

  /** As {@link #of}, of what changes the failing call, which is soon tried. */
  public List<Edit> near(Problem problem) {
    return of(problem, Proposals.NEAR, List.of(), List.of());
  }

  /** As {@link #of}, of all else. */
  public List<Edit> far(Problem problem) {
    return of(problem, List.of(), Proposals.FAR, Proposals.OTHER_MEANING);
  }

  private List<Edit> of(
      Problem problem, List<Proposal> near, List<Proposal> far, List<Proposal> otherMeaning) {
    rerun.next();
    Failure failure = new Failure(trace, problem, rerun);
    Set<Edit> fixes = new LinkedHashSet<>();
    go(Proposals.OF_BATCH, failure, fixes);
    if (!fixes.isEmpty()) {
      return List.copyOf(fixes);
    }
    List<Edit> said =
        near.stream()
            .limit(1)
            .flatMap(row -> problem.repairs().stream())
            .filter(edit -> edit instanceof Edit.Aside || rerun.repairs(edit, problem))
            .toList();
    go(near, failure, fixes);
    go(far, failure, fixes);
    fixes.addAll(said); // where another trial took all the time
    List<Edit> fixed = fixes.stream().filter(Repairs::isOfOneSize).toList();
    fixes.removeAll(fixed);
    fixes.addAll(fixed);
    List<Edit> unlikely =
        fixes.stream()
            .filter(edit -> !problem.repairs().contains(edit) && isFarFromDeclared(edit, problem))
            .toList();
    fixes.removeAll(unlikely);
    if (!rerun.uncovers()) {
      go(otherMeaning, failure, fixes);
    }
    boolean alone = fixes.isEmpty();
    if (fixes.size() <= 1) {
      unlikely.stream()
          .filter(edit -> alone || rerun.withoutErrors(edit).isPresent())
          .forEach(fixes::add);
    }
    int most = rerun.uncovers() ? MOST_BEHIND : MOST;
    return plausibility.ordered(fixes.stream().limit(most).toList());
  }

  private void go(List<Proposal> table, Failure failure, Set<Edit> fixes) {
    for (Proposal row : table) {
      if (row.ids().contains(failure.problem().id())
          && fixes.size() < (rerun.uncovers() ? MOST_BEHIND : row.enough())
          && rerun.goesOn()) {
        unlessTooLarge(() -> keep(row, failure, fixes), fixes);
      }
    }
  }

  private Set<Edit> keep(Proposal row, Failure failure, Set<Edit> fixes) {
    int left = rerun.uncovers() ? MOST_BEHIND : fixes.isEmpty() ? row.most() : 1;
    Iterator<Edit> edits = row.proposer().of(failure).iterator();
    while (left > 0 && rerun.goesOn() && edits.hasNext()) {
      Edit edit = FrontCall.of(edits.next(), failure);
      if (fixes.stream().noneMatch(known -> says(edit, known))
          && rerun.repairs(edit, failure.problem())
          && isMet(edit, failure.problem())) {
        fixes.add(edit);
        left--;
      }
    }
    return fixes;
  }

  /** Whether it promises a size that was free to be one number: that is seldom meant. */
  private static boolean isOfOneSize(Edit edit) {
    return edit instanceof Edit.SetWhere promise && ONE_SIZE.matcher(promise.where()).find();
  }

  /** Whether it promises what a problem asks of free sizes, and leaves them more than one. */
  public static boolean isPromise(Edit edit, Problem problem) {
    return edit instanceof Edit.SetWhere && problem.repairs().contains(edit) && !isOfOneSize(edit);
  }

  /** Whether an edit is another one, or names a size of an input among others. */
  private static boolean says(Edit edit, Edit known) {
    return edit.equals(known)
        || edit instanceof Edit.SetInput range
            && known instanceof Edit.SetInput size
            && range.input().equals(size.input())
            && range.sizes().size() == size.sizes().size()
            && IntStream.range(0, range.sizes().size())
                .allMatch(i -> range.sizes().get(i).contains(size.sizes().get(i)));
  }

  /** Whether what failed is still done with another input: a loop may have no rounds any more. */
  private boolean isMet(Edit edit, Problem problem) {
    Optional<Step> failed = trace.step(problem);
    return !(edit instanceof Edit.SetInput)
        || failed.isEmpty()
        || rerun
            .after(edit)
            .filter(
                changed -> changed.steps().stream().anyMatch(step -> step.isOfCallOf(failed.get())))
            .isPresent();
  }

  /** Edits of what two problems come from that repair both. */
  public List<Edit> ofBoth(Problem problem, Problem other) {
    rerun.next();
    Failure first = new Failure(trace, problem, rerun);
    Failure second = new Failure(trace, other, rerun);
    Stream<Supplier<Stream<Edit>>> proposals =
        Stream.of(
            () -> TensorEdits.ofBoth(first, second),
            () -> TensorEdits.ofBoth(second, first),
            () -> OtherNumbers.ofBoth(first, second),
            () -> OtherNumbers.ofBoth(second, first));
    return unlessTooLarge(
        () ->
            proposals
                .flatMap(Supplier::get)
                .filter(edit -> rerun.repairs(edit, problem) && rerun.repairs(edit, other))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> numbers.ofBoth(problem, other)),
        List.of());
  }

  /** The numbers of the model's Python program, which are looked at once. */
  public SharedNumbers numbers() {
    return numbers;
  }

  /** Whether an edit gives an image sizes that images have. */
  public boolean restoresImage(Edit edit) {
    return plausibility.restoresImage(edit);
  }

  /** Edits of one number of a Python program that put the whole model right. */
  public List<Edit> ofAll() {
    return unlessTooLarge(numbers::ofAll, List.of());
  }

  /** What may repair a problem and others with it, since it changes what they have in common. */
  public List<Edit> ofSeveral(Problem problem) {
    Failure failure = new Failure(trace, problem, rerun);
    return rerun.goesOn()
        ? unlessTooLarge(
            () ->
                Proposals.OF_SEVERAL.stream()
                    .filter(row -> row.ids().contains(problem.id()))
                    .flatMap(row -> row.proposer().of(failure))
                    .filter(edit -> rerun.repairs(edit, problem))
                    .toList(),
            List.of())
        : List.of();
  }

  /** What a search finds; nothing where a number that it would propose is beyond 2^63. */
  private static <T> T unlessTooLarge(Supplier<T> search, T nothing) {
    try {
      return search.get();
    } catch (ArithmeticException tooLarge) {
      return nothing;
    }
  }

  /**
   * Whether an edit wants an input of another order of magnitude: the user will hardly mean that,
   * unless it is the very number that the layer declares.
   */
  private boolean isFarFromDeclared(Edit edit, Problem problem) {
    if (!(edit instanceof Edit.SetInput set)) {
      return false;
    }
    List<Dim> declared = declared(set.input());
    List<Dim> others = set.sizes().stream().map(range -> Dim.of(range.first())).toList();
    boolean sameValues =
        unlessTooLarge(() -> Shape.of(declared).numel().equals(Shape.of(others).numel()), false);
    if (declared.size() == others.size() && (others.containsAll(declared) || sameValues)) {
      return false; // in another order, or folded otherwise
    }
    for (int i = 0; i < Math.min(declared.size(), set.sizes().size()); i++) {
      long size =
          declared.get(i).isConstant() ? declared.get(i).value() : set.sizes().get(i).last();
      long first = set.sizes().get(i).first();
      long last = set.sizes().get(i).last();
      boolean wanted = first == last && problem.facts().numbers().contains(Dim.of(first));
      boolean channels = wanted || i == 0 && declared.size() == 3 && last == 1;
      if (last * 2 < size && size > SMALL && !channels
          || first > size * 2 && first > SMALL && size > 1 && !wanted) {
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
}
