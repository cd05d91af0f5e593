package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A model with some of its mistakes put right.
 *
 * @param told the errors that were
 * @param edits what put them right
 * @param left those that nothing repairs
 * @param doubt how many likelier edits there were
 */
record RepairedModel(Trace trace, List<Finding> told, List<Edit> edits, Set<Key> left, int doubt) {
  /** An error that nothing repairs may hide as many. */
  static final int LEFT = 5;

  private static final Pattern NUMBER = Pattern.compile("-?\\b\\d+\\b");

  /** What makes a problem the same one in a changed model. */
  record Key(ProblemId id, Place place, String subject) {
    Key(Problem problem) {
      this(problem.id(), problem.place(), problem.subject());
    }

    boolean isIn(Trace trace) {
      return trace.problems().stream().map(Key::new).anyMatch(this::equals);
    }
  }

  RepairedModel(Trace trace) {
    this(trace, List.of(), List.of(), Set.of(), 0);
  }

  /** With an error more put right. */
  RepairedModel and(Finding error, Edit edit, Trace after) {
    return new RepairedModel(after, and(told, error), and(edits, edit), left, doubt);
  }

  RepairedModel andLeft(Finding error) {
    Set<Key> more = new HashSet<>(left);
    more.add(new Key(error.problem()));
    return new RepairedModel(trace, and(told, error), edits, more, doubt);
  }

  RepairedModel andDoubt(int more) {
    return new RepairedModel(trace, told, edits, left, doubt + more);
  }

  static <T> List<T> and(List<T> some, T more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  List<Problem> open() {
    return trace.problems().stream()
        .filter(problem -> problem.id().isError() && !left.contains(new Key(problem)))
        .toList();
  }

  /** So many are told at the end: what stands at one place may be one mistake. */
  int mistakes() {
    return sure() + (int) open().stream().map(this::place).distinct().count();
  }

  /** At least so many are told at the end: a number of a program may be all that is wrong. */
  int least() {
    return isPython() ? sure() + (open().isEmpty() ? 0 : 1) : mistakes();
  }

  /** What is promised of a free size was no mistake. */
  private int sure() {
    long promised = told.stream().filter(this::isPromised).count();
    return told.size() - (int) promised + LEFT * left.size();
  }

  private boolean isPromised(Finding error) {
    return error.fixes().stream()
        .limit(1)
        .anyMatch(fix -> edits.contains(fix) && Repairs.isPromise(fix, error.problem()));
  }

  /** Whether the last edit promises what its error asked for. */
  boolean isPromised() {
    return isPromised(told.get(told.size() - 1));
  }

  /** A line of a program may make several layers. */
  private Object place(Problem problem) {
    int line = problem.place().line();
    return List.of(isPython() ? problem.place().origin() : problem.subject(), line);
  }

  private boolean isPython() {
    return trace.model().python().isPresent();
  }

  /** How far it comes without an error. */
  long progress() {
    return trace.hasErrors()
        ? trace.steps().stream().takeWhile(Step::isDone).count()
        : Long.MAX_VALUE;
  }

  /** What is equal for those of which nothing tells yet which is right. */
  Object looks() {
    return List.of(
        told.size(),
        open().stream().map(problem -> List.of(new Key(problem), problem.message())).toList(),
        trace.steps().stream()
            .map(step -> List.of(step.label(), step.outputs().stream().map(Tensor::shape).toList()))
            .toList());
  }

  /** What is equal for those that are equal by edits of one place, too. */
  Object looksAtItsPlace() {
    return List.of(target(edits.get(edits.size() - 1)), looks());
  }

  /** Whether an edit changes what was changed before: that is one mistake. */
  boolean isChangedBy(Edit edit) {
    return edits.stream().anyMatch(before -> target(before).equals(target(edit)));
  }

  private static Object target(Edit edit) {
    if (edit instanceof Edit.SetMembers set) {
      return List.of(set.layer(), set.index(), set.members().keySet());
    }
    if (edit instanceof Edit.ReplaceSource line) {
      return List.of(line.file(), line.line());
    }
    return edit instanceof Edit.ReplaceLine line ? line.line() : edit;
  }

  /** Whether the last edit writes numbers of a line of Python otherwise, and nothing else. */
  boolean isOfNumbers() {
    return isOfNumbers(edits.size() - 1);
  }

  private boolean isOfNumbers(int which) {
    return edits.get(which) instanceof Edit.ReplaceSource edit
        && told.get(which).trace().model().python().stream()
            .flatMap(python -> python.files().values().stream())
            .filter(file -> file.name().equals(edit.file()))
            .anyMatch(
                file -> withoutNumbers(file.line(edit.line())).equals(withoutNumbers(edit.text())));
  }

  private static String withoutNumbers(String line) {
    return NUMBER.matcher(line.strip()).replaceAll("0");
  }

  /** Whether nothing but the likeliest numbers of lines of Python made it. */
  boolean isLikely() {
    return doubt == 0
        && left.isEmpty()
        && !edits.isEmpty()
        && IntStream.range(0, edits.size()).allMatch(this::isOfNumbers);
  }

  /** Whether more is put right, or of as many there are fewer errors. */
  boolean isFurther(RepairedModel other) {
    int more = told.size() - other.told.size();
    return more > 0 || more == 0 && mistakes() < other.mistakes();
  }

  /**
   * The errors that were, with the other fixes that put a model right, too, and those that are.
   *
   * @param further knows the fixes of those that are
   */
  List<Finding> findings(Trace base, FurtherFixes further) {
    if (!open().isEmpty()) {
      Map<Object, Problem> places = new LinkedHashMap<>();
      open().forEach(problem -> places.putIfAbsent(place(problem), problem));
      return Stream.concat(
              told.stream(), places.values().stream().map(it -> further.open(it, trace)))
          .toList();
    }
    return told.stream()
        .map(
            error ->
                error.with(
                    error.fixes().stream()
                        .filter(
                            fix ->
                                !edits.contains(error.fixes().get(0))
                                    || putsRight(base, error.fixes().get(0), fix))
                        .toList()))
        .toList();
  }

  private boolean putsRight(Trace base, Edit first, Edit other) {
    if (other.equals(first)) {
      return true;
    }
    Optional<Model> model = Optional.of(base.model());
    for (Edit edit : edits) {
      model = model.flatMap(it -> Revision.of(it, edit.equals(first) ? other : edit));
    }
    return model
        .map(it -> new RepairedModel(Interpreter.run(it), told, edits, left, doubt))
        .filter(repaired -> repaired.open().isEmpty())
        .isPresent();
  }
}
