package io.github.shapecheck.processor.run.promise;

import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.operation.Explanation;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.shape.Condition;

/**
 * Runs a model again whose promises are known: goes the same way, but has the one requirement that
 * stands for all of them told, with the text that promises everything.
 */
public final class PromiseDecider implements Decider {
  private final Promises known;
  private final Promises again;
  private boolean told;

  public PromiseDecider(Domain domain, Promises known) {
    this.known = known;
    this.again = new Promises(domain);
  }

  /** Whether it was told: else the second run did not come by the requirement. */
  public boolean hasTold() {
    return told;
  }

  @Override
  public Answer require(Condition condition) {
    int before = again.count();
    Answer answer = again.require(condition);
    boolean isPromise = again.count() > before;
    return isPromise && !told && condition.equals(known.toTell()) ? Answer.VARIES : answer;
  }

  @Override
  public boolean always(Condition condition) {
    return again.always(condition);
  }

  @Override
  public boolean choose(Condition condition) {
    return again.choose(condition);
  }

  @Override
  public int choices() {
    return again.choices();
  }

  @Override
  public boolean grants(Condition condition) {
    return again.grants(condition);
  }

  @Override
  public boolean assume(Condition condition) {
    return again.assume(condition);
  }

  @Override
  public Explanation explain(Condition condition) {
    if (!condition.equals(known.toTell())) {
      return again.explain(condition);
    }
    told = true;
    String where = known.where();
    String example = new DomainDecider(known.examples()).explain(condition).text();
    return where.isEmpty()
        ? new Explanation(example, "")
        : new Explanation(example + "; promise where = \"" + where + "\"", where);
  }
}
