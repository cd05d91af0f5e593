/** Recurrent layers. */
@NullMarked
package io.github.shapecheck.processor.operation.recurrent;

import org.jspecify.annotations.NullMarked;
