package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import java.util.List;

/**
 * A problem with what repairs it.
 *
 * @param fixes at most three, each tried, the likeliest first
 */
public record Finding(Problem problem, List<Edit> fixes) {}
