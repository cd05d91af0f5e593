package io.github.shapecheck.cli;

import io.github.shapecheck.report.ShapeReport;
import java.util.List;

/**
 * What came of a check.
 *
 * @param fits whether no error was found
 * @param messages errors and warnings as javac prints them
 * @param reports what the models do to shapes
 */
record Verdict(boolean fits, String messages, List<ShapeReport> reports) {}
