/** Subscripts, selections and what writes to them. */
@NullMarked
package io.github.shapecheck.processor.operation.index;

import org.jspecify.annotations.NullMarked;
