package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Condition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a domain was asked before, and what the questions of one run took.
 *
 * @param effort of the questions to this domain and to all that are made of it
 */
record Answers(Map<Condition, Answer> known, Effort effort) {
  private static final int MOST = 10_000;

  static Answers none() {
    return new Answers(new ConcurrentHashMap<>(), new Effort());
  }

  /** For a domain that is made of this one. */
  Answers ofPart() {
    return new Answers(new ConcurrentHashMap<>(), effort);
  }

  /** For a run whose effort is counted from here. */
  Answers ofRun() {
    return new Answers(known, new Effort());
  }

  /** The known answer or the found one, which take the same effort: no run gains by another. */
  Answer to(Condition condition, Supplier<Answer> found) {
    Answer answer = known.get(condition);
    if (answer == null) {
      answer = found.get();
      if (known.size() < MOST) {
        known.put(condition, answer);
      }
    }
    effort.spend(answer.effort());
    return answer;
  }
}
