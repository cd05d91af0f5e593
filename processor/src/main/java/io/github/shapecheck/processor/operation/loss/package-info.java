/** Losses and distances. */
@NullMarked
package io.github.shapecheck.processor.operation.loss;

import org.jspecify.annotations.NullMarked;
