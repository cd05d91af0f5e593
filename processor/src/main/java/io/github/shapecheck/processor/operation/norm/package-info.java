/** Normalizations. */
@NullMarked
package io.github.shapecheck.processor.operation.norm;

import org.jspecify.annotations.NullMarked;
