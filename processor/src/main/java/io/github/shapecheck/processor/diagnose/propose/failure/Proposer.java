package io.github.shapecheck.processor.diagnose.propose.failure;

import io.github.shapecheck.processor.problem.Edit;
import java.util.stream.Stream;

/** Proposes one kind of edit that may repair a problem; each is tried before it is told. */
@FunctionalInterface
public interface Proposer {
  /** Edits to try, likely ones first. */
  Stream<Edit> of(Failure failure);
}
