/** Proposes what brings a tensor into the shape that its reader wants. */
@NullMarked
package io.github.shapecheck.processor.diagnose.propose.tensor;

import org.jspecify.annotations.NullMarked;
