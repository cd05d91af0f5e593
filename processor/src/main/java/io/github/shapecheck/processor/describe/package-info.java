/**
 * Passes over a trace that turn it into a report: receptive fields, what is a view, per-sample
 * counts.
 */
@NullMarked
package io.github.shapecheck.processor.describe;

import org.jspecify.annotations.NullMarked;
