package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.diagnose.propose.failure.Proposer;
import io.github.shapecheck.processor.problem.ProblemId;
import java.util.Set;

/**
 * A row of the table of proposers.
 *
 * @param ids the problems that it can cure
 * @param most how many of its edits are kept
 * @param enough with so many fixes found it is not asked
 */
record Proposal(Set<ProblemId> ids, int most, int enough, Proposer proposer) {}
