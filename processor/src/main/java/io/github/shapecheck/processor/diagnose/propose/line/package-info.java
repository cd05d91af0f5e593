/** Proposes other lines of the forward pass. */
@NullMarked
package io.github.shapecheck.processor.diagnose.propose.line;

import org.jspecify.annotations.NullMarked;
