/** Finds axes taken for others: the batch for time, a map for rows. */
@NullMarked
package io.github.shapecheck.processor.diagnose.lint.axis;

import org.jspecify.annotations.NullMarked;
