/** Tensors that are made, and what they tell of themselves. */
@NullMarked
package io.github.shapecheck.processor.operation.create;

import org.jspecify.annotations.NullMarked;
