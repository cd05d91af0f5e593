package io.github.shapecheck.processor.problem;

import java.util.List;

/**
 * Something that is wrong with a model, or that PyTorch accepts but people regret.
 *
 * @param subject the layer's path or the function's name, empty where there is none
 * @param message the first line without the id: enough to understand the problem in a list
 * @param facts what was declared and what arrives
 * @param step the number of the step at which it was found, -1 where no step had begun
 * @param repairs edits that may help; they are tried before they are shown
 */
public record Problem(
    ProblemId id,
    Place place,
    String subject,
    String message,
    Facts facts,
    int step,
    List<Edit> repairs) {
  /** The same problem at another place. */
  public Problem at(Place other, String otherMessage) {
    return new Problem(id, other, subject, otherMessage, facts, step, repairs);
  }

  /** The same problem, found in another run: its step is none of this one's. */
  public Problem ofAnotherRun() {
    return new Problem(id, place, subject, message, facts, -1, repairs);
  }

  /** The same problem with edits that may repair it. */
  public Problem repairedBy(List<Edit> edits) {
    return new Problem(id, place, subject, message, facts, step, edits);
  }

  /** Whether another says the same of its place. */
  public boolean saysTheSameAs(Problem other) {
    return id == other.id && message.equals(other.message);
  }

  /** Whether another run's problem says the same at the same place. */
  public boolean isToldAgainBy(Problem other) {
    return saysTheSameAs(other) && place.equals(other.place);
  }

  /** A problem outside of any step. */
  public static Problem of(ProblemId id, Place place, String message) {
    return new Problem(id, place, "", message, Facts.NONE, -1, List.of());
  }
}
