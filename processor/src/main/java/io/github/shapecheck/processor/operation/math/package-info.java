/** Arithmetic of elements and reductions. */
@NullMarked
package io.github.shapecheck.processor.operation.math;

import org.jspecify.annotations.NullMarked;
