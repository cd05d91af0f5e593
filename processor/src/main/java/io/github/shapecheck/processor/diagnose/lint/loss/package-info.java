/** Finds scores and probabilities that do not suit their loss. */
@NullMarked
package io.github.shapecheck.processor.diagnose.lint.loss;

import org.jspecify.annotations.NullMarked;
